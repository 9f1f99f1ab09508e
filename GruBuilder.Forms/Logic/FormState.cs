using System.Numerics;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Logic;

/// <summary>Where an answer stands: a field, or a field of one row of a group.</summary>
/// <param name="Field">The field.</param>
/// <param name="Row">The row, for a field of a group; null outside.</param>
public readonly record struct AnswerPlace(BoundField Field, FormRow? Row = null);

/// <summary>One row of a repeated group.</summary>
public sealed class FormRow
{
    private readonly AnswerValue[] _values;
    private readonly bool[] _visible;

    internal FormRow(int id, int columns)
    {
        Id = id;
        _values = new AnswerValue[columns];
        _visible = new bool[columns];
        Array.Fill(_visible, true);
    }

    /// <summary>Stays the same while the row exists, whatever is added or removed around it.</summary>
    public int Id { get; }

    internal AnswerValue RawAt(int column) => _values[column];

    internal void SetRaw(int column, AnswerValue value) => _values[column] = value;

    internal bool VisibleAt(int column) => _visible[column];

    internal void SetVisible(int column, bool visible) => _visible[column] = visible;

    internal AnswerValue EffectiveAt(int column) => _visible[column] ? _values[column] : default;
}

/// <summary>
/// An open form: a person's answers, and what follows from them, kept up to date change by change.
/// A hidden field's answer is kept aside in case it shows again, but counts as absent everywhere. Not thread-safe.
/// </summary>
public sealed class FormState
{
    /// <summary>Most rows that a group may hold, whatever its definition says.</summary>
    public const int MostRows = 1000;

    private static readonly List<FormRow> NoRows = [];
    private readonly AnswerValue[] _values;
    private readonly bool[] _visible;
    private readonly bool[] _pages;
    private readonly int[] _versions;
    private readonly List<FormRow>?[] _rows;
    private readonly ulong[] _dirty;
    private int _nextRow;

    internal FormState(FormProgram program, DateOnly today)
    {
        Program = program;
        Today = today;
        var count = program.Fields.Length;
        _values = new AnswerValue[count];
        _visible = new bool[count];
        _versions = new int[count];
        _rows = new List<FormRow>?[count];
        _pages = new bool[program.Definition.Pages.Length];
        _dirty = new ulong[(program.Steps.Length + 63) / 64];
        Array.Fill(_visible, true);
        Array.Fill(_pages, true);
        foreach (var field in program.Fields)
        {
            _values[field.Slot] = HiddenValues.Initial(field.Field);
            if (field.Field is not RepeatedGroupField group) continue;
            var rows = new List<FormRow>();
            _rows[field.Slot] = rows;
            for (var i = 0; i < Math.Min(group.MinRows, MostRows); i++) rows.Add(NewRow(field));
        }

        EvaluateAll();
    }

    /// <summary>The program it runs.</summary>
    public FormProgram Program { get; }

    /// <summary>The day that counts as today.</summary>
    public DateOnly Today { get; }

    /// <summary>Raised after each change.</summary>
    public event Action? Changed;

    /// <summary>Whether the page applies.</summary>
    public bool IsPageVisible(int page) => _pages[page];

    /// <summary>Whether the field is there for the person.</summary>
    public bool IsVisible(AnswerPlace place) => place.Row is { } row
        ? _visible[place.Field.Group!.Slot] && row.VisibleAt(place.Field.Slot)
        : _visible[place.Field.Slot];

    /// <summary>The answer that counts: absent while hidden.</summary>
    public AnswerValue this[AnswerPlace place] => IsVisible(place) ? Raw(place) : default;

    /// <summary>The answer that counts of a field outside groups, by key; absent when there is no such field.</summary>
    public AnswerValue this[string key] => Program.Find(key) is { Group: null } field ? this[new AnswerPlace(field)] : default;

    /// <summary>The answer as it was given, even while hidden.</summary>
    public AnswerValue Raw(AnswerPlace place) => place.Row is { } row ? row.RawAt(place.Field.Slot) : _values[place.Field.Slot];

    /// <summary>The rows of a group, even while it is hidden.</summary>
    public IReadOnlyList<FormRow> Rows(BoundField group) => _rows[group.Slot] ?? NoRows;

    /// <summary>Grows each time anything about the field changes: what shows it need only be drawn again then.</summary>
    public int VersionOf(BoundField field) => _versions[(field.Group ?? field).Slot];

    internal AnswerValue EffectiveAt(int slot) => _visible[slot] ? _values[slot] : default;

    internal List<FormRow> EffectiveRows(int slot) => _visible[slot] ? _rows[slot] ?? NoRows : NoRows;

    /// <summary>Gives an answer, and works out what follows. Computed fields take none.</summary>
    public void Set(AnswerPlace place, AnswerValue value)
    {
        if (place.Field.Field is not InputField || Raw(place) == value) return;
        SetQuietly(place, value);
        Touch(place.Field);
        Settle();
    }

    /// <summary>Gives an answer by key, outside groups; an unknown key is an <see cref="ArgumentException"/>.</summary>
    public void Set(string key, AnswerValue value)
    {
        if (Program.Find(key) is not { Group: null } field) throw new ArgumentException($"No field '{key}' outside groups.", nameof(key));
        Set(new AnswerPlace(field), value);
    }

    /// <summary>Adds an empty row; null when the group is full.</summary>
    public FormRow? AddRow(BoundField group)
    {
        var rows = _rows[group.Slot] ?? throw new ArgumentException($"'{group.Field.Key}' is not a repeated group.", nameof(group));
        if (rows.Count >= Math.Min(((RepeatedGroupField)group.Field).MaxRows, MostRows)) return null;
        var row = NewRow(group);
        rows.Add(row);
        RowsChanged(group);
        return row;
    }

    /// <summary>Takes a row away.</summary>
    public void RemoveRow(BoundField group, FormRow row)
    {
        if (_rows[group.Slot]?.Remove(row) == true) RowsChanged(group);
    }

    internal void SetQuietly(AnswerPlace place, AnswerValue value)
    {
        if (place.Row is { } row) row.SetRaw(place.Field.Slot, value);
        else _values[place.Field.Slot] = value;
    }

    internal void ReplaceRowsQuietly(BoundField group, int count)
    {
        var rows = _rows[group.Slot]!;
        rows.Clear();
        for (var i = 0; i < Math.Min(count, MostRows); i++) rows.Add(NewRow(group));
    }

    internal void EvaluateAll()
    {
        foreach (var step in Program.Steps) _dirty[step.Rank >> 6] |= 1UL << step.Rank;
        for (var i = 0; i < _versions.Length; i++) _versions[i]++;
        Settle();
    }

    private FormRow NewRow(BoundField group)
    {
        var row = new FormRow(++_nextRow, group.Columns.Length);
        foreach (var column in group.Columns) row.SetRaw(column.Slot, HiddenValues.Initial(column.Field));
        return row;
    }

    private void RowsChanged(BoundField group)
    {
        Touch(group);
        foreach (var column in group.Columns)
        {
            if (column.Visibility is { Rank: >= 0 } v) MarkDirty(v);
            if (column.Computation is { Rank: >= 0 } c) MarkDirty(c);
            MarkReaders(column);
        }

        Settle();
    }

    private void Touch(BoundField field)
    {
        Grow(field);
        MarkReaders(field);
    }

    // Another answer here means other options there.
    private void Grow(BoundField field)
    {
        _versions[(field.Group ?? field).Slot]++;
        foreach (var follower in field.Followers) Grow(follower);
    }

    private void MarkReaders(BoundField field)
    {
        foreach (var reader in field.Readers)
        {
            if (reader.Rank >= 0) MarkDirty(reader);
        }
    }

    private void MarkDirty(Step step) => _dirty[step.Rank >> 6] |= 1UL << step.Rank;

    // Whatever a step dirties has a higher rank, so one sweep upwards settles everything.
    private void Settle()
    {
        for (var word = 0; word < _dirty.Length; word++)
        {
            while (_dirty[word] != 0)
            {
                var bit = BitOperations.TrailingZeroCount(_dirty[word]);
                _dirty[word] &= ~(1UL << bit);
                Run(Program.Steps[(word << 6) + bit]);
            }
        }

        Changed?.Invoke();
    }

    private void Run(Step step)
    {
        if (step.Kind == StepKind.PageVisibility)
        {
            var visible = step.Node!.Holds(new Scope(this, null));
            if (_pages[step.Page] == visible) return;
            _pages[step.Page] = visible;
            foreach (var next in step.Next) MarkDirty(next);
            return;
        }

        var field = step.Field!;
        var changed = field.Group is { } group ? RunInRows(step, field, group) : RunOnce(step, field);
        if (changed) Touch(field);
    }

    private bool RunOnce(Step step, BoundField field)
    {
        var scope = new Scope(this, null);
        if (step.Kind == StepKind.FieldVisibility)
        {
            var visible = _pages[field.Page] && step.Node?.Holds(scope) != false;
            if (_visible[field.Slot] == visible) return false;
            _visible[field.Slot] = visible;
            if (field.Field is RepeatedGroupField)
            {
                foreach (var column in field.Columns) MarkReaders(column);
            }

            return true;
        }

        var value = step.Node!.Run(scope);
        if (_values[field.Slot] == value) return false;
        _values[field.Slot] = value;
        return true;
    }

    private bool RunInRows(Step step, BoundField field, BoundField group)
    {
        var changed = false;
        foreach (var row in _rows[group.Slot]!)
        {
            var scope = new Scope(this, row);
            if (step.Kind == StepKind.FieldVisibility)
            {
                var visible = step.Node!.Holds(scope);
                if (row.VisibleAt(field.Slot) == visible) continue;
                row.SetVisible(field.Slot, visible);
            }
            else
            {
                var value = step.Node!.Run(scope);
                if (row.RawAt(field.Slot) == value) continue;
                row.SetRaw(field.Slot, value);
            }

            changed = true;
        }

        return changed;
    }
}
