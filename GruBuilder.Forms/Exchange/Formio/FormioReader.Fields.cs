using System.Collections.Immutable;
using System.Text.Json;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Exchange.Expressions;

namespace GruBuilder.Forms.Exchange;

/// <content>The table of kinds, and what each takes along.</content>
internal sealed partial class FormioReader
{
    private void ReadField(SourceElement source, string type, ImmutableArray<string> names, DraftField? group, DraftSection? section)
    {
        var key = source.Text("key") ?? "";
        var label = Words(source, "label") ?? key;
        var field = Kind(type, source, key, label);
        var isMissing = false;
        if (field is null)
        {
            field = FieldParts.Placeholder(key, label, type);
            isMissing = true;
        }

        if (field is not InformationField) field = field with { Help = Help(source) };
        var validate = source.Object("validate");
        var message = validate?.Text("customMessage") is { } said && HtmlText.Line(said) is { Length: > 0 } line ? line : null;
        if (field is InputField input) field = Common(source, validate, input, message);
        var calculation = field is InputField ? Calculation(source) : null;
        var path = field is InformationField ? [] : names.AddRange(Segments(key));
        var draft = calculation is null
            ? new DraftField(field, source.Path, path) { IsTick = type == "checkbox" }
            : new DraftField(new ComputedField { Key = key, Label = label, Help = field.Help, Unit = (field as NumberField)?.Unit ?? Words(source, "suffix"), Formula = "" }, source.Path, path) { Fallback = field };
        if (calculation is not null) draft.Rules.Add(calculation);
        builder.Add(draft, group, section);
        draft.Rules.AddRange(Visibility(source));
        if (validate is not null && draft.Field is InputField)
        {
            AddChecks(validate, draft, message);
            validate.Done(Technical);
        }

        FieldParts.MustBeTicked(draft, message ?? $"Cochez « {label} » pour continuer.");
        FieldParts.SetDefault(draft, IsEmptyDay(source) ? null : source.Any("defaultValue"), source.PathOf("defaultValue"), builder);
        if (source.Text("customDefaultValue") is { } script && script.Trim().Length > 0) SetCustomDefault(draft, script, source.PathOf("customDefaultValue"));
        source.Any("defaultValue");
        if (source.Flag("hidden") || type == "hidden") FieldParts.Hide(draft, source.Path, builder);
        if (isMissing) source.Missing(label, type, Technical);
        Leave(source);
    }

    private static bool IsEmptyDay(SourceElement source) => source.Any("defaultValue") is { ValueKind: JsonValueKind.String } value && value.GetString()!.All(c => c is '0' or '/' or '-' or ' ' or ',');

    private void SetCustomDefault(DraftField draft, string script, string path)
    {
        if (TermParser.ParseScript(script, "value") is LiteralTerm literal && draft.Field is InputField input && Values.For(draft, literal.Value) is { IsAbsent: false } value) draft.Field = input with { Default = value };
        else builder.Lost("default-not-carried", $"La réponse proposée d'avance est calculée par un programme, qui n'est pas repris : « {JsonReading.Short(script)} ».", path);
    }

    private DraftRule? Calculation(SourceElement source)
    {
        if (source.Any("calculateValue") is not { } value || SourceElement.IsNothing(value)) return null;
        var path = source.PathOf("calculateValue");
        if (source.Flag("allowCalculateOverride"))
        {
            builder.RuleLost(RuleKind.Formula, path, SourceElement.TextOf(value) ?? value.GetRawText(), "la réponse calculée peut être changée par la personne");
            return null;
        }

        if (value.ValueKind == JsonValueKind.String) return Script(RuleKind.Formula, value.GetString()!, "value", path);
        if (JsonLogic.Read(value) is { } term) return new DraftRule(RuleKind.Formula, term, path, value.GetRawText());
        builder.RuleLost(RuleKind.Formula, path, value.GetRawText(), "cette règle JsonLogic ne peut pas être lue");
        return null;
    }

    private InputField Common(SourceElement source, SourceElement? validate, InputField input, string? message)
    {
        if (source.FlagOrNull("clearOnHide") == false) builder.Report(Severity.Advice, "hidden-answer", $"« {JsonReading.Short(input.Label)} » : la réponse d'une question cachée est envoyée dans le fichier ; ici elle ne l'est jamais.", source.PathOf("clearOnHide"));
        input = input with
        {
            Required = input.Required || validate?.Flag("required") == true,
            RequiredMessage = message,
            ReadOnly = source.Flag("disabled"),
            Example = Words(source, "placeholder") ?? input.Example,
            Autocomplete = source.Text("autocomplete") is { } token && token is not ("on" or "off") ? token : null,
        };
        if (source.Flag("multiple") && input is not (ChoiceField or FileField)) builder.Lost("property-not-carried", $"« {JsonReading.Short(input.Label)} » prend plusieurs réponses dans le fichier, une seule ici. Utilisez une série.", source.PathOf("multiple"));
        return validate is null ? input : Bounded(validate, input, message);
    }

    private static InputField Bounded(SourceElement validate, InputField input, string? message) => input switch
    {
        ShortTextField text => text with
        {
            MinLength = Positive(validate.Number("minLength")),
            MaxLength = Positive(validate.Number("maxLength")) ?? text.MaxLength,
            Pattern = validate.Text("pattern") ?? text.Pattern,
            PatternMessage = validate.Has("pattern") ? message : null,
        },
        LongTextField text => text with { MinLength = Positive(validate.Number("minLength")), MaxLength = Positive(validate.Number("maxLength")) },
        NumberField number => number with { Min = validate.Number("min") ?? number.Min, Max = validate.Number("max") ?? number.Max, Decimals = validate.Flag("integer") ? 0 : number.Decimals },
        MultipleChoiceField choice => choice with { MinChoices = Positive(validate.Number("minSelectedCount")), MaxChoices = Positive(validate.Number("maxSelectedCount")) },
        _ => input,
    };

    private static int? Positive(decimal? number) => FieldParts.Clamped(number, 1, 1_000_000);

    private Field? Kind(string type, SourceElement source, string key, string label)
    {
        switch (type)
        {
            case "textfield" or "url" or "firstName" or "surname": return ShortText(source, key, label);
            case "tags": return Changed(source, label, type, "un texte court", new ShortTextField { Key = key, Label = label });
            case "password": return Changed(source, label, type, "un texte court", ShortText(source, key, label));
            case "textarea": return new LongTextField { Key = key, Label = label, Rows = FieldParts.Clamped(source.Number("rows"), 1, 40) ?? 3 };
            case "number": return new NumberField { Key = key, Label = label, Decimals = FieldParts.Clamped(source.Number("decimalLimit"), 0, 10) ?? 10, Unit = Words(source, "suffix") ?? Words(source, "prefix") };
            case "currency":
                if (source.Text("currency") is { } currency && currency != "EUR") builder.Lost("kind-changed", $"« {JsonReading.Short(label)} » est un montant en {JsonReading.Short(currency)} : il est en euros ici.", source.PathOf("currency"));
                return new NumberField { Key = key, Label = label, Decimals = 2, Unit = "€" };
            case "checkbox": return new YesNoField { Key = key, Label = label };
            case "radio": return new SingleChoiceField { Key = key, Label = label, Options = OptionList(source, "values") };
            case "selectboxes": return new MultipleChoiceField { Key = key, Label = label, Options = OptionList(source, "values") };
            case "select":
                var options = SelectOptions(source, label);
                return source.Flag("multiple") ? new MultipleChoiceField { Key = key, Label = label, Options = options } : new SingleChoiceField { Key = key, Label = label, Options = options };
            case "email": return new EmailField { Key = key, Label = label };
            case "phoneNumber":
                source.Text("inputMask");
                return new TelephoneField { Key = key, Label = label };
            case "datetime" or "navDatepicker": return Moment(type, source, key, label);
            case "day": return Day(source, key, label);
            case "time": return Changed(source, label, type, "un texte court", new ShortTextField { Key = key, Label = label, MaxLength = 50, Example = "14:30" });
            case "address": return Changed(source, label, type, "une adresse française", new PostalAddressField { Key = key, Label = label });
            case "file": return File(source, key, label);
            case "hidden": return IsNumber(source) ? new NumberField { Key = key, Label = label, Decimals = 10 } : new ShortTextField { Key = key, Label = label };
            case "content" or "htmlelement":
                var property = source.Has("html") ? "html" : "content";
                var html = source.Html(property) ?? "";
                source.Any("html");
                source.Any("content");
                if (html.Contains("{{", StringComparison.Ordinal)) builder.Lost("text-template", $"Ce texte contient une réponse à reprendre, qui est montrée telle quelle : « {JsonReading.Short(html)} ». Écrivez un texte fixe.", source.PathOf(property));
                return new InformationField { Key = key, Label = "", Text = builder.Markdown(html, source.PathOf(property)) };
            default: return null;
        }
    }

    private static bool IsNumber(SourceElement source) => source.Any("defaultValue") is { ValueKind: JsonValueKind.Number }
        || (source.Text("customDefaultValue") is { } script && TermParser.ParseScript(script, "value") is LiteralTerm { Value.AsNumber: not null });

    private Field Changed(SourceElement source, string label, string type, string nearest, Field field)
    {
        builder.Lost("kind-changed", FieldParts.Nearest(label, type, nearest), source.Path);
        return field;
    }

    // A mask is a pattern in which 9 is a digit, a is a letter and * is either.
    private ShortTextField ShortText(SourceElement source, string key, string label)
    {
        var text = new ShortTextField { Key = key, Label = label };
        if (source.Text("inputMask") is not { } mask) return text;
        if (mask.Length <= 100) return text with { Pattern = string.Concat(mask.Select(c => c switch { '9' => "[0-9]", 'a' => "[A-Za-z]", 'A' => "[A-Z]", '*' => "[A-Za-z0-9]", _ => System.Text.RegularExpressions.Regex.Escape(c.ToString()) })) };
        builder.NotCarried(source.PathOf("inputMask"), "inputMask", source.Any("inputMask")!.Value);
        return text;
    }

    private ImmutableArray<Option> SelectOptions(SourceElement source, string label)
    {
        var origin = source.Text("dataSrc") ?? "values";
        if (source.Object("data") is not { } data) return [];
        if (origin == "values") return OptionList(data, "values");
        if (origin == "json" && data.Any("json") is { ValueKind: JsonValueKind.Array } list) return Listed(source, list);
        builder.Lost("options-not-carried", $"« {JsonReading.Short(label)} » : les réponses viennent d'ailleurs (« {JsonReading.Short(origin)} » {JsonReading.Short(data.Text("url") ?? data.Text("custom") ?? data.Text("resource") ?? "")}). Ajoutez-les à la main ou choisissez une liste de référence.", source.PathOf("data"));
        return [];
    }

    private static ImmutableArray<Option> Listed(SourceElement source, JsonElement list)
    {
        var valueName = source.Text("valueProperty") is { Length: > 0 } named ? named : "value";
        var options = ImmutableArray.CreateBuilder<Option>();
        foreach (var item in list.EnumerateArray())
        {
            var isObject = item.ValueKind == JsonValueKind.Object;
            var value = isObject ? item.TryGetProperty(valueName, out var stored) ? SourceElement.TextOf(stored) : null : SourceElement.TextOf(item);
            var text = isObject ? new[] { "label", "name", "title" }.Select(n => item.TryGetProperty(n, out var shown) ? SourceElement.TextOf(shown) : null).FirstOrDefault(t => t is not null) : value;
            options.Add(new Option(value ?? text ?? "", HtmlText.Line(text ?? value ?? "")));
        }

        return options.ToImmutable();
    }

    private ImmutableArray<Option> OptionList(SourceElement source, string property)
    {
        var options = ImmutableArray.CreateBuilder<Option>();
        foreach (var value in source.List(property))
        {
            options.Add(new Option(value.Text("value") ?? "", Words(value, "label") ?? "", Help(value)));
            value.Done(Technical);
        }

        return options.ToImmutable();
    }

    private Field Moment(string type, SourceElement source, string key, string label)
    {
        if (type == "datetime" && source.FlagOrNull("enableTime") != false) return Changed(source, label, type, "un texte court", new ShortTextField { Key = key, Label = label, MaxLength = 50, Example = "25/11/2026 14:30" });
        source.FlagOrNull("enableTime");
        var picker = source.Object("datePicker");
        var date = new DateField { Key = key, Label = label, Presentation = DatePresentation.Calendar, Min = Bound(picker, "minDate"), Max = Bound(picker, "maxDate") };
        picker?.Done(Technical);
        return date;
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
        var whole = true;
        if (source.Object("fields") is { } fields)
        {
            foreach (var part in new[] { "day", "month", "year" })
            {
                var one = fields.Object(part);
                whole &= one?.Flag("hide") != true;
                required |= one?.Flag("required") == true;
                one?.Text("placeholder");
                one?.Done(Technical);
            }

            fields.Done(Technical);
        }

        if (!whole) return Changed(source, label, "day", "un texte court", new ShortTextField { Key = key, Label = label, MaxLength = 50, Required = required });
        return new DateField { Key = key, Label = label, Required = required, Min = Bound(source, "minDate"), Max = Bound(source, "maxDate") };
    }

    private FileField File(SourceElement source, string key, string label)
    {
        var file = new FileField { Key = key, Label = label, MaxFiles = source.Flag("multiple") ? 10 : 1 };
        if (source.Text("filePattern") is { } pattern) file = file with { Families = builder.Families(pattern.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), source.PathOf("filePattern")) };
        if (source.Text("fileMinSize") is { } least && least != "0KB") builder.NotCarried(source.PathOf("fileMinSize"), "fileMinSize", source.Any("fileMinSize")!.Value);
        if (source.Text("fileMaxSize") is { } most && decimal.TryParse(most.TrimEnd('M', 'B', 'K', 'G', 'm', 'b', 'k', 'g', ' '), System.Globalization.CultureInfo.InvariantCulture, out var size))
        {
            var factor = most.Contains('G', StringComparison.OrdinalIgnoreCase) ? 1_000m : most.Contains('K', StringComparison.OrdinalIgnoreCase) ? 0.001m : most.Contains('M', StringComparison.OrdinalIgnoreCase) ? 1m : 0.000_001m;
            file = file with { MaxMegabytes = (int)Math.Clamp(Math.Ceiling(Math.Min(size, 1_000_000m) * factor), 1, 200) };
        }

        return file;
    }
}
