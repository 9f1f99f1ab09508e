using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Exchange;

/// <summary>What came of importing a form.</summary>
/// <param name="Definition">The form; null when the file could not be read at all.</param>
/// <param name="Findings">One for each thing that could not be carried over as it was; paths are places in the source.</param>
public sealed record ImportResult(FormDefinition? Definition, ImmutableArray<Finding> Findings);

/// <summary>Reads the forms of other builders. Nothing in them is ever run, nothing in them makes it throw, and nothing is lost in silence.</summary>
public static class FormImport
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 200, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The names of the formats that can be read.</summary>
    public static ImmutableArray<string> Formats { get; } = ["form-js", "surveyjs", "formio", "neutral"];

    /// <summary>Reads a form. Never throws on bad content: it stands in the findings.</summary>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="json">The file, in UTF-8.</param>
    public static ImportResult Read(string format, ReadOnlyMemory<byte> json)
    {
        if (!Formats.Contains(format, StringComparer.Ordinal)) return Failed("import-format", $"Le format « {JsonReading.Short(format)} » n'est pas connu. Formats possibles : {string.Join(", ", Formats)}.");
        if (json.Length > DefinitionJson.MostBytes) return Failed("import-syntax", $"Le fichier est trop grand ({json.Length / 1_000_000} Mo, {DefinitionJson.MostBytes / 1_000_000} Mo au plus).");
        if (json.Span.StartsWith(Encoding.UTF8.Preamble)) json = json[3..];
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return Read(format, document.RootElement);
        }
        catch (JsonException e)
        {
            return Failed("import-syntax", $"Ligne {e.LineNumber + 1}, caractère {e.BytePositionInLine + 1} : le fichier n'est pas du JSON valide, ou il est trop imbriqué. Exportez-le à nouveau.");
        }
        catch (InvalidOperationException)
        {
            // A text holds half a surrogate pair, or bytes that are not UTF-8.
            return Failed("import-syntax", "Le fichier contient des caractères illisibles. Enregistrez-le en UTF-8.");
        }
    }

    private static ImportResult Read(string format, JsonElement root)
    {
        if (format == "neutral")
        {
            return NeutralForm.TryRead(root, out var neutral, out var problem) ? new ImportResult(neutral, []) : Failed("import-format", problem);
        }

        var builder = new ImportBuilder();
        var source = new SourceElement(root, "", builder);
        var isRead = format switch
        {
            "form-js" => new FormJsReader(builder).Read(source),
            "surveyjs" => new SurveyReader(builder).Read(source),
            _ => new FormioReader(builder).Read(source),
        };
        if (!isRead) return Failed("import-format", $"Ce fichier n'est pas une définition {format} : vérifiez le fichier, ou le format indiqué ({string.Join(", ", Formats)}).");
        return builder.Finish();
    }

    private static ImportResult Failed(string code, string message) => new(null, [new Finding(Severity.Error, code, message, "")]);
}
