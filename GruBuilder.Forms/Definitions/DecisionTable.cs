using System.Collections.Immutable;
using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Definitions;

/// <summary>What a column of a decision table is held against.</summary>
public enum TableInputKind
{
    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A whole number: between 3 and 4 there is no gap.</summary>
    WholeNumber,

    /// <summary>A text, such as a choice's stored value.</summary>
    Text,
}

/// <summary>A column of a decision table.</summary>
/// <param name="Label">Its heading: « Quotient familial ».</param>
/// <param name="Kind">What it takes.</param>
public sealed record TableInput(string Label, TableInputKind Kind);

/// <summary>A row of a decision table.</summary>
/// <param name="Cells">
/// One for each input, as written: <c>500</c>, <c>0..500</c> (both ends belong to it), <c>0..&lt;500</c> (the end does not),
/// <c>&lt; 500</c>, <c>&gt;= 500</c>, several parted by <c>|</c>, or empty for anything.
/// </param>
/// <param name="Result">What the table gives: a number or a text.</param>
public sealed record TableRow(ImmutableArray<string> Cells, AnswerValue Result);

/// <summary>
/// A decision or tariff table: quotient familial × number of children → fee. The first row that fits gives the result; none gives nothing.
/// Formulas read it as <c>lookup("tarif"; quotient; enfants)</c>.
/// </summary>
public sealed record DecisionTable
{
    /// <summary>Its key, unique among tables.</summary>
    public required string Key { get; init; }

    /// <summary>Its title.</summary>
    public required string Label { get; init; }

    /// <summary>Its inputs, one for each column before the result.</summary>
    public ImmutableArray<TableInput> Inputs { get; init; } = [];

    /// <summary>Its rows, in order.</summary>
    public ImmutableArray<TableRow> Rows { get; init; } = [];
}
