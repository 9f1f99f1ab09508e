using System.Globalization;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>A colour on paper, sRGB, 0 to 255 each.</summary>
internal readonly record struct InkColor(byte Red, byte Green, byte Blue)
{
    private const double ReadableContrast = 4.5;

    internal static InkColor Ink { get; } = new(0x1B, 0x24, 0x30);

    internal static InkColor Muted { get; } = new(0x4D, 0x58, 0x66);

    internal static InkColor Line { get; } = new(0xD5, 0xDC, 0xE5);

    internal static InkColor Ground { get; } = new(0xF5, 0xF7, 0xFA);

    /// <summary>A town's colour, darkened until text in it reads well on the palest ground; the default where it cannot be read.</summary>
    internal static InkColor Readable(string? hexadecimal)
    {
        var color = hexadecimal is { Length: 7 } && hexadecimal[0] == '#'
            && int.TryParse(hexadecimal.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)
            ? new InkColor((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb)
            : new InkColor(0x0B, 0x5C, 0xAD);
        while (Contrast(color, Ground) < ReadableContrast)
        {
            color = new InkColor((byte)(color.Red * 0.95), (byte)(color.Green * 0.95), (byte)(color.Blue * 0.95));
        }

        return color;
    }

    private static double Contrast(InkColor dark, InkColor light) => (light.Luminance + 0.05) / (dark.Luminance + 0.05);

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte part)
    {
        var value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
