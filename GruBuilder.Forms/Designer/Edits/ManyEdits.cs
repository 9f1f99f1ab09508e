using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer.Edits;

/// <summary>Takes several fields out. Rules that read them stay, and become findings.</summary>
/// <param name="Keys">The fields' keys.</param>
public sealed record RemoveFields(ImmutableArray<string> Keys) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form) => Keys.Aggregate(form, (made, key) => new RemoveField(key).Apply(made));

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => Keys is [var one] ? new RemoveField(one).Describe(before) : $"Supprimer {Keys.Length} questions";

    /// <inheritdoc/>
    public override Selection? Leaves(FormDefinition before, FormDefinition after)
    {
        // What stood after the last of them, else before the first.
        if (before.Find(Keys[0]) is not { } at) return null;
        var page = before.Pages[at.Page].Key;
        var left = after.FieldsAt(page, at.Group);
        return !left.IsDefaultOrEmpty ? Selection.Field(left[Math.Min(at.Index, left.Length - 1)].Key)
            : at.Group is { } group && after.FindField(group) is not null ? Selection.Field(group)
            : after.FindPage(page) is null ? null : Selection.Page(page);
    }
}

/// <summary>Moves several fields to one place, where they stand one after the other in the order given.</summary>
/// <param name="Keys">The fields' keys.</param>
/// <param name="To">Where; the index is the position that the first of them will have.</param>
public sealed record MoveFields(ImmutableArray<string> Keys, Place To) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form)
    {
        var moved = Keys.Select(form.FindField).OfType<Field>().Where(f => To.Group is null || f is not RepeatedGroupField).ToList();
        if (moved.Count == 0 || form.FieldsAt(To.Page, To.Group).IsDefault) return form;
        var without = new RemoveFields([.. moved.Select(f => f.Key)]).Apply(form);
        var there = without.FieldsAt(To.Page, To.Group);
        if (there.IsDefault) return form;
        var made = there.InsertRange(Math.Clamp(To.Index, 0, there.Length), moved);
        return made.AsSpan().SequenceEqual(form.FieldsAt(To.Page, To.Group).AsSpan(), ReferenceEqualityComparer.Instance) ? form : without.WithFieldsAt(To.Page, To.Group, made);
    }

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => Keys is [var one] ? new MoveField(one, To).Describe(before) : $"Déplacer {Keys.Length} questions";

    /// <inheritdoc/>
    public override Selection? Leaves(FormDefinition before, FormDefinition after) => Selection.Field(Keys[0]);
}

/// <summary>Makes an answer needed, or not, for several fields.</summary>
/// <param name="Keys">The fields' keys; those that take no answer are left alone.</param>
/// <param name="Required">Whether it is needed.</param>
public sealed record RequireFields(ImmutableArray<string> Keys, bool Required) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form) =>
        Keys.Aggregate(form, (made, key) => made.WithField(key, f => f is InputField input && input.Required != Required ? input with { Required = Required } : f));

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => $"Rendre {Keys.Length} questions {(Required ? "obligatoires" : "facultatives")}";
}

/// <summary>Puts copied questions or pages into the form, with the named conditions and tables that they use. Keys that are taken get the next free number, and the copies' rules follow.</summary>
/// <param name="Clip">What was copied.</param>
/// <param name="At">Where questions go; pages go behind its page.</param>
/// <param name="Name">What it is called on the undo button; null for the usual name.</param>
public sealed record Paste(Clip Clip, Place At, string? Name = null) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form)
    {
        var there = form.FieldsAt(At.Page, At.Group);
        if (there.IsDefault || Clip.Form.Pages.IsEmpty) return form;
        var made = BlockFields.UnderFreeUses(FieldKeys.Freed(Clip.Form, form), form);
        form = form with
        {
            Conditions = form.Conditions.AddRange(made.Conditions.Where(c => form.Conditions.All(k => k.Key != c.Key))),
            Tables = form.Tables.AddRange(made.Tables.Where(t => form.Tables.All(k => k.Key != t.Key))),
        };
        if (!Clip.IsPages) return form.WithFieldsAt(At.Page, At.Group, there.InsertRange(Math.Clamp(At.Index, 0, there.Length), Put(made.Pages[0].Fields)));

        var index = form.PageIndex(At.Page);
        foreach (var page in made.Pages)
        {
            form = form with { Pages = form.Pages.Insert(++index, page with { Key = FieldKeys.Free(page.Key, k => form.PageIndex(k) >= 0) }) };
        }

        return form;
    }

    // There is no series within a series: what it asks comes alone.
    private IEnumerable<Field> Put(ImmutableArray<Field> fields) => At.Group is null ? fields : fields.SelectMany(f => f is RepeatedGroupField group ? group.Fields : [f]);

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => Name ?? (Clip.IsPages ? $"Coller {(Clip.Form.Pages.Length == 1 ? EditWords.PageName(Clip.Form.Pages[0], 0) : $"{Clip.Form.Pages.Length} pages")}"
        : Clip.Form.Pages[0].Fields is [var one] ? $"Coller {EditWords.Name(one)}" : $"Coller {Clip.Form.Pages[0].Fields.Length} questions");

    /// <inheritdoc/>
    public override Selection? Leaves(FormDefinition before, FormDefinition after)
    {
        if (Clip.IsPages) return after.Pages.ElementAtOrDefault(before.PageIndex(At.Page) + 1) is { } page ? Selection.Page(page.Key) : null;
        var (there, old) = (after.FieldsAt(At.Page, At.Group), before.FieldsAt(At.Page, At.Group));
        return there.IsDefaultOrEmpty || there == old ? null : Selection.Field(there[Math.Clamp(At.Index, 0, Math.Min(old.Length, there.Length - 1))].Key);
    }
}
