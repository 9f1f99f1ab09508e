using System.Collections.Immutable;
using GruBuilder.Forms.Analysis;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Forms.Designer;

/// <summary>What happened to a form being drawn.</summary>
/// <param name="Before">The state before.</param>
/// <param name="After">The state after.</param>
/// <param name="Edit">The edit, or null for undo and redo.</param>
/// <param name="By">The session that asked for it.</param>
public sealed record DesignChange(DesignState Before, DesignState After, FormEdit? Edit, DesignSession By);

/// <summary>
/// A form being drawn: edits are applied here one after the other, in one order, whoever they come from.
/// Each person looks at it through a <see cref="DesignSession"/>. Safe to use from several circuits.
/// </summary>
public sealed class DesignDocument
{
    private readonly Lock _gate = new();
    private readonly DesignHistory _history;
    private readonly IReadOnlyCollection<int> _others;
    private FormDefinition? _compiled;
    private FormProgram? _program;
    private ImmutableArray<Finding> _findings;
    private ImmutableArray<Finding> _analysis;

    /// <summary>Starts from a form, which counts as saved.</summary>
    /// <param name="form">The working copy.</param>
    /// <param name="published">The version that citizens fill now, or null: what it calls by a name keeps that name.</param>
    /// <param name="lists">The reference lists there are, or null.</param>
    /// <param name="others">How many questions each of the town's other forms asks, to compare its length with; or null.</param>
    public DesignDocument(FormDefinition form, FormDefinition? published = null, IReferenceLists? lists = null, IReadOnlyCollection<int>? others = null)
    {
        Lists = lists;
        _others = others ?? [];
        _history = new DesignHistory(form);
        Published = published;
    }

    /// <summary>Raised after each change, in order, outside any lock, on the thread of whoever made it.</summary>
    public event Action<DesignChange>? Changed;

    /// <summary>The version that citizens fill now, or null.</summary>
    public FormDefinition? Published { get; set; }

    /// <summary>The reference lists that fields may take their options from, or null.</summary>
    public IReferenceLists? Lists { get; }

    /// <summary>The form and the numbers of its fields.</summary>
    public DesignState State
    {
        get { lock (_gate) return _history.Now; }
    }

    /// <summary>The form as it is.</summary>
    public FormDefinition Form => State.Form;

    /// <summary>The form compiled, its lists filled in; made once for each state that somebody asks about.</summary>
    public FormProgram Program
    {
        get
        {
            lock (_gate)
            {
                if (!ReferenceEquals(_compiled, _history.Now.Form))
                {
                    _compiled = _history.Now.Form;
                    _program = FormProgram.Compile(Lists is null ? _compiled : ReferenceLists.Fill(_compiled, Lists));
                    _findings = default;
                    _analysis = default;
                }

                return _program!;
            }
        }
    }

    /// <summary>What is wrong, or could be better, in the form as it is.</summary>
    public ImmutableArray<Finding> Findings
    {
        get
        {
            lock (_gate)
            {
                var program = Program;
                if (!_findings.IsDefault) return _findings;
                _findings = FormLinter.Check(program, Lists);
                if (FormLinter.CheckLength(program.Definition, _others) is { } length) _findings = _findings.Add(length);
                return _findings;
            }
        }
    }

    /// <summary>What trying answers out shows of the form as it is; worked out when it is first asked for.</summary>
    public ImmutableArray<Finding> Analysis
    {
        get
        {
            lock (_gate)
            {
                var program = Program;
                if (_analysis.IsDefault) _analysis = FormAnalysis.Check(program, DateOnly.FromDateTime(DateTime.Today));
                return _analysis;
            }
        }
    }

    /// <summary>What undo would undo, or null.</summary>
    public string? UndoName
    {
        get { lock (_gate) return _history.UndoName; }
    }

    /// <summary>What redo would do again, or null.</summary>
    public string? RedoName
    {
        get { lock (_gate) return _history.RedoName; }
    }

    /// <summary>Whether the form is as it was last saved.</summary>
    public bool IsSaved
    {
        get { lock (_gate) return _history.IsSaved; }
    }

    /// <summary>Notes that this form is now in safety.</summary>
    public void MarkSaved(FormDefinition form)
    {
        lock (_gate) _history.MarkSaved(form);
    }

    /// <summary>Ends a burst of typing.</summary>
    public void EndBurst()
    {
        lock (_gate) _history.EndBurst();
    }

    /// <summary>Works an edit out from the form as it is now, and applies it.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="make">Makes the edit from the newest form; null when there is nothing to do.</param>
    /// <param name="joinLast">Counts as part of the last step.</param>
    /// <returns>What changed; null when nothing did.</returns>
    internal DesignChange? Apply(DesignSession by, Func<FormDefinition, FormEdit?> make, bool joinLast = false)
    {
        DesignChange change;
        lock (_gate)
        {
            if (make(_history.Now.Form) is not { } edit || _history.Apply(edit, joinLast) is not { } before) return null;
            change = new DesignChange(before, _history.Now, edit, by);
        }

        Changed?.Invoke(change);
        return change;
    }

    internal (DesignChange Change, string Name)? Travel(DesignSession by, bool back)
    {
        DesignChange change;
        DesignStep step;
        lock (_gate)
        {
            var before = _history.Now;
            if ((back ? _history.Undo() : _history.Redo()) is not { } found) return null;
            step = found;
            change = new DesignChange(before, _history.Now, null, by);
        }

        Changed?.Invoke(change);
        return (change, step.Name);
    }
}
