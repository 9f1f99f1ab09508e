using System.Collections.Immutable;
using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Definitions;

/// <summary>When something applies: comparisons, joined by all, any or none, nested as deep as needed.</summary>
public abstract record Condition
{
    private protected Condition() { }

    /// <summary>The keys of the fields that it reads, with repeats.</summary>
    public abstract IEnumerable<string> FieldKeys();
}

/// <summary>How a field's answer is compared.</summary>
public enum Comparator
{
    /// <summary>Is the same; an absent answer equals nothing.</summary>
    IsEqualTo,

    /// <summary>Is not the same; true of an absent answer.</summary>
    IsNotEqualTo,

    /// <summary>A list holds the value, or a text holds the words.</summary>
    Contains,

    /// <summary>The contrary of <see cref="Contains"/>; true of an absent answer.</summary>
    DoesNotContain,

    /// <summary>Lower, or earlier; false of an absent answer.</summary>
    IsLessThan,

    /// <summary>Lower or the same; false of an absent answer.</summary>
    IsAtMost,

    /// <summary>Higher, or later; false of an absent answer.</summary>
    IsGreaterThan,

    /// <summary>Higher or the same; false of an absent answer.</summary>
    IsAtLeast,

    /// <summary>There is an answer.</summary>
    IsAnswered,

    /// <summary>There is no answer.</summary>
    IsNotAnswered,
}

/// <summary>What is made of a column of a repeated group before it is compared.</summary>
public enum Aggregate
{
    /// <summary>The sum of the answers.</summary>
    Sum,

    /// <summary>How many answers there are.</summary>
    Count,

    /// <summary>The lowest.</summary>
    Min,

    /// <summary>The highest.</summary>
    Max,
}

/// <summary>One comparison of a field's answer with a fixed value, or with another answer.</summary>
/// <param name="Field">
/// The field's key; inside a row, fields of the same row come first. Also <c>$today</c>, <c>$account.city</c> (see
/// <see cref="AccountAttribute"/>), and with <see cref="Of"/> a column: <c>enfants.age</c>.
/// </param>
/// <param name="Is">How to compare.</param>
/// <param name="Value">The fixed value: text, number, yes/no, or a day as text; absent for <see cref="Comparator.IsAnswered"/>.</param>
public sealed record Comparison(string Field, Comparator Is, AnswerValue Value = default) : Condition
{
    /// <summary>What today's date is called.</summary>
    public const string Today = "$today";

    /// <summary>What the account's attributes' names begin with.</summary>
    public const string AccountPrefix = "$account.";

    /// <summary>The key of the field to compare with, in place of <see cref="Value"/>; or null.</summary>
    public string? OtherField { get; init; }

    /// <summary>What is made of the column that <see cref="Field"/> names; null for a single answer.</summary>
    public Aggregate? Of { get; init; }

    /// <summary>Whether this comparator takes a value.</summary>
    public static bool TakesValue(Comparator comparator) => comparator is not (Comparator.IsAnswered or Comparator.IsNotAnswered);

    /// <inheritdoc/>
    public override IEnumerable<string> FieldKeys()
    {
        if (Field.Length > 0 && Field[0] != '$')
        {
            var dot = Of is null ? -1 : Field.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0)
            {
                yield return Field;
            }
            else
            {
                yield return Field[..dot];
                yield return Field[(dot + 1)..];
            }
        }

        if (OtherField is { } other && other[0] != '$') yield return other;
    }
}

/// <summary>How the parts of a condition are joined.</summary>
public enum Junction
{
    /// <summary>All hold (true when there are none).</summary>
    All,

    /// <summary>At least one holds.</summary>
    Any,

    /// <summary>None holds.</summary>
    None,
}

/// <summary>Several conditions joined.</summary>
/// <param name="Join">How.</param>
/// <param name="Parts">The conditions.</param>
public sealed record JoinedCondition(Junction Join, ImmutableArray<Condition> Parts) : Condition
{
    /// <inheritdoc/>
    public override IEnumerable<string> FieldKeys() => Parts.SelectMany(p => p.FieldKeys());
}

/// <summary>A condition of the form that has a name, by that name.</summary>
/// <param name="Name">The key of a <see cref="NamedCondition"/>.</param>
public sealed record ConditionReference(string Name) : Condition
{
    /// <inheritdoc/>
    public override IEnumerable<string> FieldKeys() => [];
}

/// <summary>Which rows must satisfy a condition.</summary>
public enum RowQuantifier
{
    /// <summary>At least one.</summary>
    Any,

    /// <summary>Every one (true when there are none).</summary>
    Every,

    /// <summary>None.</summary>
    None,

    /// <summary>At least as many as <see cref="RowsCondition.Count"/>.</summary>
    AtLeast,

    /// <summary>At most as many as <see cref="RowsCondition.Count"/>.</summary>
    AtMost,
}

/// <summary>A condition on the rows of a repeated group.</summary>
/// <param name="Group">The group's key.</param>
/// <param name="Quantifier">Which rows must satisfy it.</param>
/// <param name="If">What each row is held against; it reads the row's own fields first.</param>
/// <param name="Count">How many, for <see cref="RowQuantifier.AtLeast"/> and <see cref="RowQuantifier.AtMost"/>.</param>
public sealed record RowsCondition(string Group, RowQuantifier Quantifier, Condition If, int Count = 1) : Condition
{
    /// <summary>Whether this quantifier takes a number.</summary>
    public static bool TakesCount(RowQuantifier quantifier) => quantifier is RowQuantifier.AtLeast or RowQuantifier.AtMost;

    /// <inheritdoc/>
    public override IEnumerable<string> FieldKeys() => If.FieldKeys().Prepend(Group);
}

/// <summary>A condition written as a formula that gives yes or no.</summary>
/// <param name="Formula">Its text; see <c>docs/form-model.md</c>.</param>
public sealed record FormulaCondition(string Formula) : Condition
{
    /// <inheritdoc/>
    public override IEnumerable<string> FieldKeys() => Logic.FormulaParser.NamesIn(Formula);
}
