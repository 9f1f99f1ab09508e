using System.Collections.Immutable;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Drafting;

/// <summary>The answers offered so far, and the conditions that speak of them: « si association », « si oui ».</summary>
internal sealed class SpokenAnswers
{
    private static readonly HashSet<string> Empty = new(
        ["si", "vous", "ete", "etes", "est", "sont", "un", "une", "le", "la", "les", "l", "de", "du", "des", "d", "pour", "uniquement", "seulement", "en", "cas", "reserve", "reservee", "aux", "au", "a", "coche", "cochez", "choisi", "reponse", "demandeur", "remplir", "completer", "par", "que", "avez", "demande", "concerne", "s", "il", "agit", "elle", "y", "e", "ou", "et", "cadre", "partie"], StringComparer.Ordinal);

    // Beyond, words that so many answers share tell none of them.
    private const int MostAlike = 100;

    private readonly Dictionary<string, List<(Field Field, Option Option, HashSet<string> Stems)>> _options = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(Field Field, HashSet<string> Stems)>> _yesNo = new(StringComparer.Ordinal);
    private Field? _last;

    /// <summary>Takes the answers of a field into account.</summary>
    public void Add(Field field)
    {
        if (field is YesNoField)
        {
            _last = field;
            var stems = Content(field.Label);
            foreach (var stem in stems)
            {
                if (Under(_yesNo, stem) is { Count: < MostAlike } alike) alike.Add((field, stems));
            }
        }
        else if (field is SingleChoiceField or MultipleChoiceField)
        {
            foreach (var option in ((ChoiceField)field).Options)
            {
                var stems = Content(option.Label);
                if (stems.Count > 0 && Under(_options, stems.First()) is { Count: < MostAlike } alike) alike.Add((field, option, stems));
            }

            if (((ChoiceField)field).Options.Any(o => PlainWords.Of(o.Label) is "oui" or "autre")) _last = field;
        }
    }

    /// <summary>The condition, or null when the words name no answer, or answers of several questions.</summary>
    public Condition? Condition(string spoken, out bool isAmbiguous)
    {
        isAmbiguous = false;
        var stems = PlainWords.Stems(spoken);
        if (stems.Any(s => s is "pas" or "sauf" or "sans" or "non" or "aucun") && !(stems.Length <= 2 && stems.Contains("non", StringComparer.Ordinal))) return null;
        var content = stems.Where(s => !Empty.Contains(s)).ToHashSet(StringComparer.Ordinal);
        if (content.Count == 1 && content.First() is "oui" or "non" or "autre") return OfLast(content.First());
        var found = content.SelectMany(s => _options.GetValueOrDefault(s) ?? []).Where(o => o.Stems.IsSubsetOf(content)).ToList();
        var fields = found.Select(f => f.Field.Key).Distinct(StringComparer.Ordinal).Take(2).ToList();
        isAmbiguous = fields.Count > 1;
        if (isAmbiguous) return null;
        if (fields.Count == 1)
        {
            // « Association sportive » goes before « Association ».
            var longest = found.Where(f => !found.Exists(o => o.Stems.Count > f.Stems.Count && o.Stems.IsSupersetOf(f.Stems))).DistinctBy(f => f.Option.Value).ToList();
            var parts = longest.Select(f => (Condition)new Comparison(f.Field.Key, f.Field is MultipleChoiceField ? Comparator.Contains : Comparator.IsEqualTo, AnswerValue.Of(f.Option.Value))).ToImmutableArray();
            return parts.Length == 1 ? parts[0] : new JoinedCondition(Junction.Any, parts);
        }

        if (content.Count == 0) return null;
        var asked = content.SelectMany(s => _yesNo.GetValueOrDefault(s) ?? []).Where(q => content.IsSubsetOf(q.Stems)).Select(q => q.Field.Key).Distinct(StringComparer.Ordinal).Take(2).ToList();
        isAmbiguous = asked.Count > 1;
        return asked.Count == 1 ? new Comparison(asked[0], Comparator.IsEqualTo, AnswerValue.Of(true)) : null;
    }

    private Condition? OfLast(string word) => _last switch
    {
        YesNoField yesNo when word != "autre" => new Comparison(yesNo.Key, Comparator.IsEqualTo, AnswerValue.Of(word == "oui")),
        ChoiceField choice when choice.Options.FirstOrDefault(o => PlainWords.Of(o.Label) == word) is { } option =>
            new Comparison(choice.Key, choice is MultipleChoiceField ? Comparator.Contains : Comparator.IsEqualTo, AnswerValue.Of(option.Value)),
        _ => null,
    };

    private static HashSet<string> Content(string text) => PlainWords.Stems(text).Where(s => !Empty.Contains(s)).ToHashSet(StringComparer.Ordinal);

    private static List<T> Under<T>(Dictionary<string, List<T>> index, string stem)
    {
        if (!index.TryGetValue(stem, out var list)) index[stem] = list = [];
        return list;
    }
}
