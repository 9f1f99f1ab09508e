using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Exchange.Expressions;

namespace GruBuilder.Forms.Exchange;

/// <content>Days and times.</content>
internal sealed partial class FormioReader
{
    private InputField Moment(string type, SourceElement source, string key, string label)
    {
        var hasTime = type == "datetime" && source.FlagOrNull("enableTime") != false;
        if (hasTime && source.FlagOrNull("enableDate") == false) return new TimeField { Key = key, Label = label };
        source.FlagOrNull("enableTime");
        var picker = source.Object("datePicker");
        var (min, max) = (Bound(picker, "minDate"), Bound(picker, "maxDate"));
        picker?.Done(Technical);
        return hasTime ? new DateTimeField { Key = key, Label = label, Min = min, Max = max } : new DateField { Key = key, Label = label, Presentation = DatePresentation.Calendar, Min = min, Max = max };
    }

    private DateBound? Bound(SourceElement? picker, string property)
    {
        if (picker?.Text(property) is not { } text) return null;
        if (DateBound.TryParse(Values.DayOf(text), out var bound)) return bound;
        if (MomentCall().Match(text) is { Success: true } call)
        {
            var sign = call.Groups["verb"].Value == "subtract" ? "-" : "+";
            var unit = call.Groups["unit"].Value.ToLowerInvariant() switch { "" => "d", ['m', 'o', ..] or "M" => "m", ['w', ..] => "w", ['y', ..] => "y", _ => "d" };
            if (DateBound.TryParse(call.Groups["number"].Success ? $"today{sign}{call.Groups["number"].Value}{unit}" : "today", out bound)) return bound;
        }

        builder.Lost("bounds-dropped", $"La limite « {JsonReading.Short(text)} » n'est pas reprise : indiquez une date.", picker.PathOf(property));
        return null;
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"^moment\(\)(?:\.(?<verb>add|subtract)\((?<number>\d{1,4}),\s*['""](?<unit>d|days?|w|weeks?|months?|y|years?)['""]\))?;?$", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, 200)]
    private static partial System.Text.RegularExpressions.Regex MomentCall();

    private Field Day(SourceElement source, string key, string label)
    {
        var required = false;
        var shown = new Dictionary<string, bool>(StringComparer.Ordinal);
        if (source.Object("fields") is { } fields)
        {
            foreach (var part in new[] { "day", "month", "year" })
            {
                var one = fields.Object(part);
                shown[part] = one?.Flag("hide") != true;
                required |= one?.Flag("required") == true;
                one?.Text("placeholder");
                one?.Done(Technical);
            }

            fields.Done(Technical);
        }

        var (hasDay, hasMonth, hasYear) = (shown.GetValueOrDefault("day", true), shown.GetValueOrDefault("month", true), shown.GetValueOrDefault("year", true));
        if (!hasDay && hasMonth && hasYear) return new MonthField { Key = key, Label = label, Required = required, Min = Bound(source, "minDate"), Max = Bound(source, "maxDate") };
        if (!hasDay || !hasMonth || !hasYear) return Changed(source, label, "day", "un texte court", new ShortTextField { Key = key, Label = label, MaxLength = 50, Required = required });
        return new DateField { Key = key, Label = label, Required = required, Min = Bound(source, "minDate"), Max = Bound(source, "maxDate") };
    }
}
