using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Validation.Sentences;

/// <summary>What the engine says in English.</summary>
internal sealed partial class EnglishSentence : Sentence
{
    private static readonly Notation Notation = Notation.Of(Language.English);

    public override Language Language => Language.English;

    public override string Yes => "Yes";

    public override string No => "No";

    public override string Missing(InputField field) => field switch
    {
        RankingField => $"Put the answers to “{field.Label}” in order.",
        ChoiceField or YesNoField => $"Choose an answer to “{field.Label}”.",
        FileField => NoFile(field.Label),
        DateField => $"Enter a date for “{field.Label}”, for example 14/07/1986.",
        EmailField => $"Enter an email address for “{field.Label}”, for example name@example.com.",
        TelephoneField => $"Enter a telephone number for “{field.Label}”, for example 06 12 34 56 78.",
        PostalAddressField => NoAddress(field.Label),
        ConsentField => $"Tick “{field.Label}” to continue.",
        AmountField => $"Enter an amount for “{field.Label}”, for example 1,234.50.",
        TimeField => $"Enter a time for “{field.Label}”, for example 14:30.",
        DateTimeField => $"Enter a day and a time for “{field.Label}”.",
        MonthField => $"Enter a month for “{field.Label}”.",
        DateRangeField => $"Enter the first and the last day of “{field.Label}”.",
        RatingField => $"Choose a rating for “{field.Label}”.",
        IdentifierField identifier => $"Enter {Asked(identifier.Scheme)} for “{field.Label}”, for example {Identifiers.Of(identifier.Scheme).Example}.",
        NumberField => $"Enter a number for “{field.Label}”.",
        CommuneField => $"Enter a town for “{field.Label}”.",
        MapPlaceField => $"Enter a place for “{field.Label}”: an address, or a point on the map.",
        SignatureField => Sign(field.Label),
        _ => $"Answer “{field.Label}”.",
    };

    public override string TooFewRows(RepeatedGroupField group) => $"Add at least {group.MinRows} {group.RowNoun} to “{group.Label}”.";

    public override string TooManyRows(RepeatedGroupField group, int count) => $"“{group.Label}”: {group.MaxRows} at most. Remove {count - group.MaxRows}.";

    public override string NoLongerOffered(string label, string option) => $"“{label}”: the answer “{option}” is no longer available. Choose another one.";

    public override string AlreadyGiven(string label, string row) => $"“{label}”: this answer is already given ({row}). Enter another one.";

    public override string WriteAnswer(string label) => $"Write your answer to “{label}”.";

    public override string OneLine(string label) => $"Write your answer to “{label}” on one line.";

    public override string TooShort(string label, int least) => $"“{label}”: write at least {least} characters.";

    public override string TooLong(string label, int most, int length) => $"“{label}”: write {most} characters or fewer, there are {length}.";

    public override string WrongShape(string label) => $"“{label}”: check how you wrote your answer.";

    public override string NoNumber(string label, decimal example, int decimals) => $"“{label}”: enter a number, for example {Notation.Number(example, decimals)}.";

    public override string NotWhole(string label) => $"“{label}”: enter a whole number.";

    public override string TooPrecise(string label, int decimals) => $"“{label}”: give {decimals} decimal {(decimals > 1 ? "places" : "place")} at most.";

    public override string NumberBetween(string label, decimal min, decimal max) => $"“{label}”: enter a number from {Notation.Number(min)} to {Notation.Number(max)}.";

    public override string NumberFrom(string label, decimal min) => $"“{label}”: enter {Notation.Number(min)} or more.";

    public override string NumberTo(string label, decimal max) => $"“{label}”: enter {Notation.Number(max)} or less.";

    public override string NoAmount(string label) => $"“{label}”: enter an amount in euros, for example 1,234.50.";

    public override string TooManyCents(string label) => $"“{label}”: give two decimal places at most.";

    public override string AmountBetween(string label, decimal min, decimal max) => $"“{label}”: enter an amount from {Notation.Euros(min)} to {Notation.Euros(max)}.";

    public override string AmountFrom(string label, decimal min) => $"“{label}”: enter {Notation.Euros(min)} or more.";

    public override string AmountTo(string label, decimal max) => $"“{label}”: enter {Notation.Euros(max)} or less.";

    public override string NoMark(string label, int most) => $"“{label}”: choose a rating from 1 to {most}.";

    public override string NoDate(string label) => $"“{label}”: enter a real date, for example 14/07/1986.";

    public override string FromToday(string label) => $"“{label}”: enter today’s date or a later one.";

    public override string FromDay(string label, DateOnly first) => $"“{label}”: enter {Notation.Day(first)} or a later date.";

    public override string UntilToday(string label) => $"“{label}”: enter a date in the past, or today’s date.";

    public override string UntilDay(string label, DateOnly last) => $"“{label}”: enter {Notation.Day(last)} or an earlier date.";

    public override string NoTime(string label) => $"“{label}”: enter a time, for example 14:30.";

    public override string TimeFrom(string label, TimeOnly min) => $"“{label}”: enter {Notation.Hour(min)} or a later time.";

    public override string TimeUntil(string label, TimeOnly max) => $"“{label}”: enter {Notation.Hour(max)} or an earlier time.";

    public override string TimeInSteps(string label, int step, TimeOnly first) => $"“{label}”: enter a time in steps of {step} minutes, for example {Notation.Hour(first)} or {Notation.Hour(first.AddMinutes(step))}.";

    public override string NoMoment(string label) => $"“{label}”: enter a day and a time, for example 25/11/2026 at 14:30.";

    public override string NoMonth(string label) => $"“{label}”: enter a month and a year, for example November 2026.";

    public override string MonthFrom(string label, CalendarMonth first) => $"“{label}”: enter {Notation.Month(first)} or a later month.";

    public override string MonthUntil(string label, CalendarMonth last) => $"“{label}”: enter {Notation.Month(last)} or an earlier month.";

    public override string NoRange(string label) => $"“{label}”: enter the first and the last day.";

    public override string RangeBackwards(string label) => $"“{label}”: enter a last day that follows the first.";

    public override string RangeTooLong(string label, int most, int days) => $"“{label}”: choose {most} {(most > 1 ? "days" : "day")} at most, there are {days}.";
}
