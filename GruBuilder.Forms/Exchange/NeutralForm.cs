using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Exchange;

/// <summary>
/// The neutral format in which form engines are compared: text, number, choice, date, boolean, group, calculated. Keys are unique in our
/// forms, so the cell <c>name</c> of the group <c>f11</c> is <c>f11_name</c> here.
/// </summary>
public static class NeutralForm
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The form.</summary>
    /// <param name="json">The definition, or an object that holds it as <c>definition</c>.</param>
    /// <exception cref="FormatException">It is no definition of this format.</exception>
    public static FormDefinition Read(JsonElement json) => TryRead(json, out var form, out var problem) ? form : throw new FormatException(problem);

    internal static bool TryRead(JsonElement json, out FormDefinition form, out string problem)
    {
        form = FormDefinition.Empty;
        problem = "";
        try
        {
            if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty("definition", out var inner)) json = inner;
            var name = json.GetProperty("name").GetString() ?? "";
            form = new FormDefinition
            {
                Key = Designer.FieldKeys.From(name, "neutre").Replace('_', '-'),
                Title = name.Length > 0 ? name : "Neutre",
                Pages = [new Page { Key = "page_1", Title = "Page 1", Fields = [.. json.GetProperty("fields").EnumerateArray().Select(f => Field(f, ""))] }],
            };
            var problems = DefinitionJson.Read(DefinitionJson.Write(form)).Problems;
            problem = problems.Concat(Validation.FormLinter.Check(form)).FirstOrDefault(p => p.Severity == Severity.Error)?.Message ?? "";
            return problem.Length == 0;
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or FormatException or JsonException)
        {
            problem = "Ce fichier n'est pas une définition du format neutre : il faut « name » et « fields », et dans chaque champ « id » et « kind ».";
            return false;
        }
    }

    /// <summary>Answers with our keys, from answers with the neutral names.</summary>
    public static string ToAnswers(FormDefinition form, JsonElement answers)
    {
        var groups = form.AllFields().OfType<RepeatedGroupField>().Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Plain))
        {
            writer.WriteStartObject();
            foreach (var answer in answers.EnumerateObject())
            {
                writer.WritePropertyName(answer.Name);
                if (groups.Contains(answer.Name) && answer.Value.ValueKind == JsonValueKind.Array) WriteRows(writer, answer);
                else answer.Value.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>The neutral name of an answer's path: <c>f11[0].f11_name</c> is <c>f11[0].name</c>.</summary>
    public static string NameOf(string path)
    {
        var bracket = path.IndexOf('[', StringComparison.Ordinal);
        var dot = path.IndexOf("].", StringComparison.Ordinal);
        return bracket > 0 && dot > bracket && path.AsSpan(dot + 2).StartsWith(path[..bracket] + "_") ? path[..(dot + 2)] + path[(dot + 3 + bracket)..] : path;
    }

    private static void WriteRows(Utf8JsonWriter writer, JsonProperty group)
    {
        writer.WriteStartArray();
        foreach (var row in group.Value.EnumerateArray())
        {
            if (row.ValueKind != JsonValueKind.Object)
            {
                row.WriteTo(writer);
                continue;
            }

            writer.WriteStartObject();
            foreach (var cell in row.EnumerateObject())
            {
                writer.WritePropertyName($"{group.Name}_{cell.Name}");
                cell.Value.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static Field Field(JsonElement json, string prefix)
    {
        var id = json.GetProperty("id").GetString() ?? "";
        var key = prefix + id;
        var required = json.TryGetProperty("required", out var flag) && flag.ValueKind == JsonValueKind.True;
        Field field = json.GetProperty("kind").GetString() switch
        {
            "text" => new ShortTextField { Key = key, Label = id, Required = required, MaxLength = Get(json, "maxLength")?.GetInt32(), Pattern = Get(json, "pattern")?.GetString() },
            "number" => new NumberField { Key = key, Label = id, Required = required, Min = Get(json, "min")?.GetDecimal(), Max = Get(json, "max")?.GetDecimal(), Decimals = 10 },
            "choice" => new SingleChoiceField { Key = key, Label = id, Required = required, Options = [.. json.GetProperty("options").EnumerateArray().Select(o => new Option(o.GetString() ?? "", o.GetString() ?? ""))] },
            "date" => new DateField { Key = key, Label = id, Required = required, Min = Day(json, "min"), Max = Day(json, "max") },
            "boolean" => new YesNoField { Key = key, Label = id, Required = required },
            "group" when prefix.Length == 0 => new RepeatedGroupField { Key = key, Label = id, MaxRows = Logic.FormState.MostRows, Fields = [.. json.GetProperty("fields").EnumerateArray().Select(f => Field(f, key + "_"))] },
            "calculated" => new ComputedField { Key = key, Label = id, Formula = string.Join(json.GetProperty("op").GetString() == "product" ? " * " : " + ", json.GetProperty("of").EnumerateArray().Select(o => o.GetString())) },
            _ => throw new FormatException(),
        };
        return Get(json, "visibleIf") is { } condition ? field with { VisibleIf = Condition(condition) } : field;
    }

    private static Condition Condition(JsonElement json)
    {
        if (json.TryGetProperty("all", out var all)) return new JoinedCondition(Junction.All, [.. all.EnumerateArray().Select(Condition)]);
        var comparator = json.GetProperty("op").GetString() switch { "eq" => Comparator.IsEqualTo, "ne" => Comparator.IsNotEqualTo, _ => throw new FormatException() };
        return new Comparison(json.GetProperty("field").GetString() ?? "", comparator, SourceElement.ValueOf(json.GetProperty("value")));
    }

    private static DateBound? Day(JsonElement json, string property) =>
        Get(json, property)?.GetString() is not { } text ? null : DateBound.TryParse(text, out var bound) ? bound : throw new FormatException();

    private static JsonElement? Get(JsonElement json, string property) => json.TryGetProperty(property, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
