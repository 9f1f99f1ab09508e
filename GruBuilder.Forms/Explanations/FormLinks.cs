using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Forms.Explanations;

/// <summary>How an answer acts on something else.</summary>
public enum LinkKind
{
    /// <summary>It decides whether it shows.</summary>
    Shows,

    /// <summary>It decides whether an answer is needed.</summary>
    Requires,

    /// <summary>It decides whether the answer can be changed.</summary>
    Locks,

    /// <summary>It decides which answers are offered.</summary>
    Offers,

    /// <summary>It is held against it.</summary>
    Checks,

    /// <summary>It is part of the calculation.</summary>
    Calculates,

    /// <summary>It decides whether one stops after the page.</summary>
    Ends,
}

/// <summary>One question that acts on another, or on a page.</summary>
/// <param name="From">Key of the field whose answer is read.</param>
/// <param name="To">Key of the field, or of the page, that depends on it.</param>
/// <param name="IsPage">It is a page.</param>
/// <param name="Kind">How.</param>
public sealed record FormLink(string From, string To, bool IsPage, LinkKind Kind);

/// <summary>What depends on what in a form.</summary>
public static class FormLinks
{
    /// <summary>Every link, in the order of what depends; named conditions are seen through. Names of fields that are gone are left out.</summary>
    public static ImmutableArray<FormLink> Of(FormDefinition form)
    {
        var fields = form.AllFields().Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        var links = new List<FormLink>();
        foreach (var page in form.Pages)
        {
            Add(page.Key, true, LinkKind.Shows, page.VisibleIf);
            foreach (var field in page.Fields)
            {
                AddField(field);
                if (field is not RepeatedGroupField group) continue;
                foreach (var column in group.Fields) AddField(column);
            }

            foreach (var end in page.Ends) Add(page.Key, true, LinkKind.Ends, end.If);
        }

        return [.. links.Where(l => fields.Contains(l.From) && (l.IsPage || l.From != l.To)).Distinct()];

        void AddField(Field field)
        {
            Add(field.Key, false, LinkKind.Shows, field.VisibleIf);
            if (field is InputField input)
            {
                Add(field.Key, false, LinkKind.Requires, input.RequiredIf);
                Add(field.Key, false, LinkKind.Locks, input.ReadOnlyIf);
            }

            if (field is ChoiceField choice)
            {
                foreach (var option in choice.Options) Add(field.Key, false, LinkKind.Offers, option.VisibleIf);
            }

            if (field is SingleChoiceField { LinkedTo: { } other }) links.Add(new FormLink(other, field.Key, false, LinkKind.Offers));
            foreach (var check in field.Checks) Add(field.Key, false, LinkKind.Checks, check.Holds);
            if (field is not ComputedField computed) return;
            foreach (var name in FormulaParser.NamesIn(computed.Formula)) links.Add(new FormLink(name, field.Key, false, LinkKind.Calculates));
        }

        void Add(string to, bool isPage, LinkKind kind, Condition? condition)
        {
            if (condition is null) return;
            foreach (var key in Keys(form, condition, [])) links.Add(new FormLink(key, to, isPage, kind));
        }
    }

    private static IEnumerable<string> Keys(FormDefinition form, Condition condition, HashSet<string> seen) => condition switch
    {
        ConditionReference reference when seen.Add(reference.Name) => form.Conditions.Where(c => c.Key == reference.Name).SelectMany(c => Keys(form, c.If, seen)),
        JoinedCondition joined => joined.Parts.SelectMany(p => Keys(form, p, seen)),
        RowsCondition rows => Keys(form, rows.If, seen).Prepend(rows.Group),
        _ => condition.FieldKeys(),
    };
}
