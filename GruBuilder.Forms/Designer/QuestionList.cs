using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer;

/// <summary>Questions made from lines that somebody wrote or pasted; the words of each suggest its kind.</summary>
public static partial class QuestionList
{
    /// <summary>Most lines that are taken at once.</summary>
    public const int MostLines = 500;

    private const int LongestLabel = 500;

    /// <summary>One question for each line that is not empty.</summary>
    /// <param name="text">The lines; bullets, numbers, stars and « (facultatif) » are understood.</param>
    public static ImmutableArray<Field> Read(string text)
    {
        var fields = ImmutableArray.CreateBuilder<Field>();
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = Bullet().Replace(raw.Trim(), "").Trim();
            if (line.Length == 0) continue;
            if (fields.Count == MostLines) break;
            fields.Add(One(line.Length > LongestLabel ? line[..LongestLabel] : line));
        }

        return fields.ToImmutable();
    }

    private static Field One(string line)
    {
        var isOptional = Optional().IsMatch(line);
        line = Optional().Replace(line, "").TrimEnd('*', ' ');
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var parts = colon > 0 ? line[(colon + 1)..].Split([',', ';', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];
        var label = colon > 0 ? line[..colon].TrimEnd() : line;
        if (colon > 0 && parts.Length is 0 or 1) label = parts.Length == 0 ? label : line;
        if (label.Length == 0) label = line;
        var kind = parts.Length > 1 ? KindOfChoice(label, parts) : KindOf(label);
        var field = KindCatalogue.Find(kind)!.Fresh with { Key = FieldKeys.From(label), Label = label };
        if (field is ChoiceField choice && parts.Length > 1) field = choice with { Options = Options(parts) };
        if (field is DateField date && Words().Match(FieldKeys.From(label)) is { Groups: { } g } && g["birth"].Success) field = date with { Max = DateBound.FromToday(), Autocomplete = "bday" };
        return isOptional && field is InputField input ? input with { Required = false } : field;
    }

    /// <summary>Options from texts, each with a stored value of its own.</summary>
    public static ImmutableArray<Option> Options(IEnumerable<string> labels)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. labels.Select(l => l.Trim()).Where(l => l.Length > 0).Distinct(StringComparer.Ordinal).Select(l =>
        {
            var value = FieldKeys.Free(FieldKeys.From(l, "choix"), taken.Contains);
            taken.Add(value);
            return new Option(value, l);
        })];
    }

    /// <summary>Options from lines; one that was there keeps what it stores.</summary>
    public static ImmutableArray<Option> Options(ImmutableArray<Option> old, string lines) =>
        Keep(old, Options(lines.ReplaceLineEndings("\n").Split('\n')), o => o.Label);

    /// <summary>New options, of which one that was there under the same name stays as it was.</summary>
    internal static ImmutableArray<Option> Keep(ImmutableArray<Option> old, ImmutableArray<Option> made, Func<Option, object> name)
    {
        var known = old.GroupBy(name).ToDictionary(g => g.Key, g => g.First());
        var taken = new HashSet<string>(made.Where(m => known.ContainsKey(name(m))).Select(m => known[name(m)].Value), StringComparer.Ordinal);
        return [.. made.Select(m =>
        {
            if (known.TryGetValue(name(m), out var kept)) return kept;
            var value = FieldKeys.Free(m.Value, taken.Contains);
            taken.Add(value);
            return m with { Value = value };
        })];
    }

    private static string KindOfChoice(string label, string[] parts)
    {
        if (parts is [var yes, var no] && yes.Equals("oui", StringComparison.OrdinalIgnoreCase) && no.Equals("non", StringComparison.OrdinalIgnoreCase)) return "yesNo";
        return Several().IsMatch(label) ? "multipleChoice" : "singleChoice";
    }

    private static string KindOf(string label)
    {
        // The key has no accents, no capitals, and underscores between words: simple to look into.
        var found = Words().Matches(FieldKeys.From(label));
        foreach (var name in new[] { "email", "telephone", "date", "dateRange", "time", "file", "amount", "number", "longText", "yesNo" })
        {
            if (found.Any(m => m.Groups[name].Success)) return name;
        }

        foreach (var scheme in EnumNames<IdentifierScheme>.All)
        {
            if (found.Any(m => m.Groups[scheme].Success)) return $"identifier.{scheme}";
        }

        if (found.Any(m => m.Groups["birth"].Success)) return "date";
        return found.Any(m => m.Groups["address"].Success) ? "postalAddress" : "shortText";
    }

    [GeneratedRegex(@"^(?:[-–•*☐□]|\d{1,3}[.)°])\s+", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\s*\((?:facultati(?:f|ve)|optionnel(?:le)?)\)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Optional();

    [GeneratedRegex(@"plusieurs|cochez|lesquel", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Several();

    [GeneratedRegex(@"(?<email>(?<![^_])(e_mail|email|mail|courriel|adresse_electronique)(?![^_]))|(?<telephone>(?<![^_])(telephone|tel|portable|mobile)(?![^_]))|(?<birth>(?<![^_])(date_de_naissance|ne_le|nee_le)(?![^_]))|(?<date>(?<![^_])(date|jour)(?![^_]))|(?<file>(?<![^_])(photo|photos|justificatif|piece|pieces|joindre|copie|attestation|fichier|document)(?![^_]))|(?<dateRange>^(periode|dates_du)(?![^_]))|(?<time>^heure(?![^_]))|(?<iban>(?<![^_])(iban|rib)(?![^_]))|(?<siret>(?<![^_])siret(?![^_]))|(?<siren>(?<![^_])siren(?![^_]))|(?<licencePlate>(?<![^_])(immatriculation|plaque)(?![^_]))|(?<postalCode>(?<![^_])code_postal(?![^_]))|(?<amount>^(montant|loyer|prix|revenus?)(?![^_]))|(?<number>^(nombre|combien|quantite|age|surface)(?![^_]))|(?<longText>(?<![^_])(description|decrivez|expliquez|precisez|commentaire|commentaires|remarques|observations|message|motif)(?![^_]))|(?<yesNo>(?<![^_])(oui|est_ce|avez_vous|etes_vous|souhaitez_vous|acceptez_vous|j_accepte|je_certifie)(?![^_]))|(?<address>(?<![^_])(adresse|domicile)(?![^_]))", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Words();
}
