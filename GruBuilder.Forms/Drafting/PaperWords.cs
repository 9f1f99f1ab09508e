using System.Text.RegularExpressions;

namespace GruBuilder.Forms.Drafting;

/// <summary>The short words that lead on to room to write on paper, and what they ask.</summary>
internal static partial class PaperWords
{
    /// <summary>Gives such words the question that they stand for; a second half is joined to its first, and left without a label.</summary>
    /// <param name="entry">The piece.</param>
    /// <param name="before">The pieces before it on the line.</param>
    public static void Settle(Entry entry, List<Entry> before)
    {
        var plain = PlainWords.Of(entry.Label);
        var last = before.Count > 0 ? before[^1] : null;
        if (plain is "au" && last is not null && Ends(last, "du"))
        {
            Join(last, "Période", "dateRange");
            entry.Label = "";
        }
        else if (plain is "a" or "et" && last is not null && (Ends(last, "de") || last.Kind == "time"))
        {
            last.Label = Without(last.Label, "de") is { Length: > 0 } said ? $"{said} : début" : "Heure de début";
            (entry.Label, entry.Kind, last.Kind) = (last.Label.Replace("début", "fin", StringComparison.Ordinal), "time", "time");
        }
        else if (plain is "ne e le" or "nee le" or "ne le" or "ne e")
        {
            entry.Label = "Date de naissance";
        }
        else if (plain is "a" && last is not null && KindGuess.IsBirth(last.Label))
        {
            entry.Label = "Lieu de naissance";
        }
        else if (plain.EndsWith(" le", StringComparison.Ordinal) && KindGuess.Of(entry.Label) == KindGuess.Otherwise)
        {
            entry.Kind ??= "date";
        }
        else if (plain is "le")
        {
            var isMade = last is not null && PlainWords.Of(last.Label).StartsWith("fait a", StringComparison.Ordinal);
            (entry.Label, entry.Kind) = (isMade ? "Fait le" : "Date", "date");
        }
        else if (Undersigned().IsMatch(plain))
        {
            entry.Label = "Nom et prénom";
        }
        else if (plain is "demeurant" or "demeurant a" or "domicilie a" or "domicilie e a" or "habitant")
        {
            entry.Label = "Adresse";
        }
        else if (plain is "cp" && last is not null && KindGuess.Of(last.Label) == "postalAddress")
        {
            entry.Label = "Code postal";
        }
        else if (plain is "tel")
        {
            entry.Label = "Téléphone";
        }
        else if (plain is "representant l" or "representant")
        {
            entry.Label = "Organisme représenté";
        }
    }

    private static void Join(Entry last, string otherwise, string kind)
    {
        last.Label = Without(last.Label, "du") is { Length: > 0 } said ? said : otherwise;
        last.Kind = kind;
    }

    private static bool Ends(Entry entry, string word)
    {
        var plain = PlainWords.Of(entry.Label);
        return plain == word || plain.EndsWith(" " + word, StringComparison.Ordinal);
    }

    private static string Without(string label, string word) =>
        label.EndsWith(word, StringComparison.OrdinalIgnoreCase) ? Remarks.Tidy(label[..^word.Length]) : label;

    [GeneratedRegex(@"^(?:je|nous),? soussigne", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Undersigned();
}
