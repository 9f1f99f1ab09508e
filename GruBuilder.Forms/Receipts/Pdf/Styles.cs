namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>The few sizes and colours that a receipt is set in; points.</summary>
internal static class Styles
{
    internal const double BoxPadding = 10;

    internal static TextStyle Body { get; } = new(FontFace.Regular, 9.5, 13.5, InkColor.Ink);

    internal static TextStyle Strong { get; } = Body with { Face = FontFace.Bold };

    internal static TextStyle Lead { get; } = new(FontFace.Regular, 11, 16, InkColor.Ink);

    internal static TextStyle Small { get; } = new(FontFace.Regular, 8.5, 12, InkColor.Muted);

    internal static TextStyle Label { get; } = Body with { Color = InkColor.Muted };

    internal static TextStyle ColumnHead { get; } = new(FontFace.Bold, 8.5, 12, InkColor.Muted);

    internal static TextStyle Town(InkColor color) => new(FontFace.Bold, 13, 18, color);

    internal static TextStyle Number(InkColor color) => new(FontFace.Bold, 24, 33, color);

    internal static TextStyle MinorNumber(InkColor color) => new(FontFace.Bold, 13, 18, color);

    /// <summary>A heading's style, and the white above it.</summary>
    internal static (TextStyle Style, double Before) Heading(int level, InkColor primary) => level switch
    {
        1 => (new(FontFace.Bold, 20, 26, InkColor.Ink), 22),
        2 => (new(FontFace.Bold, 13, 18, primary), 20),
        3 => (new(FontFace.Bold, 11, 15, InkColor.Ink), 12),
        4 => (new(FontFace.Bold, 9.5, 13.5, InkColor.Ink), 9),
        _ => (new(FontFace.Bold, 9.5, 13.5, InkColor.Muted), 9),
    };
}
