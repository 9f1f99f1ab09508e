using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Exchange.Expressions;

namespace GruBuilder.Forms.Exchange;

/// <content>Numbers, dates and times: their limits, masks and scales.</content>
internal sealed partial class SurveyReader
{
    private const int LongestMask = 100;

    private DateBound? Bound(SourceElement source, string property)
    {
        var expression = source.Text(property + "ValueExpression");
        var text = expression ?? source.Text(property);
        if (text is null) return null;
        if (expression?.Trim() is "today()" or "currentDate()") return DateBound.FromToday();
        if (expression is null && DateBound.TryParse(text.Length == 7 ? text + "-01" : Values.DayOf(text), out var bound))
        {
            var isWholeDay = text.Length <= 10 || text[11..] is ['0', '0', ':', '0', '0', ..] || (property == "max" && text[11..] is ['2', '3', ':', '5', '9', ..]);
            if (!isWholeDay) builder.Lost("bounds-dropped", $"La limite « {JsonReading.Short(text)} » est reprise sans son heure. Ajoutez un contrôle si elle compte.", source.PathOf(property));
            return bound;
        }

        builder.Lost("bounds-dropped", $"La limite « {JsonReading.Short(text)} » n'est pas reprise : indiquez une date.", source.PathOf(expression is null ? property : property + "ValueExpression"));
        return null;
    }

    // HTML counts in seconds.
    private static int? Minutes(decimal? seconds) => seconds is { } step && FieldParts.Clamped(step, 120, 43_200) is { } whole && whole % 60 == 0 ? whole / 60 : null;

    private Field Masked(string mask, SourceElement source, string key, string label)
    {
        var settings = source.Object("maskSettings");
        var field = mask switch
        {
            "currency" or "numeric" => MaskedNumber(mask, settings, key, label),
            "datetime" => MaskedMoment(settings?.Text("pattern") ?? "dd/mm/yyyy", source, key, label),
            "pattern" when settings?.Text("pattern") is { Length: <= LongestMask } pattern => new ShortTextField
            {
                Key = key,
                Label = label,
                Pattern = KindParts.Mask(pattern, c => c switch { '9' => "[0-9]", 'a' => @"\p{L}", '#' => @"[\p{L}0-9]", _ => null }),
            },
            _ => Changed(source, label, mask, "un texte court", new ShortTextField { Key = key, Label = label }),
        };
        foreach (var name in new[] { "decimalSeparator", "thousandsSeparator", "saveMaskedValue" }) settings?.Any(name);
        settings?.Done(Technical);
        return field;
    }

    private static InputField MaskedNumber(string mask, SourceElement? settings, string key, string label)
    {
        var unit = (settings?.Text("suffix") ?? settings?.Text("prefix"))?.Trim();
        var lowest = settings?.Number("min") ?? (settings?.FlagOrNull("allowNegativeValues") == false ? 0 : null);
        return KindParts.Within(KindParts.Number(key, label, mask == "currency" ? unit : null, settings?.Whole("precision", 0, 10) ?? 2), lowest, settings?.Number("max"));
    }

    // d, m, y for a day; H, M, s for a time.
    private InputField MaskedMoment(string pattern, SourceElement source, string key, string label)
    {
        var hasTime = pattern.Contains('H', StringComparison.OrdinalIgnoreCase);
        if (hasTime && pattern.Contains('y', StringComparison.Ordinal)) return new DateTimeField { Key = key, Label = label };
        if (hasTime) return new TimeField { Key = key, Label = label };
        if (pattern.Contains('d', StringComparison.Ordinal)) return new DateField { Key = key, Label = label };
        if (pattern.Contains('m', StringComparison.Ordinal)) return new MonthField { Key = key, Label = label };
        builder.Lost("kind-changed", FieldParts.Nearest(label, pattern, "un texte court"), source.Path);
        return new ShortTextField { Key = key, Label = label };
    }

    private Field Rating(SourceElement source, string key, string label)
    {
        var (low, lowEnglish) = Words(source, "minRateDescription");
        var (high, highEnglish) = Words(source, "maxRateDescription");
        source.FlagOrNull("autoGenerate");
        var from = source.Number("rateMin") ?? 1;
        var count = FieldParts.Clamped(source.Number("rateCount"), 1, 1_000);
        var to = source.Number("rateMax") ?? (FieldParts.Clamped(from, -1_000, 1_000) is { } start && count is { } marks ? start + marks - 1 : 5);
        var step = source.Number("rateStep") ?? 1;
        var named = source.Has("rateValues") ? OptionList(source, "rateValues") : [];
        var isPlain = named.Select((o, i) => o.English is null && o.Value == o.Label && o.Value == Convert.ToString(i + 1, System.Globalization.CultureInfo.InvariantCulture)).All(p => p);
        var highest = !isPlain ? null : named.Length > 0 ? FieldParts.Clamped(named.Length, 2, RatingField.Longest) : from == 1 && step == 1 ? FieldParts.Clamped(to, 2, RatingField.Longest) : null;
        if (highest is { } max)
        {
            var english = lowEnglish is null && highEnglish is null ? null : new FieldTexts { LowLabel = lowEnglish, HighLabel = highEnglish };
            return new RatingField { Key = key, Label = label, Max = max, LowLabel = low, HighLabel = high, English = english };
        }

        if (low is not null || high is not null) builder.Lost("text-cut", $"« {JsonReading.Short(label)} » : les légendes des deux bouts (« {low} », « {high} ») ne sont pas reprises. Écrivez-les dans l'aide.", source.Path);
        return named.Length > 0
            ? Changed(source, label, "rating", "un choix", new SingleChoiceField { Key = key, Label = label, Options = named })
            : Changed(source, label, "rating", "un nombre", new NumberField { Key = key, Label = label, Min = from, Max = to, Decimals = step == decimal.Truncate(step) ? 0 : 10 });
    }
}
