using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer;

/// <content>Fields whose answer has parts.</content>
public sealed partial class KindCatalogue
{
    /// <inheritdoc/>
    public PaletteKind Visit(IdentityField field) => Make(field with { IsOwnIdentity = true }, "Identité", "Nom, prénoms, naissance", Identity, "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 20a8 8 0 0 1 16 0", "nom prénom naissance civilité nationalité état civil personne");

    /// <inheritdoc/>
    public PaletteKind Visit(CommuneField field) => Make(field, "Commune", "Code postal et commune", Identity, "M4 20V10l8-5 8 5v10M3 20h18M9 20v-5h6v5M12 9.5v.01", "ville code postal insee");

    /// <inheritdoc/>
    public PaletteKind Visit(MapPlaceField field) => Make(field, "Lieu sur une carte", "Un endroit à montrer", Identity, "M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14", "carte plan position gps adresse localisation");

    /// <inheritdoc/>
    public PaletteKind Visit(SignatureField field) => Make(field, "Signature", "Dessinée, ou un nom écrit", Identity, "M3 16c3-8 6-11 8-9s-4 8-2 8 4-5 6-5-1 4 1 4 3-1 5-2M3 20h18", "signer paraphe attestation engagement");

    /// <inheritdoc/>
    public PaletteKind Visit(MatrixField field) => Make(
        field with { Rows = [new("ligne_1", "Ligne 1"), new("ligne_2", "Ligne 2")], Options = TwoOptions },
        "Tableau de choix", "La même réponse à choisir par ligne", Advanced, "M4 4h16v16H4zM4 9.3h16M4 14.6h16M10 4v16", "matrice grille satisfaction évaluation lignes colonnes");
}
