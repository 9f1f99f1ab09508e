using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using Microsoft.AspNetCore.Components;

namespace GruBuilder.Forms.Rendering;

/// <summary>What the components of answers given in two boxes share. While one box is empty, what was typed is kept as it is.</summary>
/// <typeparam name="TField">The kind.</typeparam>
public abstract class TwoPartsFieldView<TField> : FieldViewBase<TField>
    where TField : Field
{
    private AnswerValue _shown;

    /// <summary>What each box holds.</summary>
    protected string[] Parts { get; } = ["", ""];

    /// <summary>What parts the two in the answer's text.</summary>
    protected abstract char Separator { get; }

    /// <summary>The answer that both parts make; null when they make none.</summary>
    protected abstract AnswerValue? Read();

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_shown == Value) return;
        _shown = Value;
        var parts = Value.ToString().Split(Separator, 2);
        for (var i = 0; i < Parts.Length; i++) Parts[i] = i < parts.Length ? parts[i] : "";
    }

    /// <summary>One box changed.</summary>
    protected Task ChangePart(int part, ChangeEventArgs change)
    {
        Parts[part] = TextOf(change).Trim();
        _shown = Parts.All(p => p.Length == 0) ? default : Read() ?? AnswerValue.Unreadable(string.Join(Separator, Parts));
        return SetAsync(_shown);
    }

    /// <summary>A limit as a box of days takes it.</summary>
    protected string? Bound(DateBound? bound) => bound?.Resolve(Context.State.Today).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
