using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;

namespace GruBuilder.Forms.Drafting;

/// <content>From what was read to fields with keys, conditions and formulas.</content>
internal sealed partial class DraftPages
{
    private readonly FreeKeys _keys = new();

    /// <summary>The draft.</summary>
    public FormDraft Finish()
    {
        foreach (var page in _pages) JoinAddresses(page);
        NameAll();
        var answers = new SpokenAnswers();
        var names = new SpokenNames();
        foreach (var entry in _pages.SelectMany(p => p.Entries))
        {
            names.Add(entry, null);
            foreach (var column in entry.Columns) names.Add(column, entry);
        }

        var pageKeys = new FreeKeys();
        var pages = ImmutableArray.CreateBuilder<Page>();
        foreach (var page in _pages)
        {
            page.Key = pageKeys.Take($"page_{pages.Count + 1}");
            var condition = page.Condition is { } spoken ? Understood(answers, spoken, page.Title, null) : null;
            var fields = page.Entries.Select(e => Made(e, answers, names)).ToImmutableArray();
            pages.Add(new Page { Key = page.Key, Title = Cut(page.Title), Description = condition is null && page.Condition is { } kept && page.Description is null ? PlainWords.Capital(kept) : page.Description, VisibleIf = condition, Fields = pages.Count == 0 ? Owned(page, fields) : fields });
        }

        var lines = _notes.Values.OrderBy(n => n.Line.Number).Select(n => new DraftLine(n.Line.Number, n.Line.Raw.Trim(), n.Role, n.Page is { } page ? [page.Key] : [.. n.Entries.Select(e => e.Key).Distinct(StringComparer.Ordinal)]));
        return new FormDraft(Title is { } title ? Cut(title) : null, pages.ToImmutable(), [.. lines], _findings.ToImmutable()).Mended();
    }

    private static string Cut(string text) => text.Length > 200 ? text[..200] : text;

    private void NameAll()
    {
        foreach (var entry in _pages.SelectMany(p => p.Entries).Where(e => e.Key.Length == 0))
        {
            entry.Key = _keys.Take(FieldKeys.From(entry.Label.Length > 0 ? entry.Label : entry.Kind == "consent" ? "accord" : "texte", "question"));
        }

        foreach (var group in _pages.SelectMany(p => p.Entries).Where(e => e.Columns.Count > 0))
        {
            var noun = FieldKeys.From(FieldMaking.RowName(group.Label).Split(' ')[^1], "ligne");
            foreach (var column in group.Columns)
            {
                // « nom » is taken by the person who asks: that of a child is « enfant_nom ».
                var key = FieldKeys.From(column.Label);
                column.Key = _keys.Take(_keys.IsFree(key) ? key : $"{noun}_{key}");
            }
        }
    }

    private Field Made(Entry entry, SpokenAnswers answers, SpokenNames names)
    {
        if (entry.Made is { } merged) return merged;
        foreach (var column in entry.Columns) column.Made = Made(column, new SpokenAnswers(), names);
        if (entry.Formula is { } spoken)
        {
            entry.Formula = names.Formula(spoken);
            if (entry.Formula is null)
            {
                Find("formula-not-understood", $"« {entry.Label} » : le calcul « {spoken} » n’a pas été compris. Écrivez-le dans le formulaire.", entry);
                entry.Help = spoken;
            }
        }

        var condition = entry.Condition is { } when ? Understood(answers, when, entry.Name, entry) : null;
        if (condition is null && entry.Condition is { } unread) entry.Help = entry.Help is { } help ? $"{PlainWords.Capital(unread)} ; {help}" : PlainWords.Capital(unread);
        if (condition is null && entry.Condition is not null) entry.Required ??= false;
        entry.Made = FieldMaking.Make(entry, AsksByStar) with { VisibleIf = condition };
        answers.Add(entry.Made);
        return entry.Made;
    }

    private Condition? Understood(SpokenAnswers answers, string spoken, string name, Entry? entry)
    {
        var condition = answers.Condition(spoken, out var isAmbiguous);
        if (condition is null)
        {
            Find("condition-not-understood", isAmbiguous
                ? $"« {name} » : « {spoken} » peut viser plusieurs questions. Ajoutez la règle dans le formulaire."
                : $"« {name} » : « {spoken} » ne correspond à aucune réponse proposée plus haut. La question est toujours posée ; ajoutez la règle dans le formulaire.", entry);
        }

        return condition;
    }

    // Street, postal code and town that follow one another are one address; a postal code and a town are a commune.
    private static void JoinAddresses(PageEntry page)
    {
        for (var i = 0; i < page.Entries.Count; i++)
        {
            var entry = page.Entries[i];
            var kind = entry.Kind ?? (entry.Options.Count > 0 ? null : KindGuess.Of(entry.Label));
            if (kind is not ("postalAddress" or "identifier.postalCode")) continue;
            var parts = page.Entries.Skip(i + 1).TakeWhile(e => e.Kind is null && e.Options.Count == 0 && e.Condition == entry.Condition && e.IsPrivate == entry.IsPrivate && IsAddressPart(e.Label, kind)).Take(4).ToList();
            if (parts.Count == 0) continue;
            if (kind == "identifier.postalCode")
            {
                if (!PlainWords.Of(entry.Label).Equals("code postal", StringComparison.Ordinal)) continue;
                (entry.Kind, entry.Label) = ("commune", parts[0].Label);
                parts = [parts[0]];
            }

            foreach (var part in parts)
            {
                page.Entries.Remove(part);
                part.JoinedTo = entry;
            }
        }
    }

    private static bool IsAddressPart(string label, string kind)
    {
        var plain = PlainWords.Of(label);
        return plain is "commune" or "ville" or "localite" || kind == "postalAddress" && plain is "code postal" or "cp" or "complement d adresse" or "code postal et ville" or "code postal ville" or "code postal et commune";
    }

    // The browser knows the name of whoever fills the first page, unless it speaks of a child.
    private static ImmutableArray<Field> Owned(PageEntry page, ImmutableArray<Field> fields)
    {
        if (IsOfChild(page.Title)) return fields;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. fields.Select(Own)];

        Field Own(Field field)
        {
            if (field is SectionTitleField or InformationField && IsOfChild(field.Label)) seen.UnionWith(["given-name", "family-name"]);
            if (field is not ShortTextField text) return field;
            var token = PlainWords.Of(text.Label) switch { "nom" or "nom de famille" or "votre nom" => "family-name", "prenom" or "prenoms" or "votre prenom" or "prenom s" => "given-name", _ => null };
            return token is not null && seen.Add(token) ? text with { Autocomplete = token } : field;
        }
    }

    private static bool IsOfChild(string title) => PlainWords.Stems(title).Any(w => w is "enfant" or "eleve" or "mineur" or "defunt" or "beneficiaire");
}
