using System.Collections.Immutable;
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
/// new ones stand after their neighbour of the block, those that the block no longer has go. A rule that this form made its own stays.
/// </summary>
/// <param name="Block">The newest version.</param>
/// <param name="Earlier">The versions before it that this form may be at: they tell what a form changed itself, and which questions it took out.</param>
public sealed record UpdateBlock(FormBlock Block, ImmutableArray<FormBlock> Earlier) : FormEdit
{
    /// <summary>Brings a form up that is at one version alone.</summary>
    public UpdateBlock(FormBlock block, FormBlock before)
        : this(block, [before])
    {
    }

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
        var own = form.AllFields().Where(f => IsOlder(f) && f.Block!.Use == use).DistinctBy(f => f.Block!.Field).ToDictionary(f => f.Block!.Field, StringComparer.Ordinal);
        var names = own.ToDictionary(f => f.Key, f => f.Value.Key, StringComparer.Ordinal);
        var made = WithOwnRules(BlockFields.Linked(Block, BlockFields.Called(Block.Form, form, names), use), form, own, names);
        var fields = Block.Form.AllFields().Zip(made.AllFields()).ToDictionary(p => p.First.Key, p => p.Second, StringComparer.Ordinal);
        var oldest = own.Values.Min(f => f.Block!.Version);
        var known = (Earlier.FirstOrDefault(b => b.Version == oldest) ?? Block).Form.AllFields().Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
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
                if (field.Block is { } link && ReferenceEquals(own.GetValueOrDefault(link.Field), field))
                {
                    isSame = false;
                    var key = link.Field;
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

    // What the form had changed of the version that it is at stays; what it had not follows.
    private FormDefinition WithOwnRules(FormDefinition made, FormDefinition form, Dictionary<string, Field> own, Dictionary<string, string> names)
    {
        var versions = new Dictionary<int, Dictionary<string, Field>?>();
        return made.Everywhere(now => own.TryGetValue(now.Block!.Field, out var was) ? OwnRules.Merged(was, Then(was.Block!), now) : now, c => c);

        Field? Then(BlockLink link)
        {
            if (!versions.TryGetValue(link.Version, out var then))
            {
                versions[link.Version] = then = Earlier.FirstOrDefault(b => b.Version == link.Version) is { } version ? BlockFields.ByOrigin(version.Form, BlockFields.Called(version.Form, form, names)) : null;
            }

            return then?.GetValueOrDefault(link.Field);
        }
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
