using GruBuilder.Forms.Definitions;

namespace GruBuilder.Web.Features.Filling;

/// <summary>The words around a form that is filled.</summary>
/// <param name="AsYouGo">Nothing is saved yet.</param>
/// <param name="SavedAt">What stands before the hour of the last save.</param>
/// <param name="ComeBack">What stands after it.</param>
/// <param name="NotSaved">The last save failed.</param>
/// <param name="NotSent">Sending failed.</param>
/// <param name="ToMend">Sending was refused because of answers.</param>
/// <param name="YourData">The title over what is said of personal data.</param>
/// <param name="Processor">Who processes them.</param>
/// <param name="Purpose">Why.</param>
/// <param name="Basis">On what basis.</param>
/// <param name="Readers">Who reads them.</param>
/// <param name="Duration">How long they are kept.</param>
/// <param name="Rights">The title over the person's rights.</param>
/// <param name="WriteTo">The rights, up to the address to write to.</param>
/// <param name="Complain">What stands between that address and the authority.</param>
public sealed record FillWords(
    string AsYouGo, string SavedAt, string ComeBack, string NotSaved, string NotSent, string ToMend,
    string YourData, string Processor, string Purpose, string Basis, string Readers, string Duration, string Rights, string WriteTo, string Complain)
{
    private static readonly FillWords French = new(
        "Vos réponses s'enregistrent au fur et à mesure.",
        "Enregistré à ",
        " · Vous pouvez reprendre plus tard",
        "Vos dernières réponses ne sont pas encore enregistrées. Gardez cette page ouverte : nous réessayons à chaque réponse.",
        "L'envoi n'a pas abouti. Gardez cette page ouverte et réessayez dans un instant.",
        "Certaines réponses sont à corriger. Relisez-les, puis envoyez à nouveau.",
        "Vos données personnelles", "Qui les traite", "Pourquoi", "Sur quelle base", "Qui les lit", "Combien de temps", "Vos droits",
        "Vous pouvez demander à voir, corriger ou effacer ces données\u00a0: écrivez à ",
        ". En cas de désaccord, vous pouvez saisir la ");

    private static readonly FillWords English = new(
        "Your answers are saved as you go.",
        "Saved at ",
        " · You can come back later",
        "Your last answers are not saved yet. Keep this page open: we try again with each answer.",
        "Your request could not be sent. Keep this page open and try again in a moment.",
        "There is a problem with some answers. Check them, then send again.",
        "Your personal data", "Who processes it", "Why", "On what legal basis", "Who reads it", "For how long", "Your rights",
        "You can ask to see, correct or erase this data: write to ",
        ". If you disagree, you can refer the matter to the ");

    /// <summary>The words in a language.</summary>
    public static FillWords In(Language language) => language == Language.English ? English : French;
}
