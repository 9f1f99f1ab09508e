using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer.Edits;

/// <summary>Changes deep in a definition that share whatever they do not touch.</summary>
internal static class Reworking
{
    public static int PageIndex(this FormDefinition form, string key)
    {
        for (var i = 0; i < form.Pages.Length; i++)
        {
            if (string.Equals(form.Pages[i].Key, key, StringComparison.Ordinal)) return i;
        }

        return -1;
    }

    public static Page? FindPage(this FormDefinition form, string key) => form.PageIndex(key) is >= 0 and var i ? form.Pages[i] : null;

    /// <summary>The fields of a page or of a group on it; default when there is no such place.</summary>
    public static ImmutableArray<Field> FieldsAt(this FormDefinition form, string page, string? group)
    {
        if (form.FindPage(page) is not { } found) return default;
        if (group is null) return found.Fields;
        return found.Fields.OfType<RepeatedGroupField>().FirstOrDefault(g => string.Equals(g.Key, group, StringComparison.Ordinal))?.Fields ?? default;
    }

    public static FormDefinition WithPage(this FormDefinition form, int index, Page page) =>
        ReferenceEquals(form.Pages[index], page) ? form : form with { Pages = form.Pages.SetItem(index, page) };

    public static FormDefinition WithFieldsAt(this FormDefinition form, string page, string? group, ImmutableArray<Field> fields)
    {
        var p = form.PageIndex(page);
        if (p < 0) return form;
        var old = form.Pages[p];
        if (group is null) return old.Fields == fields ? form : form.WithPage(p, old with { Fields = fields });
        for (var i = 0; i < old.Fields.Length; i++)
        {
            if (old.Fields[i] is not RepeatedGroupField found || !string.Equals(found.Key, group, StringComparison.Ordinal)) continue;
            return found.Fields == fields ? form : form.WithPage(p, old with { Fields = old.Fields.SetItem(i, found with { Fields = fields }) });
        }

        return form;
    }

    public static FormDefinition WithField(this FormDefinition form, string key, Func<Field, Field> change)
    {
        if (form.Find(key) is not { } at) return form;
        var changed = change(at.Field);
        if (ReferenceEquals(changed, at.Field) || changed.Equals(at.Field)) return form;
        var page = form.Pages[at.Page];
        return form.WithFieldsAt(page.Key, at.Group, form.FieldsAt(page.Key, at.Group).SetItem(at.Index, changed));
    }

    /// <summary>Runs a change over every field, groups included, and every page; shares what the changes give back as it was.</summary>
    public static FormDefinition Everywhere(this FormDefinition form, Func<Field, Field> field, Func<Condition, Condition> condition)
    {
        var pages = Map(form.Pages, page =>
        {
            var fields = Map(page.Fields, Field);
            var rule = page.VisibleIf is null ? null : condition(page.VisibleIf);
            return fields == page.Fields && ReferenceEquals(rule, page.VisibleIf) ? page : page with { Fields = fields, VisibleIf = rule };
        });
        return pages == form.Pages ? form : form with { Pages = pages };

        Field Field(Field old)
        {
            var changed = field(old);
            if (changed.VisibleIf is { } before && condition(before) is var after && !ReferenceEquals(before, after)) changed = changed with { VisibleIf = after };
            if (changed is RepeatedGroupField group && Map(group.Fields, Field) is var inner && inner != group.Fields) changed = group with { Fields = inner };
            return changed;
        }
    }

    public static Condition Comparisons(Condition condition, Func<Comparison, Comparison> change)
    {
        switch (condition)
        {
            case Comparison comparison:
                return change(comparison);
            case JoinedCondition joined:
                var parts = Map(joined.Parts, p => Comparisons(p, change));
                return parts == joined.Parts ? joined : joined with { Parts = parts };
            default:
                return condition;
        }
    }

    /// <summary>The same array when no item changes by reference.</summary>
    public static ImmutableArray<T> Map<T>(ImmutableArray<T> items, Func<T, T> change)
        where T : class
    {
        ImmutableArray<T>.Builder? changed = null;
        for (var i = 0; i < items.Length; i++)
        {
            var made = change(items[i]);
            if (changed is null)
            {
                if (ReferenceEquals(made, items[i])) continue;
                changed = items.ToBuilder();
            }

            changed[i] = made;
        }

        return changed?.MoveToImmutable() ?? items;
    }
}
