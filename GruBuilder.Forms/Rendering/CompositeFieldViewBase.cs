using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Rendering.Fields;
using Microsoft.AspNetCore.Components;

namespace GruBuilder.Forms.Rendering;

/// <summary>What the components of questions in parts share.</summary>
/// <typeparam name="TField">The kind.</typeparam>
public abstract class CompositeFieldViewBase<TField> : FieldViewBase<TField>
    where TField : CompositeField
{
    /// <summary>The answer's parts as given.</summary>
    protected AnswerParts Parts => Value.AsParts;

    /// <summary>Whether the answer is shown and cannot be changed.</summary>
    protected bool IsRead => Context.ReadOnly || Context.State.IsReadOnly(Place);

    /// <summary>The id of a part's box.</summary>
    protected string IdOf(string part) => Context.IdOf(Place, part);

    /// <summary>The error shown at a part, or null.</summary>
    protected string? ErrorOf(string part) => Context.ErrorAt(Place, part);

    /// <summary>For <c>aria-invalid</c>: the part's own error, or the whole answer's.</summary>
    protected string? InvalidOf(string part) => ErrorOf(part) is null && Error is null ? null : "true";

    /// <summary>For <c>aria-describedby</c>: the part's error.</summary>
    protected string? DescriptionOf(string part) => ErrorOf(part) is null ? null : PartBox.ErrorIdOf(IdOf(part));

    /// <summary>Gives one part of the answer.</summary>
    protected Task SetPartAsync(string part, AnswerValue value) => SetAsync(AnswerValue.Of(Parts.With(part, value)));

    /// <summary>Gives a part as typed, spaces around it left out.</summary>
    protected Task SetPartAsync(string part, ChangeEventArgs change) => SetPartAsync(part, AnswerValue.Of(TextOf(change).Trim()));
}
