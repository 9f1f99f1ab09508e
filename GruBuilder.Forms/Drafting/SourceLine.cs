using System.Text;
using System.Text.RegularExpressions;

namespace GruBuilder.Forms.Drafting;

/// <summary>What stands before a line's words.</summary>
internal enum Marker
{
    None,

    /// <summary>A dash, a dot, an arrow.</summary>
    Bullet,

    /// <summary>« 1. », « 1.2 »; the level counts the numbers.</summary>
    Number,

    /// <summary>« a) ».</summary>
    Letter,

    /// <summary>« II – ».</summary>
    Roman,

    /// <summary>Markdown's number signs; the level counts them. A line in bold is of level 6.</summary>
    Heading,
}

/// <summary>A line of the source, with its signs made uniform.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Raw">The line as it was.</param>
/// <param name="Indent">How far it stands in.</param>
/// <param name="Marker">What stands before its words.</param>
/// <param name="Level">The marker's level.</param>
/// <param name="Ordinal">The number of a numbered line.</param>
/// <param name="Text">Its words: boxes to tick are <see cref="Square"/> or <see cref="Circle"/>, blanks to write on are <see cref="Blank"/> and its kin.</param>
internal sealed partial record SourceLine(int Number, string Raw, int Indent, Marker Marker, int Level, string Ordinal, string Text)
{
    /// <summary>A box to tick.</summary>
    public const char Square = '☐';

    /// <summary>A round box: one of several.</summary>
    public const char Circle = '○';

    /// <summary>Room to write.</summary>
    public const char Blank = '\u0001';

    /// <summary>Room to write a day.</summary>
    public const char DayBlank = '\u0002';

    /// <summary>Room to write an hour.</summary>
    public const char HourBlank = '\u0003';

    private const string SquareGlyphs = "☐☑☒□❏❐❑❒▢▣◻◽⬜\uF0A8\uF071\uF06F\uF072\uF0A3";
    private const string CircleGlyphs = "○◯❍⚪⭘\uF0A1";

    public bool HasBlank => Text.AsSpan().IndexOfAny(Blank, DayBlank, HourBlank) >= 0;

    public bool HasTick => Text.AsSpan().IndexOfAny(Square, Circle) >= 0;

    public bool StartsWithTick => Text.Length > 0 && Text[0] is Square or Circle;

    /// <summary>Nothing but room to write.</summary>
    public bool IsBlank => HasBlank && !Text.Any(char.IsLetterOrDigit) && !HasTick;

    /// <summary>All letters are capitals.</summary>
    public bool IsCapitals => IsInCapitals(Text);

    /// <summary>Reads a line.</summary>
    public static SourceLine Of(int number, string raw)
    {
        var clean = Clean(raw);
        var indent = 0;
        foreach (var c in clean)
        {
            if (c == ' ') indent++;
            else if (c == '\t') indent += 4;
            else break;
        }

        var text = clean.Trim();
        var (marker, level, ordinal) = (Marker.None, 0, "");
        if (Heading().Match(text) is { Success: true } heading)
        {
            (marker, level, text) = (Marker.Heading, heading.Groups["signs"].Length, text[heading.Length..].TrimEnd('#', ' '));
        }
        else if (Bold().Match(text) is { Success: true } bold)
        {
            (marker, level, text) = (Marker.Heading, 6, bold.Groups["text"].Value.Trim());
        }
        else
        {
            if (Bullet().Match(text) is { Success: true } bullet) (marker, text) = (Marker.Bullet, text[bullet.Length..]);
            else if (Numbered().Match(text) is { Success: true } numbered) (marker, ordinal, level, text) = (Marker.Number, numbered.Groups["n"].Value, numbered.Groups["n"].Value.Count(c => c == '.') + 1, text[numbered.Length..]);
            else if (Roman().Match(text) is { Success: true } roman) (marker, text) = (Marker.Roman, text[roman.Length..]);
            else if (Lettered().Match(text) is { Success: true } lettered) (marker, text) = (Marker.Letter, text[lettered.Length..]);
            text = Boxes(text);
        }

        return new SourceLine(number, raw, indent, marker, level, ordinal, Blanks(text).Trim());
    }

    public static bool IsInCapitals(string text) => text.Count(char.IsUpper) >= 2 && !text.Any(char.IsLower);

    // No control signs; every space is a space; Word's drawings of boxes and bullets are what they look like.
    private static string Clean(string raw)
    {
        var clean = new StringBuilder(raw.Length);
        foreach (var c in raw)
        {
            if (SquareGlyphs.Contains(c, StringComparison.Ordinal)) clean.Append(Square);
            else if (CircleGlyphs.Contains(c, StringComparison.Ordinal)) clean.Append(Circle);
            else if (c is >= '\uF000' and <= '\uF0FF') clean.Append('•');
            else if (c == '\t') clean.Append(c);
            else if (char.IsControl(c) || c is '\u200B' or '\uFEFF' or '\uFFFD' || char.IsSurrogate(c)) clean.Append(char.IsSurrogate(c) ? c : ' ');
            else clean.Append(char.IsWhiteSpace(c) ? ' ' : c);
        }

        return clean.ToString();
    }

    private static string Boxes(string text)
    {
        text = RoundBox().Replace(SquareBox().Replace(text, "☐ "), "○ ");
        if (LetterBox().Count(text) >= 2 || LetterBox().Match(text) is { Success: true, Index: 0 }) text = LetterBox().Replace(text, "○ ");
        return text;
    }

    private static string Blanks(string text)
    {
        text = Room().Replace(text, "\u0001");
        text = Day().Replace(text, "\u0002");
        return Hour().Replace(text, "\u0003");
    }

    [GeneratedRegex(@"^(?<signs>#{1,6})\s+(?=\S)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(\*\*|__)(?<text>[^*_]{2,120})(\*\*|__)\s*:?$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Bold();

    [GeneratedRegex(@"^[-–—•*·▪■●►▶➢➔→✓✔»>‣◦]+\s+(?=\S)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(?<n>\d{1,3}(\.\d{1,3}){0,3})(\s?[.)°/]\s*|\s?[-–—]\s+|(?<=\.\d{1,3})\s+)(?=[^\s\d.…_])", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?=[IVX])(X{0,2})(IX|IV|V?I{0,3})\s?[-–—.:)/]\s*(?=\p{L})", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Roman();

    [GeneratedRegex(@"^([a-z]\s?[).]|[A-LN-Z]\s?[).]|[A-Z]\s[-–—])\s+(?=\p{L})", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Lettered();

    [GeneratedRegex(@"\[\s{0,3}[xX_]?\s{0,3}\]\s?|☐\s?", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex SquareBox();

    [GeneratedRegex(@"\(\s{0,3}\)\s?|○\s?", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex RoundBox();

    // A small o before a word stands for a round box, as typewriters had it.
    [GeneratedRegex(@"(?<=^|\s)[o¨]\s+(?=\p{L})", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex LetterBox();

    [GeneratedRegex(@"\.{4,}|(\.\s){4,}\.?|…{2,}|(?<=[\s:])…(?!\p{L})|_{2,}|(_\s){3,}_?|(\|_{0,6}){2,}\|?|\u0001", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Room();

    [GeneratedRegex(@"\u0001\s?[/-]\s?\u0001\s?[/-]\s?\u0001", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Day();

    [GeneratedRegex(@"\u0001\s?[hH]\s?\u0001", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Hour();
}
