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

    /// <summary>Runs a change over every field, groups included, and every condition; shares what the changes give back as it was.</summary>
    public static FormDefinition Everywhere(this FormDefinition form, Func<Field, Field> field, Func<Condition, Condition> condition)
    {
        var named = Map(form.Conditions, n => condition(n.If) is var rule && ReferenceEquals(rule, n.If) ? n : n with { If = rule });
        var pages = Map(form.Pages, page =>
        {
            var fields = Map(page.Fields, Field);
            var ends = Map(page.Ends, e => condition(e.If) is var rule && ReferenceEquals(rule, e.If) ? e : e with { If = rule });
            var shown = page.VisibleIf is null ? null : condition(page.VisibleIf);
            return fields == page.Fields && ends == page.Ends && ReferenceEquals(shown, page.VisibleIf) ? page : page with { Fields = fields, Ends = ends, VisibleIf = shown };
        });
        return pages == form.Pages && named == form.Conditions ? form : form with { Pages = pages, Conditions = named };

        Field Field(Field old)
        {
            var changed = Conditions(field(old), condition);
            if (changed is RepeatedGroupField group && Map(group.Fields, Field) is var inner && inner != group.Fields) changed = group with { Fields = inner };
            return changed;
        }
    }

    private static Field Conditions(Field field, Func<Condition, Condition> condition)
    {
        if (Changed(field.VisibleIf) is { } visible) field = field with { VisibleIf = visible };
        if (Map(field.Checks, c => Changed(c.Holds) is { } holds ? c with { Holds = holds } : c) is var checks && checks != field.Checks) field = field with { Checks = checks };
        if (field is InputField input)
        {
            if (Changed(input.RequiredIf) is { } required) field = input = input with { RequiredIf = required };
            if (Changed(input.ReadOnlyIf) is { } readOnly) field = input with { ReadOnlyIf = readOnly };
        }

        if (field is ChoiceField choice && Map(choice.Options, o => Changed(o.VisibleIf) is { } offered ? o with { VisibleIf = offered } : o) is var options && options != choice.Options)
        {
            field = choice with { Options = options };
        }

        return field;

        Condition? Changed(Condition? old) => old is not null && condition(old) is var made && !ReferenceEquals(made, old) ? made : null;
    }

    /// <summary>Runs a change over every part of a condition that is not itself made of parts.</summary>
    public static Condition Parts(Condition condition, Func<Condition, Condition> change)
    {
        switch (condition)
        {
            case JoinedCondition joined:
                var parts = Map(joined.Parts, p => Parts(p, change));
                return parts == joined.Parts ? joined : joined with { Parts = parts };
            case RowsCondition rows:
                var inner = Parts(rows.If, change);
                return change(ReferenceEquals(inner, rows.If) ? rows : rows with { If = inner });
            default:
                return change(condition);
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
