using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Exchange.Expressions;

namespace GruBuilder.Forms.Exchange;

/// <summary>Reads form-js definitions: the components in order, groups as sections, dynamic lists as repeated groups.</summary>
internal sealed partial class FormJsReader(ImportBuilder builder)
{
    /// <summary>Looks and technique only, or said by the place where it stands.</summary>
    private static readonly FrozenSet<string> Technical = FrozenSet.Create(
        StringComparer.Ordinal,
        "$schema", "id", "schemaVersion", "exporter", "executionPlatform", "executionPlatformVersion", "versionTag", "type", "showOutline", "verticalAlignment", "computeOn", "searchable",
        "rowCount", "height", "alt", "dateLabel", "timeLabel", "use24h", "timeInterval", "timeSerializingFormat", "defaultRepetitions", "allowAddRemove", "disableCollapse", "nonCollapsedItems", "isRepeating", "key", "path", "row");

    private const int ColumnsOfLine = 16;
    private readonly Dictionary<string, int> _shares = new(StringComparer.Ordinal);

    public bool Read(SourceElement form)
    {
        if (!form.IsObject || form.Any("components") is not { ValueKind: JsonValueKind.Array }) return false;
        if (form.Json.TryGetProperty("display", out _)) return false;
        builder.Key = form.Text("id") ?? "";
        builder.Title = form.Text("title") ?? form.Text("name") ?? "";
        ReadComponents(form, [], null, null);
        form.Any("components");
        form.Done(Technical);
        return true;
    }

    private void ReadComponents(SourceElement parent, ImmutableArray<string> names, DraftField? group, DraftSection? section)
    {
        var components = parent.List("components").ToList();
        foreach (var row in components.Select(Place).Where(p => p.Row is not null).GroupBy(p => p.Row!, StringComparer.Ordinal))
        {
            // Those without a number of columns share what the others leave.
            var shared = row.Count(p => p.Columns is null);
            if (shared > 0) _shares[row.Key] = Math.Max(1, (ColumnsOfLine - row.Sum(p => p.Columns ?? 0)) / shared);
        }

        foreach (var component in components) ReadComponent(component, names, group, section);
    }

    private void ReadComponent(SourceElement source, ImmutableArray<string> names, DraftField? group, DraftSection? section)
    {
        switch (source.Text("type"))
        {
            case "group":
                ReadGroup(source, names, group, section);
                break;
            case "dynamiclist":
                ReadList(source, names, group, section);
                break;
            case "separator" or "spacer":
                source.Done(Technical);
                break;
            case "button" when source.Text("action") is null or "submit":
                source.Text("label");
                source.Done(Technical);
                break;
            default:
                ReadField(source, names, group, section);
                break;
        }
    }

    private static ImmutableArray<string> Path(SourceElement source, ImmutableArray<string> names) =>
        source.Text("path") is { } path ? names.AddRange(path.Split('.', StringSplitOptions.RemoveEmptyEntries)) : names;

    private void ReadGroup(SourceElement source, ImmutableArray<string> names, DraftField? group, DraftSection? outer)
    {
        var section = new DraftSection(outer);
        if (Hidden(source) is { } rule) section.Rules.Add(rule);
        if (Label(source) is { } title) builder.Add(new DraftField(new SectionTitleField { Key = "", Label = title }, source.Path, []), group, section);
        var inside = Path(source, names);
        if (inside.Length > names.Length) builder.Report(Severity.Advice, "shape-changed", $"Les réponses de « {string.Join('.', inside)} » ne sont plus rangées à part : chacune porte son propre nom.", source.Path);
        ReadComponents(source, inside, group, section);
        ReadLayout(source);
        source.Done(Technical);
    }

    private void ReadList(SourceElement source, ImmutableArray<string> names, DraftField? outer, DraftSection? section)
    {
        var inside = Path(source, names);
        var label = Label(source) ?? "";
        if (outer is not null)
        {
            builder.Lost("group-flattened", $"« {JsonReading.Short(label)} » est une série dans une série : ses questions ne sont posées qu'une fois par ligne de « {outer.Field.Label} ».", source.Path);
            ReadComponents(source, inside, outer, section);
            source.Done(Technical);
            return;
        }

        var rows = new RepeatedGroupField { Key = inside.LastOrDefault() ?? "", Label = label, MaxRows = Logic.FormState.MostRows, Width = ReadLayout(source) };
        if (source.Json.TryGetProperty("allowAddRemove", out var fixedRows) && fixedRows.ValueKind == JsonValueKind.False && source.Number("defaultRepetitions") is { } count && FieldParts.Clamped(count, 1, 100) is { } number)
        {
            rows = rows with { MinRows = number, MaxRows = number };
        }

        var draft = builder.Add(new DraftField(rows, source.Path, inside), null, section);
        if (Hidden(source) is { } rule) draft.Rules.Add(rule);
        ReadComponents(source, inside, draft, section);
        if (draft.Inner.Count == 0) builder.Empty(draft);
        source.Done(Technical);
    }

    private string? Label(SourceElement source)
    {
        if (source.Text("label") is not { } text) return null;
        Templated(text, source.PathOf("label"));
        return HtmlText.Line(text);
    }

    private void Templated(string text, string path)
    {
        if (text.Contains("{{", StringComparison.Ordinal) || text.StartsWith('=')) builder.Lost("text-template", $"Ce texte contient une partie calculée, qui est montrée telle quelle : « {JsonReading.Short(text)} ». Écrivez un texte fixe.", path);
    }

    private DraftRule? Hidden(SourceElement source)
    {
        if (source.Object("conditional") is not { } conditional) return null;
        var hide = conditional.Text("hide");
        conditional.Done(Technical);
        return hide is null ? null : Rule(RuleKind.Visible, hide, conditional.PathOf("hide")) is { } rule ? rule with { Negated = true } : null;
    }

    private DraftRule? Rule(RuleKind kind, string text, string path)
    {
        if (text is "true" or "false") text = "=" + text;
        if (text.StartsWith('=') && TermParser.Parse(text[1..], Dialect.Feel) is { } term) return new DraftRule(kind, term, path, text);
        builder.RuleLost(kind, path, text, "cette expression ne peut pas être lue");
        return null;
    }

    private FieldWidth ReadLayout(SourceElement source)
    {
        if (source.Object("layout") is not { } layout) return FieldWidth.Full;
        var (row, columns) = Place(source);
        layout.Number("columns");
        layout.Done(Technical);
        columns ??= row is not null && _shares.TryGetValue(row, out var share) ? share : null;
        return columns switch { null or > 12 => FieldWidth.Full, > 9 => FieldWidth.TwoThirds, > 6 => FieldWidth.Half, _ => FieldWidth.Third };
    }

    /// <summary>The line that it stands on, and how many of its sixteen columns it takes.</summary>
    private static (string? Row, int? Columns) Place(SourceElement source) =>
        source.Json.TryGetProperty("layout", out var layout) && layout.ValueKind == JsonValueKind.Object
            ? (layout.TryGetProperty("row", out var row) ? SourceElement.TextOf(row) : null, layout.TryGetProperty("columns", out var columns) && columns.ValueKind == JsonValueKind.Number && columns.TryGetInt32(out var count) && count is >= 1 and <= ColumnsOfLine ? count : null)
            : (null, null);
}
