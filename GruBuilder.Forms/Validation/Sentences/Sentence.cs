using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Validation.Sentences;

/// <summary>What the engine says of answers, one class for each language. A sentence is only made once something is wrong.</summary>
internal abstract class Sentence
{
    private static readonly FrenchSentence French = new();
    private static readonly EnglishSentence English = new();

    public static Sentence In(Language language) => language == Language.English ? English : French;

    /// <summary>Which language it is.</summary>
    public abstract Language Language { get; }

    public abstract string Yes { get; }

    public abstract string No { get; }

    /// <summary>What to say when an answer is missing.</summary>
    public abstract string Missing(InputField field);

    /// <summary>What files a field takes: <c>une photo ou un PDF, 10 Mo au plus</c>.</summary>
    public abstract string Files(FileField field);

    // Missing answers and rows.
    public abstract string TooFewRows(RepeatedGroupField group);
    public abstract string TooManyRows(RepeatedGroupField group, int count);
    public abstract string NoLongerOffered(string label, string option);
    public abstract string AlreadyGiven(string label, string row);

    // Texts.
    public abstract string WriteAnswer(string label);
    public abstract string OneLine(string label);
    public abstract string TooShort(string label, int least);
    public abstract string TooLong(string label, int most, int length);
    public abstract string WrongShape(string label);

    // Numbers.
    public abstract string NoNumber(string label, decimal example, int decimals);
    public abstract string NotWhole(string label);
    public abstract string TooPrecise(string label, int decimals);
    public abstract string NumberBetween(string label, decimal min, decimal max);
    public abstract string NumberFrom(string label, decimal min);
    public abstract string NumberTo(string label, decimal max);
    public abstract string NoAmount(string label);
    public abstract string TooManyCents(string label);
    public abstract string AmountBetween(string label, decimal min, decimal max);
    public abstract string AmountFrom(string label, decimal min);
    public abstract string AmountTo(string label, decimal max);
    public abstract string NoMark(string label, int most);

    // Days and times.
    public abstract string NoDate(string label);
    public abstract string FromToday(string label);
    public abstract string FromDay(string label, DateOnly first);
    public abstract string UntilToday(string label);
    public abstract string UntilDay(string label, DateOnly last);
    public abstract string NoTime(string label);
    public abstract string TimeFrom(string label, TimeOnly min);
    public abstract string TimeUntil(string label, TimeOnly max);
    public abstract string TimeInSteps(string label, int step, TimeOnly first);
    public abstract string NoMoment(string label);
    public abstract string NoMonth(string label);
    public abstract string MonthFrom(string label, CalendarMonth first);
    public abstract string MonthUntil(string label, CalendarMonth last);
    public abstract string NoRange(string label);
    public abstract string RangeBackwards(string label);
    public abstract string RangeTooLong(string label, int most, int days);

    // Choices.
    public abstract string YesOrNo(string label);
    public abstract string ChooseOne(string label);
    public abstract string ChooseAmong(string label);
    public abstract string KeepAlone(string label, string alone);
    public abstract string TooFewChoices(string label, int min);
    public abstract string TooManyChoices(string label, int max);
    public abstract string RankAll(string label);
    public abstract string NoDetail(string label, string asked);
    public abstract string DetailTooLong(string label, int most, string asked);
    public abstract string TickOrLeave(string label);

    // Ways to reach a person.
    public abstract string EmailTwice(string label);
    public abstract string NoEmail(string label);
    public abstract string TelephoneTwice(string label);
    public abstract string NoTelephone(string label);
    public abstract string NoAddress(string label);
    public abstract string ShortenAddress(string label);
    public abstract string NoStreet(string label);
    public abstract string NoPostalCode(string label);
    public abstract string NoTown(string label);
    public abstract string NoTownName(string label);
    public abstract string ChooseTownAgain(string label);
    public abstract string NoCommune(string label);
    public abstract string NoPlace(string label);
    public abstract string MarkAgain(string label);
    public abstract string OutsideTown(string label);
    public abstract string WrongIdentifier(string label, IdentifierRule rule);

    // Files.
    public abstract string NoFile(string label);
    public abstract string TooManyFiles(string label, int most, int count);
    public abstract string FileTooHeavy(string name, long size, int most);
    public abstract string FileEmpty(string name);
    public abstract string FileUnfit(string name, FileField field);

    // Signatures.
    public abstract string Sign(string label);
    public abstract string ShortenName(string label);
    public abstract string SignAgain(string label);
    public abstract string WriteName(string label);
    public abstract string TickSigned(string label);

    // Matrices and identities.
    public abstract string ChooseInEachRow(string label);
    public abstract string ChooseInRow(string row);
    public abstract string NoName(string label);
    public abstract string NoCivility();
    public abstract string NoPart(IdentityField field, IdentityPart part);
    public abstract string NoPartText(IdentityField field, IdentityPart part);
    public abstract string NoBirthDate(IdentityField field);
    public abstract string BornLater(IdentityField field);
    public abstract string BornTooEarly(IdentityField field);
    public abstract string ShortenPart(IdentityField field, IdentityPart part);
    public abstract string LettersOnly(IdentityField field, IdentityPart part);
}
