using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Validation;

/// <summary>
/// Says of the commonest kinds, without making a sentence, that an answer is surely right. What is not surely right goes through
/// <see cref="AnswerRules"/>, which alone decides; so a doubt only costs time.
/// </summary>
internal abstract class QuickCheck
{
    private static readonly QuickCheck Nothing = new NeverSure();

    public abstract bool IsSurelyRight(in AnswerValue value, DateOnly today);

    public static QuickCheck For(Field field) => field switch
    {
        ShortTextField text => new OfText(text.MinLength ?? 0, text.MaxLength ?? int.MaxValue, text.Pattern is { } p ? TextPattern.Of(p) : null, oneLine: true),
        LongTextField text => new OfText(text.MinLength ?? 0, text.MaxLength ?? int.MaxValue, null, oneLine: false),
        NumberField number => new OfNumber(number.Min ?? decimal.MinValue, number.Max ?? decimal.MaxValue, number.Decimals),
        DateField date => new OfDate(date.Min, date.Max),
        SingleChoiceField choice when choice.Options.All(o => o.VisibleIf is null) => new OfChoice(choice),
        YesNoField => new OfYesNo(),
        _ => Nothing,
    };

    private sealed class NeverSure : QuickCheck
    {
        public override bool IsSurelyRight(in AnswerValue value, DateOnly today) => false;
    }

    private sealed class OfText(int min, int max, TextPattern? pattern, bool oneLine) : QuickCheck
    {
        public override bool IsSurelyRight(in AnswerValue value, DateOnly today) =>
            value.AsText is { } text && text.Length <= max && (min == 0 || text.AsSpan().Trim().Length >= min)
            && (!oneLine || !text.AsSpan().ContainsAny('\r', '\n')) && pattern?.IsMatch(text) != false;
    }

    private sealed class OfNumber(decimal min, decimal max, int decimals) : QuickCheck
    {
        public override bool IsSurelyRight(in AnswerValue value, DateOnly today) =>
            value.AsNumber is { } number && number.Scale <= decimals && number >= min && number <= max;
    }

    private sealed class OfDate(DateBound? min, DateBound? max) : QuickCheck
    {
        public override bool IsSurelyRight(in AnswerValue value, DateOnly today) =>
            value.AsDate is { } day && (min is not { } first || day >= first.Resolve(today)) && (max is not { } last || day <= last.Resolve(today));
    }

    private sealed class OfChoice(SingleChoiceField field) : QuickCheck
    {
        // Answers read from JSON hold the very text of the option.
        public override bool IsSurelyRight(in AnswerValue value, DateOnly today)
        {
            if (value.AsText is not { } text) return false;
            foreach (var option in field.Options)
            {
                if (ReferenceEquals(option.Value, text)) return true;
            }

            return false;
        }
    }

    private sealed class OfYesNo : QuickCheck
    {
        public override bool IsSurelyRight(in AnswerValue value, DateOnly today) => value.Kind == AnswerKind.Boolean;
    }
}
