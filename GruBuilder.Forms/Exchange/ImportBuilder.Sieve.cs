using System.Globalization;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Forms.Exchange;

/// <content>Lets no rule through that the engine finds wrong: a condition out of place, types that do not go together, a circle.</content>
internal sealed partial class ImportBuilder
{
    private const int MostRounds = 100;

    private FormDefinition Sieve(FormDefinition definition)
    {
        var drafts = AllFields().ToDictionary(f => f.Field.Key, StringComparer.Ordinal);
        for (var round = 0; round < MostRounds; round++)
        {
            var wrong = FormProgram.Compile(definition).Findings.Where(f => f.Severity == Severity.Error).DistinctBy(f => f.Path).ToList();
            if (wrong.Count == 0) return definition;
            foreach (var finding in wrong) definition = Without(definition, finding, drafts);
        }

        // A form made of circles: nothing of its rules can be kept.
        Lost("condition-not-carried", "Les conditions et les calculs de ce formulaire dépendent les uns des autres en rond : aucun n'est repris. Écrivez-les à nouveau.", "");
        return definition with { Pages = [.. definition.Pages.Select(p => p with { VisibleIf = null, Fields = [.. p.Fields.Select(WithoutRules)] })] };

        Field WithoutRules(Field field)
        {
            var plain = field is ComputedField && drafts.TryGetValue(field.Key, out var draft) ? Plain(draft) : field;
            return plain is RepeatedGroupField group ? group with { VisibleIf = null, Checks = [], Fields = [.. group.Fields.Select(WithoutRules)] }
                : plain is InputField input ? input with { VisibleIf = null, RequiredIf = null, ReadOnlyIf = null, Checks = [] } : plain with { VisibleIf = null };
        }
    }

    private FormDefinition Without(FormDefinition definition, Finding finding, Dictionary<string, DraftField> drafts)
    {
        var place = finding.Path.Split('.').Last(p => p.StartsWith("pages[", StringComparison.Ordinal) || p.StartsWith("fields[", StringComparison.Ordinal));
        var page = Number(finding.Path.Split('.')[0]);
        if (finding.FieldKey is not { } key || !drafts.TryGetValue(key, out var draft) || (finding.Path.EndsWith(".visibleIf", StringComparison.Ordinal) && definition.FindField(key)?.VisibleIf is null)) return WithoutAround(definition, page, finding);
        var rule = finding.Path[(finding.Path.LastIndexOf(place, StringComparison.Ordinal) + place.Length)..].TrimStart('.');
        return definition with { Pages = definition.Pages.SetItem(page, definition.Pages[page] with { Fields = [.. definition.Pages[page].Fields.Select(f => Without(f, key, rule, finding, draft))] }) };
    }

    // The rule stands around the field: on its page, or on the titles above it.
    private FormDefinition WithoutAround(FormDefinition definition, int page, Finding finding)
    {
        var source = _pages[page];
        var rules = source.Fields.Where(f => f.Field is SectionTitleField).Select(f => f.Section).OfType<DraftSection>().Prepend(source.Section).SelectMany(s => s.Rules).ToList();
        RuleLost(RuleKind.Visible, rules.Count > 0 ? rules[0].Path : source.Path, string.Join(" ; ", rules.Select(r => r.Source)), finding.Message);
        var changed = definition.Pages[page] with { VisibleIf = null, Fields = [.. definition.Pages[page].Fields.Select(f => f is SectionTitleField ? f with { VisibleIf = null } : f)] };
        return definition with { Pages = definition.Pages.SetItem(page, changed) };
    }

    private Field Without(Field field, string key, string rule, Finding finding, DraftField draft)
    {
        if (field.Key != key) return field is RepeatedGroupField group ? group with { Fields = [.. group.Fields.Select(f => Without(f, key, rule, finding, draft))] } : field;
        var (kind, changed) = (rule, field) switch
        {
            ("formula", ComputedField) => (RuleKind.Formula, Plain(draft) with { VisibleIf = field.VisibleIf }),
            ("requiredIf", InputField input) => (RuleKind.Required, input with { RequiredIf = null }),
            ("readOnlyIf", InputField input) => (RuleKind.ReadOnly, input with { ReadOnlyIf = null }),
            (['c', 'h', 'e', 'c', 'k', 's', ..], _) => (RuleKind.Check, field with { Checks = [] }),
            (['o', 'p', 't', 'i', 'o', 'n', 's', ..], ChoiceField choice) => (RuleKind.OptionVisible, (Field)(choice with { Options = [.. choice.Options.Select(o => o with { VisibleIf = null })] })),
            _ => (RuleKind.Visible, field with { VisibleIf = null }),
        };
        var rules = draft.Rules.Where(r => r.Kind == kind).ToList();
        RuleLost(kind, rules.Count > 0 ? rules[0].Path : draft.Path, string.Join(" ; ", rules.Select(r => r.Source)), finding.Message);
        return changed;
    }

    private static int Number(string part) => int.Parse(part.AsSpan(6, part.IndexOf(']', StringComparison.Ordinal) - 6), CultureInfo.InvariantCulture);
}
