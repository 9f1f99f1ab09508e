using GruBuilder.Forms.Definitions;
using Microsoft.AspNetCore.Components.Rendering;

namespace GruBuilder.Forms.Rendering.Fields;

/// <summary>Draws a section title as a heading of the level that the page around it asks for.</summary>
public sealed class SectionTitleFieldView : FieldViewBase<SectionTitleField>
{
    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, $"h{Math.Clamp(Context.HeadingLevel, 2, 6)}");
        builder.AddAttribute(1, "class", "gru-section");
        builder.AddAttribute(2, "id", Id);
        builder.AddContent(3, Field.Label.Length > 0 ? Field.Label : Context.Words.TitleToWrite);
        builder.CloseElement();
        if (Field.Help is not { } help || Context.ReadOnly) return;
        builder.OpenElement(4, "p");
        builder.AddAttribute(5, "class", "gru-help");
        builder.AddContent(6, help);
        builder.CloseElement();
    }
}
