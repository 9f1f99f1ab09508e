using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace GruBuilder.Forms.Designer;

/// <summary>A drawing beside a word; never alone to carry a meaning, so hidden from screen readers.</summary>
public sealed class Icon : ComponentBase
{
    /// <summary>A tick in a box.</summary>
    public const string Check = "M4 4h16v16H4zM8 12l3 3 5-6";

    /// <summary>Arrow up.</summary>
    public const string Up = "M12 19V5M6 11l6-6 6 6";

    /// <summary>Arrow down.</summary>
    public const string Down = "M12 5v14M6 13l6 6 6-6";

    /// <summary>Arrow left.</summary>
    public const string Left = "M19 12H5M11 6l-6 6 6 6";

    /// <summary>Arrow right.</summary>
    public const string Right = "M5 12h14M13 6l6 6-6 6";

    /// <summary>Two sheets.</summary>
    public const string Copy = "M9 9h11v11H9zM5 15H4V4h11v1";

    /// <summary>A bin.</summary>
    public const string Bin = "M4 7h16M10 11v6M14 11v6M6 7l1 13h10l1-13M9 7V4h6v3";

    /// <summary>Two dots and a line between.</summary>
    public const string Link = "M6 4v0a2 2 0 1 0 0 4a2 2 0 1 0 0-4M18 16a2 2 0 1 0 0 4a2 2 0 1 0 0-4M6 8c0 6 12 2 12 8";

    /// <summary>A clock.</summary>
    public const string Clock = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3 3";

    /// <summary>Plus.</summary>
    public const string Plus = "M12 5v14M5 12h14";

    /// <summary>A cross.</summary>
    public const string Cross = "M6 6l12 12M18 6L6 18";

    /// <summary>Arrow back.</summary>
    public const string Undo = "M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3";

    /// <summary>Arrow forth.</summary>
    public const string Redo = "M15 14l5-5-5-5M20 9H10a6 6 0 0 0 0 12h3";

    /// <summary>A telephone's screen.</summary>
    public const string Phone = "M8 3h8v18H8zM11 18h2";

    /// <summary>A tablet's screen.</summary>
    public const string Tablet = "M5 3h14v18H5zM11 18h2";

    /// <summary>A computer's screen.</summary>
    public const string Desktop = "M3 4h18v12H3zM9 20h6M12 16v4";

    /// <summary>An eye.</summary>
    public const string Eye = "M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z";

    /// <summary>A crossed eye.</summary>
    public const string Hidden = "M4 4l16 16M9.5 5.3A10 10 0 0 1 12 5c6 0 10 7 10 7a17 17 0 0 1-3 3.6M6 7.5A16 16 0 0 0 2 12s4 7 10 7a10 10 0 0 0 4-.8";

    /// <summary>Braces.</summary>
    public const string Braces = "M8 4c-3 0-2 3-2 5s-2 3-2 3 2 1 2 3-1 5 2 5M16 4c3 0 2 3 2 5s2 3 2 3-2 1-2 3 1 5-2 5";

    /// <summary>A flag.</summary>
    public const string Flag = "M5 21V4h13l-3 4 3 4H5";

    /// <summary>A pencil.</summary>
    public const string Pencil = "M4 20l1-5L16 4l4 4L9 19z";

    /// <summary>Two letters.</summary>
    public const string Letters = "M3 18L8 5l5 13M5 14h6M16 9h5M18.500 9v8a2 2 0 0 0 2 1.500";

    /// <summary>Ways that part.</summary>
    public const string Branches = "M6 3v18M6 12h6a6 6 0 0 0 6-6V3M15 6l3-3 3 3M3 18l3 3 3-3";

    /// <summary>A speech bubble.</summary>
    public const string Speech = "M4 5h16v11H11l-5 4v-4H4z";

    /// <summary>The path data, on a 24 by 24 ground.</summary>
    [Parameter, EditorRequired]
    public string Path { get; set; } = "";

    private string? _drawn;

    /// <inheritdoc/>
    protected override bool ShouldRender() => !string.Equals(_drawn, Path, StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        _drawn = Path;
        builder.OpenElement(0, "svg");
        builder.AddAttribute(1, "class", "gd-icon");
        builder.AddAttribute(2, "viewBox", "0 0 24 24");
        builder.AddAttribute(3, "aria-hidden", "true");
        builder.OpenElement(4, "path");
        builder.AddAttribute(5, "d", Path);
        builder.CloseElement();
        builder.CloseElement();
    }
}
