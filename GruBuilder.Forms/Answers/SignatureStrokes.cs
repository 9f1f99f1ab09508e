using System.Collections.Immutable;
using System.Globalization;

namespace GruBuilder.Forms.Answers;

/// <summary>
/// A drawn signature as a short text: an SVG path of <c>M x y</c>, then <c>l</c> and steps, on a ground of <see cref="Width"/> by
/// <see cref="Height"/>. Nothing else is a drawing, so that the text can stand in a page as it is.
/// </summary>
public static class SignatureStrokes
{
    /// <summary>Width of the ground.</summary>
    public const int Width = 1000;

    /// <summary>Height of the ground.</summary>
    public const int Height = 400;

    /// <summary>Most characters.</summary>
    public const int Longest = 20_000;

    /// <summary>The strokes, each as its points; null when the text is no drawing.</summary>
    public static ImmutableArray<ImmutableArray<(int X, int Y)>>? Read(string? text)
    {
        if (text is null or { Length: 0 or > Longest } || text[0] != 'M') return null;
        var strokes = ImmutableArray.CreateBuilder<ImmutableArray<(int X, int Y)>>();
        foreach (var written in text[1..].Split('M'))
        {
            if (Stroke(written) is not { } stroke) return null;
            strokes.Add(stroke);
        }

        return strokes.ToImmutable();
    }

    private static ImmutableArray<(int X, int Y)>? Stroke(string text)
    {
        var parts = text.Split('l');
        if (parts.Length > 2) return null;
        var points = ImmutableArray.CreateBuilder<(int X, int Y)>();
        var (x, y) = (0, 0);
        for (var i = 0; i < parts.Length; i++)
        {
            var numbers = parts[i].Split(' ');
            if (numbers.Length % 2 != 0 || (i == 0 && numbers.Length != 2)) return null;
            for (var n = 0; n < numbers.Length; n += 2)
            {
                if (!Number(numbers[n], out var dx) || !Number(numbers[n + 1], out var dy)) return null;
                (x, y) = (x + dx, y + dy);
                if (x is < 0 or > Width || y is < 0 or > Height) return null;
                points.Add((x, y));
            }
        }

        return points.ToImmutable();
    }

    private static bool Number(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && text.Length <= 5 && text[0] != '+';
}
