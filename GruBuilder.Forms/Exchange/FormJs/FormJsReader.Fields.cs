using System.Collections.Immutable;
using System.Text.Json;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Exchange;

/// <content>The table of kinds, and what each takes along.</content>
internal sealed partial class FormJsReader
{
    private void ReadField(SourceElement source, ImmutableArray<string> names, DraftField? group, DraftSection? section)
    {
        var kind = source.Text("type") ?? "?";
        var name = source.Text("key") ?? "";
        var label = Label(source) ?? source.Text("dateLabel") ?? source.Text("timeLabel") ?? "";
        var field = Kind(kind, source, name, label);
        var isMissing = false;
        if (field is null)
        {
            isMissing = true;
            field = FieldParts.Placeholder(name.Length > 0 ? name : source.Text("id") ?? "", label.Length > 0 ? label : name, kind);
        }

        ImmutableArray<string> path = field is InputField or ComputedField && name.Length > 0 ? names.AddRange(name.Split('.', StringSplitOptions.RemoveEmptyEntries)) : [];
        field = field with { Help = source.Text("description") is { } help ? HtmlText.Line(help) is { Length: > 0 } line ? line : null : null, Width = ReadLayout(source) };
        if (field is InputField input)
        {
            var validate = source.Object("validate");
            field = Validated(input, validate);
            if (kind == "checkbox") field = KindParts.Consent(field);
            field = (InputField)field with { ReadOnly = source.Flag("disabled") | IsReadOnly(source) };
            validate?.Done(Technical);
        }

        var draft = builder.Add(new DraftField(field, source.Path, path) { IsTick = kind == "checkbox" }, group, section);
        if (Hidden(source) is { } hidden) draft.Rules.Add(hidden);
        if (field is InputField && source.Json.TryGetProperty("readonly", out var readOnly) && readOnly.ValueKind == JsonValueKind.String && source.Text("readonly") is { } expression && Rule(RuleKind.ReadOnly, expression, source.PathOf("readonly")) is { } rule) draft.Rules.Add(rule);
        if (field is ComputedField && source.Text("expression") is { } formula && Rule(RuleKind.Formula, formula, source.PathOf("expression")) is { } computed) draft.Rules.Add(computed);
        if (field is InputField) FieldParts.SetDefault(draft, source.Any("defaultValue"), source.PathOf("defaultValue"), builder);
        if (isMissing) source.Missing(label.Length > 0 ? label : name, kind, Technical);
        source.Done(Technical);
    }

    private static bool IsReadOnly(SourceElement source) => source.Any("readonly") is { ValueKind: JsonValueKind.True };

    private Field? Kind(string kind, SourceElement source, string key, string label)
    {
        switch (kind)
        {
            case "textfield": return TextKind(source, key, label);
            case "textarea": return new LongTextField { Key = key, Label = label };
            case "number":
                var unit = source.Object("appearance");
                var number = KindParts.Number(key, label, unit?.Text("suffixAdorner") ?? unit?.Text("prefixAdorner"), source.Whole("decimalDigits", 0, 10));
                source.FlagOrNull("serializeToString");
                return number;
            case "checkbox": return new YesNoField { Key = key, Label = label };
            case "select": return KindParts.Unfolded(new SingleChoiceField { Key = key, Label = label, Options = Options(source) }, source.Flag("searchable"));
            case "image": return KindParts.Image("", label.Length > 0 ? label : source.Text("alt") ?? "", source.Text("source"), source.Text("alt"), source.Path, builder);
            case "radio": return new SingleChoiceField { Key = key, Label = label, Options = Options(source) };
            case "checklist" or "taglist": return new MultipleChoiceField { Key = key, Label = label, Options = Options(source) };
            case "datetime": return Date(source, key, label);
            case "filepicker": return File(source, key, label);
            case "expression": return new ComputedField { Key = key, Label = key, Formula = "" };
            case "text" or "html":
                var raw = source.Html("text") ?? source.Html("content") ?? "";
                Templated(raw, source.PathOf(kind == "text" ? "text" : "content"));
                return new InformationField { Key = "", Label = "", Text = builder.Markdown(Headings(raw), source.Path) };
            default: return null;
        }
    }

    private static InputField TextKind(SourceElement source, string key, string label)
    {
        var type = source.Json.TryGetProperty("validate", out var validate) && validate.ValueKind == JsonValueKind.Object && validate.TryGetProperty("validationType", out var named) ? SourceElement.TextOf(named) : null;
        return type switch
        {
            "email" => new EmailField { Key = key, Label = label },
            "phone" => new TelephoneField { Key = key, Label = label },
            _ => new ShortTextField { Key = key, Label = label },
        };
    }

    private static InputField Validated(InputField field, SourceElement? validate)
    {
        if (validate is null) return field;
        validate.Text("validationType");
        field = field with { Required = validate.Flag("required") };
        return field switch
        {
            ShortTextField text => text with
            {
                MinLength = validate.Whole("minLength", 0, 1_000_000),
                MaxLength = validate.Whole("maxLength", 1, 1_000_000),
                Pattern = validate.Text("pattern") is { } pattern ? FieldParts.Anywhere(pattern) : null,
            },
            LongTextField text => text with { MinLength = validate.Whole("minLength", 0, 1_000_000), MaxLength = validate.Whole("maxLength", 1, 1_000_000) },
            NumberField or AmountField => KindParts.Within(field, validate.Number("min"), validate.Number("max")),
            _ => field,
        };
    }

    private ImmutableArray<Option> Options(SourceElement source)
    {
        if (source.Text("valuesKey") is { } list) builder.Lost("options-not-carried", $"Les réponses viennent d'une donnée extérieure (« {JsonReading.Short(list)} »). Ajoutez-les à la main ou choisissez une liste de référence.", source.PathOf("valuesKey"));
        if (source.Text("valuesExpression") is { } expression) builder.Lost("options-not-carried", $"Les réponses sont calculées (« {JsonReading.Short(expression)} »). Ajoutez-les à la main ou choisissez une liste de référence.", source.PathOf("valuesExpression"));
        var options = ImmutableArray.CreateBuilder<Option>();
        foreach (var value in source.List("values"))
        {
            options.Add(new Option(value.Text("value") ?? "", HtmlText.Line(value.Text("label") ?? "")));
            value.Done(Technical);
        }

        return options.ToImmutable();
    }

    private InputField Date(SourceElement source, string key, string label)
    {
        var subtype = source.Text("subtype") ?? "date";
        DateBound? first = source.Flag("disallowPassedDates") && subtype != "time" ? DateBound.FromToday() : null;
        switch (subtype)
        {
            case "date": return new DateField { Key = key, Label = label, Presentation = DatePresentation.Calendar, Min = first };
            case "time": return new TimeField { Key = key, Label = label, Step = source.Whole("timeInterval", 1, 720) is > 1 and var minutes ? minutes : null };
            case "datetime": return new DateTimeField { Key = key, Label = label, Min = first };
        }

        builder.Lost("kind-changed", FieldParts.Nearest(label, subtype, "un texte court"), source.PathOf("subtype"));
        return new ShortTextField { Key = key, Label = label, MaxLength = 50 };
    }

    private FileField File(SourceElement source, string key, string label)
    {
        var file = new FileField { Key = key, Label = label, Families = [] };
        if (source.Text("accept") is { } accept) file = file with { Families = builder.Families(accept.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), source.PathOf("accept")) };
        if (source.Any("multiple") is { } multiple)
        {
            if (multiple.ValueKind == JsonValueKind.True) file = file with { MaxFiles = 10 };
            else if (multiple.ValueKind == JsonValueKind.String && !SourceElement.IsNothing(multiple)) builder.NotCarried(source.PathOf("multiple"), "multiple", multiple);
        }

        return file;
    }

    // Headings are bold lines here.
    private static string Headings(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimStart('#') is { } rest && rest.Length < l.Length && rest.StartsWith(' ') ? $"\n**{rest.Trim().Replace("**", "", StringComparison.Ordinal)}**\n" : l));
}
