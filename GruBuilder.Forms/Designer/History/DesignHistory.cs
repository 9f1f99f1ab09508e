using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer.Edits;

namespace GruBuilder.Forms.Designer;

/// <summary>One step in the life of a form being drawn.</summary>
/// <param name="Edits">What was done, in order; several when a burst of typing was joined. Empty for undoings.</param>
/// <param name="Name">What it is called on the undo button.</param>
/// <param name="Before">The state before.</param>
/// <param name="After">The state after.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
public sealed record DesignStep(ImmutableArray<FormEdit> Edits, string Name, DesignState Before, DesignState After, string By, DateTimeOffset At);

/// <summary>What came of an undo or redo.</summary>
/// <param name="Name">The step that was meant.</param>
/// <param name="IsDone">False when others changed the same thing since: nothing happened, and the step is no longer offered.</param>
public sealed record DesignTravel(string Name, bool IsDone);

/// <summary>
/// What was done to a form, in one order, by one or several hands, with undo and redo without limit: each hand takes back its own
/// last step, whatever others did since, as long as they left that same thing alone. Not thread-safe.
/// </summary>
public sealed class DesignHistory
{
    private readonly List<DesignStep> _steps = [];
    private readonly DesignHand _own = new();
    private readonly TimeProvider _time;
    private int _nextId;
    private FormDefinition _saved;

    /// <summary>Starts from a form, which counts as saved.</summary>
    /// <param name="form">The form.</param>
    /// <param name="surroundings">What it is checked against; null for nothing.</param>
    /// <param name="time">The source of time; null for the system's.</param>
    public DesignHistory(FormDefinition form, DesignSurroundings? surroundings = null, TimeProvider? time = null)
    {
        _saved = form;
        _time = time ?? TimeProvider.System;
        Now = new DesignState(form, Number(ImmutableDictionary.Create<string, int>(StringComparer.Ordinal), FormDefinition.Empty, form), surroundings ?? DesignSurroundings.None);
    }

    /// <summary>The form as it is.</summary>
    public DesignState Now { get; private set; }

    /// <summary>Every step of every hand, undoings included, oldest first.</summary>
    public IReadOnlyList<DesignStep> Steps => _steps;

    /// <summary>The steps of the one hand there is, oldest first, without those taken back.</summary>
    public IEnumerable<DesignStep> Done => _own.Done.SelectMany(s => s.Parts);

    /// <summary>The name of what undo would undo; null when there is nothing.</summary>
    public string? UndoName => UndoNameOf(_own);

    /// <summary>The name of what redo would do again; null when there is nothing.</summary>
    public string? RedoName => RedoNameOf(_own);

    /// <summary>Whether the form is as it was last saved.</summary>
    public bool IsSaved => ReferenceEquals(_saved, Now.Form);

    /// <summary>The name of what undo would take back for this hand; null when there is nothing.</summary>
    public static string? UndoNameOf(DesignHand hand) => hand.Done is [.., var last] ? last.Name : null;

    /// <summary>The name of what redo would do again for this hand; null when there is nothing.</summary>
    public static string? RedoNameOf(DesignHand hand) => hand.Undone is [.., var last] ? last.Name : null;

    /// <summary>Notes that this form is now in safety. It may be an older one: more was done meanwhile.</summary>
    public void MarkSaved(FormDefinition form) => _saved = form;

    /// <summary>Ends a burst of typing: what follows is a step of its own.</summary>
    /// <param name="hand">Whose; null for the one hand there is.</param>
    public void EndBurst(DesignHand? hand = null) => (hand ?? _own).BurstIsOpen = false;

    /// <summary>Applies an edit.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="joinLast">Counts as part of the hand's last step, whatever it was: undone with it.</param>
    /// <param name="hand">Who does it; null for the one hand there is.</param>
    /// <returns>The state before; null when nothing changed.</returns>
    public DesignState? Apply(FormEdit edit, bool joinLast = false, DesignHand? hand = null) => Apply(edit, joinLast, hand, out _);

    /// <summary>Applies an edit, and says which link to a block kept it from being done.</summary>
    internal DesignState? Apply(FormEdit edit, bool joinLast, DesignHand? hand, out BlockLink? locked)
    {
        locked = null;
        hand ??= _own;
        var before = Now;
        var form = edit.Apply(before.Form);
        if (ReferenceEquals(form, before.Form)) return null;
        locked = BlockFields.Locked(edit, before.Form, form);
        if (locked is not null) return null;
        Now = StateOf(form, before.Form, IdsAfter(edit, before, form));
        hand.Undone.Clear();
        var joins = Joins(hand, edit);
        if (hand.Done is [.., var last] && (joinLast || joins) && ReferenceEquals(_steps[^1], last.Last))
        {
            // Edits of a burst replace what they change as a whole: the last one says it all.
            var joined = last.Last with { Edits = joins ? last.Last.Edits.SetItem(last.Last.Edits.Length - 1, edit) : last.Last.Edits.Add(edit), After = Now };
            _steps[^1] = joined;
            hand.Done[^1] = last with { Parts = last.Parts.SetItem(last.Parts.Length - 1, joined) };
        }
        else
        {
            var step = new DesignStep([edit], edit.Describe(before.Form), before, Now, hand.Name, _time.GetUtcNow());
            _steps.Add(step);
            if (hand.Done is [.., var open] && (joinLast || joins)) hand.Done[^1] = open with { Parts = open.Parts.Add(step) };
            else hand.Done.Add(new HandStep(step.Name, [step]));
        }

        hand.BurstIsOpen = true;
        return before;
    }

    /// <summary>Takes a hand's last step back.</summary>
    /// <param name="hand">Whose; null for the one hand there is.</param>
    /// <returns>What came of it; null when there is none.</returns>
    public DesignTravel? Undo(DesignHand? hand = null)
    {
        hand ??= _own;
        return Travel(hand, hand.Done, hand.Undone, "Annuler");
    }

    /// <summary>Does a hand's last undone step again.</summary>
    /// <param name="hand">Whose; null for the one hand there is.</param>
    /// <returns>What came of it; null when there is none.</returns>
    public DesignTravel? Redo(DesignHand? hand = null)
    {
        hand ??= _own;
        return Travel(hand, hand.Undone, hand.Done, "Rétablir");
    }

    private DesignTravel? Travel(DesignHand hand, List<HandStep> from, List<HandStep> to, string verb)
    {
        if (from is not [.., var step]) return null;
        hand.BurstIsOpen = false;
        from.RemoveAt(from.Count - 1);
        var before = Now;
        if (step.IsUndisturbed(before)) Now = step.Parts[0].Before;
        else if (Without(step, before) is { } state) Now = state;
        else return new DesignTravel(step.Name, false);

        ImmutableArray<FormEdit> back = [.. step.Parts.SelectMany(p => p.Edits).Reverse().Select(e => e.Inverse ?? e)];
        to.Add(new HandStep(step.Name, [new DesignStep(back, step.Name, before, Now, hand.Name, _time.GetUtcNow())]));
        _steps.Add(new DesignStep([], $"{verb} : {step.Name}", before, Now, hand.Name, _time.GetUtcNow()));
        return new DesignTravel(step.Name, true);
    }

    private DesignState? Without(HandStep step, DesignState now)
    {
        for (var i = step.Parts.Length - 1; i >= 0; i--)
        {
            if (FormReversal.Revert(step.Parts[i], now.Form) is not { } form) return null;
            now = StateOf(form, FormDefinition.Empty, IdsAfter(form, now, step.Parts[i]));
        }

        return now;
    }

    private static bool Joins(DesignHand hand, FormEdit edit) =>
        hand is { BurstIsOpen: true, Done: [.., { Last.Edits: [.., var earlier] }] } && edit.Burst is { } burst && string.Equals(earlier.Burst, burst, StringComparison.Ordinal);

    private DesignState StateOf(FormDefinition form, FormDefinition numbered, ImmutableDictionary<string, int> ids) => new(form, Number(ids, numbered, form), Now.Surroundings);

    private static ImmutableDictionary<string, int> IdsAfter(FormEdit edit, DesignState before, FormDefinition form)
    {
        var ids = Renamed(before.Ids, edit.Renames);
        if (edit is RestoreForm { Ids: { } then })
        {
            var back = form.AllFields().Select(f => f.Key).Where(then.ContainsKey).Distinct(StringComparer.Ordinal).ToDictionary(k => k, k => then[k], StringComparer.Ordinal);
            var taken = back.Values.ToHashSet();
            return ids.RemoveRange(ids.Where(i => taken.Contains(i.Value)).Select(i => i.Key)).SetItems(back);
        }

        if (edit.ReplacesForm) return ids;

        // What gets the name of something that is gone is something else.
        foreach (var field in FormChanges.Between(before.Form, form))
        {
            if (ids.ContainsKey(field.Key) && field.Key != edit.Renames?.New && before.Form.FindField(field.Key) is null) ids = ids.Remove(field.Key);
        }

        return ids;
    }

    private static ImmutableDictionary<string, int> Renamed(ImmutableDictionary<string, int> ids, (string Old, string New)? renames) =>
        renames is var (old, made) && ids.TryGetValue(old, out var id) ? ids.Remove(old).SetItem(made, id) : ids;

    // What comes back has the number that it had, unless a field of now has it.
    private static ImmutableDictionary<string, int> IdsAfter(FormDefinition form, DesignState now, DesignStep step)
    {
        var ids = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        var keys = form.AllFields().Select(f => f.Key).ToList();
        foreach (var key in keys)
        {
            if (now.Ids.TryGetValue(key, out var id) && now.Form.FindField(key) is not null) ids[key] = id;
        }

        var taken = ids.Values.ToHashSet();
        foreach (var key in keys)
        {
            if (!ids.ContainsKey(key) && step.Before.Ids.TryGetValue(key, out var id) && taken.Add(id)) ids[key] = id;
        }

        return ids.ToImmutable();
    }

    private ImmutableDictionary<string, int> Number(ImmutableDictionary<string, int> ids, FormDefinition numbered, FormDefinition form)
    {
        foreach (var field in FormChanges.Between(numbered, form))
        {
            if (!ids.ContainsKey(field.Key)) ids = ids.Add(field.Key, ++_nextId);
        }

        return ids;
    }
}
