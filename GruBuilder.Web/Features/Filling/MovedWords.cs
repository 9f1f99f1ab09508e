using GruBuilder.Forms.Definitions;

namespace GruBuilder.Web.Features.Filling;

/// <summary>The words that tell a person that their form has changed.</summary>
/// <param name="FormChanged">The title.</param>
/// <param name="AnswersKept">Nothing is lost.</param>
/// <param name="NothingToDo">What follows when there is nothing to look at again.</param>
/// <param name="ToComplete">What follows when there is.</param>
/// <param name="OneChange">Over a single change.</param>
/// <param name="Several">Over several, with their number for <c>{0}</c>.</param>
/// <param name="NoLongerAsked">Over the answers that the form has no place for.</param>
/// <param name="Colon">Between a question and its answer.</param>
/// <param name="Understood">The button that closes the notice.</param>
internal sealed record MovedWords(
    string FormChanged, string AnswersKept, string NothingToDo, string ToComplete, string OneChange, string Several, string NoLongerAsked, string Colon, string Understood)
{
    private static readonly MovedWords French = new(
        "Ce formulaire a changé depuis votre dernière visite",
        "Vos réponses sont gardées.",
        "Vous n'avez rien à refaire.",
        "Les questions nouvelles ou à revoir sont à compléter.",
        "Ce qui change", "Les {0} changements",
        "Ces réponses ne sont plus demandées\u00a0:", "\u00a0: ",
        "J'ai compris");

    private static readonly MovedWords English = new(
        "This form has changed since your last visit",
        "Your answers are kept.",
        "You have nothing to do again.",
        "Complete the questions that are new or to be looked at again.",
        "The question that has changed", "The {0} questions that have changed",
        "These answers are no longer asked for:", ": ",
        "I understand");

    /// <summary>The words in a language.</summary>
    public static MovedWords In(Language language) => language == Language.English ? English : French;

    /// <summary>What stands over the changes.</summary>
    public string WhatChanges(int count) => count == 1 ? OneChange : string.Format(System.Globalization.CultureInfo.InvariantCulture, Several, count);
}
