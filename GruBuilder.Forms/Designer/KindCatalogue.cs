using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer;

/// <summary>A kind of question as the palette offers it.</summary>
/// <param name="Kind">The JSON name of the kind.</param>
/// <param name="Name">A plain French name.</param>
/// <param name="Hint">What it is for, in a few words.</param>
/// <param name="Group">The title that it stands under.</param>
/// <param name="Icon">The path data of a 24 by 24 drawing, stroked.</param>
/// <param name="Words">Other words by which a person may look for it.</param>
/// <param name="Fresh">A new field of this kind, ready to be drawn.</param>
public sealed record PaletteKind(string Kind, string Name, string Hint, string Group, string Icon, string Words, Field Fresh);

/// <summary>The plain names, drawings and first contents of the kinds.</summary>
public sealed partial class KindCatalogue : IFieldVisitor<PaletteKind>
{
    private const string Usual = "Questions courantes";
    private const string Identity = "Personne et contact";
    private const string Advanced = "Pour aller plus loin";
    private const string Layout = "Mise en page";
    private static readonly KindCatalogue Instance = new();

    private KindCatalogue() { }

    /// <summary>All kinds, in the order of the palette.</summary>
    public static ImmutableArray<PaletteKind> All { get; } =
        [.. FieldKinds.Samples.Select(f => f.Accept(Instance)).OrderBy(k => Array.IndexOf([Usual, Identity, Advanced, Layout], k.Group))];

    /// <summary>The palette's words for the field's kind.</summary>
    public static PaletteKind Of(Field field) => Find(FieldKinds.NameOf(field))!;

    /// <summary>The palette's words for this kind, or null.</summary>
    public static PaletteKind? Find(string kind) => All.FirstOrDefault(k => string.Equals(k.Kind, kind, StringComparison.Ordinal));

    /// <inheritdoc/>
    public PaletteKind Visit(ShortTextField field) => Make(field, "Texte court", "Un nom, un numéro", Usual, "M4 7V5h16v2M12 5v14M9 19h6", "nom prénom ligne mot");

    /// <inheritdoc/>
    public PaletteKind Visit(LongTextField field) => Make(field, "Texte long", "Une explication", Usual, "M4 6h16M4 10h16M4 14h16M4 18h9", "paragraphe description commentaire message");

    /// <inheritdoc/>
    public PaletteKind Visit(NumberField field) => Make(field, "Nombre", "Une quantité", Usual, "M9 4 7 20M17 4l-2 16M4 9h16M3.5 15h16", "quantité montant chiffre combien prix");

    /// <inheritdoc/>
    public PaletteKind Visit(YesNoField field) => Make(field, "Oui ou non", "Une question fermée", Usual, "M3 12l4 4 6-8M15 9l6 6M21 9l-6 6", "accord case consentement");

    /// <inheritdoc/>
    public PaletteKind Visit(SingleChoiceField field) => Make(field with { Options = TwoOptions }, "Choix unique", "Une réponse parmi d’autres", Usual, "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z", "liste radio sélection menu");

    /// <inheritdoc/>
    public PaletteKind Visit(MultipleChoiceField field) => Make(field with { Options = TwoOptions }, "Choix multiple", "Plusieurs réponses possibles", Usual, "M4 4h16v16H4zM8 12l3 3 5-6", "cases à cocher liste");

    /// <inheritdoc/>
    public PaletteKind Visit(DateField field) => Make(field, "Date", "Un jour", Usual, "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4", "jour naissance calendrier");

    /// <inheritdoc/>
    public PaletteKind Visit(EmailField field) => Make(field, "Adresse e-mail", "Pour écrire à l’usager", Identity, "M3 6h18v12H3zM3 7l9 7 9-7", "mail courriel électronique");

    /// <inheritdoc/>
    public PaletteKind Visit(TelephoneField field) => Make(field, "Téléphone", "Pour le joindre", Identity, "M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A15 15 0 0 1 3 6a2 2 0 0 1 2-2z", "numéro portable mobile");

    /// <inheritdoc/>
    public PaletteKind Visit(PostalAddressField field) => Make(field, "Adresse", "Rue, code postal, commune", Identity, "M12 21s-7-6.3-7-11a7 7 0 0 1 14 0c0 4.7-7 11-7 11zM12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z", "postale rue ville domicile lieu");

    /// <inheritdoc/>
    public PaletteKind Visit(FileField field) => Make(field, "Fichier ou photo", "Un document à joindre", Identity, "M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.7l-8.4 8.3a1.7 1.7 0 0 1-2.4-2.3L14.5 7", "pièce jointe justificatif document image");

    /// <inheritdoc/>
    public PaletteKind Visit(RepeatedGroupField field) => Make(field, "Série de questions", "Les mêmes questions pour chaque enfant…", Advanced, "M7 3h13v13M4 7h12v13H4zM7.5 12h5M7.5 15.5h5", "répéter plusieurs enfants liste tableau groupe");

    /// <inheritdoc/>
    public PaletteKind Visit(ComputedField field) => Make(field with { Formula = "0" }, "Calcul", "Un tarif, un total", Advanced, "M5 3h14v18H5zM8 7h8M8 12h.01M12 12h.01M16 12h.01M8 16h.01M12 16h.01M16 16h.01", "formule tarif total somme prix");

    /// <inheritdoc/>
    public PaletteKind Visit(InformationField field) => Make(field with { Text = "Écrivez ici ce qu’il est utile de savoir." }, "Texte d’information", "Une explication à lire", Layout, "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 8h.01", "aide paragraphe consigne avertissement");

    /// <inheritdoc/>
    public PaletteKind Visit(SectionTitleField field) => Make(field, "Titre de partie", "Pour grouper des questions", Layout, "M6 4v16M18 4v16M6 12h12", "section intertitre rubrique");

    private static ImmutableArray<Option> TwoOptions => [new("choix_1", "Choix 1"), new("choix_2", "Choix 2")];

    private static PaletteKind Make(Field sample, string name, string hint, string group, string icon, string words)
    {
        var label = sample is InformationField ? "" : name;
        var fresh = sample with { Key = FieldKeys.From(name), Label = label };
        // Whoever asks needs an answer: an optional question is the exception, and says so.
        if (fresh is InputField input) fresh = input with { Required = true };
        return new PaletteKind(FieldKinds.NameOf(sample), name, hint, group, icon, words, fresh);
    }
}
