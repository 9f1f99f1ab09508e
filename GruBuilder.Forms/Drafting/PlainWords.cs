using System.Globalization;
using System.Text;

namespace GruBuilder.Forms.Drafting;

/// <summary>Words as they are compared: lower case, no accents, nothing but letters and digits.</summary>
internal static class PlainWords
{
    /// <summary>The words, parted by single spaces.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Replace("æ", "ae", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsLetterOrDigit(c)) plain.Append(char.ToLowerInvariant(c));
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>The words, each without the mark of its plural or feminine.</summary>
    public static string[] Stems(string text) => [.. Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Stem)];

    /// <summary>A word without the mark of its plural or feminine: « mariées » gives « marie ».</summary>
    public static string Stem(string word)
    {
        var stem = word.Length > 3 ? word.TrimEnd('s', 'x') : word;
        if (stem.Length > 4 && stem.EndsWith("au", StringComparison.Ordinal)) stem = stem[..^1] + "l";
        return stem.Length > 4 && stem.EndsWith("ee", StringComparison.Ordinal) ? stem[..^1] : stem;
    }

    /// <summary>Whether the first word is a plural.</summary>
    public static bool StartsPlural(string text)
    {
        var words = Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = words.FirstOrDefault(w => w is not ("les" or "des" or "vos" or "nos" or "ses" or "votre" or "autres" or "autre" or "liste"));
        return first is { Length: > 3 } && first[^1] is 's' or 'x' && first is not ("fois" or "mois" or "acces" or "prix" or "choix" or "adresse" or "temps" or "corps" or "repas" or "avis" or "cas" or "frais" or "permis" or "vous");
    }

    /// <summary>The text with its first word in the plural.</summary>
    public static string Plural(string text)
    {
        var end = text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? space : text.Length;
        var word = text[..end];
        if (word.Length < 3 || word[^1] is 's' or 'x' or 'z') return text;
        var plural = word.EndsWith("al", StringComparison.Ordinal) ? word[..^1] + "ux" : word.EndsWith("au", StringComparison.Ordinal) || word.EndsWith("eu", StringComparison.Ordinal) ? word + "x" : word + "s";
        return plural + text[end..];
    }

    /// <summary>The text with a capital at its start.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.GetCultureInfo("fr-FR")) + text[1..];
}
