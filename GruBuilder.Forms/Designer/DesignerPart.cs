using Microsoft.AspNetCore.Components;

namespace GruBuilder.Forms.Designer;

/// <summary>
/// A part of the designer's screen, drawn again only when something that it shows has changed: an edit costs the parts
/// that it touches, whatever the size of the form.
/// </summary>
public abstract class DesignerPart : ComponentBase
{
    private object? _drawn;

    /// <summary>The hand that this part shows and moves.</summary>
    [Parameter, EditorRequired]
    public DesignSession Session { get; set; } = default!;

    /// <summary>All that the markup depends on, as one value that compares by content: usually a tuple.</summary>
    protected abstract object Shown { get; }

    /// <inheritdoc/>
    protected override void OnParametersSet() => _drawn ??= Shown;

    /// <inheritdoc/>
    protected override bool ShouldRender()
    {
        var now = Shown;
        if (now.Equals(_drawn)) return false;
        _drawn = now;
        return true;
    }
}
