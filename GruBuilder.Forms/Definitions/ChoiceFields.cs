using System.Collections.Immutable;

namespace GruBuilder.Forms.Definitions;

/// <summary>One answer a list offers.</summary>
/// <param name="Value">What is stored.</param>
/// <param name="Label">What the citizen reads.</param>
/// <param name="Help">A hint under the label, or nothing.</param>
public sealed record Option(string Value, string Label, string? Help = null)
{
    /// <summary>Whoever chooses it says more in a text box: « Autre, précisez ».</summary>
    public bool AsksDetail { get; init; }

    /// <summary>In a multiple choice, it goes with no other: « Aucun ».</summary>
    public bool Exclusive { get; init; }

    /// <summary>In a linked choice, the answer of the other question for which it is offered; null for always.</summary>
    public string? Parent { get; init; }

    /// <summary>The option is offered only while this holds; an answer that is no longer offered is an error.</summary>
    public Condition? VisibleIf { get; init; }

    /// <summary>The label in English, or null.</summary>
    public string? English { get; init; }

    /// <summary>The mark of the French label that the English one was made from, or null when nobody knows.</summary>
    public string? EnglishOf { get; init; }

    /// <summary>The hint in English, or null.</summary>
    public string? EnglishHelp { get; init; }

    /// <summary>The mark of the French hint that the English one was made from, or null when nobody knows.</summary>
    public string? EnglishHelpOf { get; init; }
}

/// <summary>A field with a list of options.</summary>
public abstract record ChoiceField : InputField
{
    /// <summary>Most options of one field.</summary>
    public const int MostOptions = 50_000;

    private protected ChoiceField() { }

    /// <summary>The options, in order; those of the reference list once it is filled in.</summary>
    public ImmutableArray<Option> Options { get; init; } = [];

    /// <summary>The reference list that gives the options, or null when the form holds them itself.</summary>
    public string? List { get; init; }

    /// <summary>The option with this value, or null.</summary>
    public Option? FindOption(string value)
    {
        foreach (var option in Options)
        {
            if (string.Equals(option.Value, value, StringComparison.Ordinal)) return option;
        }

        return null;
    }
}

/// <summary>How a single choice is asked.</summary>
public enum ChoicePresentation
{
    /// <summary>A row for each option.</summary>
    Radio,

    /// <summary>A list to unfold.</summary>
    DropDown,

    /// <summary>A text box that proposes what fits.</summary>
    Autocomplete,
}

/// <summary>One of several.</summary>
public sealed record SingleChoiceField : ChoiceField
{
    private const int MostRows = 12;
    private const int MostToUnfold = 200;

    /// <summary>How it is asked; null leaves it to the number of options.</summary>
    public ChoicePresentation? Presentation { get; init; }

    /// <summary>Key of another single choice whose answer decides which options are offered, or null.</summary>
    public string? LinkedTo { get; init; }

    /// <summary>How it is asked: as said, or as suits the number of options.</summary>
    public ChoicePresentation Shown => Presentation ?? (Options.Length <= MostRows ? ChoicePresentation.Radio
        : Options.Length <= MostToUnfold ? ChoicePresentation.DropDown : ChoicePresentation.Autocomplete);

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>Any of several.</summary>
public sealed record MultipleChoiceField : ChoiceField
{
    /// <summary>Fewest choices when answered, or null.</summary>
    public int? MinChoices { get; init; }

    /// <summary>Most choices, or null.</summary>
    public int? MaxChoices { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>All options, put in an order.</summary>
public sealed record RankingField : ChoiceField
{
    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}
