using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer.Edits;

/// <summary>How edits speak of fields, pages and properties.</summary>
internal static class EditWords
{
    private static readonly Dictionary<string, string> Properties = new(StringComparer.Ordinal)
    {
        [nameof(Field.Label)] = "le texte",
        [nameof(Field.Help)] = "l’aide",
        [nameof(InputField.Required)] = "le caractère obligatoire",
        [nameof(InputField.RequiredMessage)] = "le message",
        [nameof(InputField.Purpose)] = "la finalité",
        [nameof(ShortTextField.Pattern)] = "le modèle de réponse",
        [nameof(ShortTextField.PatternMessage)] = "le message",
        [nameof(ShortTextField.Autocomplete)] = "le remplissage automatique",
        [nameof(ChoiceField.Options)] = "les réponses",
        [nameof(ComputedField.Formula)] = "le calcul",
        [nameof(RepeatedGroupField.RowLabel)] = "le nom d’une ligne",
        [nameof(InformationField.Text)] = "le texte",
        [nameof(ChoiceField.List)] = "la liste",
        [nameof(SingleChoiceField.LinkedTo)] = "le lien",
        [nameof(ImageField.Source)] = "l’image",
        [nameof(FormDefinition.Title)] = "le titre",
        [nameof(FormDefinition.Description)] = "la description",
        ["Kind"] = "le type",
    };

    public static string Property(string name) => Properties.GetValueOrDefault(name, "un réglage");

    public static string Quote(string text)
    {
        text = text.Trim();
        if (text.Length > 40) text = string.Concat(text.AsSpan(0, 39), "…");
        return $"« {text} »";
    }

    public static string Name(Field? field) => field is null ? "une question"
        : string.IsNullOrWhiteSpace(field.Label) ? (field is InformationField ? "le texte d’information" : "la question sans texte")
        : Quote(field.Label);

    public static string Name(this FormDefinition form, string key) => Name(form.FindField(key));

    public static string PageName(this FormDefinition form, string key) => PageName(form.FindPage(key), form.PageIndex(key));

    public static string PageName(Page? page, int index) => page is null ? "une page"
        : string.IsNullOrWhiteSpace(page.Title) ? $"la page {index + 1}" : $"la page {Quote(page.Title)}";
}
