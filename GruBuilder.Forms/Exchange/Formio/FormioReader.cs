using System.Collections.Immutable;
using System.Text.Json;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Exchange;

/// <summary>Reads Form.io definitions: a wizard's panels as pages, other containers as sections, grids as repeated groups.</summary>
internal sealed partial class FormioReader(ImportBuilder builder)
{
    private FieldWidth _width;

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
                ReadRows(source, type, names, group, section);
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
            if (type == "columns") _width = WidthOf(part);
            ReadInside(part, names, group, section);
            _width = FieldWidth.Full;
        }

        Leave(source);
    }

    // Of the twelve parts of a line; with one question each, columns stay side by side.
    private static FieldWidth WidthOf(SourceElement column)
    {
        var parts = column.Json.TryGetProperty("width", out var width) && width.ValueKind == JsonValueKind.Number && width.TryGetInt32(out var count) ? count : 12;
        var isAlone = column.Json.TryGetProperty("components", out var inner) && inner.ValueKind == JsonValueKind.Array && inner.GetArrayLength() == 1
            && inner[0] is { ValueKind: JsonValueKind.Object } only && !only.TryGetProperty("components", out _) && !only.TryGetProperty("columns", out _) && !only.TryGetProperty("rows", out _);
        return !isAlone ? FieldWidth.Full : parts switch { 3 or 4 => FieldWidth.Third, 5 or 6 => FieldWidth.Half, 7 or 8 => FieldWidth.TwoThirds, _ => FieldWidth.Full };
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
