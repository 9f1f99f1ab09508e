using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace GruBuilder.Forms.Drafting;

/// <summary>The kind that a question's words suggest.</summary>
internal static partial class KindGuess
{
    /// <summary>What stands where no word suggests anything.</summary>
    public const string Otherwise = "shortText";

    // The first that fits. Words are plain (see PlainWords) and stand between spaces.
    private static readonly ImmutableArray<(string Kind, Regex Words)> Rules =
    [
        ("consent", Consent()), ("yesNo", YesNo()), ("signature", Signature()), ("file", Document()),
        ("email", Email()), ("telephone", Telephone()), ("dateTime", DateTime()), ("date", Birth()), ("dateRange", Range()),
        ("number", Number()), ("month", Month()), ("time", Time()), ("amount", Amount()), ("commune", Commune()), ("date", Date()),
        ("identifier.iban", Iban()), ("identifier.siret", Siret()), ("identifier.siren", Siren()), ("identifier.rna", Rna()), ("identifier.licencePlate", Plate()), ("identifier.postalCode", PostalCode()),
        ("rating", Rating()), ("identity", Identity()), ("mapPlace", Place()), ("postalAddress", Address()), ("longText", Long()),
    ];

    /// <summary>The palette's name of the kind; <see cref="Otherwise"/> when no word suggests one.</summary>
    public static string Of(string label)
    {
        var plain = $" {PlainWords.Of(label)} ";
        foreach (var (kind, words) in Rules)
        {
            if (words.IsMatch(plain)) return kind;
        }

        return Otherwise;
    }

    /// <summary>Whether these words are those of a question: one of a kind of its own, or one that forms ask.</summary>
    public static bool IsKnown(string label) => label.Length < 200 && (Of(label) != Otherwise || Usual().IsMatch($" {PlainWords.Of(label)} "));

    /// <summary>Whether the words ask which of several holds.</summary>
    public static bool AsksChoice(string label) => Choice().IsMatch($" {PlainWords.Of(label)} ");

    /// <summary>Whether one thinks of a date of birth.</summary>
    public static bool IsBirth(string label) => Birth().IsMatch($" {PlainWords.Of(label)} ");

    /// <summary>Whether what is declared is agreed to by a tick.</summary>
    public static bool IsConsent(string text) => Consent().IsMatch($" {PlainWords.Of(text)} ");

    [GeneratedRegex(@"^ (?:et )?(?:(?:j|je|nous|on|il|elle)( soussigne e?| soussignes)? )?(?:accepte|acceptons|certifie|certifions|atteste|attestons|m engage|nous engageons|autorise|autorisons|declare|declarons|reconnais|reconnaissons|consens|donne (?:mon accord|procuration)|n autorise pas|ai (?:bien )?(?:lu|pris connaissance)|avoir (?:lu|pris connaissance)|lu et approuve)(?= )", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Consent();

    [GeneratedRegex(@"^ (?:est ce|avez vous|etes vous|souhaitez vous|acceptez vous|desirez vous|voulez vous|disposez vous|beneficiez vous|possedez vous|percevez vous|habitez vous|autorisez vous|pouvez vous|y a t il|faut il)(?= )| (?:est|a|sera|va|doit|peut|beneficie|porte|suit|mange|possede)( t)? (?:il|elle|ils|elles)(?= )|^ oui ou non ", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex YesNo();

    [GeneratedRegex(@"^ (?:signatures?|cachet et signature|date et signature|nom et signature|paraphe)(?= )", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Signature();

    [GeneratedRegex(@"^ (?:(?:une?|la|le|les|votre|vos|deux|trois|\d+) )?(?:photos?|photocopies?|photographies?|copies?|justificatifs?|attestations?|pieces?|documents?|fichiers?|releves?|extrait|statuts|certificat|devis|factures?|plan (?:de|du|des)|croquis|avis d imposition|ordonnance|kbis|bilan|compte rendu|proces verbal)(?= )| (?:a joindre|joindre|ci joint|ci jointe) ", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Document();

    [GeneratedRegex(@" (?:e mail|email|mail|mel|courriel|adresse electronique|e mails|mails|courriels) ", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Email();

    [GeneratedRegex(@" (?:telephone|tel|portable|mobile|gsm|telephones) ", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Telephone();

    [GeneratedRegex(@" (?:date|jour) (?:et|&) (?:l )?heure | date heure ", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex DateTime();

    [GeneratedRegex(@" (?:dates? de naissance|ne e? ?le|nee le) |^ naissance ", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Birth();

    [GeneratedRegex(@"^ (?:votre |la |les )?(?:periode|dates) |^ (?:du )?du au $|^ date de debut et (?:date )?de fin | du au $| ou periode ", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Range();

    [GeneratedRegex(@"^ (?:dont|nombre|nb|nbre|combien|quantite|age|annee|surface|superficie|effectifs?|longueur|largeur|hauteur|profondeur|volume|poids|kilometrage|distance|puissance|emprise) | nombre (?:de|d) | par (?:semaine|jour|mois|an) $", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^ (?:le )?mois ", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Month();

    [GeneratedRegex(@"^ heures? (?!par |supp)| a quelle heure ", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Time();

    [GeneratedRegex(@"^ (?:loyer|prix|revenus?|cout|budget|solde|somme|salaire|tarif|caution|subvention|recettes|depenses|charges|total) | (?:montant|quotient familial|qf|euros) ", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^ (?:votre )?(?:commune|ville|localite)(?= )| (?:lieu|commune|ville) de naissance |^ (?:code postal|cp) (?:et )?(?:commune|ville) |^ nee? e? ?a ", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Commune();

    [GeneratedRegex(@" (?:date|jour) |^ le $|^ fait a .{0,60} le $", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Date();

    [GeneratedRegex(@" (?:iban|rib) ", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Iban();

    [GeneratedRegex(@" siret ", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Siret();

    [GeneratedRegex(@" siren ", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Siren();

    [GeneratedRegex(@" (?:rna|waldec) ", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Rna();

    [GeneratedRegex(@" (?:immatriculation|plaque) ", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Plate();

    [GeneratedRegex(@" code postal ", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex PostalCode();

    [GeneratedRegex(@"^ (?:notez|note (?:de|d|sur|globale|attribuee|donnee)|evaluez)(?= )| satisfaction ", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Rating();

    [GeneratedRegex(@"^ (?:votre |l )?(?:identite|etat civil)(?= )", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Identity();

    [GeneratedRegex(@"^ (?:localisation|emplacement|situez|lieu (?:du|des|de l|de la|d) (?!naissance)|lieu (?:exact|precis|concerne)|endroit)| sur (?:la|une) carte ", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Place();

    [GeneratedRegex(@" (?:adresse|domicile|demeurant|domicilie|domiciliee|adresses) ", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Address();

    [GeneratedRegex(@" (?:description|decrivez|expliquez|precisez|commentaires?|remarques?|observations?|message|motif|motivations?|presentation|resume|informations complementaires|pourquoi|bilan|justification|argumentaire) |^ (?:indiquez|detaillez|presentez) (?:ici|les raisons)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Long();

    [GeneratedRegex(@"^ (?:(?:votre|son|sa|le|la|l|du|de) )?(?:noms?|prenoms?|civilite|profession|metier|employeur|marque|modele|couleur|ecole|etablissement|fonction|qualite|nationalite|numero|n|no|titre|intitule|objet|raison sociale|sexe|pays|allergies?|medecin|lien (?:de|avec)|niveau|classe|section|enseignante?|batiment|etage|appartement|rue|voie|quartier|denomination|sigle|president|tresorier|secretaire|type|nature|taille|race|age|situation familiale|banque|titulaire|bic|activite)(?= )", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Usual();

    [GeneratedRegex(@"^ (?:vous etes|civilite|situation|quels?|quelles?|classe|niveau|type|nature|motifs?|choix|jours|statut|qualite|categorie|regime|mode|formule|tranche|frequence|sexe|genre|lien|objet de la demande|vous (?:souhaitez|demandez|sollicitez)|je (?:souhaite|demande)|demande|prestations?|activites?)(?= )| (?:parmi|choisissez|cochez|preference|coche z) ", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Choice();
}
