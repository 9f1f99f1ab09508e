using System.Collections.Immutable;
using System.Globalization;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Exchange.Expressions;

/// <summary>Turns the values that foreign rules compare with into values of the kind that the field gives.</summary>
internal static class Values
{
    /// <summary>The value as an answer to this field would be; absent when no answer could ever be it.</summary>
    public static AnswerValue For(DraftField draft, AnswerValue value)
    {
        switch (draft.Field)
        {
            case YesNoField:
                if (value.AsBoolean is not null) return value;
                var text = value.ToString();
                if (draft.YesNoValues is { } stored) return text == stored.Yes ? AnswerValue.Of(true) : text == stored.No ? AnswerValue.Of(false) : default;
                return text is "true" ? AnswerValue.Of(true) : text is "false" ? AnswerValue.Of(false) : default;
            case NumberField:
                if (value.AsNumber is not null) return value;
                return decimal.TryParse(value.AsText, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? AnswerValue.Of(number) : default;
            case DateField:
                return value.AsText is { } day && DateBound.TryParse(DayOf(day), out var bound) ? AnswerValue.Of(bound.ToString()) : default;
            case ChoiceField choice:
                return value.Kind is AnswerKind.Text or AnswerKind.Number or AnswerKind.Boolean && choice.FindOption(value.ToString()) is { } option ? AnswerValue.Of(option.Value) : default;
            case ShortTextField or LongTextField or EmailField or TelephoneField:
                return value.Kind is AnswerKind.Text or AnswerKind.Number ? AnswerValue.Of(value.ToString()) : default;
            case ComputedField:
                return value;
            default:
                return default;
        }
    }

    /// <summary>The day of a moment: <c>2026-11-25T00:00:00Z</c> is 2026-11-25.</summary>
    public static string DayOf(string moment) => moment.Length > 10 && moment[10] is 'T' or ' ' ? moment[..10] : moment;

    /// <summary>A default answer of the field's kind; absent when it does not fit.</summary>
    public static AnswerValue Default(DraftField draft, AnswerValue value, ImmutableArray<string> list) => draft.Field switch
    {
        MultipleChoiceField choice when list.All(v => choice.FindOption(v) is not null) => AnswerValue.Of([.. choice.Options.Select(o => o.Value).Where(list.Contains)]),
        MultipleChoiceField => default,
        _ => For(draft, value),
    };

    public static TermOperator Mirror(TermOperator op) => op switch
    {
        TermOperator.Less => TermOperator.Greater,
        TermOperator.AtMost => TermOperator.AtLeast,
        TermOperator.Greater => TermOperator.Less,
        TermOperator.AtLeast => TermOperator.AtMost,
        _ => op,
    };

    public static Comparator? ComparatorOf(TermOperator op) => op switch
    {
        TermOperator.Equal => Comparator.IsEqualTo,
        TermOperator.NotEqual => Comparator.IsNotEqualTo,
        TermOperator.Less => Comparator.IsLessThan,
        TermOperator.AtMost => Comparator.IsAtMost,
        TermOperator.Greater => Comparator.IsGreaterThan,
        TermOperator.AtLeast => Comparator.IsAtLeast,
        _ => null,
    };
}
