using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Validation;

/// <summary>How the form speaks: hard words, long sentences, labels that repeat, texts in English that are missing.</summary>
internal static class WordingCheck
{
    private const double HardToRead = 30;

    public static IEnumerable<Finding> Run(FormDefinition form, FieldPaths paths)
    {
        var speaksEnglish = form.English is not null || form.AllFields().Any(f => f.English?.Label is not null);
        foreach (var page in form.Pages)
        {
            var labels = new HashSet<string>(StringComparer.CurrentCultureIgnoreCase);
            foreach (var field in page.Fields)
            {
                foreach (var finding in OfField(field, labels, paths)) yield return finding;
                if (field is not RepeatedGroupField group) continue;
                var inner = new HashSet<string>(StringComparer.CurrentCultureIgnoreCase);
                foreach (var column in group.Fields)
                {
                    foreach (var finding in OfField(column, inner, paths)) yield return finding;
                }
            }
        }

        if (!speaksEnglish) yield break;
        foreach (var field in form.AllFields().Where(f => f.Label.Length > 0 && f.English?.Label is null))
        {
            yield return new Finding(Severity.Advice, "english-missing", $"« {field.Label} » n'a pas de texte en anglais.", paths.Of(field, "english.label"), field.Key);
        }
    }

    private static IEnumerable<Finding> OfField(Field field, HashSet<string> labels, FieldPaths paths)
    {
        var label = field.Label.Trim();
        if (field is InputField or RepeatedGroupField && label.Length > 0 && !labels.Add(label))
        {
            yield return new Finding(Severity.Warning, "label-repeated", $"« {label} » est demandé deux fois sur la même page : précisez ce qui distingue les deux questions.", paths.Of(field, "label"), field.Key);
        }

        foreach (var (property, name, text, with) in Texts(field))
        {
            foreach (var (term, plainer) in PlainFrench.Jargon(text))
            {
                yield return new Finding(Severity.Advice, "jargon", $"« {term} » est un mot d'administration : écrivez plutôt « {plainer} ».", paths.Of(field, property), field.Key)
                {
                    Fix = new FieldFix($"Écrire « {plainer} »", with(PlainFrench.Replace(text, term, plainer)), name),
                };
            }

            var longest = PlainFrench.LongestSentence(text);
            if (longest > PlainFrench.LongSentence) yield return new Finding(Severity.Advice, "sentence-long", $"Une phrase compte {longest} mots : coupez-la en deux ({PlainFrench.LongSentence} mots au plus).", paths.Of(field, property), field.Key);
            else if (PlainFrench.Ease(text) is < HardToRead) yield return new Finding(Severity.Advice, "hard-to-read", "Ce texte est difficile à lire : préférez des mots courts et des phrases simples.", paths.Of(field, property), field.Key);
        }
    }

    private static IEnumerable<(string Property, string Name, string Text, Func<string, Field> With)> Texts(Field field)
    {
        if (field.Label.Length > 0) yield return ("label", nameof(Field.Label), field.Label, t => field with { Label = t });
        if (field.Help is { } help) yield return ("help", nameof(Field.Help), help, t => field with { Help = t });
        if (field is InformationField { Text.Length: > 0 } information) yield return ("text", nameof(InformationField.Text), information.Text, t => information with { Text = t });
    }
}
