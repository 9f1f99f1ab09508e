using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GruBuilder.Forms.Definitions;

/// <summary>What came of reading a file.</summary>
/// <param name="Definition">The definition; null when a problem is an error.</param>
/// <param name="Problems">Everything that was noticed, with its place.</param>
public sealed record DefinitionReading(FormDefinition? Definition, ImmutableArray<Finding> Problems);

/// <summary>A definition's JSON: read, written, described by a JSON Schema.</summary>
public static class DefinitionJson
{
    /// <summary>Largest file that is read, in bytes.</summary>
    public const int MostBytes = 8_000_000;

    private static readonly JsonDocumentOptions ReadOptions = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    private static readonly JsonWriterOptions WriteOptions = new()
    {
        Indented = true,
        // Kept readable: é stays é. Wherever the text enters a page, the page encodes it.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>Reads a definition. Never throws on bad content: it stands in the problems.</summary>
    public static DefinitionReading Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads a definition from UTF-8 bytes, with or without a byte order mark.</summary>
    public static DefinitionReading Read(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > MostBytes) return Unreadable($"Le fichier est trop grand ({utf8.Length / 1_000_000} Mo, {MostBytes / 1_000_000} Mo au plus).");
        if (utf8.Span.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[3..];
        try
        {
            using var document = JsonDocument.Parse(utf8, ReadOptions);
            var reader = new DefinitionReader();
            var definition = reader.Read(document.RootElement);
            var problems = reader.Problems;
            return new DefinitionReading(problems.Any(p => p.Severity == Severity.Error) ? null : definition, problems);
        }
        catch (JsonException e)
        {
            var place = e.LineNumber is { } line ? $"Ligne {line + 1}, caractère {e.BytePositionInLine + 1}" : "Dans le fichier";
            return Unreadable($"{place} : ce n'est pas du JSON correct. Vérifiez les guillemets, les virgules, les accolades, les propriétés écrites deux fois, et l'imbrication ({ReadOptions.MaxDepth} niveaux au plus).");
        }
        catch (InvalidOperationException)
        {
            // A text holds half a surrogate pair, or bytes that are not UTF-8.
            return Unreadable("Le fichier contient des caractères illisibles. Enregistrez-le en UTF-8.");
        }
    }

    /// <summary>Writes a definition, indented, in a stable order.</summary>
    public static string Write(FormDefinition definition) => Write(w => w.Write(definition)) + "\n";

    /// <summary>Writes one part of a definition as it stands within it: two parts are the same when their texts are.</summary>
    internal static string WritePart(object part) => Write(w => w.WritePart(part));

    private static string Write(Action<DefinitionWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, WriteOptions))
        {
            write(new DefinitionWriter(json));
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>The JSON Schema (2020-12) of what <see cref="Read(string)"/> takes.</summary>
    public static string Schema()
    {
        using var stream = typeof(DefinitionJson).Assembly.GetManifestResourceStream("GruBuilder.Forms.form.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static DefinitionReading Unreadable(string message) => new(null, [new Finding(Severity.Error, "json-syntax", message, "")]);
}
