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
    public static string Chosen(ChoiceField field, AnswerValue answer, string value, Language language = Language.French) =>
        WithDetail(field.FindOption(value)?.Label ?? value, answer.DetailOf(value), Notation.Of(language));

    private static string WithDetail(string label, string detail, Notation notation) => detail.Length == 0 ? label : label + notation.Colon + detail;

    private sealed partial class Writer
    {
        public string Visit(YesNoField field) => value.AsBoolean is { } flag ? WithDetail(flag ? notation.Yes : notation.No, value.DetailOf(value.ToString()), notation) : value.ToString();

        public string Visit(SingleChoiceField field) => Chosen(field, value.ToString());

        public string Visit(MultipleChoiceField field) => string.Join(", ", value.AsList.Select(v => Chosen(field, v)));

        public string Visit(RankingField field) => string.Join(", ", value.AsList.Select((v, i) => $"{i + 1}. {Chosen(field, v)}"));

        public string Visit(AmountField field) => value.AsNumber is { } amount ? notation.Euros(amount) : value.ToString();

        public string Visit(TimeField field) => value.AsTime is { } time ? notation.Hour(time) : value.ToString();

        public string Visit(DateTimeField field) => value.AsDateTime is { } moment ? notation.Moment(moment) : value.ToString();

        public string Visit(MonthField field) => value.AsMonth is { } month ? notation.Month(month) : value.ToString();

        public string Visit(DateRangeField field) => value.AsDateRange is { } range ? notation.Range(range) : value.ToString();

        public string Visit(RatingField field) => value.AsNumber is { } mark ? notation.Mark(mark, field.Max) : value.ToString();

        public string Visit(IdentifierField field) => Identifiers.Of(field.Scheme).Written(value.ToString());

        // What was agreed to stands with the agreement, for whoever reads it years later.
        public string Visit(ConsentField field) => value.AsBoolean != true ? "" : WithDetail(notation.Yes, SmallMarkdown.Plain(field.Text), notation);

        public string Visit(HiddenValueField field) => value.ToString();

        public string Visit(ImageField field) => "";

        private string Chosen(ChoiceField field, string option) => WithDetail(field.FindOption(option)?.Label ?? option, value.DetailOf(option), notation);
    }
}
