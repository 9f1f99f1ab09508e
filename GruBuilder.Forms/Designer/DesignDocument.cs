using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Forms.TestCases;

namespace GruBuilder.Forms.Designer;

/// <summary>What happened to a form being drawn.</summary>
/// <param name="Before">The state before.</param>
/// <param name="After">The state after.</param>
/// <param name="Edit">The edit, or null for undo and redo.</param>
/// <param name="By">The session that asked for it.</param>
public sealed record DesignChange(DesignState Before, DesignState After, FormEdit? Edit, DesignSession By);

/// <summary>Somebody who has the form open.</summary>
/// <param name="Number">Tells people apart as long as they stay.</param>
/// <param name="Name">Their name.</param>
/// <param name="Colour">Zero-based number of their colour; people who are here together have different ones, as far as there are enough.</param>
/// <param name="Selection">What they have in hand.</param>
/// <param name="IsAway">Their connection is lost for the moment.</param>
/// <param name="IsReading">They read the form over, and do not draw it.</param>
public sealed record Presence(int Number, string Name, int Colour, Selection Selection, bool IsAway = false, bool IsReading = false)
{
    /// <summary>Their name, with what they do here when they do not draw.</summary>
    public string Told => IsReading ? $"{Name}, en relecture" : Name;
}

/// <summary>
/// A form being drawn, by one or several people: edits are applied here one after the other, in one order, whoever they come from.
/// Each person looks at it through a <see cref="DesignSession"/>; nothing comes in through one that only reads. Safe to use from several circuits.
/// </summary>
public sealed class DesignDocument
{
    /// <summary>How many colours people are told apart by.</summary>
    public const int Colours = 6;

    private readonly Lock _gate = new();
    private readonly DesignHistory _history;
    private ImmutableArray<Presence> _people = [];
    private ImmutableArray<TestCase> _cases = [];
    private ImmutableArray<TestCase> _savedCases = [];
    private int _arrivals;

    /// <summary>Starts from a form, which counts as saved.</summary>
    /// <param name="form">The working copy.</param>
    /// <param name="published">The version that citizens fill now, or null: what it calls by a name keeps that name.</param>
    /// <param name="lists">The reference lists there are, or null.</param>
    /// <param name="others">How many questions each of the town's other forms asks, to compare its length with; or null.</param>
    /// <param name="time">The source of time; null for the system's.</param>
    /// <param name="cases">The recorded test cases, which count as saved; null for none.</param>
    public DesignDocument(
        FormDefinition form, FormDefinition? published = null, IReferenceLists? lists = null, IReadOnlyCollection<int>? others = null, TimeProvider? time = null, ImmutableArray<TestCase>? cases = null)
    {
        _cases = _savedCases = cases ?? [];
        Lists = lists;
        _history = new DesignHistory(form, new DesignSurroundings(lists, others ?? []), time);
        Published = published;
    }

    /// <summary>Raised after each change, in order, outside any lock, on the thread of whoever made it.</summary>
    public event Action<DesignChange>? Changed;

    /// <summary>Raised when the recorded test cases change, outside any lock, on the thread of whoever changed them.</summary>
    public event Action<DesignSession>? CasesChanged;

    /// <summary>Raised when people come, go, or take something else in hand; on the thread of whoever did.</summary>
    public event Action? PeopleChanged;

    /// <summary>Raised when people talk about the form: see <see cref="OpenTalks"/>.</summary>
    public event Action? TalksChanged;

    /// <summary>How many talks are open about each part of the form; parts without any are left out.</summary>
    public ImmutableDictionary<Selection, int> OpenTalks
    {
        get;
        set
        {
            field = value;
            TalksChanged?.Invoke();
        }
    } = ImmutableDictionary<Selection, int>.Empty;

    /// <summary>The version that citizens fill now, or null.</summary>
    public FormDefinition? Published { get; set; }

    /// <summary>The reference lists that fields may take their options from, or null.</summary>
    public IReferenceLists? Lists { get; }

    /// <summary>The form as it is now. What one person's screen shows is <see cref="DesignSession.State"/>.</summary>
    public DesignState State
    {
        get { lock (_gate) return _history.Now; }
    }

    /// <summary>Everybody who has it open, in the order in which they came.</summary>
    public ImmutableArray<Presence> People
    {
        get { lock (_gate) return _people; }
    }

    /// <summary>Every step so far, oldest first.</summary>
    public ImmutableArray<DesignStep> Steps
    {
        get { lock (_gate) return [.. _history.Steps]; }
    }

    /// <summary>The recorded test cases. They follow what is renamed in the form.</summary>
    public ImmutableArray<TestCase> Cases
    {
        get { lock (_gate) return _cases; }
    }

    /// <summary>The form and its test cases at one moment, to be saved together.</summary>
    public (FormDefinition Form, ImmutableArray<TestCase> Cases) ToSave
    {
        get { lock (_gate) return (_history.Now.Form, _cases); }
    }

    /// <summary>Whether the form and its test cases are as they were last saved.</summary>
    public bool IsSaved
    {
        get { lock (_gate) return _history.IsSaved && _cases == _savedCases; }
    }

    /// <summary>Notes that this form and these test cases are now in safety.</summary>
    public void MarkSaved(FormDefinition form, ImmutableArray<TestCase> cases)
    {
        lock (_gate)
        {
            _history.MarkSaved(form);
            _savedCases = cases;
        }
    }

    /// <summary>Changes the recorded test cases.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="change">Makes the new ones of those that there are.</param>
    public void ChangeCases(DesignSession by, Func<ImmutableArray<TestCase>, ImmutableArray<TestCase>> change)
    {
        if (!by.CanDraw) return;
        lock (_gate)
        {
            if (change(_cases) is var changed && changed == _cases) return;
            _cases = changed;
        }

        CasesChanged?.Invoke(by);
    }

    internal string? UndoNameOf(DesignHand hand)
    {
        lock (_gate) return DesignHistory.UndoNameOf(hand);
    }

    internal string? RedoNameOf(DesignHand hand)
    {
        lock (_gate) return DesignHistory.RedoNameOf(hand);
    }

    internal void EndBurst(DesignHand hand)
    {
        lock (_gate) _history.EndBurst(hand);
    }

    /// <summary>Works an edit out from the form as it is now, and applies it.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="make">Makes the edit from the form as it is now; null when there is nothing to do.</param>
    /// <param name="joinLast">Counts as part of the last step.</param>
    /// <returns>What changed; null when nothing did.</returns>
    internal DesignChange? Apply(DesignSession by, Func<DesignState, FormEdit?> make, bool joinLast = false)
    {
        if (!by.CanDraw) return null;
        DesignChange change;
        BlockLink? locked = null;
        lock (_gate)
        {
            var edit = make(_history.Now);
            var before = edit is null ? null : _history.Apply(edit, joinLast, by.Hand, out locked);
            by.Locked = locked;
            if (edit is null || before is null) return null;
            change = new DesignChange(before, _history.Now, edit, by);
            Follow(change);
        }

        Changed?.Invoke(change);
        return change;
    }

    /// <summary>Takes the session's own last step back, or does it again.</summary>
    /// <returns>What changed, null when nothing did; and which step was meant, null when there was none.</returns>
    internal (DesignChange? Change, DesignTravel? Travel) Travel(DesignSession by, bool back)
    {
        if (!by.CanDraw) return (null, null);
        DesignChange? change = null;
        DesignTravel? travel;
        lock (_gate)
        {
            var before = _history.Now;
            travel = back ? _history.Undo(by.Hand) : _history.Redo(by.Hand);
            if (travel is { IsDone: true }) Follow(change = new DesignChange(before, _history.Now, null, by));
        }

        if (change is not null) Changed?.Invoke(change);
        return (change, travel);
    }

    private void Follow(DesignChange change)
    {
        if (_cases.IsEmpty || FormRenames.Between(change.Before, change.After) is not { IsEmpty: false } renaming) return;
        _cases = [.. _cases.Select(renaming.Apply)];
    }

    internal int Enter(string name, Selection selection, bool isReading)
    {
        int number;
        lock (_gate)
        {
            number = ++_arrivals;
            var colour = Enumerable.Range(0, Colours).MinBy(c => _people.Count(p => p.Colour == c));
            _people = _people.Add(new Presence(number, name, colour, selection, IsReading: isReading));
        }

        PeopleChanged?.Invoke();
        return number;
    }

    internal void Tell(int number, Func<Presence, Presence> change)
    {
        lock (_gate)
        {
            if (_people.FirstOrDefault(p => p.Number == number) is not { } known || change(known) is var told && told == known) return;
            _people = _people.Replace(known, told);
        }

        PeopleChanged?.Invoke();
    }

    internal void Leave(int number)
    {
        lock (_gate) _people = _people.RemoveAll(p => p.Number == number);
        PeopleChanged?.Invoke();
    }
}
