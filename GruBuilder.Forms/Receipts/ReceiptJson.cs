using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace GruBuilder.Forms.Receipts;

/// <summary>Receipts and their facts as JSON, to be kept: what was stated stays as it was stated.</summary>
public static class ReceiptJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>A receipt in UTF-8, without the files that it carries.</summary>
    public static byte[] Write(ReceiptDocument document) => JsonSerializer.SerializeToUtf8Bytes(document, Options);

    /// <summary>A receipt kept by <see cref="Write(ReceiptDocument)"/>.</summary>
    /// <exception cref="JsonException">It is no such receipt.</exception>
    public static ReceiptDocument ReadDocument(ReadOnlySpan<byte> json) => Read<ReceiptDocument>(json);

    /// <summary>Facts in UTF-8, without the answers.</summary>
    public static byte[] Write(ReceiptFacts facts) => JsonSerializer.SerializeToUtf8Bytes(facts with { AnswersJson = null }, Options);

    /// <summary>Facts kept by <see cref="Write(ReceiptFacts)"/>.</summary>
    /// <exception cref="JsonException">They are no such facts.</exception>
    public static ReceiptFacts ReadFacts(ReadOnlySpan<byte> json) => Read<ReceiptFacts>(json);

    private static T Read<T>(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("A kept receipt is an object, not null.");
}
