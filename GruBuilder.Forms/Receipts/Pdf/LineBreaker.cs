namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>One line: part of a shaped text.</summary>
/// <param name="Text">The text.</param>
/// <param name="Start">Its first glyph.</param>
/// <param name="End">The glyph after its last.</param>
/// <param name="Width">Its width, in points.</param>
internal readonly record struct TextLine(ShapedText Text, int Start, int End, double Width);

/// <summary>A font at a size and a colour, and the distance between lines; points.</summary>
internal readonly record struct TextStyle(FontFace Face, double Size, double Leading, InkColor Color);

/// <summary>Breaks text into lines that fit a width; a word that fits no line is cut.</summary>
internal static class LineBreaker
{
    internal static List<TextLine> Break(string text, TextStyle style, double width)
    {
        var lines = new List<TextLine>();
        foreach (var part in ShapedText.Lines(text, style.Face))
        {
            Break(part, style.Size / 1000, width, lines);
        }

        return lines;
    }

    private static void Break(ShapedText text, double scale, double width, List<TextLine> lines)
    {
        var start = 0;
        do
        {
            var end = start;
            var lastBreak = -1;
            double total = 0;
            while (end < text.Count)
            {
                total += text.WidthAt(end) * scale;
                if (total > width && text.CharacterAt(end) != ' ' && end > start)
                {
                    break;
                }

                if (MayBreakAfter(text, end))
                {
                    lastBreak = end + 1;
                }

                end++;
            }

            if (end < text.Count && lastBreak > start)
            {
                end = lastBreak;
            }

            lines.Add(Trimmed(text, start, end, scale));
            start = end;
        }
        while (start < text.Count);
    }

    private static bool MayBreakAfter(ShapedText text, int index) => text.CharacterAt(index) switch
    {
        ' ' => true,

        // A hyphen between words and a slash in an address; not the sign of a number.
        '-' or '/' => index > 0 && index + 1 < text.Count && text.CharacterAt(index - 1) is not (' ' or '/')
            && char.IsLetter(text.CharacterAt(index + 1)),
        _ => false,
    };

    private static TextLine Trimmed(ShapedText text, int start, int end, double scale)
    {
        while (end > start && text.CharacterAt(end - 1) == ' ')
        {
            end--;
        }

        double width = 0;
        for (var i = start; i < end; i++)
        {
            width += text.WidthAt(i) * scale;
        }

        return new TextLine(text, start, end, width);
    }
}
