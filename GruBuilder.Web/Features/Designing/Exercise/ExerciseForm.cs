namespace GruBuilder.Web.Features.Designing.Exercise;

/// <summary>What somebody drew to learn: one form for each account, seen by nobody else.</summary>
public sealed class ExerciseForm
{
    /// <summary>Whose it is.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The form's JSON.</summary>
    public required string Definition { get; set; }

    /// <summary>The step of the guided tour, zero-based; null when no tour is under way.</summary>
    public int? TourAt { get; set; }

    /// <summary>When it was last used.</summary>
    public required DateTimeOffset At { get; set; }
}
