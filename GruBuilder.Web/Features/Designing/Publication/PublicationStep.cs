using System.Security.Claims;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Catalogue;
using GruBuilder.Web.Features.Municipality;

namespace GruBuilder.Web.Features.Designing.Publication;

/// <summary>What was done on the way to publication.</summary>
public enum StepKind
{
    /// <summary>Given to communication to read over.</summary>
    Submitted,

    /// <summary>Read over, every point ticked.</summary>
    Reviewed,

    /// <summary>Sent back with a word.</summary>
    SentBack,

    /// <summary>Approved by the service head.</summary>
    Approved,

    /// <summary>Changed after review or approval, which no longer hold.</summary>
    Changed,

    /// <summary>Published.</summary>
    Published,

    /// <summary>Planned to be published at a moment to come.</summary>
    Planned,

    /// <summary>What was planned was given up.</summary>
    PlanCancelled,

    /// <summary>The planned moment came, and it could not be published.</summary>
    PlanFailed,

    /// <summary>The procedure was withdrawn from the catalogue.</summary>
    Retired,

    /// <summary>The procedure was opened to citizens again.</summary>
    Reopened,
}

/// <summary>One step of a form on its way to publication: who, when, with which word. Never changed and never removed.</summary>
public sealed class PublicationStep : IAppendOnly
{
    /// <summary>Identifier.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The procedure.</summary>
    public required Guid ProcedureId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Name of who acted, as it was then.</summary>
    public required string ActorName { get; init; }

    /// <summary>What was done.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>The word given with it; empty when the kind says it all.</summary>
    public string Word { get; init; } = "";

    /// <summary>SHA-256 of the form that it concerns, or null.</summary>
    public string? Sha256 { get; init; }

    /// <summary>What was done, in a few words.</summary>
    public string InWords => Kind switch
    {
        StepKind.Submitted => "Relecture demandée",
        StepKind.Reviewed => "Relu",
        StepKind.SentBack => "Renvoyé pour corrections",
        StepKind.Approved => "Approuvé",
        StepKind.Changed => "Modifié après la relecture",
        StepKind.Published => "Publié",
        StepKind.Planned => "Publication prévue",
        StepKind.PlanCancelled => "Publication prévue annulée",
        StepKind.PlanFailed => "Publication prévue non faite, demandée",
        StepKind.Retired => "Démarche retirée du catalogue",
        StepKind.Reopened => "Démarche rouverte",
        _ => throw new InvalidOperationException($"Word {Kind} in French here."),
    };

    /// <summary>Notes a step of a person.</summary>
    /// <param name="procedure">The procedure, already as it is after the step.</param>
    /// <param name="person">Who acts.</param>
    /// <param name="kind">What is done.</param>
    /// <param name="now">The moment.</param>
    /// <param name="word">The word given with it.</param>
    /// <param name="sha256">SHA-256 of the form that it concerns, when the procedure no longer keeps it.</param>
    public static PublicationStep Of(Procedure procedure, ClaimsPrincipal person, StepKind kind, DateTimeOffset now, string word = "", string? sha256 = null) =>
        Of(procedure, new Publisher(person.Id(), person.FullName()), kind, now, word, sha256);

    /// <summary>What is said of a planned publication that a step took back.</summary>
    internal static string PlanGone(TownClock clock, DateTimeOffset planned) => $"La publication prévue le {clock.DateAndHour(planned)} est annulée.";

    /// <summary>Notes a step done for somebody.</summary>
    internal static PublicationStep Of(Procedure procedure, Publisher by, StepKind kind, DateTimeOffset now, string word, string? sha256 = null) => new()
    {
        ProcedureId = procedure.Id, At = now, ActorId = by.Id, ActorName = by.Name, Kind = kind, Word = word, Sha256 = sha256 ?? procedure.StageSha256,
    };
}

/// <summary>In whose name a step is done.</summary>
/// <param name="Id">Their account.</param>
/// <param name="Name">Their name.</param>
internal sealed record Publisher(Guid? Id, string Name);

/// <summary>Where a procedure stands, for its screens.</summary>
/// <param name="Status">For citizens.</param>
/// <param name="Stage">The form being drawn.</param>
/// <param name="Number">The version that citizens fill, or null.</param>
/// <param name="PlannedAt">When it is to be published by itself, or null.</param>
public sealed record Standing(ProcedureStatus Status, FormStage Stage, int? Number, DateTimeOffset? PlannedAt = null)
{
    /// <summary>A procedure's.</summary>
    public static Standing Of(Procedure procedure) => new(procedure.Status, procedure.Stage, procedure.PublishedNumber, procedure.PlannedAt);
}
