using System.Globalization;
using System.Text;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Forms.Drafting;

/// <summary>The fields by what they are called, and the formulas that call them so: « 3,5 × repas par semaine ».</summary>
internal sealed class SpokenNames
{
    private static readonly HashSet<string> Articles = new(["le", "la", "les", "l", "du", "de", "des", "d", "un", "une", "votre", "vos", "nombre", "nb", "total", "somme"], StringComparer.Ordinal);
    private readonly Dictionary<string, string> _terms = new(StringComparer.Ordinal);

    /// <summary>Takes a field's name into account.</summary>
    public void Add(Entry entry, Entry? group)
    {
        var term = group is null ? entry.Columns.Count > 0 ? $"count({entry.Key})" : entry.Key : $"sum({group.Key}.{entry.Key})";
        var name = Name(entry.Label);
        if (name.Length == 0) return;
        _terms.TryAdd(name, term);
        if (Bare(name) is { Length: > 0 } bare) _terms.TryAdd(bare, term);
    }

    /// <summary>The formula, or null when a name or a sign is not known.</summary>
    public string? Formula(string spoken)
    {
        var formula = new StringBuilder();
        for (var i = 0; i < spoken.Length;)
        {
            var c = spoken[i];
            if (char.IsWhiteSpace(c) || c is '€')
            {
                i++;
            }
            else if (char.IsAsciiDigit(c))
            {
                var start = i;
                while (i < spoken.Length && (char.IsAsciiDigit(spoken[i]) || spoken[i] is ',' or '.' && i + 1 < spoken.Length && char.IsAsciiDigit(spoken[i + 1]))) i++;
                Append(formula, spoken[start..i]);
                if (spoken.AsSpan(i).TrimStart().StartsWith("%"))
                {
                    formula.Append(" / 100");
                    i = spoken.IndexOf('%', i) + 1;
                }
            }
            else if (Sign(spoken, i) is { } sign)
            {
                Append(formula, sign);
                i++;
            }
            else if (char.IsLetter(c))
            {
                var start = i;
                while (i < spoken.Length && !(spoken[i] is '(' or ')' or ';' or '=' || Sign(spoken, i) is not null)) i++;
                if (Term(spoken[start..i]) is not { } term) return null;
                Append(formula, term);
            }
            else
            {
                return null;
            }
        }

        var text = formula.ToString();
        return FormulaParser.Parse(text).Expression is null ? null : text;
    }

    private string? Term(string words)
    {
        var name = Name(words);
        return _terms.GetValueOrDefault(name) ?? (Bare(name) is { Length: > 0 } bare ? _terms.GetValueOrDefault(bare) : null);
    }

    // A hyphen or an x within a word is no sign.
    private static string? Sign(string text, int i)
    {
        var isApart = (i == 0 || !char.IsLetter(text[i - 1])) && (i + 1 == text.Length || !char.IsLetter(text[i + 1]));
        return text[i] switch
        {
            '×' or '*' or '∗' or '·' => "×",
            '÷' => "/",
            '+' or '/' or '(' or ')' => text[i].ToString(CultureInfo.InvariantCulture),
            'x' or 'X' when isApart => "×",
            '-' or '–' or '−' when isApart => "-",
            _ => null,
        };
    }

    private static void Append(StringBuilder formula, string part)
    {
        if (formula.Length > 0 && part != ")" && formula[^1] != '(') formula.Append(' ');
        formula.Append(part);
    }

    private static string Name(string label) => string.Join(' ', PlainWords.Stems(label));

    private static string Bare(string name) => string.Join(' ', name.Split(' ').SkipWhile(Articles.Contains));
}
