using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using Microsoft.AspNetCore.Components;

namespace GruBuilder.Forms.Rendering;

/// <summary>What the component of every kind shares.</summary>
/// <typeparam name="TField">The kind.</typeparam>
public abstract class FieldViewBase<TField> : ComponentBase
    where TField : Field
{
    /// <summary>What is drawn.</summary>
    [Parameter, EditorRequired]
    public AnswerPlace Place { get; set; }

    /// <summary>The form it belongs to.</summary>
    [CascadingParameter]
    public FormContext Context { get; set; } = default!;

    /// <summary>The definition's field.</summary>
    protected TField Field => (TField)Place.Field.Field;

    /// <summary>The answer as given.</summary>
    protected AnswerValue Value => Context.State.Raw(Place);

    /// <summary>The id of the first input.</summary>
    protected string Id => Context.IdOf(Place);

    /// <summary>The error shown, or null.</summary>
    protected string? Error => Context.ErrorAt(Place);

    /// <summary>For <c>aria-invalid</c>.</summary>
    protected string? Invalid => Error is null ? null : "true";

    /// <summary>For <c>aria-describedby</c>: the hint and the error, where there are any.</summary>
    protected string? DescribedBy => Question.DescribedBy(Id, Question.HasHint(Field), Error is not null);

    /// <summary>For <c>aria-required</c>.</summary>
    protected string? Required => Context.State.IsRequired(Place) ? "true" : null;

    /// <summary>Gives an answer.</summary>
    protected Task SetAsync(AnswerValue value) => Context.SetAsync(Place, value);

    /// <summary>Gives a text as typed, spaces around it left out.</summary>
    protected Task SetTextAsync(ChangeEventArgs change) => SetAsync(AnswerValue.Of(TextOf(change).Trim()));

    /// <summary>What a change event holds.</summary>
    protected static string TextOf(ChangeEventArgs change) => change.Value as string ?? "";
}
