using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer.Edits;

/// <summary>What a form may say by itself of a question that follows a block: when it shows, and whether it must be answered.</summary>
public static class OwnRules
{
    /// <summary>Whether the question has a rule of the form's own.</summary>
    /// <param name="field">The question.</param>
    /// <param name="block">The same as the block has it, under the form's names.</param>
    public static bool Has(Field field, Field block) => !ShowsAs(field, block) || !AsksAs(field, block);

    /// <summary>The question, shown and asked as another is.</summary>
    internal static Field As(Field field, Field other)
    {
        if (!ReferenceEquals(field.VisibleIf, other.VisibleIf)) field = field with { VisibleIf = other.VisibleIf };
        return field is InputField input && other is InputField asked ? input with { Required = asked.Required, RequiredIf = asked.RequiredIf } : field;
    }

    /// <summary>A question as its block has it now, with what the form had changed by itself.</summary>
    /// <param name="was">As it stands in the form.</param>
    /// <param name="then">As the block had it in the version that the form is at; null when nobody knows.</param>
    /// <param name="now">As the block has it now.</param>
    internal static Field Merged(Field was, Field? then, Field now)
    {
        if (then is null) return As(now, was);
        var made = ShowsAs(was, then) ? now : now with { VisibleIf = Part(was.VisibleIf, then.VisibleIf) is { } own && !Same(own, was.VisibleIf) ? Joined(own, now.VisibleIf) : was.VisibleIf };
        return made is InputField input && was is InputField asked && !AsksAs(was, then) ? input with { Required = asked.Required, RequiredIf = asked.RequiredIf } : made;
    }

    /// <summary>What a form's rule says besides the block's; null when it says nothing more.</summary>
    internal static Condition? Part(Condition? rule, Condition? block)
    {
        if (Same(rule, block)) return null;
        if (block is null || rule is not JoinedCondition { Join: Junction.All } all) return rule;
        var rest = all.Parts.RemoveAll(p => Same(p, block));
        return rest.Length == all.Parts.Length ? rule : rest is [] ? null : rest is [var one] ? one : all with { Parts = rest };
    }

    /// <summary>A form's rule and the block's together.</summary>
    internal static Condition Joined(Condition own, Condition? block) => block is null ? own
        : own is JoinedCondition { Join: Junction.All } all ? all with { Parts = all.Parts.Add(block) }
        : new JoinedCondition(Junction.All, [own, block]);

    /// <summary>Whether a question differs from what it was in nothing else. The questions of a series are each looked at for themselves.</summary>
    internal static bool AreAllThatDiffers(Field was, Field field)
    {
        if (was.GetType() != field.GetType()) return false;
        var made = As(was, field);
        if (made is RepeatedGroupField group && field is RepeatedGroupField { Fields: var now })
        {
            if (!group.Fields.Select(f => (f.Key, f.Block)).SequenceEqual(now.Select(f => (f.Key, f.Block)))) return false;
            made = group with { Fields = now };
        }

        return made.Equals(field);
    }

    private static bool ShowsAs(Field field, Field other) => Same(field.VisibleIf, other.VisibleIf);

    private static bool AsksAs(Field field, Field other) =>
        field is not InputField one || other is not InputField two || (one.Required == two.Required && Same(one.RequiredIf, two.RequiredIf));

    private static bool Same(Condition? one, Condition? other) => RecordProperties.Same(one, other);
}
