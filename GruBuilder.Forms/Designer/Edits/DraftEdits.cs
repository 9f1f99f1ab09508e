using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Drafting;

namespace GruBuilder.Forms.Designer.Edits;

/// <summary>Puts what was made of a text into the form: its first page at the end of one that is there, the others behind it.</summary>
/// <param name="Draft">What was made; its keys are free in the form.</param>
/// <param name="Page">The key of the page that takes the first questions.</param>
public sealed record AddDraft(FormDraft Draft, string Page) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form)
    {
        var index = form.PageIndex(Page);
        if (index < 0 || Draft.Pages.IsEmpty) return form;
        var (old, first) = (form.Pages[index], Draft.Pages[0]);
        var joined = old with { Fields = old.Fields.AddRange(first.Fields) };
        var isNamed = !string.Equals(first.Title, FormDraft.UsualPage, StringComparison.Ordinal);
        if (old.Fields.IsEmpty && isNamed) joined = joined with { Title = first.Title, Description = first.Description, VisibleIf = first.VisibleIf };
        form = form.WithPage(index, joined);
        foreach (var page in Draft.Pages.Skip(1))
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
        Draft.Pages is [{ Fields: [var first, ..] }, ..] ? Selection.Field(first.Key) : Selection.Page(Page);
}
