using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer.Edits;

/// <summary>Gives questions that follow a block the block's own rules back.</summary>
/// <param name="Block">The version that they are at.</param>
/// <param name="Use">Which use of the block.</param>
/// <param name="Keys">The questions, by the form's keys.</param>
public sealed record TakeBlockRules(FormBlock Block, string Use, ImmutableArray<string> Keys) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form)
    {
        var block = BlockFields.AsInBlock(Block, form, Use);
        return Keys.Where(block.ContainsKey).Aggregate(form, (made, key) => made.WithField(key, f => OwnRules.As(f, block[key])));
    }

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => Keys is [var one] ? $"Reprendre la règle du bloc pour {before.Name(one)}" : $"Reprendre les règles du bloc {EditWords.Quote(Block.Name)}";
}

/// <summary>Gives the rule that a form has put on one question of a block to all questions of that use, besides what the block itself says of each.</summary>
/// <param name="Block">The version that they are at.</param>
/// <param name="Key">The question whose rule it is.</param>
public sealed record ShareRule(FormBlock Block, string Key) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form)
    {
        if (form.FindField(Key) is not { Block: { } link } from) return form;
        var block = BlockFields.AsInBlock(Block, form, link.Use);

        // Rows show with their series, and their rules may look at their own row alone.
        var inRows = form.AllFields().OfType<RepeatedGroupField>().Where(g => block.ContainsKey(g.Key)).SelectMany(g => g.Fields).Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        if (inRows.Contains(Key) || !block.TryGetValue(Key, out var known) || OwnRules.Part(from.VisibleIf, known.VisibleIf) is not { } own) return form;
        var read = own.FieldKeys().ToHashSet(StringComparer.Ordinal);
        foreach (var (key, theirs) in block)
        {
            if (key != Key && !inRows.Contains(key) && !read.Contains(key)) form = form.WithField(key, f => RecordProperties.Same(f.VisibleIf, OwnRules.Joined(own, theirs.VisibleIf)) ? f : f with { VisibleIf = OwnRules.Joined(own, theirs.VisibleIf) });
        }

        return form;
    }

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => $"Donner la règle de {before.Name(Key)} à tout le bloc {EditWords.Quote(Block.Name)}";
}
