using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Exchange.Expressions;

namespace GruBuilder.Forms.Exchange;

/// <summary>
/// Lays the fields of nested panels one after the other. A title's condition reaches every field up to the next title, while a panel
/// ends where its last field does: a title keeps its condition only where both come to the same, and its fields then need none of it.
/// Elsewhere each field carries the panel's condition itself.
/// </summary>
internal static class SectionLayout
{
    public static ImmutableArray<Field> Of(DraftPage page, Func<DraftSection?, List<Condition>> chain)
    {
        var drafts = page.Fields.ToList();

        // A title over nothing says nothing.
        drafts.RemoveAll(d => d.Field is SectionTitleField && !drafts.Exists(o => o.Field is not SectionTitleField && IsWithin(o, d.Section)));
        var isTitle = drafts.Select(d => d.Field is SectionTitleField).ToArray();
        for (var i = drafts.Count - 1; i >= 0; i--)
        {
            if (isTitle[i] && Own(chain, page, drafts[i]).Count > 0) isTitle[i] = Reach(isTitle, i).All(j => IsWithin(drafts[j], drafts[i].Section));
        }

        var fields = ImmutableArray.CreateBuilder<Field>(drafts.Count);
        DraftSection? above = null;
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            var inner = Inner(draft, chain);
            var field = draft.Field is RepeatedGroupField group ? group with { Fields = inner } : draft.Field;
            var conditions = Own(chain, page, draft);
            if (isTitle[i])
            {
                above = conditions.Count > 0 ? draft.Section : null;
            }
            else
            {
                field = AsText(field);
                if (above is not null) conditions.RemoveAll(Own(chain, page, above).Contains);
            }

            fields.Add(With(field, conditions));
        }

        return fields.ToImmutable();
    }

    // A row's fields carry the conditions of the panels between the group and them.
    private static ImmutableArray<Field> Inner(DraftField group, Func<DraftSection?, List<Condition>> chain)
    {
        var outside = chain(group.Section);
        return [.. group.Inner.Select(f => With(AsText(f.Field), [.. chain(f.Section).Where(c => !outside.Contains(c))]))];
    }

    private static Field AsText(Field field) => field is SectionTitleField
        ? new InformationField { Key = field.Key, Label = field.Label, Help = field.Help, VisibleIf = field.VisibleIf, English = field.English }
        : field;

    private static IEnumerable<int> Reach(bool[] isTitle, int title)
    {
        for (var i = title + 1; i < isTitle.Length && !isTitle[i]; i++) yield return i;
    }

    private static bool IsWithin(DraftField field, DraftSection? section) => section is not null && field.Section is { } own && own.IsWithin(section);

    private static List<Condition> Own(Func<DraftSection?, List<Condition>> chain, DraftPage page, DraftField draft) => Own(chain, page, draft.Section);

    private static List<Condition> Own(Func<DraftSection?, List<Condition>> chain, DraftPage page, DraftSection? section)
    {
        var outside = chain(page.Section);
        return [.. chain(section).Where(c => !outside.Contains(c))];
    }

    private static Field With(Field field, List<Condition> conditions)
    {
        if (conditions.Count == 0) return field;
        if (field.VisibleIf is { } own) conditions.Add(own);
        return field with { VisibleIf = Conditions.Join(Junction.All, conditions) };
    }
}
