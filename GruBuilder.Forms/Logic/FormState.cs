using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Logic;

/// <summary>
/// An open form: a person's answers, and what follows from them, kept up to date change by change.
/// A hidden field's answer is kept aside in case it shows again, but counts as absent everywhere. Not thread-safe.
/// </summary>
public sealed partial class FormState
{
    /// <summary>Most rows that a group may hold, whatever its definition says.</summary>
    public const int MostRows = 1000;

    private static readonly List<FormRow> NoRows = [];
    private readonly AnswerValue[] _values;
    private readonly bool[] _visible;
    private readonly bool[] _pages;
    private readonly bool[] _named;
    private readonly bool[] _ends;
    private readonly int[] _versions;
    private readonly List<FormRow>?[] _rows;
    private int _nextRow;

    internal FormState(FormProgram program, Circumstances circumstances)
    {
        Program = program;
        Circumstances = circumstances;
        Today = circumstances.Today;
        var count = program.Fields.Length;
        _values = new AnswerValue[count];
        _visible = new bool[count];
        _versions = new int[count];
        _rows = new List<FormRow>?[count];
        _pages = new bool[program.Definition.Pages.Length];
        _named = new bool[program.Steps.Named.Length];
        _ends = new bool[program.Steps.Ends.Length];
        _dirty = new ulong[(program.Steps.Ordered.Length + 63) / 64];
        _everyRow = new ulong[_dirty.Length];
        Array.Fill(_visible, true);
        Array.Fill(_pages, true);
        foreach (var field in program.Fields)
        {
            if (field.Field is not RepeatedGroupField group)
            {
                _values[field.Slot] = FirstValue(field);
                continue;
            }

            var rows = new List<FormRow>();
            _rows[field.Slot] = rows;
            for (var i = 0; i < Math.Min(group.MinRows, MostRows); i++) rows.Add(FreshRow(field));
        }

        EvaluateAll();
    }

    /// <summary>The program it runs.</summary>
    public FormProgram Program { get; }

    /// <summary>Who fills it, and when.</summary>
    public Circumstances Circumstances { get; }

    /// <summary>The day that counts as today.</summary>
    public DateOnly Today { get; }

    /// <summary>Raised after each change.</summary>
    public event Action? Changed;

    /// <summary>Whether the page applies.</summary>
    public bool IsPageVisible(int page) => _pages[page];

    /// <summary>The way out that the answers lead to, with its zero-based page; null when the form can go on to its end.</summary>
    public (int Page, EndPage End)? End
    {
        get
        {
            for (var i = 0; i < _ends.Length; i++)
            {
                if (_ends[i]) return Program.Steps.Ends[i];
            }

            return null;
        }
    }

    /// <summary>Whether the named condition holds; false when there is no such condition.</summary>
    public bool Holds(string condition)
    {
        var conditions = Program.Definition.Conditions;
        for (var i = 0; i < conditions.Length; i++)
        {
            if (string.Equals(conditions[i].Key, condition, StringComparison.Ordinal)) return _named[i];
        }

        return false;
    }

    /// <summary>Whether the field is there for the person.</summary>
    public bool IsVisible(AnswerPlace place) => place.Row is { } row
        ? _visible[place.Field.Group!.Slot] && row.VisibleAt(place.Field.Slot)
        : _visible[place.Field.Slot];

    /// <summary>Whether an answer is needed: always, or as the answers stand.</summary>
    public bool IsRequired(AnswerPlace place) =>
        place.Field.Field is InputField field && (field.Required || place.Field.RequiredNode?.Holds(new Scope(this, place.Row)) == true);

    /// <summary>Whether the answer cannot be changed: never, or as the answers stand.</summary>
    public bool IsReadOnly(AnswerPlace place) =>
        place.Field.Field is InputField field && (field.ReadOnly || place.Field.ReadOnlyNode?.Holds(new Scope(this, place.Row)) == true);

    /// <summary>Whether the option at this place of the field's list is offered, as the answers stand.</summary>
    public bool IsOffered(AnswerPlace place, int option)
    {
        var nodes = place.Field.OptionNodes;
        return nodes.IsDefault || nodes[option]?.Holds(new Scope(this, place.Row)) != false;
    }

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

    internal bool IsAt(int slot, in AnswerValue value) => _visible[slot] && _values[slot].Equals(value);

    internal bool IsVisibleAt(int slot) => _visible[slot];

    internal ref readonly AnswerValue RefAt(int slot) => ref _values[slot];

    internal bool EndHolds(int index) => _ends[index];

    internal bool NamedAt(int index) => _named[index];

    internal List<FormRow> RowsAt(int slot) => _rows[slot] ?? NoRows;

    internal List<FormRow> EffectiveRows(int slot) => _visible[slot] ? _rows[slot] ?? NoRows : NoRows;

    /// <summary>Gives an answer, and works out what follows. Computed fields and fields that are read only take none.</summary>
    public void Set(AnswerPlace place, AnswerValue value)
    {
        if (place.Field.Field is InputField && !IsReadOnly(place)) Assign(place, value);
    }

    /// <summary>Gives an answer by key, outside groups; an unknown key is an <see cref="ArgumentException"/>.</summary>
    public void Set(string key, AnswerValue value)
    {
        if (Program.Find(key) is not { Group: null } field) throw new ArgumentException($"No field '{key}' outside groups.", nameof(key));
        Set(new AnswerPlace(field), value);
    }

    /// <summary>Adds a row, empty but for defaults; null when the group is full.</summary>
    public FormRow? AddRow(BoundField group)
    {
        var rows = _rows[group.Slot] ?? throw new ArgumentException($"'{group.Field.Key}' is not a repeated group.", nameof(group));
        if (rows.Count >= Math.Min(((RepeatedGroupField)group.Field).MaxRows, MostRows)) return null;
        var row = FreshRow(group);
        rows.Add(row);
        RowsChanged(group);
        return row;
    }

    /// <summary>Takes a row away.</summary>
    public void RemoveRow(BoundField group, FormRow row)
    {
        if (_rows[group.Slot]?.Remove(row) == true) RowsChanged(group);
    }

    /// <summary>Gives an answer even to what is read only, for whoever tries answers out.</summary>
    internal void Assign(AnswerPlace place, AnswerValue value)
    {
        if (Raw(place) == value) return;
        SetQuietly(place, value);
        Touch(place.Field, place.Row);
        Settle(place.Row);
    }

    internal void SetQuietly(AnswerPlace place, AnswerValue value)
    {
        if (place.Row is { } row) row.SetRaw(place.Field.Slot, value);
        else _values[place.Field.Slot] = value;
    }

    internal void SetQuietly(int slot, in AnswerValue value) => _values[slot] = value;

    /// <summary>Forgets every answer and every row, to be read again.</summary>
    internal void ClearQuietly()
    {
        Array.Clear(_values);
        foreach (var rows in _rows) rows?.Clear();
    }

    internal FormRow? AddRowQuietly(BoundField group)
    {
        var rows = _rows[group.Slot]!;
        if (rows.Count >= MostRows) return null;
        var row = EmptyRow(group);
        rows.Add(row);
        return row;
    }

    private FormRow EmptyRow(BoundField group) => new(++_nextRow, group.Columns.Length);

    private FormRow FreshRow(BoundField group)
    {
        var row = EmptyRow(group);
        foreach (var column in group.Columns) row.SetRaw(column.Slot, FirstValue(column));
        return row;
    }

    // What the account knows goes before the default.
    private AnswerValue FirstValue(BoundField field)
    {
        if (field.Field is not InputField input || input is { Prefill: null, Default.IsAbsent: true }) return default;
        var known = input.Prefill is { } attribute ? AnswersJson.FromLiteral(input, Circumstances.Of(attribute), Today) : default;
        return known.IsAbsent ? AnswersJson.FromLiteral(input, input.Default, Today) : known;
    }
}
