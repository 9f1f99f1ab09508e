using System.CommandLine;
using System.Text.Json;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Exchange;

namespace GruBuilder.Web.Operations.CommandLine;

/// <summary><c>forms import --from FORMAT FILE</c>: a form of another builder as one of ours, and what was lost on the way.</summary>
internal static class ImportCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "A form of another builder, as JSON." };
        var from = new Option<string>("--from") { Required = true, Description = $"Its format: {string.Join(", ", FormImport.Formats)}." };
        var output = new Option<string?>("--out") { Description = "The definition to write; standard output when left out." };
        var command = new Command("import", "Writes the form as a definition, and to standard error one line for each thing that was not carried over as it was. Exit code 1 when the file cannot be read as that format.")
        {
            file, from, output,
        };
        command.SetAction(parsed => Import(parsed.GetRequiredValue(file), parsed.GetRequiredValue(from), parsed.GetValue(output)));
        return command;
    }

    private static int Import(string file, string format, string? output)
    {
        var result = FormImport.Read(format, Input.Bytes(file));
        if (result.Definition is null) throw Input.Bad(file, result.Findings[0]);
        var json = DefinitionJson.Write(result.Definition);
        if (output is null) Console.Out.Write(json);
        else File.WriteAllText(Input.PathOf(output), json);
        foreach (var finding in result.Findings) Console.Error.WriteLine($"{JsonNamingPolicy.CamelCase.ConvertName(finding.Severity.ToString())} {finding.Code} {(finding.Path.Length > 0 ? finding.Path : ".")}: {OneLine(finding.Message)}");
        return 0;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
