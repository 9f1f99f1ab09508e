using System.Globalization;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Answers;

/// <summary>How numbers, days and the small words between them are written in a language.</summary>
internal abstract class Notation
{
    private static readonly FrenchNotation French = new();
    private static readonly EnglishNotation English = new();

    public static Notation Of(Language language) => language == Language.English ? English : French;

    public abstract CultureInfo Culture { get; }

    public abstract string Yes { get; }

    public abstract string No { get; }

    /// <summary>Parts what names something from what is said of it.</summary>
    public abstract string Colon { get; }

    public abstract string Number(decimal number, int decimals = 10);

    public abstract string Euros(decimal amount);

    public abstract string Day(DateOnly day);

    public abstract string Hour(TimeOnly time);

    public abstract string Moment(DateTime moment);

    public abstract string Range(DateRange range);

    public abstract string Mark(decimal mark, int most);

    public abstract string Size(long bytes);

    public abstract string Civility(Option civility);

    public abstract string Part(IdentityPart part);

    public abstract string PlaceOfBirth { get; }

    public abstract string Drawn(string name);

    public abstract string SignedBy(string name);

    public string Month(CalendarMonth month) => new DateOnly(month.Year, month.Month, 1).ToString("MMMM yyyy", Culture);

    private sealed class FrenchNotation : Notation
    {
        public override CultureInfo Culture => AnswerText.French;

        public override string Yes => "Oui";

        public override string No => "Non";

        public override string Colon => "\u00a0: ";

        public override string PlaceOfBirth => "Lieu de naissance";

        public override string Number(decimal number, int decimals = 10) => AnswerText.Number(number, decimals);

        public override string Euros(decimal amount) => AnswerText.Euros(amount);

        public override string Day(DateOnly day) => AnswerText.Day(day);

        public override string Hour(TimeOnly time) => AnswerText.Hour(time);

        public override string Moment(DateTime moment) => AnswerText.Moment(moment);

        public override string Range(DateRange range) => AnswerText.Range(range);

        public override string Mark(decimal mark, int most) => $"{Number(mark)} sur {most}";

        public override string Size(long bytes) => AnswerText.Size(bytes);

        public override string Civility(Option civility) => civility.Label;

        public override string Part(IdentityPart part) => IdentityField.LabelOf(part);

        public override string Drawn(string name) => name.Length == 0 ? "Signature dessinée" : $"Signature dessinée de {name}";

        public override string SignedBy(string name) => $"Signé par {name}";
    }

    private sealed class EnglishNotation : Notation
    {
        public override CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("en-GB");

        public override string Yes => "Yes";

        public override string No => "No";

        public override string Colon => ": ";

        public override string PlaceOfBirth => "Place of birth";

        public override string Number(decimal number, int decimals = 10) => number.ToString("#,##0." + new string('#', Math.Max(decimals, 0)), CultureInfo.InvariantCulture);

        public override string Euros(decimal amount) => (amount < 0 ? "-€" : "€") + Math.Abs(amount).ToString("#,##0.00", CultureInfo.InvariantCulture);

        public override string Day(DateOnly day) => day.ToString("d MMMM yyyy", Culture);

        public override string Hour(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

        public override string Moment(DateTime moment) => $"{Day(DateOnly.FromDateTime(moment))} at {Hour(TimeOnly.FromDateTime(moment))}";

        public override string Range(DateRange range) => range.From == range.To ? Day(range.From) : $"{Day(range.From)} to {Day(range.To)}";

        public override string Mark(decimal mark, int most) => $"{Number(mark)} out of {most}";

        public override string Size(long bytes) => bytes switch
        {
            < 1000 => $"{bytes}\u00a0bytes",
            < 1_000_000 => Number(decimal.Round(bytes / 1000m)) + "\u00a0KB",
            _ => Number(decimal.Round(bytes / 1_000_000m, 1)) + "\u00a0MB",
        };

        public override string Civility(Option civility) => civility.Value == "madame" ? "Ms" : "Mr";

        public override string Part(IdentityPart part) => part switch
        {
            IdentityPart.Civility => "Title",
            IdentityPart.GivenNames => "First names",
            IdentityPart.BirthName => "Name at birth",
            IdentityPart.UsageName => "Name you use",
            IdentityPart.BirthDate => "Date of birth",
            IdentityPart.BirthPlace => "Town of birth",
            IdentityPart.BirthCountry => "Country of birth",
            _ => "Nationality",
        };

        public override string Drawn(string name) => name.Length == 0 ? "Drawn signature" : $"Signature drawn by {name}";

        public override string SignedBy(string name) => $"Signed by {name}";
    }
}
