using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Forms.Analysis;

/// <content>Choices with their details, and the kinds beside the usual ones.</content>
internal sealed partial class SampleAnswers
{
    public AnswerValue Visit(YesNoField field) => AnswerValue.Of(true).WithDetail("true", field.DetailIf == true ? "Exemple" : null);

    public AnswerValue Visit(SingleChoiceField field) => field.Options.FirstOrDefault(o => o is { VisibleIf: null, Parent: null }) is { } option
        ? AnswerValue.Of(option.Value).WithDetail(option.Value, option.AsksDetail ? "Exemple" : null)
        : default;

    public AnswerValue Visit(MultipleChoiceField field)
    {
        var options = field.Options.Where(o => o is { VisibleIf: null, Exclusive: false }).Take(Math.Max(1, field.MinChoices ?? 1)).ToList();
        var answer = AnswerValue.Of([.. options.Select(o => o.Value)]);
        foreach (var option in options.Where(o => o.AsksDetail)) answer = answer.WithDetail(option.Value, "Exemple");
        return answer;
    }

    public AnswerValue Visit(RankingField field) => AnswerValue.Of([.. field.Options.Select(o => o.Value)]);

    public AnswerValue Visit(AmountField field) => AnswerValue.Of(field.Min ?? Math.Min(field.Max ?? 1, 1));

    public AnswerValue Visit(TimeField field) => AnswerValue.Of(field.Min ?? field.Max ?? new TimeOnly(14, 30));

    public AnswerValue Visit(DateTimeField field) => AnswerValue.Of(Day(field.Min, field.Max).ToDateTime(new TimeOnly(14, 30)));

    public AnswerValue Visit(MonthField field) => AnswerValue.Of(CalendarMonth.Of(Day(field.Min, field.Max)));

    public AnswerValue Visit(DateRangeField field)
    {
        var day = Day(field.Min, field.Max);
        return AnswerValue.Of(new DateRange(day, day));
    }

    public AnswerValue Visit(RatingField field) => AnswerValue.Of((decimal)field.Max);

    public AnswerValue Visit(IdentifierField field)
    {
        var rule = Identifiers.Of(field.Scheme);
        return AnswerValue.Of(rule.Read(rule.Example));
    }

    public AnswerValue Visit(ConsentField field) => AnswerValue.Of(true);

    public AnswerValue Visit(HiddenValueField field) => AnswersJson.FromLiteral(field, field.Default, today);

    public AnswerValue Visit(ImageField field) => default;

    private DateOnly Day(DateBound? min, DateBound? max)
    {
        var last = max?.Resolve(today);
        return min?.Resolve(today) ?? (last < today ? last.Value : today);
    }
}
