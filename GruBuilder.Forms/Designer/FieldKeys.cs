using System.Globalization;
using System.Text;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer;

/// <summary>Technical names made from what a person writes: « Date de naissance » gives <c>date_de_naissance</c>.</summary>
public static class FieldKeys
{
    private const int Longest = 40;

    // Words that formulas read as something else than a field's name.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal) { "and", "or", "not", "et", "ou", "non", "oui", "vrai", "faux", "true", "false", "contains" };

    /// <summary>Lower-case letters without accents, digits and underscores, starting with a letter; never empty.</summary>
    /// <param name="label">What the person wrote.</param>
    /// <param name="otherwise">The name when nothing of the text can be kept.</param>
    public static string From(string label, string otherwise = "question")
    {
        var key = new StringBuilder(Longest);
        foreach (var c in label.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Replace("æ", "ae", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsAsciiLetterOrDigit(c)) key.Append(char.ToLowerInvariant(c));
            else if (key.Length > 0 && key[^1] != '_') key.Append('_');
        }

        var made = key.ToString().Trim('_');
        if (made.Length > Longest)
        {
            var cut = made.LastIndexOf('_', Longest);
            made = made[..(cut > Longest / 2 ? cut : Longest)];
        }

        if (made.Length == 0) return otherwise;
        if (char.IsAsciiDigit(made[0])) made = "q_" + made;
        return Reserved.Contains(made) ? made + "_reponse" : made;
    }

    /// <summary>Whether formulas read this word as something else than a field's name.</summary>
    internal static bool IsReserved(string key) => Reserved.Contains(key);

    /// <summary>The key itself, or the first of <c>key_2</c>, <c>key_3</c>… that is free.</summary>
    public static string Free(string key, Func<string, bool> isTaken)
    {
        if (!isTaken(key)) return key;
        for (var i = 2; ; i++)
        {
            var candidate = string.Create(CultureInfo.InvariantCulture, $"{key}_{i}");
            if (!isTaken(candidate)) return candidate;
        }
    }

    /// <summary>Whether the key is what <see cref="From"/> and <see cref="Free"/> would make of the label: nobody chose it by hand.</summary>
    public static bool IsMadeFrom(string key, string label)
    {
        var made = From(label);
        if (!key.StartsWith(made, StringComparison.Ordinal)) return false;
        var rest = key.AsSpan(made.Length);
        return rest.IsEmpty || (rest.Length > 1 && rest[0] == '_' && rest[1..].IndexOfAnyExceptInRange('0', '9') < 0);
    }

    /// <summary>A form under keys that another one does not have: fields that would meet one of the same key are called otherwise, and the form's own rules follow.</summary>
    internal static FormDefinition Freed(FormDefinition made, FormDefinition into)
    {
        var taken = new HashSet<string>(into.AllFields().Select(f => f.Key), StringComparer.Ordinal);
        foreach (var key in made.AllFields().Select(f => f.Key).Where(taken.Contains).ToList())
        {
            made = new Edits.RenameFieldKey(key, Free(key, k => taken.Contains(k) || made.FindField(k) is not null)).Apply(made);
        }

        return made;
    }
}
