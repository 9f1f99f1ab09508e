using System.Globalization;

namespace GruBuilder.Web.Features.Municipality;

/// <summary>How well a colour is read on another (WCAG 2.1).</summary>
public static class Contrast
{
    /// <summary>The least contrast of a text with its ground.</summary>
    public const double Readable = 4.5;

    /// <summary>The contrast of two colours: 1 for the same, 21 for black on white.</summary>
    /// <param name="one">As <c>#RRGGBB</c>.</param>
    /// <param name="other">As <c>#RRGGBB</c>.</param>
    public static double Between(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) =>
        (0.2126 * Linear(colour.AsSpan(1, 2))) + (0.7152 * Linear(colour.AsSpan(3, 2))) + (0.0722 * Linear(colour.AsSpan(5, 2)));

    private static double Linear(ReadOnlySpan<char> part)
    {
        var value = byte.Parse(part, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
