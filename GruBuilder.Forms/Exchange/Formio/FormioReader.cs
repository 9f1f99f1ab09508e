using System.Collections.Immutable;
using System.Text.Json;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Exchange;

/// <summary>Reads Form.io definitions: a wizard's panels as pages, other containers as sections, grids as repeated groups.</summary>
internal sealed partial class FormioReader(ImportBuilder builder)
{
    public bool Read(SourceElement form)
    {
        if (form.Any("form") is { ValueKind: JsonValueKind.Object } inner && inner.TryGetProperty("components", out _)) form = new SourceElement(inner, "form", builder);
        if (!form.IsObject || form.Any("components") is not { ValueKind: JsonValueKind.Array }) return false;
        builder.Key = form.Text("path") ?? form.Text("name") ?? "";
        builder.Title = HtmlText.Line(form.Text("title") ?? form.Text("name") ?? "");
        var isWizard = form.Text("display") == "wizard";
        foreach (var component in form.List("components"))
        {
            if (isWizard && Type(component) == "panel") ReadPage(component);
            else ReadComponent(component, [], null, null);
        }

        form.Done(FormOnly);
        return true;
    }

    /// <summary>The kind; those that some publishers only named anew are what they were.</summary>
    private static string Type(SourceElement source)
    {
        var type = source.Text("type") ?? "?";
        if (Renamed.TryGetValue(type, out var known)) return known;
        if (type.StartsWith("simple", StringComparison.Ordinal)) type = type[6..];
        if (type.EndsWith("advanced", StringComparison.Ordinal)) type = type[..^8];
        return type;
    }

    private void ReadPage(SourceElement panel)
    {
        var section = new DraftSection(null);
        section.Rules.AddRange(Visibility(panel));
        builder.AddPage(panel.Text("key") ?? "", Words(panel, "title") ?? Words(panel, "label") ?? "", panel.Path, section, Words(panel, "tooltip"));
        panel.Text("label");
        panel.Text("legend");
        ReadInside(panel, [], null, section);
        Leave(panel);
    }

    private void ReadInside(SourceElement parent, ImmutableArray<string> names, DraftField? group, DraftSection? section)
    {
        foreach (var component in parent.List("components")) ReadComponent(component, names, group, section);
    }

    private void ReadComponent(SourceElement source, ImmutableArray<string> names, DraftField? group, DraftSection? section)
    {
        var type = Type(source);
        switch (type)
        {
            case "panel" or "fieldset" or "well" or "navSkjemagruppe":
                ReadSection(source, names, group, section, source.Text("title") is null ? "legend" : "title");
                break;
            case "container":
                ReadContainer(source, names, group, section);
                break;
            case "columns" or "tabs":
                ReadParts(source, type, names, group, section);
                break;
            case "table":
                ReadTable(source, names, group, section);
                break;
            case "datagrid" or "editgrid" or "dynamicWizard":
                ReadRows(source, names, group, section);
                break;
            case "survey":
                ReadSurvey(source, names, group, section);
                break;
            case "button" when source.Text("action") is null or "submit" or "reset" or "saveState":
                break;
            default:
                ReadField(source, type, names, group, section);
                break;
        }
    }

    private DraftSection ReadSection(SourceElement source, ImmutableArray<string> names, DraftField? group, DraftSection? outer, string title)
    {
        var section = new DraftSection(outer);
        section.Rules.AddRange(Visibility(source));
        var words = Words(source, title);
        if (words is null && title == "legend") words = source.Flag("hideLabel") ? null : Words(source, "label");
        source.Text("label");
        source.Text("legend");
        if (words is { Length: > 0 }) builder.Add(new DraftField(new SectionTitleField { Key = "", Label = words, Help = Help(source) }, source.Path, []), group, section);
        ReadInside(source, names, group, section);
        Leave(source);
        return section;
    }

    private void ReadContainer(SourceElement source, ImmutableArray<string> names, DraftField? group, DraftSection? outer)
    {
        var key = source.Text("key") ?? "";
        builder.Report(Severity.Advice, "shape-changed", $"Les réponses de « {JsonReading.Short(key)} » ne sont plus rangées à part : chacune porte son propre nom.", source.Path);
        var section = new DraftSection(outer);
        section.Rules.AddRange(Visibility(source));
        source.Text("label");
        ReadInside(source, key.Length > 0 ? names.AddRange(Segments(key)) : names, group, section);
        Leave(source);
    }

    private void ReadParts(SourceElement source, string type, ImmutableArray<string> names, DraftField? group, DraftSection? outer)
    {
        var section = new DraftSection(outer);
        section.Rules.AddRange(Visibility(source));
        source.Text("label");
        foreach (var part in source.List(type == "tabs" ? "components" : "columns"))
        {
            if (type == "tabs" && Words(part, "label") is { } title) builder.Add(new DraftField(new SectionTitleField { Key = "", Label = title }, part.Path, []), group, section);
            ReadInside(part, names, group, section);
        }

        Leave(source);
    }

    private void ReadTable(SourceElement source, ImmutableArray<string> names, DraftField? group, DraftSection? outer)
    {
        var section = new DraftSection(outer);
        section.Rules.AddRange(Visibility(source));
        source.Text("label");
        if (source.Any("rows") is { ValueKind: JsonValueKind.Array } rows)
        {
            var r = 0;
            foreach (var row in rows.EnumerateArray())
            {
                var c = 0;
                if (row.ValueKind == JsonValueKind.Array)
                {
                    foreach (var cell in row.EnumerateArray()) ReadInside(new SourceElement(cell, $"{source.PathOf("rows")}[{r}][{c++}]", builder), names, group, section);
                }

                r++;
            }
        }

        Leave(source);
    }

    private void ReadRows(SourceElement source, ImmutableArray<string> names, DraftField? outer, DraftSection? section)
    {
        var key = source.Text("key") ?? "";
        var label = Words(source, "label") ?? key;
        var inside = names.AddRange(Segments(key));
        var validate = source.Object("validate");
        var min = FieldParts.Clamped(validate?.Number("minLength"), 0, Logic.FormState.MostRows) ?? 0;
        var isRequired = validate?.Flag("required") == true;
        var rows = new RepeatedGroupField
        {
            Key = key, Label = label, Help = Help(source), MinRows = isRequired ? Math.Max(1, min) : min,
            MaxRows = FieldParts.Clamped(validate?.Number("maxLength"), 1, Logic.FormState.MostRows) ?? Logic.FormState.MostRows,
        };
        validate?.Done(Technical);
        source.Any("defaultValue");
        if (outer is not null)
        {
            builder.Lost("group-flattened", $"« {JsonReading.Short(label)} » est une série dans une série : ses questions ne sont posées qu'une fois par ligne de « {outer.Field.Label} ».", source.Path);
            ReadInside(source, inside, outer, section);
            Leave(source);
            return;
        }

        var draft = builder.Add(new DraftField(rows, source.Path, inside), null, section);
        draft.Rules.AddRange(Visibility(source));
        ReadInside(source, inside, draft, section);
        if (draft.Inner.Count == 0) builder.Empty(draft);
        Leave(source);
    }

    private void ReadSurvey(SourceElement source, ImmutableArray<string> names, DraftField? group, DraftSection? outer)
    {
        var key = source.Text("key") ?? "";
        var label = Words(source, "label") ?? key;
        var section = new DraftSection(outer);
        section.Rules.AddRange(Visibility(source));
        builder.Add(new DraftField(new SectionTitleField { Key = "", Label = label, Help = Help(source) }, source.Path, []), group, section);
        builder.Lost("kind-changed", FieldParts.Nearest(label, "survey", "une question pour chaque ligne"), source.Path);
        var validate = source.Object("validate");
        var required = validate?.Flag("required") == true;
        validate?.Done(Technical);
        var options = OptionList(source, "values");
        foreach (var question in source.List("questions"))
        {
            var value = question.Text("value") ?? "";
            var field = new SingleChoiceField { Key = value, Label = Words(question, "label") ?? value, Required = required, Options = options, Help = Help(question) };
            builder.Add(new DraftField(field, question.Path, names.AddRange(Segments(key)).Add(value)), group, section);
            question.Done(Technical);
        }

        Leave(source);
    }

    private static string[] Segments(string key) => key.Split('.', StringSplitOptions.RemoveEmptyEntries);

    private static string? Help(SourceElement source)
    {
        var parts = new[] { source.Text("description"), source.Text("tooltip") }.OfType<string>().Select(HtmlText.Line).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return parts.Count == 0 ? null : string.Join(' ', parts);
    }

    private string? Words(SourceElement source, string property)
    {
        if (source.Text(property) is not { } text) return null;
        if (text.Contains("{{", StringComparison.Ordinal)) builder.Lost("text-template", $"Ce texte contient une réponse à reprendre, qui est montrée telle quelle : « {JsonReading.Short(text)} ». Écrivez un texte fixe.", source.PathOf(property));
        var line = HtmlText.Line(text);
        return line.Length == 0 ? null : line;
    }

    /// <summary>Reports what was left, unless it is what Form.io writes into every component.</summary>
    private static void Leave(SourceElement source)
    {
        foreach (var (name, value) in Defaults)
        {
            if (source.Json.TryGetProperty(name, out var given) && SourceElement.TextOf(given) == value) source.Any(name);
        }

        if (source.Json.TryGetProperty("validate", out var validate) && validate.ValueKind == JsonValueKind.Object) source.Object("validate")!.Done(Technical);
        source.Done(Technical);
    }
}
