using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer.Edits;

/// <summary>Puts new fields into the form. A key that is taken gets the next free number.</summary>
/// <param name="Fields">The new fields.</param>
/// <param name="At">Where the first one goes.</param>
public sealed record AddFields(ImmutableArray<Field> Fields, Place At) : FormEdit
{
    /// <summary>Adds one field.</summary>
    public AddFields(Field field, Place at)
        : this([field], at)
    {
    }

    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form)
    {
        var there = form.FieldsAt(At.Page, At.Group);
        if (there.IsDefault) return form;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var made = Fields.Where(f => At.Group is null || f is not RepeatedGroupField).Select(f => Fresh(f, form, taken)).ToList();
        return made.Count == 0 ? form : form.WithFieldsAt(At.Page, At.Group, there.InsertRange(Math.Clamp(At.Index, 0, there.Length), made));
    }

    /// <summary>The field under keys that are free in the form, and not among those taken besides, which they join.</summary>
    internal static Field Fresh(Field field, FormDefinition form, HashSet<string> taken)
    {
        var key = FieldKeys.Free(field.Key, k => taken.Contains(k) || form.FindField(k) is not null);
        taken.Add(key);
        // Always an object of its own: what is untouched is told by reference, and the palette's question comes many times.
        var fresh = field with { Key = key };
        // A copy is this form's own.
        if (fresh.Block is not null) fresh = fresh with { Block = null };
        return fresh is RepeatedGroupField { Fields.IsEmpty: false } group ? group with { Fields = Reworking.Map(group.Fields, f => Fresh(f, form, taken)) } : fresh;
    }

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => Fields.Length == 1 ? $"Ajouter {EditWords.Name(Fields[0])}" : $"Ajouter {Fields.Length} questions";

    /// <inheritdoc/>
    public override Selection? Leaves(FormDefinition before, FormDefinition after)
    {
        var there = after.FieldsAt(At.Page, At.Group);
        var old = before.FieldsAt(At.Page, At.Group);
        return there.IsDefault || there == old ? null : Selection.Field(there[Math.Clamp(At.Index, 0, old.Length)].Key);
    }
}

/// <summary>Takes a field out, with the fields of its rows. Rules that read it stay, and become findings.</summary>
/// <param name="Key">The field's key.</param>
public sealed record RemoveField(string Key) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form)
    {
        if (form.Find(Key) is not { } at) return form;
        var page = form.Pages[at.Page].Key;
        return form.WithFieldsAt(page, at.Group, form.FieldsAt(page, at.Group).RemoveAt(at.Index));
    }

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => $"Supprimer {before.Name(Key)}";

    /// <inheritdoc/>
    public override Selection? Leaves(FormDefinition before, FormDefinition after)
    {
        if (before.Find(Key) is not { } at) return null;
        var page = before.Pages[at.Page].Key;
        var left = after.FieldsAt(page, at.Group);
        return !left.IsDefaultOrEmpty ? Selection.Field(left[Math.Min(at.Index, left.Length - 1)].Key)
            : at.Group is { } group ? Selection.Field(group) : Selection.Page(page);
    }
}

/// <summary>Moves a field: within its page, to another page, into a repeated group or out of one.</summary>
/// <param name="Key">The field's key.</param>
/// <param name="To">Where; the index is the position that it will have.</param>
public sealed record MoveField(string Key, Place To) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form)
    {
        if (form.Find(Key) is not { } at || (To.Group is not null && at.Field is RepeatedGroupField)) return form;
        if (form.FieldsAt(To.Page, To.Group).IsDefault) return form;
        var from = form.Pages[at.Page].Key;
        var isSamePlace = string.Equals(from, To.Page, StringComparison.Ordinal) && string.Equals(at.Group, To.Group, StringComparison.Ordinal);
        var here = form.FieldsAt(from, at.Group);
        if (isSamePlace)
        {
            var index = Math.Clamp(To.Index, 0, here.Length - 1);
            return index == at.Index ? form : form.WithFieldsAt(from, at.Group, Moved(here, at.Index, index));
        }

        var without = form.WithFieldsAt(from, at.Group, here.RemoveAt(at.Index));
        var there = without.FieldsAt(To.Page, To.Group);
        return without.WithFieldsAt(To.Page, To.Group, there.Insert(Math.Clamp(To.Index, 0, there.Length), at.Field));
    }

    // One copy of a long page instead of two.
    private static ImmutableArray<Field> Moved(ImmutableArray<Field> fields, int from, int to)
    {
        var moved = fields.ToArray();
        if (from < to) Array.Copy(moved, from + 1, moved, from, to - from);
        else Array.Copy(moved, to, moved, to + 1, from - to);
        moved[to] = fields[from];
        return ImmutableCollectionsMarshal.AsImmutableArray(moved);
    }

    /// <inheritdoc/>
    public override string Describe(FormDefinition before)
    {
        var name = $"Déplacer {before.Name(Key)}";
        var there = before.FieldsAt(To.Page, To.Group);
        if (there.IsDefault) return name;
        var was = before.Find(Key);
        var onPage = was is not null && string.Equals(before.Pages[was.Page].Key, To.Page, StringComparison.Ordinal);

        // The place where it stood is passed over.
        var own = onPage && string.Equals(was!.Group, To.Group, StringComparison.Ordinal) ? was.Index : int.MaxValue;
        var others = own < there.Length ? there.Length - 1 : there.Length;
        var index = Math.Clamp(To.Index, 0, others);
        if (index > 0) return $"{name} après {EditWords.Name(Other(index - 1))}";
        if (To.Group is { } group) return $"{name} au début de {before.Name(group)}";
        return others > 0 && onPage && was!.Group is null ? $"{name} avant {EditWords.Name(Other(0))}" : $"{name} au début de {before.PageName(To.Page)}";

        Field Other(int at) => there[at < own ? at : at + 1];
    }

    /// <inheritdoc/>
    public override Selection? Leaves(FormDefinition before, FormDefinition after) => Selection.Field(Key);
}

/// <summary>Puts a copy of a field right after it, under free keys.</summary>
/// <param name="Key">The field's key.</param>
public sealed record DuplicateField(string Key) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form)
    {
        if (form.Find(Key) is not { } at) return form;
        var page = form.Pages[at.Page].Key;
        return form.WithFieldsAt(page, at.Group, form.FieldsAt(page, at.Group).Insert(at.Index + 1, AddFields.Fresh(at.Field, form, new HashSet<string>(StringComparer.Ordinal))));
    }

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => $"Dupliquer {before.Name(Key)}";

    /// <inheritdoc/>
    public override Selection? Leaves(FormDefinition before, FormDefinition after) =>
        after.Find(Key) is { } at ? Selection.Field(after.FieldsAt(after.Pages[at.Page].Key, at.Group)[at.Index + 1].Key) : null;
}

/// <summary>Replaces a field's properties; its key stays. Typing in one property is one step for undo.</summary>
/// <param name="Field">The field as it becomes, under the key that it has.</param>
/// <param name="Property">The property that changes, by its C# name, for the words and the burst.</param>
public sealed record ChangeField(Field Field, string Property) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form) => form.WithField(Field.Key, _ => Field);

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => $"Modifier {EditWords.Property(Property)} de {before.Name(Field.Key)}";

    /// <inheritdoc/>
    public override string? Burst => $"field/{Field.Key}/{Property}";
}

/// <summary>Shows a field or a page only when a condition holds; always when it is null.</summary>
/// <param name="On">The field or page.</param>
/// <param name="Condition">The condition, or null.</param>
public sealed record SetCondition(Selection On, Condition? Condition) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form)
    {
        if (On.Kind == SelectionKind.Field) return form.WithField(On.Key, f => f with { VisibleIf = Condition });
        var page = On.Kind == SelectionKind.Page ? form.PageIndex(On.Key) : -1;
        return page < 0 || Equals(form.Pages[page].VisibleIf, Condition) ? form : form.WithPage(page, form.Pages[page] with { VisibleIf = Condition });
    }

    /// <inheritdoc/>
    public override string Describe(FormDefinition before)
    {
        var name = On.Kind == SelectionKind.Field ? before.Name(On.Key) : before.PageName(On.Key);
        return Condition is null ? $"Toujours afficher {name}" : $"Changer la règle de {name}";
    }

    /// <inheritdoc/>
    public override string? Burst => $"rule/{On.Kind}/{On.Key}";
}
