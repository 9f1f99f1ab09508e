using System.Collections.Immutable;

namespace GruBuilder.Forms.Definitions;

/// <summary>One answer a list offers.</summary>
/// <param name="Value">What is stored.</param>
/// <param name="Label">What the citizen reads.</param>
/// <param name="Help">A hint under the label, or nothing.</param>
public sealed record Option(string Value, string Label, string? Help = null)
{
    /// <summary>The option is offered only while this holds; an answer that is no longer offered is an error.</summary>
    public Condition? VisibleIf { get; init; }

    /// <summary>The label in English, or null.</summary>
    public string? English { get; init; }
}

/// <summary>A field with a list of options.</summary>
public abstract record ChoiceField : InputField
{
    private protected ChoiceField() { }

    /// <summary>The options, in order.</summary>
    public ImmutableArray<Option> Options { get; init; } = [];

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

/// <summary>One of several.</summary>
public sealed record SingleChoiceField : ChoiceField
{
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
