using System.Collections.Immutable;
using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Definitions;

/// <summary>The same choice asked of several things: one row each.</summary>
public sealed record MatrixField : CompositeField
{
    /// <summary>Most rows.</summary>
    public const int MostRows = 100;

    /// <summary>Most options.</summary>
    public const int MostOptions = 30;

    /// <summary>What is asked about, in order. A row's value names its part of the answer.</summary>
    public ImmutableArray<Option> Rows { get; init; } = [];

    /// <summary>The answers that every row offers.</summary>
    public ImmutableArray<Option> Options { get; init; } = [];

    /// <summary>Whether a row takes several answers.</summary>
    public bool Several { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<FieldPart> Parts => [.. Rows.Select(r => new FieldPart(r.Value, r.Label, Several ? AnswerKind.List : AnswerKind.Text))];

    /// <summary>The option with this value, or null.</summary>
    public Option? FindOption(string value) => Options.FirstOrDefault(o => string.Equals(o.Value, value, StringComparison.Ordinal));

    /// <summary>The values chosen in a row, whether it takes one or several.</summary>
    public static ImmutableArray<string> Chosen(AnswerValue row) => row.AsText is { } one ? [one] : row.AsList;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}
