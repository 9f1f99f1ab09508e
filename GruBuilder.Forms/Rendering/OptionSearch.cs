using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Rendering;

/// <summary>Finds options by what a person types, accents and capitals ignored. Made once for a field, shared by all who fill it.</summary>
internal sealed class OptionSearch
{
    private static readonly ConditionalWeakTable<ChoiceField, OptionSearch> Made = [];
    private readonly ImmutableArray<Option> _options;
    private readonly string[] _folded;

    private OptionSearch(ChoiceField field)
    {
        _options = field.Options;
        _folded = [.. _options.Select(o => Fold(o.Label))];
    }

    public static OptionSearch Of(ChoiceField field) => Made.GetValue(field, f => new OptionSearch(f));

    /// <summary>The first options that fit, those that begin with the text before the others; and how many fit in all.</summary>
    /// <param name="text">What was typed; every word must begin a word of the option.</param>
    /// <param name="isOffered">Which options, by their places, may be given at all.</param>
    /// <param name="most">How many are wanted.</param>
    public (ImmutableArray<Option> Found, int Count) Find(string text, Func<int, bool> isOffered, int most)
    {
        var sought = Fold(text);
        var words = sought.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = new List<Option>();
        var second = new List<Option>();
        var count = 0;
        for (var i = 0; i < _options.Length; i++)
        {
            if (!isOffered(i) || !Array.TrueForAll(words, w => Begins(_folded[i], w))) continue;
            count++;
            var list = _folded[i].StartsWith(sought, StringComparison.Ordinal) ? first : second;
            if (list.Count < most) list.Add(_options[i]);
        }

        return ([.. first.Concat(second).Take(most)], count);
    }

    /// <summary>The offered option that is exactly this text, or null.</summary>
    public Option? Exactly(string text, Func<int, bool> isOffered)
    {
        var sought = Fold(text);
        for (var i = 0; i < _options.Length; i++)
        {
            if (string.Equals(_folded[i], sought, StringComparison.Ordinal) && isOffered(i)) return _options[i];
        }

        return null;
    }

    private static bool Begins(string folded, string word)
    {
        for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || folded[at - 1] == ' ') return true;
        }

        return false;
    }

    // « Saint-Étienne » and « saint etienne » are one.
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsLetterOrDigit(c)) folded.Append(char.ToLowerInvariant(c));
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }
}
