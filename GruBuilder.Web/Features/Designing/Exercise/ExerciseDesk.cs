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
/// Forms drawn to learn: each person has one of their own, which no procedure ever sees unless that person makes one of it. It is
/// forgotten after thirty days without use.
/// </summary>
/// <param name="contexts">The database.</param>
/// <param name="clock">The time.</param>
public sealed class ExerciseDesk(IDbContextFactory<GruContext> contexts, TownClock clock)
{
    /// <summary>Longest form that is kept, in characters of JSON.</summary>
    public const int MostCharacters = 500_000;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    // What is about to be written: whoever closes the page and opens it at once finds it too.
    private readonly ConcurrentDictionary<Guid, ExerciseState> _unsaved = new();

    /// <summary>An exercise that has only begun.</summary>
    public static FormDefinition Blank { get; } = new() { Key = "exercice", Title = "Mon exercice", Pages = [new Page { Key = "page_1", Title = "Page 1" }] };

    /// <summary>The exercise of a person; null when there is none.</summary>
    public async Task<ExerciseState?> OfAsync(Guid account, CancellationToken cancel = default)
    {
        if (_unsaved.TryGetValue(account, out var state)) return state;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Exercises.AsNoTracking().FirstOrDefaultAsync(e => e.AccountId == account, cancel) is { } kept && DefinitionJson.Read(kept.Definition).Definition is { } form ? new ExerciseState(form, kept.TourAt, kept.At) : null;
    }

    /// <summary>Notes how an exercise stands; <see cref="SaveAsync"/> writes it down.</summary>
    public void Note(Guid account, FormDefinition form, int? tourAt) => _unsaved[account] = new ExerciseState(form, tourAt, clock.UtcNow);

    /// <summary>Writes down what was last noted of a person's exercise.</summary>
    /// <returns>False when the form is too long to be kept: it is there until the application stops, and the one kept before stays.</returns>
    public async Task<bool> SaveAsync(Guid account, CancellationToken cancel = default)
    {
        if (!_unsaved.TryGetValue(account, out var state)) return true;
        var json = DefinitionJson.Write(state.Form);
        if (json.Length > MostCharacters) return false;
        await WriteAsync(account, json, state, cancel);

        // What was noted anew meanwhile is written next.
        _unsaved.TryRemove(KeyValuePair.Create(account, state));
        return true;
    }

    /// <summary>Forgets exercises that nobody has used for long.</summary>
    public async Task SweepAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var before = clock.UtcNow - Kept;
        await db.Exercises.Where(e => e.At < before).ExecuteDeleteAsync(cancel);
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

    private async Task WriteAsync(Guid account, string json, ExerciseState state, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await UpdateAsync() > 0) return;
        db.Exercises.Add(new ExerciseForm { AccountId = account, Definition = json, TourAt = state.TourAt, At = state.At });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Two windows of one person began at the same moment, and the other was first; or the account is gone, and nothing is to be kept.
            await UpdateAsync();
        }

        Task<int> UpdateAsync() => db.Exercises.Where(e => e.AccountId == account)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.Definition, json).SetProperty(x => x.TourAt, state.TourAt).SetProperty(x => x.At, state.At), cancel);
    }
}

/// <summary>Forgets old exercises for as long as the application runs.</summary>
public sealed class ExerciseWorker(ExerciseDesk desk, TimeProvider time, ILogger<ExerciseWorker> log) : RepeatedWork(TimeSpan.FromMinutes(30), time, log)
{
    /// <inheritdoc/>
    protected override Task RunOnceAsync(CancellationToken cancel) => desk.SweepAsync(cancel);
}
