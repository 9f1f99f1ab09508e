using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;

namespace GruBuilder.Forms.Drafting;

/// <summary>A field from what the lines said.</summary>
internal static partial class FieldMaking
{
    private const int LongestLabel = 500;
    private static readonly ImmutableArray<string> Civilities = ["Madame", "Monsieur"];
    private static readonly ImmutableArray<string> FamilySituations = ["Célibataire", "Marié(e)", "Pacsé(e)", "En concubinage", "Divorcé(e)", "Veuf ou veuve"];
    private static readonly HashSet<string> Days = new(["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"], StringComparer.Ordinal);
    private static readonly HashSet<string> Feminine = new(["personne", "voiture", "activite", "piece", "association", "famille", "entreprise", "ecole", "adresse", "place", "date", "salle", "moto", "remorque", "facture", "benne", "table", "chaise", "cle", "demande", "fille", "soeur", "mere", "ligne", "depense", "recette"], StringComparer.Ordinal);

    /// <summary>The field, with its key.</summary>
    /// <param name="entry">What the lines said; its columns have been made.</param>
    /// <param name="asksByStar">The text stars what must be answered: the rest is optional.</param>
    public static Field Make(Entry entry, bool asksByStar)
    {
        var kind = KindOf(entry);
        var label = entry.Label.Length > LongestLabel ? entry.Label[..LongestLabel] : entry.Label;
        var field = KindCatalogue.Find(kind)!.Fresh with { Key = entry.Key, Label = label, Help = entry.Help, Private = entry.IsPrivate };
        if (field is InputField input and not HiddenValueField) field = input with { Required = entry.Required ?? (!asksByStar || kind is "signature" or "consent") };
        return Fill(field, entry);
    }

    private static Field Fill(Field field, Entry entry) => field switch
    {
        RankingField or SingleChoiceField or MultipleChoiceField => WithOptions((ChoiceField)field, entry),
        MatrixField matrix => matrix with { Rows = OptionList.Of(entry.Rows), Options = OptionList.Of(entry.Options.Select(o => o.Label)), Several = entry.Several == true },
        RepeatedGroupField group => group with { RowLabel = RowName(entry.Label), Fields = [.. entry.Columns.Select(c => c.Made!)] },
        InformationField information => information with { Tone = Warning().IsMatch(PlainWords.Of(entry.Body ?? "")) ? InformationTone.Warning : InformationTone.Information, Text = entry.Body ?? entry.Label, Label = entry.Body is null ? "" : entry.Label },
        ConsentField consent => consent with { Text = entry.Body ?? "", Label = entry.Body is null ? field.Label : "Je suis d’accord" },
        YesNoField yesNo when entry.Options.FirstOrDefault(o => o.AsksDetail) is { } detail => yesNo with { DetailIf = PlainWords.Of(detail.Label) == "oui" },
        ImageField image => image with { Source = entry.Body ?? "", AlternativeText = entry.Label },
        ComputedField computed => computed with { Formula = entry.Formula ?? "0", Format = entry.Unit is null && Money().IsMatch(PlainWords.Of(entry.Label)) ? ComputedFormat.Euros : ComputedFormat.Plain, Unit = entry.Unit },
        NumberField number => number with { Min = entry.Min ?? (entry.Max is > 0 || entry.Unit is null && StartsAtNothing().IsMatch(PlainWords.Of(entry.Label)) ? 0 : null), Max = entry.Max, Unit = entry.Unit, Decimals = entry.Unit is "m²" or "m2" or "m" or "km" or "kg" or "m³" or "ml" or "ha" or "t" ? 2 : 0 },
        AmountField amount => amount with { Min = entry.Min, Max = entry.Max },
        RatingField rating => rating with { Max = entry.Max is >= 2 and <= RatingField.Longest ? (int)entry.Max : rating.Max },
        DateField date when KindGuess.IsBirth(entry.Label) => date with { Max = DateBound.FromToday(), Autocomplete = "bday" },
        ShortTextField text => text with { MaxLength = entry.MaxLength },
        LongTextField text => text with { MaxLength = entry.MaxLength, Rows = Math.Clamp(entry.Room + 1, 5, 15) },
        _ => field,
    };

    private static string KindOf(Entry entry)
    {
        if (entry.Kind is { } settled) return settled is "shortText" && entry.Options.Count > 1 ? "singleChoice" : settled;
        if (entry.Rows.Count > 0) return "matrix";
        var plain = PlainWords.Of(entry.Label);
        if (entry.Options.Count > 1)
        {
            var labels = entry.Options.Select(o => PlainWords.Of(o.Label)).ToList();
            if (labels is ["oui", "non"] or ["non", "oui"]) return "yesNo";
            if (Ranking().IsMatch(plain)) return "ranking";
            return IsSeveral(entry, plain, labels) ? "multipleChoice" : "singleChoice";
        }

        if (entry.Options.Count == 1) return "multipleChoice";
        if (plain is "civilite" or "mme m" or "m mme" or "situation familiale" or "situation de famille") return "singleChoice";
        var kind = KindGuess.Of(entry.Label);
        if ((entry.Min is not null || entry.Max is not null || entry.Unit is not null) && kind is not ("rating" or "amount" or "number"))
        {
            return entry.Unit is "€" ? "amount" : entry.Min == 1 && entry.Max is 5 or 10 && Mark().IsMatch(plain) ? "rating" : "number";
        }

        return kind == KindGuess.Otherwise && (entry.Room > 1 || entry.MaxLength > 200) ? "longText" : kind;
    }

    private static bool IsSeveral(Entry entry, string plain, List<string> options)
    {
        if (entry.Several is { } said) return said;
        if (Several().IsMatch(plain)) return true;
        if (Only().IsMatch(plain)) return false;
        if (options.TrueForAll(Days.Contains) && PlainWords.StartsPlural(entry.Label)) return true;
        return entry.HasSquares && PlainWords.StartsPlural(entry.Label);
    }

    private static ChoiceField WithOptions(ChoiceField choice, Entry entry)
    {
        IEnumerable<string> labels = entry.Options.Count > 0 ? entry.Options.Select(o => o.Label)
            : PlainWords.Of(entry.Label).StartsWith("situation", StringComparison.Ordinal) ? FamilySituations
            : choice is SingleChoiceField && entry.Kind is null ? Civilities : [];
        var options = OptionList.Of(labels);
        if (options.IsEmpty) return choice;
        var details = entry.Options.Where(o => o.AsksDetail).Select(o => o.Label).ToHashSet(StringComparer.Ordinal);
        return choice with
        {
            Options = [.. options.Select(o => o with { AsksDetail = choice is not RankingField && details.Contains(o.Label), Exclusive = choice is MultipleChoiceField && None().IsMatch(PlainWords.Of(o.Label)) })],
        };
    }

    /// <summary>What one of several is called: « Vos enfants à charge » gives « un enfant ».</summary>
    public static string RowName(string label)
    {
        var words = label.Split([' ', '\'', '’'], StringSplitOptions.RemoveEmptyEntries);
        var first = words.FirstOrDefault(w => PlainWords.Of(w) is not ("les" or "des" or "vos" or "nos" or "liste" or "l" or "la" or "le" or "d" or "de" or "pour" or "chaque" or "composition" or "autres" or "du" or "tableau"));
        if (first is null) return "un élément";
        var noun = first.ToLowerInvariant().Trim('(', ')', ':');
        if (noun.Length > 3 && noun.EndsWith("aux", StringComparison.Ordinal) && !noun.EndsWith("eaux", StringComparison.Ordinal)) noun = noun[..^3] + "al";
        else if (noun.Length > 3 && noun[^1] is 's' or 'x') noun = noun[..^1];
        var plain = PlainWords.Of(noun);
        var isFeminine = Feminine.Contains(plain) || plain.EndsWith("tion", StringComparison.Ordinal) || plain.EndsWith("ette", StringComparison.Ordinal) || plain.EndsWith("ure", StringComparison.Ordinal);
        return $"{(isFeminine ? "une" : "un")} {noun}";
    }

    [GeneratedRegex(@"\b(?:tarif|prix|montant|total|cout|somme|solde|reste|redevance|participation|facture|a payer)\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Money();

    [GeneratedRegex(@"^(?:nombre|nb|nbre|combien|quantite|age|surface|superficie|effectif)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex StartsAtNothing();

    [GeneratedRegex(@"^(?:attention|important|avertissement)\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Warning();

    [GeneratedRegex(@"^(?:classez|classement|numerotez|rangez)\b|ordre (?:de preference|d importance|de priorite)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Ranking();

    [GeneratedRegex(@"\b(?:note|notez|avis|satisfaction|accueil|qualite|appreciation|evaluez)\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"plusieurs|cochez|cocher|lesquel|^quelles|^quels", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Several();

    [GeneratedRegex(@"^(?:vous etes|civilite|situation|sexe|classe|etes vous|quel |quelle )", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Only();

    [GeneratedRegex(@"^(?:aucune?s?|rien|neant|pas de|sans objet)\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex None();
}
