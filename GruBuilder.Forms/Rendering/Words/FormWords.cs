using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Rendering.Words;

/// <summary>The components' own words, one class for each language.</summary>
internal abstract class FormWords
{
    private static readonly FrenchWords French = new();
    private static readonly EnglishWords English = new();

    public static FormWords In(Language language) => language == Language.English ? English : French;

    /// <summary>How numbers and days are written.</summary>
    public abstract Notation Notation { get; }

    /// <summary>For the <c>lang</c> attribute.</summary>
    public abstract string Code { get; }

    // The flow.
    public abstract string ToMend(int count);
    public abstract string CheckAnswers { get; }
    public abstract string BackFromEnd { get; }
    public abstract string Sending { get; }
    public abstract string Send { get; }
    public abstract string BackToReview { get; }
    public abstract string Continue { get; }
    public abstract string Back { get; }
    public abstract string Step(int step, int count);
    public abstract string AreYouSure { get; }
    public abstract string Nothing { get; }
    public abstract string NoAnswer { get; }
    public abstract string Change { get; }

    // Questions.
    public abstract string NoLabel { get; }
    public abstract string NotToBeChanged { get; }
    public abstract string Optional { get; }
    public abstract string Example { get; }
    public abstract string Error { get; }
    public abstract string ForExample(string example);
    public abstract string Quoted(string text);
    public abstract string MostCharacters(int most);

    // Choices.
    public abstract string OptionWithoutText { get; }
    public abstract string WithoutText { get; }
    public abstract string ChooseFirst(string other);
    public abstract string ChooseFromList { get; }
    public abstract string NoneFits { get; }
    public abstract string SomeOf(int shown, int count);
    public abstract string Answers(int count);
    public abstract string SeveralAnswers { get; }
    public abstract string MostAnswers(int most);
    public abstract string SeveralInRow { get; }
    public abstract string Or { get; }
    public abstract string GiveDetails { get; }
    public abstract string MoveUp { get; }
    public abstract string MoveDown { get; }
    public abstract string KeepOrder { get; }
    public abstract string Moved(string label, int place, int count);
    public abstract string OutOf(int most);

    // Days and times.
    public abstract string Day { get; }
    public abstract string Month { get; }
    public abstract string Year { get; }
    public abstract string Time { get; }
    public abstract string FirstDay { get; }
    public abstract string LastDay { get; }
    public abstract string MostDays(int most);
    public abstract string Between(TimeOnly min, TimeOnly max);
    public abstract string From(TimeOnly min);
    public abstract string Until(TimeOnly max);

    // Rows.
    public abstract string Remove { get; }
    public abstract string Fold { get; }
    public abstract string ToComplete { get; }
    public abstract string Removed(string name);
    public abstract string Undo { get; }
    public abstract string Add(RepeatedGroupField group);
    public abstract string GroupWithoutTitle { get; }
    public abstract string ComputedWithoutTitle { get; }
    public abstract string TitleToWrite { get; }
    public abstract string ImageToChoose { get; }
    public abstract string Beware { get; }
    public abstract string GoodNews { get; }

    // Contact and places.
    public abstract string Email { get; }
    public abstract string EmailAgain { get; }
    public abstract string Telephone { get; }
    public abstract string TelephoneAgain { get; }
    public abstract string Street { get; }
    public abstract string Building { get; }
    public abstract string PostalCode { get; }
    public abstract string Town { get; }
    public abstract string ChooseTown { get; }
    public abstract string OtherTown { get; }
    public abstract string TownName { get; }
    public abstract string TownsFound(int count);
    public abstract string AddressesFound { get; }
    public abstract string AddressCount(int count);
    public abstract string AddressChosen(string address);
    public abstract string NoCivility { get; }
    public abstract string AddressOrMark { get; }
    public abstract string MapHelp { get; }
    public abstract string Map { get; }
    public abstract string ZoomIn { get; }
    public abstract string ZoomOut { get; }
    public abstract string Marked(string point);
    public abstract string NotMarked { get; }
    public abstract string UsePosition { get; }
    public abstract string RemoveMark { get; }
    public abstract string PositionRefused { get; }
    public abstract string MapOf(string point);

    // Signatures.
    public abstract string SignHere { get; }
    public abstract string FrameToSign { get; }
    public abstract string YourSignature { get; }
    public abstract string DrawnSignature { get; }
    public abstract string ClearSignature { get; }
    public abstract string OrSignByName { get; }
    public abstract string YourName { get; }
    public abstract string ISign { get; }

    // Files.
    public abstract string Waiting(string name);
    public abstract string Uploading(string name, int percent);
    public abstract string UploadOf(string name);
    public abstract string AddFiles(bool several);
    public abstract string OrDrop { get; }
    public abstract string TakePhoto { get; }
    public abstract string MostFiles(int most);
    public abstract string TooManyFiles(int room);
    public abstract string FilesAdded(int count);
    public abstract string Interrupted(string name);
}
