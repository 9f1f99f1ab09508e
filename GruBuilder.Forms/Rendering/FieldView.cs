using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace GruBuilder.Forms.Rendering;

/// <summary>Draws one field by the component of its kind; draws it again only when something about it changed.</summary>
public sealed class FieldView : ComponentBase
{
    private (Field? Field, int Version, int Errors, FormRow? Row, FormState? State) _drawn;

    /// <summary>What is drawn.</summary>
    [Parameter, EditorRequired]
    public AnswerPlace Place { get; set; }

    /// <summary>The form it belongs to.</summary>
    [CascadingParameter]
    public FormContext Context { get; set; } = default!;

    /// <inheritdoc/>
    protected override bool ShouldRender() => _drawn != Now;

    // Versions count within one state: another one, in a form being drawn, may say something else at the same count.
    private (Field? Field, int Version, int Errors, FormRow? Row, FormState? State) Now =>
        (Place.Field.Field, Context.State.VersionOf(Place.Field), Context.ErrorsVersion, Place.Row, Context.State);

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        _drawn = Now;
        builder.OpenComponent(0, Place.Field.Field.Accept(FieldViews.Instance));
        builder.AddComponentParameter(1, "Place", Place);
        builder.SetKey(Place.Field.Field.Key);
        builder.CloseComponent();
    }
}
