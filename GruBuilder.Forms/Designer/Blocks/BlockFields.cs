using System.Globalization;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer.Edits;

/// <summary>What linked questions have in common.</summary>
internal static class BlockFields
{
    /// <summary>A block's questions, perhaps under other names, each with its link.</summary>
    public static FormDefinition Linked(FormBlock block, FormDefinition made, string use)
    {
        var origin = made.AllFields().Zip(block.Form.AllFields()).ToDictionary(p => p.First.Key, p => p.Second.Key, StringComparer.Ordinal);
        return made.Everywhere(f => f with { Block = new BlockLink(block.Key, block.Version, origin[f.Key], use) }, c => c);
    }

    /// <summary>A block's questions under the names of a form.</summary>
    /// <param name="made">The block's form.</param>
    /// <param name="form">The form that uses it.</param>
    /// <param name="names">By the block's key: what the form calls a question; one that it does not have gets a free name.</param>
    public static FormDefinition Called(FormDefinition made, FormDefinition form, Dictionary<string, string> names)
    {
        var keys = made.AllFields().Select(f => f.Key).ToList();
        var taken = form.AllFields().Select(f => f.Key).ToHashSet(StringComparer.Ordinal);

        // First out of each other's way.
        string Aside(int i) => FieldKeys.Free(string.Create(CultureInfo.InvariantCulture, $"bloc_{i}"), k => keys.Contains(k) || taken.Contains(k));
        var aside = keys.Select((_, i) => Aside(i)).ToList();
        for (var i = 0; i < keys.Count; i++) made = new RenameFieldKey(keys[i], aside[i]).Apply(made);
        for (var i = 0; i < keys.Count; i++)
        {
            var name = names.TryGetValue(keys[i], out var called) ? called : FieldKeys.Free(keys[i], taken.Contains);
            taken.Add(name);
            made = new RenameFieldKey(aside[i], name).Apply(made);
        }

        return made;
    }

    /// <summary>The questions of a block that got other names, by the names that the block has for them.</summary>
    public static Dictionary<string, Field> ByOrigin(FormDefinition block, FormDefinition made) =>
        block.AllFields().Zip(made.AllFields()).DistinctBy(p => p.First.Key).ToDictionary(p => p.First.Key, p => p.Second, StringComparer.Ordinal);

    /// <summary>The questions of a form that belong to one use of a block, as the block has them, under the form's names and by these; those at another version, or no longer in the block, are left out.</summary>
    public static Dictionary<string, Field> AsInBlock(FormBlock block, FormDefinition form, string use)
    {
        var own = form.AllFields().Where(f => f.Block is { } link && link.Use == use && link.Key == block.Key && link.Version == block.Version).DistinctBy(f => f.Block!.Field).ToList();
        var made = ByOrigin(block.Form, Called(block.Form, form, own.ToDictionary(f => f.Block!.Field, f => f.Key, StringComparer.Ordinal)));
        return own.Where(f => made.ContainsKey(f.Block!.Field)).ToDictionary(f => f.Key, f => made[f.Block!.Field], StringComparer.Ordinal);
    }

    /// <summary>Questions to be put into a form that may hold the same use of a block already: theirs is another use then.</summary>
    public static FormDefinition UnderFreeUses(FormDefinition made, FormDefinition into)
    {
        var taken = into.AllFields().Select(f => f.Block?.Use).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return taken.Count == 0 ? made : made.Everywhere(f => f.Block is { } link && taken.Contains(link.Use) ? f with { Block = link with { Use = FieldKeys.Free(link.Use, taken.Contains) } } : f, c => c);
    }

    /// <summary>The link of a question that an edit may not change so; null when there is none among those that it changes. When it shows and whether it must be answered is each form's own to say.</summary>
    public static BlockLink? Locked(FormEdit edit, FormDefinition before, FormDefinition after)
    {
        if (edit.ReachesBlocks) return null;
        foreach (var field in FormChanges.Between(before, after))
        {
            if (field.Block is { } link && before.FindField(field.Key) is { } was && !ReferenceEquals(was, field) && was.Block == link && !OwnRules.AreAllThatDiffers(was, field)) return link;
        }

        return null;
    }
}
