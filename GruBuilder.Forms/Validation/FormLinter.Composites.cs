using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Validation;

/// <content>Fields whose answer has parts.</content>
internal sealed partial class LinterPass
{
    public bool Visit(IdentityField field) => true;

    public bool Visit(CommuneField field) => true;

    public bool Visit(MapPlaceField field)
    {
        if (field.Bounds is not { } bounds) return true;
        if (bounds.South > bounds.North || bounds.West > bounds.East) Report(field, Severity.Error, "bounds-crossed", $"« {field.Label} » : les limites de la carte sont inversées, aucun lieu ne conviendrait.", ".bounds");
        else if (field.Center is { } center && !bounds.Contains(center)) Report(field, Severity.Warning, "map-center-outside", $"« {field.Label} » : la carte s'ouvre hors des limites permises.", ".center");
        return true;
    }

    public bool Visit(SignatureField field) => true;

    public bool Visit(MatrixField field)
    {
        if (field.Rows.IsDefaultOrEmpty) Report(field, Severity.Error, "matrix-without-rows", $"« {field.Label} » n'a aucune ligne : ajoutez-en au moins une.", ".lines");
        Repeated(field, field.Rows, "la même ligne", ".lines");
        if (field.Rows.Concat(field.Options).Any(o => o.VisibleIf is not null)) Report(field, Severity.Error, "matrix-option-rule", $"« {field.Label} » : retirez les règles des lignes et des réponses, un tableau les montre toutes.", "");
        return Options(field, field.Options);
    }

    private void Repeated(Field field, ImmutableArray<Option> options, string what, string property)
    {
        if (options.GroupBy(o => o.Value, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is not { } twice) return;
        Report(field, Severity.Error, "option-repeated", $"« {field.Label} » propose deux fois {what} (« {twice.First().Label} »).", property);
    }
}
