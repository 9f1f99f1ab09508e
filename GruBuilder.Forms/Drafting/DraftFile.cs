using System.Text.Json;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Exchange;

namespace GruBuilder.Forms.Drafting;

/// <summary>A form from a file, whatever it is: our own JSON, form-js, SurveyJS, Form.io, a table, or a text.</summary>
public static class DraftFile
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 200, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private const string Unknown = "Ce fichier ne vient ni de GruBuilder, ni de form-js, SurveyJS ou Form.io. Copiez le texte de ses questions, et collez-le comme une liste.";

    /// <summary>The endings of the names of files that can be read, for a file box.</summary>
    public const string Endings = ".json,.csv,.tsv,.txt,.md";

    /// <summary>Reads a file. Never throws on bad content: it stands in the findings.</summary>
    /// <param name="name">Its name: its ending tells tables and texts from the rest.</param>
    /// <param name="content">Its content.</param>
    public static ImportResult Read(string name, ReadOnlyMemory<byte> content)
    {
        var start = content.Span.TrimStart("\uFEFF \t\r\n"u8);
        if (start.Length > 0 && start[0] is (byte)'{' or (byte)'[') return ReadJson(content);
        if (name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) return Failed("import-syntax", "Ce fichier n’est pas du JSON. Exportez-le à nouveau, puis recommencez.");
        var isTable = name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase);
        if (content.Span.Contains((byte)0) && !content.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Failed("import-format", "Ce fichier n’est ni un texte, ni un tableau CSV, ni une définition JSON. D’un document ou d’un tableur, copiez le texte, ou enregistrez-le en CSV.");
        var draft = isTable ? DraftCsv.Read(content.Span) : DraftReader.Read(DraftCsv.Decoded(content.Span));
        return draft.Count == 0
            ? new ImportResult(null, draft.Findings.IsEmpty ? Failed("import-empty", "Ce fichier ne contient aucune question.").Findings : draft.Findings)
            : new ImportResult(draft.ToForm("nouveau", draft.Title ?? ""), draft.Findings);
    }

    private static ImportResult ReadJson(ReadOnlyMemory<byte> content)
    {
        if (Format(content) is { } format) return FormImport.Read(format, content) is var import && import.Findings is [{ Code: "import-format" }] ? Failed("import-format", Unknown) : import;
        var reading = DefinitionJson.Read(content.ToArray());

        // Each of our own has a key.
        return reading.Problems.Any(p => p is { Severity: Severity.Error, Path: "key" }) ? Failed("import-format", Unknown) : new ImportResult(reading.Definition, reading.Problems);
    }

    // The builder that wrote it, by what only its files have; null for our own.
    private static string? Format(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json, Options);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return "formio";
            if (root.TryGetProperty("components", out _)) return root.TryGetProperty("schemaVersion", out _) || root.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "default" ? "form-js" : "formio";
            if (root.TryGetProperty("elements", out _) || root.TryGetProperty("questions", out _)) return "surveyjs";
            var pages = root.TryGetProperty("pages", out var found) && found.ValueKind == JsonValueKind.Array ? found : default;
            var isSurvey = pages.ValueKind == JsonValueKind.Array && pages.EnumerateArray().Any(p => p.ValueKind == JsonValueKind.Object && (p.TryGetProperty("elements", out _) || p.TryGetProperty("questions", out _)));
            return isSurvey ? "surveyjs" : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Our own reader says where it is wrong.
            return null;
        }
    }

    private static ImportResult Failed(string code, string message) => new(null, [new Finding(Severity.Error, code, message, "")]);
}
