using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Forms.Designer;

/// <content>The kinds beside the usual ones.</content>
public sealed partial class KindCatalogue
{
    /// <inheritdoc/>
    public PaletteKind Visit(AmountField field) => Make(field, "Montant", "Une somme en euros", Usual, "M17 6a7 7 0 1 0 0 12M4 10h9M4 14h8", "euros prix argent revenu somme");

    /// <inheritdoc/>
    public PaletteKind Visit(TimeField field) => Make(field, "Heure", "Un moment de la journée", Usual, "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 3", "horaire minute");

    /// <inheritdoc/>
    public PaletteKind Visit(DateTimeField field) => Make(field, "Date et heure", "Un jour et un moment", Usual, "M4 6h16v5M4 6v14h7M4 10h9M8 3v4M16 3v4M17 14a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM17 16v2l1 1", "jour horaire moment");

    /// <inheritdoc/>
    public PaletteKind Visit(MonthField field) => Make(field, "Mois", "Un mois d’une année", Usual, "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M9 15h6", "année période");

    /// <inheritdoc/>
    public PaletteKind Visit(DateRangeField field) => Make(field, "Période", "Du premier au dernier jour", Usual, "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8 15h8M14 13l2 2-2 2", "dates début fin durée séjour intervalle");

    /// <inheritdoc/>
    public PaletteKind Visit(RankingField field) => Make(field with { Options = TwoOptions }, "Classement", "Ranger par préférence", Usual, "M10 6h10M10 12h10M10 18h10M5 8V4L4 5M4 14h2l-2 3h2", "ordre préférence vœux priorité trier");

    /// <inheritdoc/>
    public PaletteKind Visit(RatingField field) => Make(field, "Note", "Un avis sur une échelle", Usual, "M12 4l2.5 5 5.5.8-4 3.9 1 5.5-5-2.6-5 2.6 1-5.5-4-3.9 5.5-.8z", "évaluation satisfaction échelle étoiles avis");

    /// <inheritdoc/>
    public PaletteKind Visit(ConsentField field) => Make(field with { Text = "Écrivez ici ce que l’usager accepte." }, "Accord à donner", "Une case à cocher", Identity, "M4 4h16v16H4zM8 12l3 3 5-6", "consentement case engagement certifie accepte");

    /// <inheritdoc/>
    public PaletteKind Visit(HiddenValueField field) => Make(field, "Valeur cachée", "Que l’usager ne voit pas", Advanced, Icon.Hidden, "origine campagne paramètre invisible");

    /// <inheritdoc/>
    public PaletteKind Visit(ImageField field) => Make(field, "Image", "Une illustration", Layout, "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9h.01", "photo illustration plan logo");

    /// <inheritdoc/>
    public PaletteKind Visit(IdentifierField field) => field.Scheme switch
    {
        IdentifierScheme.Iban => Number(field, "Un compte bancaire", "M3 10l9-6 9 6zM5 10v8M10 10v8M14 10v8M19 10v8M3 20h18", "banque rib virement compte"),
        IdentifierScheme.Siret => Number(field, "Un établissement", Building, "entreprise association établissement"),
        IdentifierScheme.Siren => Number(field, "Une entreprise", Building, "entreprise association société"),
        IdentifierScheme.Rna => Number(field, "Une association", "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM16 7a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM2 19c0-4 3-6 6-6s6 2 6 6M15 14c3 0 6 2 6 5", "waldec préfecture"),
        IdentifierScheme.LicencePlate => Number(field, "Un véhicule", "M3 8h18v8H3zM7 11v2M11 12h2M17 11v2", "voiture véhicule plaque immatriculation"),
        _ => Number(field, "Cinq chiffres", "M12 21s-7-6.3-7-11a7 7 0 0 1 14 0c0 4.7-7 11-7 11zM9 10h6", "commune ville"),
    };

    private const string Building = "M5 20V5h9v15M14 10h5v10M3 20h18M8 9h3M8 13h3M8 17h3";

    private static PaletteKind Number(IdentifierField field, string hint, string icon, string words) => Make(field, Identifiers.Of(field.Scheme).Name, hint, Numbers, icon, words);

    private static string NameOf(Field field) => field is IdentifierField identifier
        ? $"{FieldKinds.NameOf(field)}.{EnumNames<IdentifierScheme>.Of(identifier.Scheme)}"
        : FieldKinds.NameOf(field);
}
