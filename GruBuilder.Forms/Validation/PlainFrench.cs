using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GruBuilder.Forms.Validation;

/// <summary>How hard a French text is to read, and plainer words for those of the administration.</summary>
public static partial class PlainFrench
{
    /// <summary>Beyond so many words a sentence is hard to follow.</summary>
    public const int LongSentence = 25;

    // Administrative words and what people say. Longest first when one holds another.
    private static readonly (string Term, string Plainer)[] Terms =
    [
        ("à l'exclusion de", "sauf"), ("à titre gracieux", "gratuitement"), ("afin de", "pour"), ("antérieurement à", "avant"), ("au titre de", "pour"),
        ("aux fins de", "pour"), ("ci-après", "ci-dessous"), ("concomitamment", "en même temps"), ("conformément à", "selon"), ("dans l'éventualité où", "si"),
        ("dans la mesure où", "si"), ("dans les meilleurs délais", "rapidement"), ("de cujus", "personne décédée"), ("diligenter", "mener"), ("du chef de", "en raison de"),
        ("dûment", "correctement"), ("en application de", "selon"), ("en cas de", "si"), ("en vertu de", "selon"), ("en vue de", "pour"),
        ("et/ou", "ou"), ("eu égard à", "compte tenu de"), ("exonération", "dispense"), ("instruire votre demande", "étudier votre demande"), ("il vous appartient de", "vous devez"),
        ("le cas échéant", "si c'est votre cas"), ("mandataire", "personne qui agit pour vous"), ("modalités", "conditions"), ("nonobstant", "malgré"), ("notamment", "par exemple"),
        ("pétitionnaire", "demandeur"), ("pièces justificatives", "documents"), ("pièce justificative", "document"), ("postérieurement à", "après"), ("préalablement à", "avant"),
        ("préalablement", "d'abord"), ("prorogation", "prolongation"), ("quérir", "chercher"), ("quotité", "part"), ("récépissé", "reçu"),
        ("requérant", "demandeur"), ("résidence principale", "logement où vous vivez"), ("sous réserve de", "à condition de"), ("susceptible de", "qui peut"), ("susmentionné", "indiqué plus haut"),
        ("susnommé", "nommé plus haut"), ("susvisé", "indiqué plus haut"), ("tacite reconduction", "renouvellement automatique"), ("tiers", "autre personne"), ("transmettre", "envoyer"),
        ("ultérieurement", "plus tard"), ("usufruitier", "personne qui a l'usage du bien"), ("vacation", "séance"), ("veuillez renseigner", "indiquez"), ("renseigner", "indiquer"),
    ];

    private static readonly FrozenSet<char> Vowels = "aeiouyàâäéèêëîïôöùûüœæ".ToFrozenSet();

    /// <summary>The administrative words in a text, each with a plainer one.</summary>
    public static IEnumerable<(string Term, string Plainer)> Jargon(string text)
    {
        var plain = text.Replace('’', '\'');
        foreach (var (term, plainer) in Terms)
        {
            if (IndexOf(plain, term) >= 0) yield return (term, plainer);
        }
    }

    /// <summary>The text with a term replaced wherever it stands alone, its capital kept.</summary>
    public static string Replace(string text, string term, string plainer)
    {
        var result = new StringBuilder();
        var rest = text;
        while (IndexOf(rest.Replace('’', '\''), term) is >= 0 and var at)
        {
            var capital = char.IsUpper(rest[at]);
            result.Append(rest, 0, at).Append(capital ? char.ToUpper(plainer[0], CultureInfo.InvariantCulture) : plainer[0]).Append(plainer, 1, plainer.Length - 1);
            rest = rest[(at + term.Length)..];
        }

        return result.Append(rest).ToString();
    }

    /// <summary>How many words there are.</summary>
    public static int CountWords(string text) => Word().Count(text);

    /// <summary>The longest sentence's number of words.</summary>
    public static int LongestSentence(string text) => Sentences(text).Select(s => Words(s).Count).DefaultIfEmpty().Max();

    /// <summary>
    /// The ease of reading, after Kandel and Moles' adaptation of Flesch's formula to French: 100 is very easy, 30 is a legal text.
    /// Null for texts too short to tell (fewer than 20 words).
    /// </summary>
    public static double? Ease(string text)
    {
        var words = Words(text);
        if (words.Count < 20) return null;
        var sentences = Math.Max(1, Sentences(text).Count(s => Words(s).Count > 0));
        return 207 - (1.015 * words.Count / sentences) - (73.6 * words.Sum(Syllables) / words.Count);
    }

    private static string[] Sentences(string text) => SentenceEnd().Split(text);

    private static List<string> Words(string text) => [.. Word().Matches(text).Select(m => m.Value.ToLowerInvariant())];

    // Groups of vowels, less a silent e at the end.
    private static int Syllables(string word)
    {
        var count = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (Vowels.Contains(word[i]) && (i == 0 || !Vowels.Contains(word[i - 1]))) count++;
        }

        if (count > 1 && (word.EndsWith('e') || word.EndsWith("es", StringComparison.Ordinal))) count--;
        return Math.Max(1, count);
    }

    private static int IndexOf(string text, string term)
    {
        var at = 0;
        while ((at = text.IndexOf(term, at, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            var end = at + term.Length;
            if ((at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end]))) return at;
            at = end;
        }

        return -1;
    }

    [GeneratedRegex(@"[.!?;:…]+(?:\s|$)|\n", RegexOptions.CultureInvariant, 200)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Word();
}
