using GruBuilder.Web.Features.Municipality;
using Microsoft.AspNetCore.Identity;

namespace GruBuilder.Web.Features.Accounts;

/// <summary>A person who signs in: citizen or someone who works for the town. The e-mail is also the user name.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>An account with a new time-ordered id.</summary>
    public Account() => Id = Guid.CreateVersion7();

    /// <summary>Given name.</summary>
    [PersonalData]
    public required string GivenName { get; set; }

    /// <summary>Family name.</summary>
    [PersonalData]
    public required string FamilyName { get; set; }

    /// <summary>When the account was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the person took the guided tour of the designer, or put it off; null until then.</summary>
    public DateTimeOffset? GuidedAt { get; set; }

    /// <summary>The departments that the person works for; empty for citizens.</summary>
    public List<Department> Departments { get; } = [];

    /// <summary>Given and family name.</summary>
    public string FullName => $"{GivenName} {FamilyName}".Trim();
}

/// <summary>That a person works for a department.</summary>
public sealed class Membership
{
    /// <summary>The person.</summary>
    public Guid AccountId { get; init; }

    /// <summary>The department.</summary>
    public Guid DepartmentId { get; init; }
}
