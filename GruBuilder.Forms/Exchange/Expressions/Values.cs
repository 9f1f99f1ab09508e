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
            case YesNoField or ConsentField:
                if (value.AsBoolean is not null) return value;
                var text = value.ToString();
                if (draft.YesNoValues is { } stored) return text == stored.Yes ? AnswerValue.Of(true) : text == stored.No ? AnswerValue.Of(false) : default;
                return text is "true" ? AnswerValue.Of(true) : text is "false" ? AnswerValue.Of(false) : default;
            case NumberField or AmountField or RatingField:
                if (value.AsNumber is not null) return value;
                return decimal.TryParse(value.AsText, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? AnswerValue.Of(number) : default;
            case DateField:
                return value.AsText is { } day && DateBound.TryParse(DayOf(day), out var bound) ? AnswerValue.Of(bound.ToString()) : default;
            case TimeField:
                return Moments.ReadTime(value.AsText) is { } time ? AnswerValue.Of(time.ToString("HH:mm", CultureInfo.InvariantCulture)) : default;
            case DateTimeField:
                return MomentOf(value.AsText) is { } moment ? AnswerValue.Of(moment.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)) : default;
            case MonthField:
                return value.AsText is { Length: >= 7 } month && CalendarMonth.TryParse(month[..7], out var whole) ? AnswerValue.Of(whole.ToString()) : default;
            case ChoiceField choice:
                return value.Kind is AnswerKind.Text or AnswerKind.Number or AnswerKind.Boolean && choice.FindOption(value.ToString()) is { } option ? AnswerValue.Of(option.Value) : default;
            case ShortTextField or LongTextField or EmailField or TelephoneField or IdentifierField or HiddenValueField:
                return value.Kind is AnswerKind.Text or AnswerKind.Number ? AnswerValue.Of(value.ToString()) : default;
            case ComputedField:
                return value;
            default:
                return default;
        }
    }

    /// <summary>The day of a moment: <c>2026-11-25T00:00:00Z</c> is 2026-11-25.</summary>
    public static string DayOf(string moment) => moment.Length > 10 && moment[10] is 'T' or ' ' ? moment[..10] : moment;

    // With a « Z » the hour is London's, and the town's cannot be told from it.
    private static DateTime? MomentOf(string? text) => text is null ? null
        : Moments.ReadDateTime(text) ?? (text.Length > 16 && !text.EndsWith('Z') ? Moments.ReadDateTime(text[..16]) : Moments.ReadDate(text)?.ToDateTime(default));

    /// <summary>A default answer of the field's kind; absent when it does not fit.</summary>
    public static AnswerValue Default(DraftField draft, AnswerValue value, ImmutableArray<string> list) => draft.Field switch
    {
        MultipleChoiceField choice when list.All(v => choice.FindOption(v) is not null) => AnswerValue.Of([.. choice.Options.Select(o => o.Value).Where(list.Contains)]),
        RankingField choice when list.Length == choice.Options.Length && choice.Options.All(o => list.Contains(o.Value)) => AnswerValue.Of(list),
        MultipleChoiceField or RankingField => default,

        // Nobody agrees by leaving a box as it was found.
        ConsentField => default,
        _ => For(draft, value),
    };

    /// <summary>Its answers come one before the other.</summary>
    public static bool HasOrder(Field field) => field is NumberField or AmountField or RatingField or DateField or TimeField or DateTimeField or MonthField or ComputedField;

    /// <summary>Its answers are words.</summary>
    public static bool IsText(Field field) => field is ShortTextField or LongTextField or EmailField or TelephoneField or IdentifierField or HiddenValueField;

    /// <summary>Only whether there is an answer can be asked of it.</summary>
    public static bool IsOpaque(Field field) => field is FileField or PostalAddressField or DateRangeField or CompositeField;

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
