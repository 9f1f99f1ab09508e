using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Rendering.Words;

/// <summary>The components' own words in English.</summary>
internal sealed partial class EnglishWords : FormWords
{
    public override Notation Notation => Notation.Of(Language.English);

    public override string Code => "en";

    public override string ToMend(int count) => count == 1 ? "There is a problem with one answer" : $"There is a problem with {count} answers";

    public override string CheckAnswers => "Check your answers";

    public override string BackFromEnd => "Go back and change an answer";

    public override string Sending => "Sending…";

    public override string Send => "Send my request";

    public override string BackToReview => "Back to check your answers";

    public override string Continue => "Continue";

    public override string Back => "Back";

    public override string Step(int step, int count) => $"Step {step} of {count}";

    public override string AreYouSure => "Are you sure?";

    public override string Nothing => "None";

    public override string NoAnswer => "Not answered";

    public override string Change => "Change";

    public override string NoLabel => "Question without text";

    public override string NotToBeChanged => "You cannot change this answer.";

    public override string Optional => "(optional)";

    public override string Example => "Example: ";

    public override string Error => "Error: ";

    public override string ForExample(string example) => $"For example {example}.";

    public override string Quoted(string text) => $"“{text}”";

    public override string MostCharacters(int most) => $"{Notation.Number(most)} characters or fewer.";

    public override string OptionWithoutText => "Answer without text";

    public override string WithoutText => "Without text";

    public override string ChooseFirst(string other) => $"First choose “{other}”.";

    public override string ChooseFromList => "Choose from the list";

    public override string NoneFits => "No answer matches. Check the spelling.";

    public override string SomeOf(int shown, int count) => $"{shown} of {Notation.Number(count)} answers: keep typing.";

    public override string Answers(int count) => $"{count} {(count > 1 ? "answers" : "answer")}";

    public override string SeveralAnswers => "You can choose several answers.";

    public override string MostAnswers(int most) => $"{most} {(most > 1 ? "answers" : "answer")} at most.";

    public override string SeveralInRow => "You can choose several answers in each row.";

    public override string Or => "or";

    public override string GiveDetails => "Give details";

    public override string MoveUp => "Move up";

    public override string MoveDown => "Move down";

    public override string KeepOrder => "I agree with this order";

    public override string Moved(string label, int place, int count) => $"“{label}” is now number {place} of {count}.";

    public override string OutOf(int most) => $" out of {most}";

    public override string Day => "Day";

    public override string Month => "Month";

    public override string Year => "Year";

    public override string Time => "Time";

    public override string FirstDay => "First day";

    public override string LastDay => "Last day";

    public override string MostDays(int most) => $"{most} {(most > 1 ? "days" : "day")} at most.";

    public override string Between(TimeOnly min, TimeOnly max) => $"From {Notation.Hour(min)} to {Notation.Hour(max)}.";

    public override string From(TimeOnly min) => $"{Notation.Hour(min)} or later.";

    public override string Until(TimeOnly max) => $"{Notation.Hour(max)} or earlier.";
}
