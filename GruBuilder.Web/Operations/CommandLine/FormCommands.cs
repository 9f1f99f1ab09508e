using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using GruBuilder.Forms.Analysis;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Web.Operations.CommandLine;

/// <summary>The commands under <c>forms</c>.</summary>
internal static class FormCommands
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static Command Build() => new("forms", "Checks, evaluates, compares, explains and imports form definitions.") { BuildCheck(), BuildEvaluate(), ImportCommand.Build(), InsightCommands.BuildPaths(), InsightCommands.BuildDiff(), InsightCommands.BuildExplain() };

    private static Command BuildCheck()
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = "Form definitions." };
        var command = new Command("check", "Writes what is wrong in definitions as a JSON array. Exit code 1 when any finding is an error.") { files };
        command.SetAction(parsed => Check(parsed.GetRequiredValue(files)));
        return command;
    }

    private static Command BuildEvaluate()
    {
        var definition = new Argument<string>("DEFINITION") { Description = "A form definition." };
        var answers = new Argument<string?>("ANSWERS") { Arity = ArgumentArity.ZeroOrOne, Description = "Answers, as a JSON object. Left out for a workload of the neutral format, which brings its own." };
        var today = Input.TodayOption();
        var command = new Command("evaluate", "Writes {\"visible\":[…],\"values\":{…},\"errors\":{…}}. Errors in the answers are a result (exit code 0); exit code 1 means that a file does not read or a rule is broken. A definition of the neutral format (see GruBuilder.Benchmarks/Peers) gives {\"visible\":[…],\"invalid\":[…],\"calculated\":{…}}; a whole workload is held against what it expects.")
        {
            definition, answers, today,
        };
        command.SetAction(parsed =>
        {
            var form = parsed.GetRequiredValue(definition);
            var day = Input.Day(parsed.GetValue(today));
            if (NeutralEvaluate.TryRun(form, parsed.GetValue(answers), day) is { } code) return code;
            var state = Input.Open(form, parsed.GetValue(answers) ?? throw new BadInputException($"{form}: name a file of answers too."), day);
            Console.Out.WriteLine(FormEvaluation.Of(state).ToJson());
            return 0;
        });
        return command;
    }

    private static int Check(string[] files)
    {
        var rows = new List<FindingRow>();
        foreach (var file in files)
        {
            foreach (var finding in Findings(file)) rows.Add(new FindingRow(file, Name(finding.Severity), finding.Code, finding.Message, finding.Path, finding.FieldKey, finding.PageKey, finding.Position));
        }

        Console.Out.WriteLine(JsonSerializer.Serialize(rows, Json));
        return rows.Exists(r => r.Severity == Name(Severity.Error)) ? 1 : 0;
    }

    private static IReadOnlyList<Finding> Findings(string file)
    {
        try
        {
            var reading = DefinitionJson.Read(Input.Bytes(file));
            if (reading.Definition is not null) return [.. reading.Problems, .. FormLinter.Check(reading.Definition, Input.ListsBeside(file)), .. FormAnalysis.Check(FormProgram.Compile(reading.Definition), Input.Day(null))];
            Console.Error.WriteLine(Input.Bad(file, reading.Problems.First(p => p.Severity == Severity.Error)).Message);
            return reading.Problems;
        }
        catch (BadInputException e)
        {
            Console.Error.WriteLine(e.Message);
            return [new Finding(Severity.Error, "no-file", e.Message, "")];
        }
    }

    private static string Name(Severity severity) => JsonNamingPolicy.CamelCase.ConvertName(severity.ToString());

    private sealed record FindingRow(string File, string Severity, string Code, string Message, string Path, string? Field, string? Page, int? Position);
}
