using System.Globalization;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Answers;

/// <summary>Answers as a person reads them, in French typography unless another language is asked for.</summary>
public static partial class AnswerText
{
    /// <summary>French conventions, whatever the machine's settings: comma, narrow no-break space between thousands.</summary>
    public static readonly CultureInfo French = MakeFrench();

    /// <summary>The answer as written on the review page, the receipt and the agent's screen; empty when absent.</summary>
    public static string Of(Field field, AnswerValue value, Language language = Language.French) =>
        value.IsAbsent ? "" : value.AsUnreadable ?? field.Accept(new Writer(value, Notation.Of(language)));

    /// <summary>A number with its separators, without needless zeros.</summary>
    public static string Number(decimal number, int decimals = 10) => number.ToString("#,##0." + new string('#', Math.Max(decimals, 0)), French);

    /// <summary>An amount: <c>12,50 €</c>.</summary>
    public static string Euros(decimal amount) => amount.ToString("#,##0.00", French) + "\u00a0€";

    /// <summary>A day: <c>25 novembre 2026</c>, the first of a month as <c>1er</c>.</summary>
    public static string Day(DateOnly day) => (day.Day == 1 ? "1er" : day.Day.ToString(French)) + day.ToString(" MMMM yyyy", French);

    /// <summary>An hour: <c>14 h 30</c>.</summary>
    public static string Hour(TimeOnly time) => $"{time.Hour}\u00a0h\u00a0{time.Minute:00}";

    /// <summary>A file's size as a language writes it.</summary>
    public static string Size(long bytes, Language language) => Notation.Of(language).Size(bytes);

    /// <summary>A file's size: <c>1,2 Mo</c>.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1000 => $"{bytes}\u00a0octets",
        < 1_000_000 => Number(decimal.Round(bytes / 1000m)) + "\u00a0ko",
        _ => Number(decimal.Round(bytes / 1_000_000m, 1)) + "\u00a0Mo",
    };

    /// <summary>French digits of a telephone number in pairs; others as they are.</summary>
    public static string Telephone(string number)
    {
        var digits = new string([.. number.Where(char.IsAsciiDigit)]);
        return digits.Length == 10 && digits[0] == '0' ? string.Join('\u00a0', digits.Chunk(2).Select(p => new string(p))) : number;
    }

    private static CultureInfo MakeFrench()
    {
        var french = (CultureInfo)CultureInfo.GetCultureInfo("fr-FR").Clone();
        french.NumberFormat.NumberGroupSeparator = "\u202f";
        french.NumberFormat.NumberDecimalSeparator = ",";
        return CultureInfo.ReadOnly(french);
    }

    private sealed partial class Writer(AnswerValue value, Notation notation) : IFieldVisitor<string>
    {
        public string Visit(ShortTextField field) => value.ToString();

        public string Visit(LongTextField field) => value.ToString();

        public string Visit(NumberField field) => WithUnit(value.AsNumber is { } number ? notation.Number(number, field.Decimals) : value.ToString(), field.Unit);

        public string Visit(DateField field) => value.AsDate is { } day ? notation.Day(day) : value.ToString();

        public string Visit(EmailField field) => value.ToString();

        public string Visit(TelephoneField field) => Telephone(value.ToString());

        public string Visit(PostalAddressField field) => value.ToString();

        public string Visit(FileField field) => string.Join(", ", value.AsFiles.Select(f => $"{f.Name} ({notation.Size(f.Size)})"));

        public string Visit(RepeatedGroupField field) => "";

        public string Visit(ComputedField field) => value.Kind switch
        {
            AnswerKind.Number when field.Format == ComputedFormat.Euros => notation.Euros(value.AsNumber!.Value),
            AnswerKind.Number => WithUnit(notation.Number(value.AsNumber!.Value), field.Unit),
            AnswerKind.Date => notation.Day(value.AsDate!.Value),
            AnswerKind.Boolean => value.AsBoolean!.Value ? notation.Yes : notation.No,
            _ => WithUnit(value.ToString(), field.Unit),
        };

        public string Visit(InformationField field) => "";

        public string Visit(SectionTitleField field) => "";

        private static string WithUnit(string text, string? unit) => string.IsNullOrEmpty(unit) ? text : $"{text}\u00a0{unit}";
    }
}
