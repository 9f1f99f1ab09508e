using GruBuilder.Web.Data;

namespace GruBuilder.Web.Features.Requests;

/// <summary>Who acted.</summary>
public enum ActorKind
{
    /// <summary>The citizen.</summary>
    Citizen,

    /// <summary>Someone who works for the town.</summary>
    Agent,

    /// <summary>The application.</summary>
    System,
}

/// <summary>What happened.</summary>
public enum TimelineKind
{
    /// <summary>The citizen sent the request.</summary>
    Submitted,

    /// <summary>The acknowledgement was issued.</summary>
    ReceiptIssued,

    /// <summary>A message to the citizen.</summary>
    MessageToCitizen,

    /// <summary>A message from the citizen.</summary>
    MessageFromCitizen,

    /// <summary>The state changed.</summary>
    StateChanged,

    /// <summary>An agent exported the receipt.</summary>
    ReceiptExported,

    /// <summary>A note among agents; citizens do not see it.</summary>
    InternalNote,

    /// <summary>An agent answered the questions kept for the department; citizens do not see it.</summary>
    DepartmentAnswers,
}

/// <summary>One step in the life of a request: who, when, what. Never changed and never removed.</summary>
public sealed class TimelineEntry : IAppendOnly
{
    /// <summary>Identifier.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>When, in universal time; no two steps of a request have the same.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who, or null for the application.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Name of who acted, as it was then.</summary>
    public required string ActorName { get; init; }

    /// <summary>Which side acted.</summary>
    public required ActorKind ActorKind { get; init; }

    /// <summary>What happened.</summary>
    public required TimelineKind Kind { get; init; }

    /// <summary>The message or note; empty when the kind says it all.</summary>
    public string Text { get; init; } = "";

    /// <summary>The state reached, for <see cref="TimelineKind.StateChanged"/>.</summary>
    public RequestState? State { get; init; }

    /// <summary>What happened, in a few words.</summary>
    /// <param name="forCitizen">Whether the citizen reads it, and is addressed as *vous*.</param>
    public string Word(bool forCitizen) => Kind switch
    {
        TimelineKind.Submitted => "Demande envoyée",
        TimelineKind.ReceiptIssued => "Accusé de réception établi",
        TimelineKind.MessageToCitizen => forCitizen ? "Message du service" : "Message à l’usager",
        TimelineKind.MessageFromCitizen => forCitizen ? "Votre message" : "Message de l’usager",
        TimelineKind.StateChanged => (forCitizen ? State?.Word() : State?.WordForAgents()) ?? "",
        TimelineKind.ReceiptExported => "Accusé de réception exporté",
        TimelineKind.InternalNote => "Note interne",
        TimelineKind.DepartmentAnswers => "Questions du service remplies",
        _ => throw new InvalidOperationException($"Word {Kind} in French here."),
    };

    /// <summary>Whether citizens see it.</summary>
    public bool IsForCitizen => Kind is not (TimelineKind.InternalNote or TimelineKind.ReceiptExported or TimelineKind.DepartmentAnswers);
}

/// <summary>Who acts on a request.</summary>
/// <param name="Id">Their account, or null for the application.</param>
/// <param name="Name">Their name.</param>
/// <param name="Kind">Their side.</param>
public sealed record Actor(Guid? Id, string Name, ActorKind Kind)
{
    /// <summary>The application itself.</summary>
    public static Actor System { get; } = new(null, "Ronchin Facile", ActorKind.System);
}
