using System.Collections.Immutable;
using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Definitions;

/// <summary>One part of a composite field's answer.</summary>
/// <param name="Name">Its name in the answer's JSON.</param>
/// <param name="Label">What the citizen reads over its box.</param>
/// <param name="Kind">What it holds.</param>
public sealed record FieldPart(string Name, string Label, AnswerKind Kind = AnswerKind.Text);

/// <summary>A question whose answer has named parts.</summary>
public abstract record CompositeField : InputField
{
    private protected CompositeField() { }

    /// <summary>The parts that an answer may have, in order.</summary>
    public abstract ImmutableArray<FieldPart> Parts { get; }

    /// <summary>The part of this name, or null.</summary>
    public FieldPart? FindPart(string name) => Parts.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.Ordinal));
}
