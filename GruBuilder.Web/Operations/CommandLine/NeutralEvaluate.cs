using System.Text.Encodings.Web;
using System.Text.Json;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Exchange;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Web.Operations.CommandLine;

/// <summary><c>forms evaluate</c> on the neutral format in which form engines are compared.</summary>
internal static class NeutralEvaluate
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Evaluates answers, or every set of a workload; null when the file is not of this format.</summary>
    public static int? TryRun(string definition, string? answers, DateOnly today)
    {
        using var document = Parse(definition);
        if (document is null || !IsNeutral(document.RootElement)) return null;
        FormDefinition form;
        try
        {
            form = NeutralForm.Read(document.RootElement);
        }
        catch (FormatException e)
        {
            throw new BadInputException($"{definition}: {e.Message}", e);
        }

        var state = FormProgram.Compile(form).Open(today);
        if (answers is null) return Compare(definition, document.RootElement, state);
        using var given = Parse(answers) ?? throw new BadInputException($"{answers}: this is not JSON.");
        var result = Evaluate(state, given.RootElement.TryGetProperty("answers", out var inner) ? inner : given.RootElement);
        Console.Out.WriteLine(JsonSerializer.Serialize(new { result.Visible, result.Invalid, Calculated = result.Calculated.ToDictionary() }, Json));
        return 0;
    }

    private static bool IsNeutral(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("definition", out var inner)) root = inner;
        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("fields", out var fields) && fields.ValueKind == JsonValueKind.Array
            && fields.GetArrayLength() > 0 && fields[0].ValueKind == JsonValueKind.Object && fields[0].TryGetProperty("id", out _);
    }

    private static int Compare(string file, JsonElement root, FormState state)
    {
        if (!root.TryGetProperty("valid", out var valid) || !root.TryGetProperty("invalid", out var invalid)) throw new BadInputException($"{file}: name a file of answers too.");
        List<JsonElement> sets = [.. valid.EnumerateArray(), .. invalid.EnumerateArray()];
        var differing = sets.Select((set, i) => (i, Agrees: Evaluate(state, set.GetProperty("answers")).Agrees(set.GetProperty("expect")))).Where(s => !s.Agrees).Select(s => s.i).ToList();
        Console.Out.WriteLine(JsonSerializer.Serialize(new { Sets = sets.Count, Agreeing = sets.Count - differing.Count, Differing = differing }, Json));
        return differing.Count == 0 ? 0 : 1;
    }

    private static NeutralEvaluation Evaluate(FormState state, JsonElement answers)
    {
        AnswersJson.Read(state, NeutralForm.ToAnswers(state.Program.Definition, answers));
        return NeutralEvaluation.Of(state);
    }

    private static JsonDocument? Parse(string file)
    {
        try
        {
            return JsonDocument.Parse(Input.Bytes(file));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
