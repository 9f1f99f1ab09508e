using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using Microsoft.AspNetCore.Components;

namespace GruBuilder.Forms.Rendering;

/// <summary>What the components of answers that may be written twice share. While both differ, the answer stays unreadable.</summary>
/// <typeparam name="TField">The kind.</typeparam>
public abstract class ConfirmedFieldView<TField> : FieldViewBase<TField>
    where TField : Field
{
    private AnswerValue _shown;

    /// <summary>What the first box holds.</summary>
    protected string First { get; private set; } = "";

    /// <summary>What the second box holds.</summary>
    protected string Second { get; private set; } = "";

    /// <summary>Whether both texts mean the same.</summary>
    protected abstract bool IsSame(string first, string second);

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_shown == Value) return;
        _shown = Value;
        First = Value.ToString();
        Second = Value.AsText ?? "";
    }

    /// <summary>The first box changed.</summary>
    protected Task ChangeFirst(ChangeEventArgs change) => Change(TextOf(change).Trim(), Second);

    /// <summary>The second box changed.</summary>
    protected Task ChangeSecond(ChangeEventArgs change) => Change(First, TextOf(change).Trim());

    private Task Change(string first, string second)
    {
        (First, Second) = (first, second);
        _shown = IsSame(first, second) ? AnswerValue.Of(first) : AnswerValue.Unreadable(first.Length > 0 ? first : second);
        return SetAsync(_shown);
    }
}
