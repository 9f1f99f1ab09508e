using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Validation.Sentences;

/// <content>Contact, files, signatures, and answers in parts.</content>
internal sealed partial class FrenchSentence
{
    public override string YesOrNo(string label) => $"Répondez oui ou non à « {label} ».";

    public override string ChooseOne(string label) => $"Choisissez une des réponses proposées à « {label} ».";

    public override string ChooseAmong(string label) => $"Choisissez parmi les réponses proposées à « {label} ».";

    public override string KeepAlone(string label, string alone) => $"« {label} » : gardez « {alone} » seul, ou retirez-le.";

    public override string TooFewChoices(string label, int min) => $"« {label} » : choisissez au moins {min} réponses.";

    public override string TooManyChoices(string label, int max) => $"« {label} » : choisissez {max} réponse{(max > 1 ? "s" : "")} au plus.";

    public override string RankAll(string label) => $"« {label} » : classez toutes les réponses proposées.";

    public override string NoDetail(string label, string asked) => $"« {label} » : précisez « {asked} ».";

    public override string DetailTooLong(string label, int most, string asked) => $"« {label} » : écrivez {most} caractères au plus pour préciser « {asked} ».";

    public override string TickOrLeave(string label) => $"« {label} » : cochez la case, ou laissez-la vide.";

    public override string EmailTwice(string label) => $"« {label} » : écrivez deux fois la même adresse e-mail.";

    public override string NoEmail(string label) => $"« {label} » : indiquez une adresse e-mail complète, par exemple nom@exemple.fr.";

    public override string TelephoneTwice(string label) => $"« {label} » : écrivez deux fois le même numéro de téléphone.";

    public override string NoTelephone(string label) => $"« {label} » : indiquez un numéro à 10 chiffres, par exemple 06 12 34 56 78, ou commençant par + pour l'étranger.";

    public override string NoAddress(string label) => $"Indiquez une adresse à « {label} ».";

    public override string ShortenAddress(string label) => $"« {label} » : raccourcissez l'adresse.";

    public override string NoStreet(string label) => $"« {label} » : indiquez le numéro et la rue.";

    public override string NoPostalCode(string label) => $"« {label} » : indiquez un code postal à 5 chiffres, par exemple 59790.";

    public override string NoTown(string label) => $"« {label} » : indiquez la commune.";

    public override string NoTownName(string label) => $"« {label} » : indiquez le nom de la commune.";

    public override string ChooseTownAgain(string label) => $"« {label} » : choisissez à nouveau la commune.";

    public override string NoCommune(string label) => $"« {label} » : indiquez un code postal et une commune.";

    public override string NoPlace(string label) => $"« {label} » : indiquez un lieu.";

    public override string MarkAgain(string label) => $"« {label} » : placez à nouveau le repère sur la carte.";

    public override string OutsideTown(string label) => $"« {label} » : ce lieu est hors de la commune. Déplacez le repère, ou indiquez une autre adresse.";

    public override string WrongIdentifier(string label, IdentifierRule rule) => $"« {label} » : indiquez {rule.Asked}, par exemple {rule.Example}. Vérifiez chaque caractère.";

    public override string NoFile(string label) => $"Ajoutez un fichier à « {label} ».";

    public override string TooManyFiles(string label, int most, int count) => $"« {label} » : {most} fichier{(most > 1 ? "s" : "")} au plus. Retirez-en {count - most}.";

    public override string FileTooHeavy(string name, long size, int most) => $"« {name} » est trop lourd ({AnswerText.Size(size)}). Choisissez un fichier de {most}\u00a0Mo au plus.";

    public override string FileEmpty(string name) => $"« {name} » est vide. Choisissez un autre fichier.";

    public override string FileUnfit(string name, FileField field) => $"« {name} » ne convient pas. Choisissez {Files(field)}.";

    public override string Sign(string label) => $"Signez à « {label} ».";

    public override string ShortenName(string label) => $"« {label} » : raccourcissez le nom.";

    public override string SignAgain(string label) => $"« {label} » : effacez le dessin et signez à nouveau.";

    public override string WriteName(string label) => $"« {label} » : écrivez votre nom.";

    public override string TickSigned(string label) => $"« {label} » : cochez « Je signe ».";

    public override string ChooseInEachRow(string label) => $"Choisissez une réponse à chaque ligne de « {label} ».";

    public override string ChooseInRow(string row) => $"Choisissez une réponse à « {row} ».";

    public override string NoName(string label) => $"« {label} » : indiquez un nom.";

    public override string NoCivility() => "Choisissez une civilité dans la liste.";

    public override string NoPart(IdentityField field, IdentityPart part) => $"Indiquez {Named(field, part)}{(part == IdentityPart.BirthDate ? ", par exemple 14/07/1986" : "")}.";

    public override string NoPartText(IdentityField field, IdentityPart part) => $"Indiquez {Named(field, part)}.";

    public override string NoBirthDate(IdentityField field) => $"Indiquez {Named(field, IdentityPart.BirthDate)} : une date qui existe, par exemple 14/07/1986.";

    public override string BornLater(IdentityField field) => $"Indiquez {Named(field, IdentityPart.BirthDate)} : une date passée, ou celle d'aujourd'hui.";

    public override string BornTooEarly(IdentityField field) => $"Indiquez {Named(field, IdentityPart.BirthDate)} : vérifiez l'année.";

    public override string ShortenPart(IdentityField field, IdentityPart part) => $"Raccourcissez {Named(field, part)} : {IdentityField.LongestPart} caractères au plus, sur une seule ligne.";

    public override string LettersOnly(IdentityField field, IdentityPart part) => $"Écrivez {Named(field, part)} avec des lettres.";

    public override string Files(FileField field)
    {
        var names = FileRules.FamiliesOf(field).Select(f => f switch
        {
            FileFamily.Image => "une photo (JPEG, PNG, WebP, HEIC)",
            FileFamily.Pdf => "un PDF",
            _ => "un document (ODT, ODS, DOCX, XLSX)",
        }).ToList();
        var list = names.Count == 1 ? names[0] : string.Join(", ", names[..^1]) + " ou " + names[^1];
        return $"{list}, {field.MaxMegabytes}\u00a0Mo au plus";
    }

    // The question tells whose identity it is: « le nom de naissance » alone would not.
    private static string Named(IdentityField field, IdentityPart part)
    {
        var what = part switch
        {
            IdentityPart.Civility => "la civilité",
            IdentityPart.GivenNames => "les prénoms",
            IdentityPart.BirthName => "le nom de naissance",
            IdentityPart.UsageName => "le nom d'usage",
            IdentityPart.BirthDate => "la date de naissance",
            IdentityPart.BirthPlace => "la commune de naissance",
            IdentityPart.BirthCountry => "le pays de naissance",
            _ => "la nationalité",
        };
        return $"{what} à « {field.Label} »";
    }
}
