using System.Collections.Concurrent;
using GruBuilder.Forms.Definitions;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Municipality;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Designing.Exercise;

/// <summary>Where somebody stands who learns to draw.</summary>
/// <param name="Form">The form of the exercise.</param>
/// <param name="TourAt">The step of the guided tour, zero-based; null when no tour is under way.</param>
/// <param name="At">When it was last touched.</param>
public sealed record ExerciseState(FormDefinition Form, int? TourAt, DateTimeOffset At);

/// <summary>
/// Forms drawn to learn: each person has one of their own, in memory, which no procedure ever sees unless that person makes one of it.
/// It outlives a lost connection and a closed page, and is forgotten after a day without use or when the application stops.
/// </summary>
/// <param name="contexts">The database, for who has been invited already.</param>
/// <param name="clock">The time.</param>
public sealed class ExerciseDesk(IDbContextFactory<GruContext> contexts, TownClock clock)
{
    private const int MostKept = 1000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private readonly ConcurrentDictionary<Guid, ExerciseState> _states = new();

    /// <summary>An exercise that has only begun.</summary>
    public static FormDefinition Blank { get; } = new() { Key = "exercice", Title = "Mon exercice", Pages = [new Page { Key = "page_1", Title = "Page 1" }] };

    /// <summary>The exercise of a person; null when there is none.</summary>
    public ExerciseState? Of(Guid account) => _states.TryGetValue(account, out var state) && clock.UtcNow - state.At < Kept ? state : null;

    /// <summary>Keeps an exercise.</summary>
    public void Keep(Guid account, FormDefinition form, int? tourAt)
    {
        var now = clock.UtcNow;
        _states[account] = new ExerciseState(form, tourAt, now);
        if (_states.Count <= MostKept) return;
        foreach (var (id, _) in _states.Where(s => now - s.Value.At >= Kept)) _states.TryRemove(id, out _);
        if (_states.Count > MostKept) _states.TryRemove(_states.MinBy(s => s.Value.At).Key, out _);
    }

    /// <summary>Whether a person is to be invited to the guided tour: until they took it or put it off.</summary>
    public async Task<bool> IsNewAsync(Guid account, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Users.AnyAsync(a => a.Id == account && a.GuidedAt == null, cancel);
    }

    /// <summary>Notes that a person took the guided tour or put it off.</summary>
    public async Task NoteGuidedAsync(Guid account, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var now = clock.UtcNow;
        await db.Users.Where(a => a.Id == account && a.GuidedAt == null).ExecuteUpdateAsync(a => a.SetProperty(x => x.GuidedAt, now), cancel);
    }
}
