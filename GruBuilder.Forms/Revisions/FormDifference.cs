using System.Collections.Immutable;
using System.Text.Json;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Revisions;

/// <summary>The differences between two definitions, in words. Questions are the same when their keys are.</summary>
public static class FormDifference
{
    /// <summary>What changed, in the order of the newer form; what was taken away last.</summary>
    public static ImmutableArray<FormChange> Between(FormDefinition older, FormDefinition newer) => new DifferencePass(older, newer).Run();

    /// <summary>Whether every answer given with the older form is still accepted as it stands, as far as the definitions tell.</summary>
    public static bool KeepsAnswersValid(IEnumerable<FormChange> changes) => changes.All(c => c.Effect is ChangeEffect.None or ChangeEffect.Asks);
}

/// <summary>One comparison.</summary>
internal sealed class DifferencePass(FormDefinition older, FormDefinition newer)
{
    private readonly ImmutableArray<FormChange>.Builder _changes = ImmutableArray.CreateBuilder<FormChange>();

    public ImmutableArray<FormChange> Run()
    {
        if (older.Title != newer.Title) Add(ChangeEffect.None, $"Le titre devient {Quote(newer.Title)}.");
        if (older.Description != newer.Description) Add(ChangeEffect.None, "La description change.");
        Pages();
        Fields();
        Named(older.Conditions, newer.Conditions, c => c.Key, "La condition", "ajoutée", "modifiée", "retirée", c => c.Label);
        Named(older.Tables, newer.Tables, t => t.Key, "Le tableau", "ajouté", "modifié", "retiré", t => t.Label);
        return _changes.ToImmutable();
    }

    private void Pages()
    {
        var before = older.Pages.ToDictionary(p => p.Key, StringComparer.Ordinal);
        foreach (var page in newer.Pages)
        {
            if (!before.TryGetValue(page.Key, out var old))
            {
                Add(ChangeEffect.None, $"La page {Quote(page.Title)} est ajoutée.", page: page.Key);
                continue;
            }

            if (old.Title != page.Title) Add(ChangeEffect.None, $"La page {Quote(old.Title)} s'appelle désormais {Quote(page.Title)}.", page: page.Key);
            if (old.Description != page.Description) Add(ChangeEffect.None, $"La description de la page {Quote(page.Title)} change.", page: page.Key);
            if (!Same(old.VisibleIf, page.VisibleIf)) Add(ChangeEffect.MayRefuse, $"La règle qui affiche la page {Quote(page.Title)} change.", page: page.Key);
            if (!old.Ends.Select(DefinitionJson.WritePart).SequenceEqual(page.Ends.Select(DefinitionJson.WritePart))) Add(ChangeEffect.MayRefuse, $"Les sorties de la page {Quote(page.Title)} changent.", page: page.Key);
        }

        var kept = older.Pages.Where(p => newer.Pages.Any(n => n.Key == p.Key)).Select(p => p.Key);
        if (!kept.SequenceEqual(newer.Pages.Where(p => before.ContainsKey(p.Key)).Select(p => p.Key))) Add(ChangeEffect.None, "L'ordre des pages change.");
        foreach (var page in older.Pages.Where(p => newer.Pages.All(n => n.Key != p.Key))) Add(ChangeEffect.None, $"La page {Quote(page.Title)} est retirée.", page: page.Key);
    }

    private void Fields()
    {
        foreach (var field in newer.AllFields())
        {
            var place = newer.Find(field.Key)!;
            if (older.Find(field.Key) is not { } before) Added(field);
            else Compare(before, place);
        }

        foreach (var field in older.AllFields())
        {
            if (newer.Find(field.Key) is null) Add(field is InputField or RepeatedGroupField ? ChangeEffect.Loses : ChangeEffect.None, $"{Name(field)} est retirée.", field.Key);
        }
    }

    private void Added(Field field)
    {
        if (field is InputField { Required: true }) Add(ChangeEffect.MayRefuse, $"{Name(field)} est ajoutée ; la réponse est obligatoire.", field.Key);
        else Add(field is InputField or RepeatedGroupField ? ChangeEffect.Asks : ChangeEffect.None, $"{Name(field)} est ajoutée.", field.Key);
    }

    private void Compare(FieldPlace before, FieldPlace after)
    {
        var (old, field) = (before.Field, after.Field);
        if (before.Group != after.Group) Add(ChangeEffect.Loses, $"{Name(field)} est déplacée dans une autre série de questions, ou hors d'une série.", field.Key);
        else if (older.Pages[before.Page].Key != newer.Pages[after.Page].Key) Add(ChangeEffect.None, $"{Name(field)} passe à la page {Quote(newer.Pages[after.Page].Title)}.", field.Key);
        if (old.GetType() != field.GetType())
        {
            Add(ChangeEffect.MayRefuse, $"{Name(field)} change de type.", field.Key);
            return;
        }

        if (ReferenceEquals(old, field)) return;
        var was = Properties(old);
        foreach (var (property, value) in Properties(field))
        {
            was.Remove(property, out var earlier);
            if (value != earlier) Changed(old, field, property);
        }

        foreach (var property in was.Keys) Changed(old, field, property);
    }

    private void Changed(Field old, Field field, string property)
    {
        switch (property)
        {
            case "label":
                Add(ChangeEffect.None, $"{Name(old)} s'appelle désormais {Quote(field.Label)}.", field.Key);
                break;
            case "required":
                var required = field is InputField { Required: true };
                Add(required ? ChangeEffect.MayRefuse : ChangeEffect.None, $"{Name(field)} est devenue {(required ? "obligatoire" : "facultative")}.", field.Key);
                break;
            case "options" when old is ChoiceField was && field is ChoiceField now:
                Options(was, now);
                break;
            case "block":
                // Where a question comes from is nothing that anybody is asked.
                break;
            case "fields":
                // Each question of the series speaks for itself.
                break;
            default:
                var (words, effect) = PropertyWords.Of(property);
                Add(effect, $"{Name(field)} : {words} change{(PropertyWords.IsPlural(words) ? "nt" : "")}.", field.Key);
                break;
        }
    }

    private void Options(ChoiceField old, ChoiceField field)
    {
        foreach (var option in field.Options)
        {
            if (old.FindOption(option.Value) is not { } was) Add(ChangeEffect.None, $"{Name(field)} propose en plus {Quote(option.Label)}.", field.Key);
            else if (was.Label != option.Label) Add(ChangeEffect.None, $"{Name(field)} : {Quote(was.Label)} devient {Quote(option.Label)}.", field.Key);
            else if (!Same(was, option)) Add(ChangeEffect.MayRefuse, $"{Name(field)} : les réglages de {Quote(option.Label)} changent.", field.Key);
        }

        foreach (var option in old.Options)
        {
            if (field.FindOption(option.Value) is null) Add(ChangeEffect.MayRefuse, $"{Name(field)} ne propose plus {Quote(option.Label)}.", field.Key);
        }

        var kept = field.Options.Select(o => o.Value).Where(v => old.FindOption(v) is not null);
        if (!kept.SequenceEqual(old.Options.Select(o => o.Value).Where(v => field.FindOption(v) is not null))) Add(ChangeEffect.None, $"{Name(field)} : l'ordre des réponses change.", field.Key);
    }

    private void Named<T>(ImmutableArray<T> before, ImmutableArray<T> after, Func<T, string> key, string what, string added, string changed, string removed, Func<T, string> label)
    {
        foreach (var item in after)
        {
            var old = before.FirstOrDefault(b => key(b) == key(item));
            if (old is null) Add(ChangeEffect.None, $"{what} {Quote(label(item))} est {added}.");
            else if (!Same(old, item)) Add(ChangeEffect.MayRefuse, $"{what} {Quote(label(item))} est {changed}.");
        }

        foreach (var item in before.Where(b => after.All(a => key(a) != key(b)))) Add(ChangeEffect.None, $"{what} {Quote(label(item))} est {removed}.");
    }

    private static bool Same(object? a, object? b) => ReferenceEquals(a, b) || (a is not null && b is not null && DefinitionJson.WritePart(a) == DefinitionJson.WritePart(b));

    private static Dictionary<string, string> Properties(Field field)
    {
        using var json = JsonDocument.Parse(DefinitionJson.WritePart(field));
        return json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetRawText(), StringComparer.Ordinal);
    }

    private void Add(ChangeEffect effect, string sentence, string? field = null, string? page = null) => _changes.Add(new FormChange(effect, sentence, field, page));

    private static string Name(Field field) => string.IsNullOrWhiteSpace(field.Label) ? "Le texte d'information" : Quote(field.Label);

    private static string Quote(string text) => $"«\u202f{text.Trim()}\u202f»";
}
