using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Validation;

/// <content>Choices with their details, and the kinds beside the usual ones.</content>
internal sealed partial class AnswerRules
{
    private const int LongestDetail = 500;
    private const decimal HighestAmount = 1_000_000_000_000m;

    public string? Visit(YesNoField field)
    {
        if (_value.AsBoolean is not { } flag) return say.YesOrNo(field.Label);
        return flag == field.DetailIf ? Detail(field, field.DetailLabel ?? (flag ? say.Yes : say.No), _value.ToString()) : null;
    }

    public string? Visit(SingleChoiceField field)
    {
        if (_value.AsText is not { } chosen || field.FindOption(chosen) is not { } option) return say.ChooseOne(field.Label);
        return option.AsksDetail ? Detail(field, option.Label, chosen) : null;
    }

    public string? Visit(MultipleChoiceField field)
    {
        var options = _value.AsList.Select(field.FindOption).ToList();
        if (_value.Kind != AnswerKind.List || options.Contains(null)) return say.ChooseAmong(field.Label);
        if (options.Count > 1 && options.Find(o => o!.Exclusive) is { } alone) return say.KeepAlone(field.Label, alone.Label);
        if (field.MinChoices is { } min && options.Count < min && !options.Exists(o => o!.Exclusive)) return say.TooFewChoices(field.Label, min);
        if (field.MaxChoices is { } max && options.Count > max) return say.TooManyChoices(field.Label, max);
        return options.Where(o => o!.AsksDetail).Select(o => Detail(field, o!.Label, o.Value)).FirstOrDefault(e => e is not null);
    }

    public string? Visit(RankingField field)
    {
        var ranked = _value.AsList.ToHashSet(StringComparer.Ordinal);
        return _value.Kind == AnswerKind.List && ranked.Count == _value.AsList.Length && ranked.SetEquals(field.Options.Select(o => o.Value))
            ? null
            : say.RankAll(field.Label);
    }

    public string? Visit(EmailField field) => field.Confirm && _value.AsUnreadable is not null
        ? say.EmailTwice(field.Label)
        : _value.AsText is { Length: <= 254 } text && EmailShape().IsMatch(text)
            ? null
            : say.NoEmail(field.Label);

    public string? Visit(TelephoneField field) => field.Confirm && _value.AsUnreadable is not null
        ? say.TelephoneTwice(field.Label)
        : _value.AsText is { Length: <= 30 } text && IsTelephone(text)
            ? null
            : say.NoTelephone(field.Label);

    public string? Visit(AmountField field)
    {
        if (_value.AsNumber is not { } amount || Math.Abs(amount) > HighestAmount) return say.NoAmount(field.Label);
        if (decimal.Round(amount, 2) != amount) return say.TooManyCents(field.Label);
        return (field.Min, field.Max) switch
        {
            ({ } min, { } max) when amount < min || amount > max => say.AmountBetween(field.Label, min, max),
            ({ } min, null) when amount < min => say.AmountFrom(field.Label, min),
            (null, { } max) when amount > max => say.AmountTo(field.Label, max),
            _ => null,
        };
    }

    public string? Visit(TimeField field)
    {
        if (_value.AsTime is not { } time) return say.NoTime(field.Label);
        if (field.Min is { } min && time < min) return say.TimeFrom(field.Label, min);
        if (field.Max is { } max && time > max) return say.TimeUntil(field.Label, max);
        if (field.Step is not { } step) return null;
        var first = field.Min ?? TimeOnly.MinValue;
        return (int)(time - first).TotalMinutes % step == 0
            ? null
            : say.TimeInSteps(field.Label, step, first);
    }

    public string? Visit(DateTimeField field) => _value.AsDateTime is { } moment
        ? Within(field.Label, DateOnly.FromDateTime(moment), field.Min, field.Max)
        : say.NoMoment(field.Label);

    public string? Visit(MonthField field)
    {
        if (_value.AsMonth is not { } month) return say.NoMonth(field.Label);
        if (field.Min is { } min && CalendarMonth.Of(min.Resolve(today)) is var first && month.Number < first.Number) return say.MonthFrom(field.Label, first);
        return field.Max is { } max && CalendarMonth.Of(max.Resolve(today)) is var last && month.Number > last.Number
            ? say.MonthUntil(field.Label, last)
            : null;
    }

    public string? Visit(DateRangeField field)
    {
        if (_value.AsDateRange is not { } range) return say.NoRange(field.Label);
        if (range.Days < 1) return say.RangeBackwards(field.Label);
        if (field.MaxDays is { } most && range.Days > most) return say.RangeTooLong(field.Label, most, range.Days);
        return Within(field.Label, range.From, field.Min, field.Max) ?? Within(field.Label, range.To, field.Min, field.Max);
    }

    public string? Visit(RatingField field) => _value.AsNumber is { } mark && mark == decimal.Truncate(mark) && mark >= 1 && mark <= field.Max
        ? null
        : say.NoMark(field.Label, field.Max);

    public string? Visit(IdentifierField field)
    {
        var rule = Identifiers.Of(field.Scheme);
        return _value.AsText is { } text && string.Equals(rule.Read(text), text, StringComparison.Ordinal)
            ? null
            : say.WrongIdentifier(field.Label, rule);
    }

    public string? Visit(ConsentField field) => _value.AsBoolean == true ? null : say.TickOrLeave(field.Label);

    // Whoever fills the form can do nothing about it.
    public string? Visit(HiddenValueField field) => null;

    public string? Visit(ImageField field) => null;

    private string? Detail(InputField field, string asked, string option) => _value.DetailOf(option).Length switch
    {
        0 => say.NoDetail(field.Label, asked),
        > LongestDetail => say.DetailTooLong(field.Label, LongestDetail, asked),
        _ => null,
    };

    private string? Within(string label, DateOnly day, DateBound? min, DateBound? max)
    {
        if (min?.Resolve(today) is { } first && day < first) return min.Value.IsRelative && first == today
            ? say.FromToday(label)
            : say.FromDay(label, first);
        if (max?.Resolve(today) is { } last && day > last) return max.Value.IsRelative && last == today
            ? say.UntilToday(label)
            : say.UntilDay(label, last);
        return null;
    }
}
