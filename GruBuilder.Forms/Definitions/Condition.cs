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

/// <summary>One comparison of a field's answer with a fixed value.</summary>
/// <param name="Field">The field's key; inside a row, fields of the same row come first.</param>
/// <param name="Is">How to compare.</param>
/// <param name="Value">The fixed value: text, number, yes/no, or a day as text; absent for <see cref="Comparator.IsAnswered"/>.</param>
public sealed record Comparison(string Field, Comparator Is, AnswerValue Value = default) : Condition
{
    /// <summary>Whether this comparator takes a value.</summary>
    public static bool TakesValue(Comparator comparator) => comparator is not (Comparator.IsAnswered or Comparator.IsNotAnswered);

    /// <inheritdoc/>
    public override IEnumerable<string> FieldKeys() => [Field];
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
