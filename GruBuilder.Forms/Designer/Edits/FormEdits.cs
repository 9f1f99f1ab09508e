using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer.Edits;

/// <summary>Puts a new page into the form. A key that is taken gets the next free number.</summary>
/// <param name="Page">The new page.</param>
/// <param name="Index">The position that it will have; beyond the end means last.</param>
public sealed record AddPage(Page Page, int Index) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var key = FieldKeys.Free(Page.Key, k => form.PageIndex(k) >= 0);
        var fresh = Page with { Key = key, Fields = Reworking.Map(Page.Fields, f => AddFields.Fresh(f, form, taken)) };
        return form with { Pages = form.Pages.Insert(Math.Clamp(Index, 0, form.Pages.Length), fresh) };
    }

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => $"Ajouter {EditWords.PageName(Page, Index)}";

    /// <inheritdoc/>
    public override Selection? Leaves(FormDefinition before, FormDefinition after) => Selection.Page(after.Pages[Math.Clamp(Index, 0, before.Pages.Length)].Key);
}

/// <summary>Takes a page out, with its fields.</summary>
/// <param name="Key">The page's key.</param>
public sealed record RemovePage(string Key) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form)
    {
        var index = form.PageIndex(Key);
        return index < 0 ? form : form with { Pages = form.Pages.RemoveAt(index) };
    }

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => $"Supprimer {before.PageName(Key)}";

    /// <inheritdoc/>
    public override Selection? Leaves(FormDefinition before, FormDefinition after) =>
        after.Pages.IsEmpty ? Selection.Form : Selection.Page(after.Pages[Math.Clamp(before.PageIndex(Key), 0, after.Pages.Length - 1)].Key);
}

/// <summary>Moves a page.</summary>
/// <param name="Key">The page's key.</param>
/// <param name="Index">The position that it will have.</param>
public sealed record MovePage(string Key, int Index) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form)
    {
        var from = form.PageIndex(Key);
        if (from < 0) return form;
        var to = Math.Clamp(Index, 0, form.Pages.Length - 1);
        return from == to ? form : form with { Pages = form.Pages.RemoveAt(from).Insert(to, form.Pages[from]) };
    }

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => $"Déplacer {before.PageName(Key)} en position {Math.Clamp(Index, 0, Math.Max(before.Pages.Length - 1, 0)) + 1}";

    /// <inheritdoc/>
    public override Selection? Leaves(FormDefinition before, FormDefinition after) => Selection.Page(Key);
}

/// <summary>Changes a page's title and description.</summary>
/// <param name="Key">The page's key.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">A sentence under it, or nothing.</param>
public sealed record ChangePage(string Key, string Title, string? Description) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form)
    {
        var index = form.PageIndex(Key);
        if (index < 0) return form;
        var page = form.Pages[index];
        var isSame = string.Equals(page.Title, Title, StringComparison.Ordinal) && string.Equals(page.Description, Description, StringComparison.Ordinal);
        return isSame ? form : form.WithPage(index, page with { Title = Title, Description = Description });
    }

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => $"Modifier {before.PageName(Key)}";

    /// <inheritdoc/>
    public override string? Burst => $"page/{Key}";
}

/// <summary>Changes the form's title and description.</summary>
/// <param name="Title">The title.</param>
/// <param name="Description">One or two sentences under it, or nothing.</param>
public sealed record ChangeForm(string Title, string? Description) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form)
    {
        var isSame = string.Equals(form.Title, Title, StringComparison.Ordinal) && string.Equals(form.Description, Description, StringComparison.Ordinal);
        return isSame ? form : form with { Title = Title, Description = Description };
    }

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => string.Equals(before.Title, Title, StringComparison.Ordinal) ? "Modifier la description" : "Modifier le titre";

    /// <inheritdoc/>
    public override string? Burst => "form";
}

/// <summary>Gives a purpose to every question that states none.</summary>
/// <param name="Purpose">Why they are asked, in plain words.</param>
public sealed record FillPurposes(string Purpose) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form) => Purpose.Length == 0 ? form : form.Everywhere(
        field => field is InputField { Purpose: null or "" } input ? input with { Purpose = Purpose } : field,
        condition => condition);

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => "Donner la même raison aux autres questions";
}

/// <summary>Puts a whole form in place of this one, which keeps its key: the key is part of addresses already given out.</summary>
/// <param name="Definition">The new form.</param>
public sealed record ReplaceDefinition(FormDefinition Definition) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form) => ReferenceEquals(form, Definition) ? form
        : string.Equals(form.Key, Definition.Key, StringComparison.Ordinal) ? Definition : Definition with { Key = form.Key };

    /// <inheritdoc/>
    public override bool ReplacesForm => true;

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => $"Remplacer tout par {EditWords.Quote(Definition.Title)}";

    /// <inheritdoc/>
    public override Selection? Leaves(FormDefinition before, FormDefinition after) => after.Pages.IsEmpty ? Selection.Form : Selection.Page(after.Pages[0].Key);
}

/// <summary>Puts a published version in place of the form being drawn, which keeps its key.</summary>
/// <param name="Definition">The version's form.</param>
/// <param name="Number">Its number.</param>
public sealed record TakeVersion(FormDefinition Definition, int Number) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form) => new ReplaceDefinition(Definition).Apply(form);

    /// <inheritdoc/>
    public override bool ReplacesForm => true;

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => $"Reprendre la version {Number}";

    /// <inheritdoc/>
    public override Selection? Leaves(FormDefinition before, FormDefinition after) => new ReplaceDefinition(Definition).Leaves(before, after);
}

/// <summary>Brings an earlier state back.</summary>
/// <param name="Definition">The form as it was.</param>
/// <param name="When">The hour, as people read it: <c>14 h 32</c>.</param>
public sealed record RestoreForm(FormDefinition Definition, string When) : FormEdit
{
    /// <summary>The numbers that its fields had then, by key: each is the same field again, whatever it was called since. Null when nobody knows.</summary>
    public ImmutableDictionary<string, int>? Ids { get; init; }

    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form) => Definition;

    /// <inheritdoc/>
    public override bool ReplacesForm => true;

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => $"Revenir à {When}";

    /// <inheritdoc/>
    public override Selection? Leaves(FormDefinition before, FormDefinition after) => after.Pages.IsEmpty ? Selection.Form : Selection.Page(after.Pages[0].Key);
}
