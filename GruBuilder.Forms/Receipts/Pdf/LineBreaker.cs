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
    private const int LongestBound = 9;

    internal static List<TextLine> Break(string text, TextStyle style, double width)
    {
        var lines = new List<TextLine>(1);
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
            var good = -1;
            var poor = -1;
            double total = 0;
            while (end < text.Count)
            {
                total += text.WidthAt(end) * scale;
                if (total > width && text.CharacterAt(end) != ' ' && end > start)
                {
                    break;
                }

                switch (BreakAfter(text, start, end))
                {
                    case BreakQuality.Good:
                        good = end + 1;
                        break;
                    case BreakQuality.Poor:
                        poor = end + 1;
                        break;
                    default:
                        break;
                }

                end++;
            }

            if (end < text.Count)
            {
                end = good > start ? good : poor > start ? poor : end;
            }

            lines.Add(Trimmed(text, start, end, scale));
            start = end;
        }
        while (start < text.Count);
    }

    private static BreakQuality BreakAfter(ShapedText text, int start, int index)
    {
        switch (text.CharacterAt(index))
        {
            case ' ':
                return IsBound(text, start, index) ? BreakQuality.Poor : BreakQuality.Good;

            // A hyphen between words and a slash in an address; not the sign of a number.
            case '-' or '/':
                return index > start && index + 1 < text.Count && char.IsLetter(text.CharacterAt(index + 1))
                    && text.CharacterAt(index - 1) is not (' ' or '/')
                    ? BreakQuality.Good
                    : BreakQuality.None;
            default:
                return BreakQuality.None;
        }
    }

    // Small numbers stay with what they count, "à" with its hour, "article" with its number.
    private static bool IsBound(ShapedText text, int start, int space)
    {
        var word = space;
        while (word > start && space - word < LongestBound && text.CharacterAt(word - 1) is not (' ' or '(' or FrenchText.NarrowSpace))
        {
            word--;
        }

        var length = space - word;
        if (length == 0 || space + 1 >= text.Count)
        {
            return false;
        }

        Span<char> letters = stackalloc char[length];
        for (var i = 0; i < length; i++)
        {
            letters[i] = text.CharacterAt(word + i);
        }

        return (length <= 3 && !letters.ContainsAnyExceptInRange('0', '9'))
            || letters is "article" or "articles" or "n°" or "N°" or "1er"
            || (letters is "à" && char.IsAsciiDigit(text.CharacterAt(space + 1)));
    }

    private enum BreakQuality
    {
        None,
        Poor,
        Good,
    }

    private static TextLine Trimmed(ShapedText text, int start, int end, double scale)
    {
        var wrapped = end;
        while (end > start && text.CharacterAt(end - 1) == ' ')
        {
            end--;
        }

        double width = 0;
        for (var i = start; i < end; i++)
        {
            width += text.WidthAt(i) * scale;
        }

        // One space stays, unseen, so that a reader aloud does not join the last word to the next line's first.
        end = Math.Min(end + 1, wrapped);
        return new TextLine(text, start, end, width);
    }
}
