using System.Text;
using System.Text.Json;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Exchange;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Tests.Forms.Exchange;

/// <summary>A form of another builder, the definition it becomes, and what is reported: one test per file of <c>Cases/import</c>.</summary>
public class ImportCases
{
    public static TheoryData<string, string> All => Files(_ => true);

    /// <summary>The cases that also say what the form shows for some answers.</summary>
    public static TheoryData<string, string> Evaluated => Files(one => one.RootElement.TryGetProperty("evaluate", out _));

    private static TheoryData<string, string> Files(Func<JsonDocument, bool> isWanted)
    {
        var cases = new TheoryData<string, string>();
        foreach (var format in FormImport.Formats)
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(CaseFiles.Folder, "import", format), "*.json").Order(StringComparer.Ordinal))
            {
                using var one = Load(format, Path.GetFileName(file));
                if (isWanted(one)) cases.Add(format, Path.GetFileName(file));
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_form_becomes_what_is_expected_and_says_what_was_lost(string format, string file)
    {
        using var one = Load(format, file);
        var result = FormImport.Read(format, Source(one));

        var expected = DefinitionJson.Read(one.RootElement.GetProperty("expected").GetRawText());
        Assert.NotNull(expected.Definition);
        Assert.NotNull(result.Definition);
        Assert.Equal(DefinitionJson.Write(expected.Definition), DefinitionJson.Write(result.Definition));
        var findings = one.RootElement.GetProperty("findings").EnumerateArray().Select(f => $"{f.GetProperty("path").GetString()} {f.GetProperty("code").GetString()}");
        Assert.Equal(findings.Order(StringComparer.Ordinal), result.Findings.Select(f => $"{f.Path} {f.Code}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void An_imported_form_can_be_kept_and_has_no_broken_rule(string format, string file)
    {
        using var one = Load(format, file);
        var form = FormImport.Read(format, Source(one)).Definition!;

        var written = DefinitionJson.Write(form);
        var again = DefinitionJson.Read(written);
        Assert.NotNull(again.Definition);
        Assert.Equal(written, DefinitionJson.Write(again.Definition));
        Assert.DoesNotContain(FormLinter.Check(form), f => f.Severity == Severity.Error && f.Code != "form-without-question");
    }

    [Theory]
    [MemberData(nameof(Evaluated))]
    public void An_imported_form_behaves_as_its_source_does(string format, string file)
    {
        using var one = Load(format, file);
        var program = FormProgram.Compile(FormImport.Read(format, Source(one)).Definition!);
        foreach (var evaluation in one.RootElement.GetProperty("evaluate").EnumerateArray())
        {
            var state = program.Open(new DateOnly(2026, 11, 25));
            AnswersJson.Read(state, evaluation.GetProperty("answers").GetRawText());
            Assert.Equal(evaluation.GetProperty("visible").EnumerateArray().Select(v => v.GetString()), FormEvaluation.Of(state).Visible);
            if (!evaluation.TryGetProperty("computed", out var computed)) continue;
            using var values = JsonDocument.Parse(AnswersJson.Write(state, includeHidden: false));
            foreach (var value in computed.EnumerateObject()) Assert.True(JsonElement.DeepEquals(value.Value, values.RootElement.GetProperty(value.Name)), value.Name);
        }
    }

    internal static JsonDocument Load(string format, string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(CaseFiles.Folder, "import", format, file)));

    internal static byte[] Source(JsonDocument one) => Encoding.UTF8.GetBytes(one.RootElement.GetProperty("source").GetRawText());
}
