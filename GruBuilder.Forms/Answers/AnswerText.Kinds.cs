using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Forms.Answers;

/// <content>Choices with their details, and the kinds beside the usual ones.</content>
public static partial class AnswerText
{
    /// <summary>A month: <c>novembre 2026</c>.</summary>
    public static string Month(CalendarMonth month) => new DateOnly(month.Year, month.Month, 1).ToString("MMMM yyyy", French);

    /// <summary>A day and a time: <c>25 novembre 2026 à 14 h 30</c>.</summary>
    public static string Moment(DateTime moment) => $"{Day(DateOnly.FromDateTime(moment))} à {Hour(TimeOnly.FromDateTime(moment))}";

    /// <summary>A range: <c>du 1er juillet 2026 au 15 juillet 2026</c>; one day as itself.</summary>
    public static string Range(DateRange range) => range.From == range.To ? Day(range.From) : $"du {Day(range.From)} au {Day(range.To)}";

    /// <summary>A chosen option with what the person added to it: <c>Autre : à pied</c>.</summary>
    public static string Chosen(ChoiceField field, AnswerValue answer, string value) => WithDetail(field.FindOption(value)?.Label ?? value, answer.DetailOf(value));

    private static string WithDetail(string label, string detail) => detail.Length == 0 ? label : $"{label}\u00a0: {detail}";

    private sealed partial class Writer
    {
        public string Visit(YesNoField field) => value.AsBoolean is { } flag ? WithDetail(flag ? "Oui" : "Non", value.DetailOf(value.ToString())) : value.ToString();

        public string Visit(SingleChoiceField field) => Chosen(field, value, value.ToString());

        public string Visit(MultipleChoiceField field) => string.Join(", ", value.AsList.Select(v => Chosen(field, value, v)));

        public string Visit(RankingField field) => string.Join(", ", value.AsList.Select((v, i) => $"{i + 1}. {Chosen(field, value, v)}"));

        public string Visit(AmountField field) => value.AsNumber is { } amount ? Euros(amount) : value.ToString();

        public string Visit(TimeField field) => value.AsTime is { } time ? Hour(time) : value.ToString();

        public string Visit(DateTimeField field) => value.AsDateTime is { } moment ? Moment(moment) : value.ToString();

        public string Visit(MonthField field) => value.AsMonth is { } month ? Month(month) : value.ToString();

        public string Visit(DateRangeField field) => value.AsDateRange is { } range ? Range(range) : value.ToString();

        public string Visit(RatingField field) => value.AsNumber is { } mark ? $"{Number(mark)} sur {field.Max}" : value.ToString();

        public string Visit(IdentifierField field) => Identifiers.Of(field.Scheme).Written(value.ToString());

        // What was agreed to stands with the agreement, for whoever reads it years later.
        public string Visit(ConsentField field) => value.AsBoolean != true ? "" : WithDetail("Oui", SmallMarkdown.Plain(field.Text));

        public string Visit(HiddenValueField field) => value.ToString();

        public string Visit(ImageField field) => "";
    }
}
