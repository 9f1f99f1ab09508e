using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Rendering.Words;

/// <summary>The components' own words in French.</summary>
internal sealed partial class FrenchWords : FormWords
{
    public override Notation Notation => Notation.Of(Language.French);

    public override string Code => "fr";

    public override string ToMend(int count) => count == 1 ? "Une réponse est à corriger" : $"{count} réponses sont à corriger";

    public override string CheckAnswers => "Vérifiez vos réponses";

    public override string BackFromEnd => "Revenir et corriger une réponse";

    public override string Sending => "Envoi en cours…";

    public override string Send => "Envoyer ma demande";

    public override string BackToReview => "Revenir à la vérification";

    public override string Continue => "Continuer";

    public override string Back => "Revenir";

    public override string Step(int step, int count) => $"Étape {step} sur {count}";

    public override string AreYouSure => "Êtes-vous sûr ?";

    public override string Nothing => "Aucun";

    public override string NoAnswer => "Sans réponse";

    public override string Change => "Modifier";

    public override string NoLabel => "Question sans texte";

    public override string NotToBeChanged => "Cette réponse ne peut pas être modifiée.";

    public override string Optional => "(facultatif)";

    public override string Example => "Exemple\u00a0: ";

    public override string Error => "Erreur : ";

    public override string ForExample(string example) => $"Par exemple {example}.";

    public override string Quoted(string text) => $"« {text} »";

    public override string MostCharacters(int most) => $"{Notation.Number(most)} caractères au plus.";

    public override string OptionWithoutText => "Réponse sans texte";

    public override string WithoutText => "Sans texte";

    public override string ChooseFirst(string other) => $"Choisissez d’abord « {other} ».";

    public override string ChooseFromList => "Choisissez dans la liste";

    public override string NoneFits => "Aucune réponse ne correspond. Vérifiez l’orthographe.";

    public override string SomeOf(int shown, int count) => $"{shown} réponses sur {Notation.Number(count)} : continuez à écrire.";

    public override string Answers(int count) => $"{count} réponse{(count > 1 ? "s" : "")}";

    public override string SeveralAnswers => "Plusieurs réponses possibles.";

    public override string MostAnswers(int most) => $"{most} réponse{(most > 1 ? "s" : "")} au plus.";

    public override string SeveralInRow => "Plusieurs réponses possibles par ligne.";

    public override string Or => "ou";

    public override string GiveDetails => "Précisez";

    public override string MoveUp => "Monter";

    public override string MoveDown => "Descendre";

    public override string KeepOrder => "Cet ordre me convient";

    public override string Moved(string label, int place, int count) => $"« {label} » est maintenant en position {place} sur {count}.";

    public override string OutOf(int most) => $" sur {most}";

    public override string Day => "Jour";

    public override string Month => "Mois";

    public override string Year => "Année";

    public override string Time => "Heure";

    public override string FirstDay => "Premier jour";

    public override string LastDay => "Dernier jour";

    public override string MostDays(int most) => $"{most} jour{(most > 1 ? "s" : "")} au plus.";

    public override string Between(TimeOnly min, TimeOnly max) => $"De {Notation.Hour(min)} à {Notation.Hour(max)}.";

    public override string From(TimeOnly min) => $"À partir de {Notation.Hour(min)}.";

    public override string Until(TimeOnly max) => $"Jusqu’à {Notation.Hour(max)}.";
}
