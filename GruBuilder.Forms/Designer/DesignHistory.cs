using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer.Edits;

namespace GruBuilder.Forms.Designer;

/// <summary>A form at one moment, with numbers that follow each field through every renaming.</summary>
/// <param name="Form">The form.</param>
/// <param name="Ids">By key: a number that stays with the field while the form is being drawn; never shared by two fields.</param>
public sealed record DesignState(FormDefinition Form, ImmutableDictionary<string, int> Ids);

/// <summary>One step that can be undone.</summary>
/// <param name="Edits">What was done, in order; several when a burst of typing was joined.</param>
/// <param name="Name">What it is called on the undo button.</param>
/// <param name="Before">The state before.</param>
/// <param name="After">The state after.</param>
public sealed record DesignStep(ImmutableArray<FormEdit> Edits, string Name, DesignState Before, DesignState After);

/// <summary>What was done to a form, in one order, with undo and redo without limit. Not thread-safe.</summary>
public sealed class DesignHistory
{
    private readonly List<DesignStep> _steps = [];
    private int _done;
    private int _nextId;
    private bool _burstIsOpen;
    private FormDefinition _saved;

    /// <summary>Starts from a form, which counts as saved.</summary>
    public DesignHistory(FormDefinition form)
    {
        _saved = form;
        Now = new DesignState(form, Number(ImmutableDictionary.Create<string, int>(StringComparer.Ordinal), form));
    }

    /// <summary>The form as it is.</summary>
    public DesignState Now { get; private set; }

    /// <summary>The steps done so far, oldest first.</summary>
    public IEnumerable<DesignStep> Done => _steps.Take(_done);

    /// <summary>The name of what undo would undo; null when there is nothing.</summary>
    public string? UndoName => _done > 0 ? _steps[_done - 1].Name : null;

    /// <summary>The name of what redo would do again; null when there is nothing.</summary>
    public string? RedoName => _done < _steps.Count ? _steps[_done].Name : null;

    /// <summary>Whether the form is as it was last saved.</summary>
    public bool IsSaved => ReferenceEquals(_saved, Now.Form);

    /// <summary>Notes that this form is now in safety. It may be an older one: more was done meanwhile.</summary>
    public void MarkSaved(FormDefinition form) => _saved = form;

    /// <summary>Ends a burst of typing: what follows is a step of its own.</summary>
    public void EndBurst() => _burstIsOpen = false;

    /// <summary>Applies an edit.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="joinLast">Counts as part of the last step, whatever it was: undone with it.</param>
    /// <returns>The state before; null when nothing changed.</returns>
    public DesignState? Apply(FormEdit edit, bool joinLast = false)
    {
        var before = Now;
        var form = edit.Apply(before.Form);
        if (ReferenceEquals(form, before.Form)) return null;
        Now = new DesignState(form, Number(Renamed(before.Ids, edit.Renames), form));
        _steps.RemoveRange(_done, _steps.Count - _done);
        if (_done > 0 && (joinLast || Joins(edit)))
        {
            var last = _steps[^1];
            // Edits of a burst replace what they change as a whole: the last one says it all.
            _steps[^1] = last with { Edits = Joins(edit) ? last.Edits.SetItem(last.Edits.Length - 1, edit) : last.Edits.Add(edit), After = Now };
        }
        else
        {
            _steps.Add(new DesignStep([edit], edit.Describe(before.Form), before, Now));
            _done++;
        }

        _burstIsOpen = true;
        return before;
    }

    /// <summary>Takes the last step back.</summary>
    /// <returns>The step; null when there is none.</returns>
    public DesignStep? Undo()
    {
        if (_done == 0) return null;
        _burstIsOpen = false;
        var step = _steps[--_done];
        Now = step.Before;
        return step;
    }

    /// <summary>Does the last undone step again.</summary>
    /// <returns>The step; null when there is none.</returns>
    public DesignStep? Redo()
    {
        if (_done == _steps.Count) return null;
        _burstIsOpen = false;
        var step = _steps[_done++];
        Now = step.After;
        return step;
    }

    private bool Joins(FormEdit edit) => _burstIsOpen && edit.Burst is { } burst && string.Equals(_steps[_done - 1].Edits[^1].Burst, burst, StringComparison.Ordinal);

    private static ImmutableDictionary<string, int> Renamed(ImmutableDictionary<string, int> ids, (string Old, string New)? renames) =>
        renames is var (old, made) && ids.TryGetValue(old, out var id) ? ids.Remove(old).SetItem(made, id) : ids;

    private ImmutableDictionary<string, int> Number(ImmutableDictionary<string, int> ids, FormDefinition form)
    {
        foreach (var field in form.AllFields())
        {
            if (!ids.ContainsKey(field.Key)) ids = ids.Add(field.Key, ++_nextId);
        }

        return ids;
    }
}
