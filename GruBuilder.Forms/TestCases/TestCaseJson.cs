using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GruBuilder.Forms.TestCases;

/// <summary>Test cases as JSON.</summary>
public static class TestCaseJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Writes cases.</summary>
    public static string Write(ImmutableArray<TestCase> cases) => JsonSerializer.Serialize(cases, Options);

    /// <summary>Reads cases; an empty text holds none.</summary>
    /// <exception cref="FormatException">These are no test cases; the message says where.</exception>
    public static ImmutableArray<TestCase> Read(string json)
    {
        if (json.Length == 0) return [];
        try
        {
            return JsonSerializer.Deserialize<ImmutableArray<TestCase>>(json, Options);
        }
        catch (JsonException e)
        {
            throw new FormatException($"Essais enregistrés, à {e.Path ?? "$"} : ce ne sont pas des essais corrects. Enregistrez-les à nouveau depuis l’aperçu.", e);
        }
    }
}

/// <summary>A JSON text that is kept as such inside a larger one.</summary>
internal sealed class RawJson : JsonConverter<string>
{
    /// <inheritdoc/>
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException("Answers are an object.");
        return document.RootElement.GetRawText();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteRawValue(value);
}
