using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer;

/// <summary>Turns a question into one of another kind, keeping all that both kinds know.</summary>
public static class FieldConversion
{
    /// <summary>The field as one of the other kind, under the same key.</summary>
    /// <param name="field">The field.</param>
    /// <param name="kind">The palette's name of the kind.</param>
    public static Field To(Field field, string kind)
    {
        if (KindCatalogue.Find(kind) is not { } target || string.Equals(KindCatalogue.Of(field).Kind, kind, StringComparison.Ordinal)) return field;
        var label = string.IsNullOrEmpty(field.Label) || string.Equals(field.Label, KindCatalogue.Of(field).Fresh.Label, StringComparison.Ordinal) ? target.Fresh.Label : field.Label;
        var made = target.Fresh with { Key = field.Key, Label = label, Help = field.Help, VisibleIf = field.VisibleIf };
        if (made is InputField input && field is InputField old) made = input with { Required = old.Required, RequiredMessage = old.RequiredMessage, Purpose = old.Purpose };
        return (made, field) switch
        {
            (ChoiceField to, ChoiceField from) => to with { Options = from.Options, List = from.List },
            (LongTextField to, ShortTextField from) => to with { MinLength = from.MinLength, MaxLength = from.MaxLength },
            (ShortTextField to, LongTextField from) => to with { MinLength = from.MinLength, MaxLength = from.MaxLength },
            _ => made,
        };
    }

    /// <summary>The kinds that a field may become: a series only from its own kind, since its questions would be lost.</summary>
    public static IEnumerable<PaletteKind> KindsFor(Field field) => field is RepeatedGroupField
        ? [KindCatalogue.Of(field)]
        : KindCatalogue.All.Where(k => k.Fresh is not RepeatedGroupField);
}
