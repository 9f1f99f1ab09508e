using GruBuilder.Forms.Answers;

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

    internal ref readonly AnswerValue RefAt(int column) => ref _values[column];
}
