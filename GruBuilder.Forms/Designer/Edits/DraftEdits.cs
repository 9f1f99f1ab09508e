using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Drafting;

namespace GruBuilder.Forms.Designer.Edits;

/// <summary>Puts what was made of a text into the form: its first page at the end of one that is there, the others behind it. A key that is taken gets the next free number, and the draft's own rules follow.</summary>
/// <param name="Draft">What was made.</param>
/// <param name="Page">The key of the page that takes the first questions.</param>
public sealed record AddDraft(FormDraft Draft, string Page) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form)
    {
        var index = form.PageIndex(Page);
        if (index < 0 || Draft.Pages.IsEmpty) return form;
        var pages = FieldKeys.Freed(Draft.ToForm(form.Key, form.Title), form).Pages;
        var (old, first) = (form.Pages[index], pages[0]);
        var joined = old with { Fields = old.Fields.AddRange(first.Fields) };
        var isNamed = !string.Equals(first.Title, FormDraft.UsualPage, StringComparison.Ordinal);
        if (old.Fields.IsEmpty && isNamed) joined = joined with { Title = first.Title, Description = first.Description, VisibleIf = first.VisibleIf };
        form = form.WithPage(index, joined);
        foreach (var page in pages.Skip(1))
        {
            var key = FieldKeys.Free(page.Key, k => form.PageIndex(k) >= 0);
            form = form with { Pages = form.Pages.Insert(++index, page with { Key = key }) };
        }

        return form;
    }

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => $"Ajouter {FormDraft.Questions(Draft.Count)}";

    /// <inheritdoc/>
    public override Selection? Leaves(FormDefinition before, FormDefinition after) =>
        Draft.Pages is [{ Fields.Length: > 0 and var added }, ..] && after.FindPage(Page) is { } page && page.Fields.Length >= added ? Selection.Field(page.Fields[^added].Key) : Selection.Page(Page);
}
