namespace GruBuilder.Web.Features.Accounts;

/// <summary>The roles that an account may hold; stored by these names.</summary>
public static class Roles
{
    /// <summary>A person who makes requests.</summary>
    public const string Citizen = "Citizen";

    /// <summary>Processes the requests of the departments they belong to, and reads their forms over.</summary>
    public const string Agent = "Agent";

    /// <summary>Runs a department: an agent who also draws and publishes forms.</summary>
    public const string ServiceHead = "ServiceHead";

    /// <summary>The communication team: draws forms and words them.</summary>
    public const string Communication = "Communication";

    /// <summary>Looks after accounts, departments and settings.</summary>
    public const string Administrator = "Administrator";

    /// <summary>Every role.</summary>
    public static IReadOnlyList<string> All { get; } = [Citizen, Agent, ServiceHead, Communication, Administrator];

    /// <summary>Every role of people who work for the town.</summary>
    public static IReadOnlyList<string> OfTown { get; } = [Agent, ServiceHead, Communication, Administrator];

    /// <summary>A role as screens name it.</summary>
    public static string Name(string role) => role switch
    {
        Citizen => "Usager",
        Agent => "Agent",
        ServiceHead => "Chef de service",
        Communication => "Communication",
        Administrator => "Administrateur",
        _ => role,
    };
}

/// <summary>Authorization policies, to be named in <c>[Authorize(Policy = …)]</c>.</summary>
public static class Policies
{
    /// <summary>Anyone who works for the town.</summary>
    public const string Town = nameof(Town);

    /// <summary>Agents and service heads: those who process requests.</summary>
    public const string Processing = nameof(Processing);

    /// <summary>Service heads, communication and administrators: those who draw forms.</summary>
    public const string Designing = nameof(Designing);

    /// <summary>Administrators.</summary>
    public const string Administration = nameof(Administration);
}
