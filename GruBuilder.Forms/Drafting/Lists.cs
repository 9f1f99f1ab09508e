using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace GruBuilder.Forms.Drafting;

/// <summary>Lists within a line: the options of a choice, or the columns of a group.</summary>
internal static partial class Lists
{
    private const int LongestOption = 80;

    // Beyond, a list in parentheses or behind a colon is no list of questions.
    private const int MostColumns = 40;

    /// <summary>Understands the content of a parenthesis, or what follows a colon, as options or columns.</summary>
    public static bool Understand(Entry entry, string content, string label, bool inRow)
    {
        var parts = Parts(content, out var sign);
        if (parts.Length < 2 || parts.Any(p => p.Length > LongestOption)) return false;
        var plain = PlainWords.Of(label);
        if (!inRow && Columns(parts) is { } columns && (Each().IsMatch(plain) || PlainWords.StartsPlural(label)))
        {
            entry.Kind = "repeatedGroup";
            entry.Columns.AddRange(columns);
            return true;
        }

        // A comma within parentheses may part the words of a hint: only a slash is sure.
        if (sign != '/' || parts.Length > MostColumns || KindGuess.Of(label) != KindGuess.Otherwise && !KindGuess.AsksChoice(label) || parts.Any(p => KindGuess.IsKnown(p) || p.Any(char.IsAsciiDigit) && p.All(c => !char.IsLetter(c)))) return false;
        entry.Options.AddRange(parts.Select(p => Option(p)));
        return true;
    }

    /// <summary>The columns of a group that is announced by these words; null when none of them is a question.</summary>
    public static List<Entry>? Columns(ImmutableArray<string> parts)
    {
        if (parts.Length is 0 or > MostColumns || !parts.Any(p => KindGuess.IsKnown(Before(p)))) return null;
        var columns = new List<Entry>();
        foreach (var part in parts)
        {
            var isOption = columns.Count > 0 && columns[^1].Options.Count > 0 && !part.Contains(':', StringComparison.Ordinal) && !KindGuess.IsKnown(part);
            if (isOption) columns[^1].Options.Add(Option(part));
            else columns.Add(Question(part, inRow: true));
        }

        return columns;
    }

    /// <summary>A question written in full: « Vous êtes : Particulier, Association ».</summary>
    public static Entry Question(string text, bool inRow = false)
    {
        var colon = Colon(text);
        if (YesNo().Match(text) is { Success: true } yesNo)
        {
            var asked = Remarks.Read(text[..yesNo.Index], inRow);
            asked.Kind = "yesNo";
            return asked;
        }

        if (colon <= 0) return Remarks.Read(text, inRow);
        var rest = text[(colon + 1)..].Trim();
        if (rest.StartsWith('(')) return Remarks.Read($"{text[..colon]} {rest}", inRow);
        var entry = Remarks.Read(text[..colon], inRow);
        if (rest.Length == 0) return entry;
        if (Remarks.TryBound(entry, rest)) return entry;
        var parts = Parts(rest, out _);
        if (parts.Length > 1 && parts.All(p => p.Length <= LongestOption))
        {
            if (!inRow && Columns(parts) is { } columns && (Each().IsMatch(PlainWords.Of(entry.Label)) || PlainWords.StartsPlural(entry.Label) && parts.Count(p => KindGuess.IsKnown(Before(p))) * 2 > parts.Length))
            {
                entry.Kind = "repeatedGroup";
                entry.Columns.AddRange(columns);
            }
            else
            {
                entry.Options.AddRange(parts.Select(p => Option(p)));
            }

            return entry;
        }

        // What follows the colon is no list: an example, a sentence.
        entry.Help = entry.Help is { } help ? $"{help} ; {rest}" : PlainWords.Capital(rest);
        return entry;
    }

    /// <summary>Whether the line ends in « oui / non ».</summary>
    public static bool EndsInYesNo(string text) => YesNo().IsMatch(text);

    /// <summary>An option as written; « Autre : … » asks for a detail.</summary>
    public static EntryOption Option(string text)
    {
        var asksDetail = text.AsSpan().IndexOfAny(SourceLine.Blank, SourceLine.DayBlank, SourceLine.HourBlank) >= 0 || Detail().IsMatch(text);
        var label = asksDetail ? Detail().Replace(Room().Replace(text, " "), "") : text;
        label = Remarks.Tidy(label);
        return new EntryOption(label.Length > 0 ? label : "Autre", asksDetail);
    }

    /// <summary>The parts of a list, parentheses kept whole: by semicolon, else by comma, else by slash.</summary>
    public static ImmutableArray<string> Parts(string text, out char sign)
    {
        foreach (var candidate in (ReadOnlySpan<char>)[';', ',', '/'])
        {
            sign = candidate;
            var parts = Split(text, candidate);
            if (parts.Length > 1) return parts;
        }

        sign = '\0';
        return Split(text, '\n');
    }

    /// <summary>Where the first colon outside parentheses stands, or -1.</summary>
    public static int Colon(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '(') depth++;
            else if (text[i] == ')') depth = Math.Max(0, depth - 1);
            else if (text[i] == ':' && depth == 0) return i;
        }

        return -1;
    }

    private static string Before(string text) => text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? text[..colon] : text;

    private static ImmutableArray<string> Split(string text, char sign)
    {
        var parts = ImmutableArray.CreateBuilder<string>();
        var (depth, start) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '(') depth++;
            else if (i < text.Length && text[i] == ')') depth = Math.Max(0, depth - 1);
            var isDecimal = i > 0 && i + 1 < text.Length && sign is ',' && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
            if (i < text.Length && (text[i] != sign || depth > 0 || isDecimal)) continue;
            var part = text[start..i].Trim().TrimEnd('.', '…').Trim();
            if (part.Length > 0) parts.Add(part);
            start = i + 1;
        }

        return parts.ToImmutable();
    }

    [GeneratedRegex(@"\b(?:chaque|par enfant|par personne)\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Each();

    [GeneratedRegex(@"[\s:(–-]+oui\s?(?:/|ou|,|-)\s?non\)?\s*[?.*]?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex YesNo();

    [GeneratedRegex(@"[\s,:(–-]*(?:\b(?:à )?précise[rz]|\blesquel(?:le)?s?|\blaquelle)\b[^()]{0,40}\)?\s*:?\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Detail();

    [GeneratedRegex(@"[\u0001-\u0003]+", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Room();
}
