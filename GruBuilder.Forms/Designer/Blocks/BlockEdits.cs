using System.Collections.Immutable;
using System.Globalization;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer.Edits;

/// <summary>Puts a block of the library into the form.</summary>
/// <param name="Block">The block.</param>
/// <param name="At">Where its questions go.</param>
/// <param name="IsLinked">They go on following the block; otherwise they are the form's own from now on.</param>
public sealed record InsertBlock(FormBlock Block, Place At, bool IsLinked) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form) => ToPaste(form).Apply(form);

    private Paste ToPaste(FormDefinition form)
    {
        var made = FieldKeys.Freed(Block.Form, form);
        if (IsLinked)
        {
            var use = FieldKeys.Free(Block.Key, u => form.AllFields().Any(f => f.Block?.Use == u));
            made = BlockFields.Linked(Block, made, use);
        }

        return new Paste(new Clip(made, false), At);
    }

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => $"Insérer le bloc {EditWords.Quote(Block.Name)}{(IsLinked ? "" : " (copie)")}";

    /// <inheritdoc/>
    public override Selection? Leaves(FormDefinition before, FormDefinition after) => ToPaste(before).Leaves(before, after);
}

/// <summary>
/// Makes every use of a block equal to its newest version: questions change in their place and keep the names that this form calls them by,
/// new ones stand after their neighbour of the block, those that the block no longer has go.
/// </summary>
/// <param name="Block">The newest version.</param>
/// <param name="Before">The version before it; a question that this form took out of the block stays out.</param>
public sealed record UpdateBlock(FormBlock Block, FormBlock Before) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form)
    {
        foreach (var use in form.AllFields().Where(IsOlder).Select(f => f.Block!.Use).Distinct(StringComparer.Ordinal).ToList()) form = Apply(form, use);
        return form;
    }

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => $"Mettre à jour le bloc {EditWords.Quote(Block.Name)}";

    /// <inheritdoc/>
    public override bool ReachesBlocks => true;

    private bool IsOlder(Field field) => field.Block is { } link && string.Equals(link.Key, Block.Key, StringComparison.Ordinal) && link.Version < Block.Version;

    private FormDefinition Apply(FormDefinition form, string use)
    {
        var own = form.AllFields().Where(f => IsOlder(f) && f.Block!.Use == use).ToDictionary(f => f.Block!.Field, f => f.Key, StringComparer.Ordinal);
        var made = BlockFields.Linked(Block, Called(form, own), use);
        var fields = Block.Form.AllFields().Zip(made.AllFields()).ToDictionary(p => p.First.Key, p => p.Second, StringComparer.Ordinal);
        var known = Before.Form.AllFields().Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        var order = Block.Form.Pages[0].Fields.Select(f => f.Key).ToList();
        return form with
        {
            Pages = [.. form.Pages.Select(p => Put(p.Fields) is var put && put == p.Fields ? p : p with { Fields = put })],
            Conditions = form.Conditions.AddRange(made.Conditions.Where(c => form.Conditions.All(k => k.Key != c.Key))),
            Tables = form.Tables.AddRange(made.Tables.Where(t => form.Tables.All(k => k.Key != t.Key))),
        };

        ImmutableArray<Field> Put(ImmutableArray<Field> there)
        {
            var put = ImmutableArray.CreateBuilder<Field>(there.Length);
            var isSame = true;
            foreach (var field in there)
            {
                if (IsOlder(field) && field.Block!.Use == use)
                {
                    isSame = false;
                    var key = field.Block.Field;
                    if (order.Find(own.ContainsKey) == key) put.AddRange(New(order.TakeWhile(k => k != key)));
                    if (fields.TryGetValue(key, out var now)) put.Add(now);
                    put.AddRange(New(order.SkipWhile(k => k != key).Skip(1).TakeWhile(k => !own.ContainsKey(k))));
                }
                else if (field is RepeatedGroupField group && Put(group.Fields) is var inner && inner != group.Fields)
                {
                    isSame = false;
                    put.Add(group with { Fields = inner });
                }
                else
                {
                    put.Add(field);
                }
            }

            return isSame ? there : put.ToImmutable();
        }

        // What the block has got since its version before stands beside the neighbour that this form has.
        IEnumerable<Field> New(IEnumerable<string> keys) => keys.Where(k => !known.Contains(k)).Select(k => fields[k]);
    }

    // The block's questions under the names of this form; what is new under free ones.
    private FormDefinition Called(FormDefinition form, Dictionary<string, string> own)
    {
        var made = Block.Form;
        var keys = made.AllFields().Select(f => f.Key).ToList();
        var taken = form.AllFields().Select(f => f.Key).ToHashSet(StringComparer.Ordinal);

        // First out of each other's way.
        string Aside(int i) => FieldKeys.Free(string.Create(CultureInfo.InvariantCulture, $"bloc_{i}"), k => keys.Contains(k) || taken.Contains(k));
        var aside = keys.Select((_, i) => Aside(i)).ToList();
        for (var i = 0; i < keys.Count; i++) made = new RenameFieldKey(keys[i], aside[i]).Apply(made);
        for (var i = 0; i < keys.Count; i++)
        {
            var name = own.TryGetValue(keys[i], out var called) ? called : FieldKeys.Free(keys[i], taken.Contains);
            taken.Add(name);
            made = new RenameFieldKey(aside[i], name).Apply(made);
        }

        return made;
    }
}

/// <summary>Makes the questions of one use of a block the form's own.</summary>
/// <param name="Use">Which use.</param>
/// <param name="Name">What people call the block.</param>
public sealed record DetachBlock(string Use, string Name) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form) => form.Everywhere(f => f.Block?.Use == Use ? f with { Block = null } : f, c => c);

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => $"Détacher le bloc {EditWords.Quote(Name)}";

    /// <inheritdoc/>
    public override bool ReachesBlocks => true;
}

/// <summary>What linked questions have in common.</summary>
internal static class BlockFields
{
    /// <summary>A block's questions, perhaps under other names, each with its link.</summary>
    public static FormDefinition Linked(FormBlock block, FormDefinition made, string use)
    {
        var origin = made.AllFields().Zip(block.Form.AllFields()).ToDictionary(p => p.First.Key, p => p.Second.Key, StringComparer.Ordinal);
        return made.Everywhere(f => f with { Block = new BlockLink(block.Key, block.Version, origin[f.Key], use) }, c => c);
    }

    /// <summary>Questions to be put into a form that may hold the same use of a block already: theirs is another use then.</summary>
    public static FormDefinition UnderFreeUses(FormDefinition made, FormDefinition into)
    {
        var taken = into.AllFields().Select(f => f.Block?.Use).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return taken.Count == 0 ? made : made.Everywhere(f => f.Block is { } link && taken.Contains(link.Use) ? f with { Block = link with { Use = FieldKeys.Free(link.Use, taken.Contains) } } : f, c => c);
    }

    /// <summary>The link of a question that an edit may not change; null when there is none among those that it changes.</summary>
    public static BlockLink? Locked(FormEdit edit, FormDefinition before, FormDefinition after)
    {
        if (edit.ReachesBlocks) return null;
        foreach (var field in FormChanges.Between(before, after))
        {
            if (field.Block is { } link && before.FindField(field.Key) is { } was && !ReferenceEquals(was, field) && was.Block == link) return link;
        }

        return null;
    }
}
