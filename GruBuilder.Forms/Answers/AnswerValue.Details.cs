using System.Collections.Immutable;

namespace GruBuilder.Forms.Answers;

/// <summary>What a person added to a chosen option: « Autre : à pied ».</summary>
/// <param name="Option">The option's value; <c>true</c> or <c>false</c> for yes or no.</param>
/// <param name="Text">What was added.</param>
public readonly record struct ChoiceDetail(string Option, string Text);

/// <content>Details travel with the choice that asks for them; whoever reads only the choice does not see them.</content>
public readonly partial struct AnswerValue
{
    private object? Bare => _object is Detailed detailed ? detailed.Value : _object;

    /// <summary>The details of the chosen options.</summary>
    public ImmutableArray<ChoiceDetail> Details => _object is Detailed detailed ? detailed.Details : [];

    /// <summary>The same answer without its details.</summary>
    public AnswerValue WithoutDetails => _object is Detailed detailed ? new(Kind, detailed.Value, _number) : this;

    /// <summary>What was added to a chosen option; empty when nothing was.</summary>
    public string DetailOf(string option)
    {
        foreach (var detail in Details)
        {
            if (string.Equals(detail.Option, option, StringComparison.Ordinal)) return detail.Text;
        }

        return "";
    }

    /// <summary>The same answer with another detail of an option; unchanged when the option is not chosen.</summary>
    public AnswerValue WithDetail(string option, string? text)
    {
        if (!IsChosen(option)) return this;
        var others = Details.RemoveAll(d => string.Equals(d.Option, option, StringComparison.Ordinal));
        return With(string.IsNullOrWhiteSpace(text) ? others : others.Add(new ChoiceDetail(option, text.Trim())));
    }

    /// <summary>The same answer with those details of another one whose options are chosen in both.</summary>
    public AnswerValue WithDetailsOf(AnswerValue other)
    {
        var made = this;
        foreach (var detail in other.Details) made = made.WithDetail(detail.Option, detail.Text);
        return made;
    }

    private bool HasSameDetails(in AnswerValue other) =>
        (_object is not Detailed && other._object is not Detailed) || Details.AsSpan().SequenceEqual(other.Details.AsSpan());

    private bool IsChosen(string option) => Kind switch
    {
        AnswerKind.Text or AnswerKind.Boolean => string.Equals(ToString(), option, StringComparison.Ordinal),
        AnswerKind.List => AsList.Contains(option, StringComparer.Ordinal),
        _ => false,
    };

    // In one order, so that the same details are always equal.
    private AnswerValue With(ImmutableArray<ChoiceDetail> details) => details.IsEmpty
        ? WithoutDetails
        : new(Kind, new Detailed(Bare, details.Sort((a, b) => string.CompareOrdinal(a.Option, b.Option))), _number);

    private sealed record Detailed(object? Value, ImmutableArray<ChoiceDetail> Details);
}
