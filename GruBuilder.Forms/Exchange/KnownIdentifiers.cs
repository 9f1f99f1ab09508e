using System.Text.RegularExpressions;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Exchange;

/// <summary>
/// Recognises official numbers among plain texts. Both must speak for it: a name or question that says the number, and a length or pattern
/// that only this number has.
/// </summary>
internal static partial class KnownIdentifiers
{
    private const int LongestPattern = 200;

    private static readonly (IdentifierScheme Scheme, Func<string, bool> IsNamed, string[] Shapes, int[] Lengths)[] Known =
    [
        (IdentifierScheme.Siret, t => Word(t, "siret"), ["d{14}"], [14]),
        (IdentifierScheme.Siren, t => Word(t, "siren"), ["d{9}"], [9]),
        (IdentifierScheme.Rna, t => Word(t, "rna"), ["Wd{9}"], [10]),
        (IdentifierScheme.PostalCode, t => Word(t, "code postal") || Word(t, "codepostal") || Word(t, "code_postal"), ["d{5}"], [5]),
        (IdentifierScheme.LicencePlate, t => Word(t, "immatriculation"), ["l{2}d{3}l{2}"], []),
        (IdentifierScheme.Iban, t => Word(t, "iban"), ["l{2}d{25}", "FRd{25}"], [27, 34]),
    ];

    /// <summary>The scheme that the question surely asks for, or null.</summary>
    public static IdentifierScheme? Of(ShortTextField text)
    {
        if (text.Pattern?.Length > LongestPattern) return null;
        var shape = text.Pattern is { } pattern ? Shape(pattern) : null;
        foreach (var (scheme, isNamed, shapes, lengths) in Known)
        {
            if (!isNamed(text.Key) && !isNamed(text.Label)) continue;
            var fits = shape is not null ? shapes.Contains(shape, StringComparer.Ordinal) : text.MaxLength is { } most && lengths.Contains(most) && (text.MinLength is null or <= 1 || text.MinLength == most);
            return fits ? scheme : null;
        }

        return null;
    }

    private static bool Word(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end]))) return true;
        }

        return false;
    }

    // Without anchors, groups and separators; digits as d, capitals as l, repeated ones counted.
    private static string Shape(string pattern)
    {
        var named = pattern.Replace("[A-Z]", "l", StringComparison.Ordinal).Replace("[A-Za-z]", "l", StringComparison.Ordinal).Replace("[0-9]", "d", StringComparison.Ordinal).Replace(@"\d", "d", StringComparison.Ordinal);
        return Repeated().Replace(Marks().Replace(named, ""), m => $"{m.Value[0]}{{{m.Length}}}");
    }

    [GeneratedRegex(@"[\^$()\s-]|\?:|\\[ s-][?*]?", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Marks();

    [GeneratedRegex(@"d{2,}|l{2,}", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Repeated();
}
