using System.Globalization;
using System.Text.RegularExpressions;

namespace GruBuilder.Forms.Drafting;

/// <summary>What stands in parentheses behind a question, and what else its words say beside the question itself.</summary>
internal static partial class Remarks
{
    /// <summary>A new entry for this label; its remarks are taken out of the label and understood.</summary>
    /// <param name="text">The label with its remarks.</param>
    /// <param name="inRow">It is a column of a group: it cannot be a group itself.</param>
    public static Entry Read(string text, bool inRow = false)
    {
        var entry = new Entry("");
        var hints = new List<string>();
        text = Parenthesis().Replace(text, match =>
        {
            var content = match.Groups["content"].Value.Trim();
            if (content.Length > 0 && !Understand(entry, content, Parenthesis().Replace(text, " "), inRow)) hints.Add(content);
            return " ";
        });
        text = Star().Replace(text, _ =>
        {
            entry.Required ??= true;
            return "";
        });
        text = Bounded().Replace(text, match =>
        {
            Bound(entry, match);
            return "";
        }, 1);
        entry.Label = Tidy(text);
        if (hints.Count > 0) entry.Help = PlainWords.Capital(string.Join(" ; ", hints));
        return entry;
    }

    /// <summary>The text without needless spaces and without the marks that lead on to an answer.</summary>
    public static string Tidy(string text)
    {
        var tidy = Spaces().Replace(text, " ").Trim().TrimEnd(':', ',', ';', '=', '-', '–', '—', ' ', '/', '|').TrimStart(',', ';', ':', '/', '|', ' ', '–', '—', '-');
        tidy = tidy.Replace(" ,", ",", StringComparison.Ordinal);
        if (tidy.Length > 1 && SourceLine.IsInCapitals(tidy) && (tidy.Length > 5 || KindGuess.IsKnown(tidy))) tidy = Lowered(tidy);
        return PlainWords.Capital(tidy);
    }

    /// <summary>Words in capitals as a sentence; short ones (IBAN, CAF, N°) stay.</summary>
    public static string Lowered(string text) => Word().Replace(text, word =>
        Acronym().IsMatch(word.Value) ? word.Value : word.Value.ToLower(CultureInfo.GetCultureInfo("fr-FR")));

    private static bool Understand(Entry entry, string content, string label, bool inRow)
    {
        var plain = PlainWords.Of(content);
        if (Optional().IsMatch(plain)) entry.Required = false;
        else if (plain is "obligatoire" or "requis" or "requise") entry.Required = true;
        else if (plain is "valeur cachee" or "cachee" or "cache") entry.Kind = "hiddenValue";
        else if (Several().IsMatch(plain)) entry.Several = true;
        else if (Single().IsMatch(plain)) entry.Several = false;
        else if (plain is "oui non" or "o n") entry.Kind = "yesNo";
        else if (Condition().IsMatch(plain)) entry.Condition = content;
        else if (plain is "jj mm aaaa" or "jj mm aa" or "jour mois annee") entry.Kind = "date";
        else if (plain is "mm aaaa" or "mois annee" or "mois et annee") entry.Kind = "month";
        else if (plain is "hh mm" or "hh h mm") entry.Kind = "time";
        else if (content.Trim() is "€" || plain is "euros" or "en euros" or "en eur" or "eur") entry.Kind = "amount";
        else if (Unit().Match(content) is { Success: true } unit) entry.Unit = unit.Groups["unit"].Value;
        else if (Characters().Match(plain) is { Success: true } characters) entry.MaxLength = int.Parse(characters.Groups["n"].ValueSpan, CultureInfo.InvariantCulture);
        else if (Bounds().Match(content) is { Success: true } bounds) Bound(entry, bounds);
        else return Lists.Understand(entry, content, label, inRow);
        return true;
    }

    /// <summary>Whether the text is nothing but limits of a number, which are then noted.</summary>
    public static bool TryBound(Entry entry, string text)
    {
        if (Bounds().Match(text.Trim()) is not { Success: true } bounds) return false;
        Bound(entry, bounds);
        return true;
    }

    private static void Bound(Entry entry, Match match)
    {
        entry.Min = Number(match.Groups["min"]) ?? entry.Min;
        entry.Max = Number(match.Groups["max"]) ?? entry.Max;
        if (entry.Min > entry.Max) (entry.Min, entry.Max) = (entry.Max, entry.Min);
        if (match.Groups["unit"] is { Success: true, Length: > 0 } unit) entry.Unit = unit.Value;
    }

    private static decimal? Number(Group group) =>
        group.Success && decimal.TryParse(group.Value.Replace(',', '.').Replace(" ", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Only behind a space: « né(e) » and « élu(s) » are words.
    [GeneratedRegex(@"(?<=^|[\s?:*])\((?<content>[^()]{0,400})\)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Parenthesis();

    [GeneratedRegex(@"\s?\*{1,3}(?=\s|:|$)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Star();

    [GeneratedRegex(@"[\s,]+(?:de|entre)\s(?<min>\d{1,9}(?:[.,]\d{1,2})?)\s(?:à|et)\s(?<max>\d{1,9}(?:[.,]\d{1,2})?)(?:\s(?<unit>%|€|m²|ans|jours|heures|personnes))?\s*(?=$|:|\?)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Bounded();

    [GeneratedRegex(@"^(?:(?:de |entre |compris entre )?(?<min>\d[\d ]{0,9}(?:[.,]\d{1,2})?) ?(?:à|a|et|-|–) ?(?<max>\d[\d ]{0,9}(?:[.,]\d{1,2})?)|(?:maximum|max\.?|jusqu[’']à|au plus|pas plus de) ?:? ?(?<max>\d[\d ]{0,9}(?:[.,]\d{1,2})?)|(?<max>\d[\d ]{0,9}(?:[.,]\d{1,2})?) ?(?:maximum|max\.?|au maximum|au plus)|(?:minimum|min\.?|au moins|à partir de) ?:? ?(?<min>\d[\d ]{0,9}(?:[.,]\d{1,2})?)|(?<min>\d[\d ]{0,9}(?:[.,]\d{1,2})?) ?(?:minimum|min\.?|au minimum|au moins))(?: (?<unit>%|€|m²|m2|km|ans|jours|heures|personnes|enfants|places|repas))?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Bounds();

    [GeneratedRegex(@"^(?:en )?(?<unit>m²|m2|m³|m3|ml|km|cm|mm|m|kg|t|%|ha|ans|mois|jours|heures|minutes|personnes|mètres|litres|watts|kW|kVA)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Unit();

    [GeneratedRegex(@"^(?:(?:max|maximum|au plus) )?(?<n>\d{1,4}) (?:caracteres|signes)( max| maximum| au plus)?$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Characters();

    [GeneratedRegex(@"^(?:facultati(?:f|ve)s?|optionnel(?:le)?s?|non obligatoire|si possible|le cas echeant|eventuellement|s il y a lieu)$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Optional();

    [GeneratedRegex(@"plusieurs|choix multiple|la ou les (?:case|mention|reponse)|cochez les|cocher les|une ou des", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Several();

    [GeneratedRegex(@"un(?:e)? seule? |^choix unique|rayer|cochez la case|cocher la case|case correspondante|entourer|entourez", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Single();

    [GeneratedRegex(@"^(?:si |uniquement |seulement |reserve |en cas d|pour les |a remplir (?:si|par|pour)|a completer (?:si|par|pour))|(?: uniquement| seulement)$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\p{L}[\p{L}\d]*", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:IBAN|RIB|BIC|CAF|MSA|CNI|SIRET|SIREN|RNA|TVA|PMR|CP|CE1|CE2|CM1|CM2|PS|MS|GS|QF|ERP|PAI|AVS|AESH|RGPD|INSEE|URL|SMS|PDF|EDF|GDF|I|II|III|IV|V|VI)$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Acronym();
}
