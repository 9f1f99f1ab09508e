using System.Globalization;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Web.Features.Catalogue;

/// <summary>The words that tell a person that a procedure is closed.</summary>
/// <param name="ClosedSince">The title, with the day for <c>{0}</c>.</param>
/// <param name="Replaced">Another procedure takes its place.</param>
/// <param name="Call">Where to ask, up to the telephone number.</param>
/// <param name="Or">What stands behind the number.</param>
/// <param name="Search">The link to the other procedures.</param>
/// <param name="CannotBeSent">The title over a draft.</param>
/// <param name="NotSent">Told to who has just tried to send it.</param>
/// <param name="YourAnswers">The title over the answers.</param>
/// <param name="StayYours">What can be done with them.</param>
/// <param name="Delete">The button that deletes the draft.</param>
/// <param name="WillBeLost">What is lost then.</param>
internal sealed record ClosedWords(
    string ClosedSince, string Replaced, string Call, string Or, string Search, string CannotBeSent, string NotSent, string YourAnswers, string StayYours, string Delete, string WillBeLost)
{
    private static readonly ClosedWords French = new(
        "Cette démarche est fermée depuis le {0}",
        "Une autre démarche la remplace.",
        "Une question\u00a0? Appelez la mairie au ", ", ou ", "cherchez une autre démarche",
        "Cette demande ne peut plus être envoyée",
        "Votre demande n’a pas été envoyée\u00a0: la démarche vient de fermer. Vos réponses sont gardées.",
        "Vos réponses", "Elles restent à vous\u00a0: vous pouvez les relire et les copier.",
        "Supprimer ce brouillon", "Vos réponses et vos fichiers seront perdus.");

    private static readonly ClosedWords English = new(
        "This service has been closed since {0}",
        "Another service replaces it.",
        "Any questions? Call the town hall on ", ", or ", "look for another service",
        "This request can no longer be sent",
        "Your request was not sent: the service has just closed. Your answers are kept.",
        "Your answers", "They remain yours: you can read and copy them.",
        "Delete this draft", "Your answers and your files will be lost.");

    /// <summary>The words in a language.</summary>
    public static ClosedWords In(Language language) => language == Language.English ? English : French;

    /// <summary>The title.</summary>
    /// <param name="clock">For the day.</param>
    /// <param name="since">Since when.</param>
    public string Title(Municipality.TownClock clock, DateTimeOffset since) =>
        string.Format(CultureInfo.InvariantCulture, ClosedSince, this == English ? clock.Local(since).ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : clock.Date(since));
}
