using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Tests.Web;

public sealed class CommandLineTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("gru-commands-").FullName;

    private static string RoadReport => Path.Combine(GruApp.RepositoryRoot, "data", "forms", "signaler-probleme-voirie.json");

    [Fact]
    public async Task Evaluating_tells_what_shows_what_it_is_worth_and_what_is_wrong()
    {
        var (code, output, errors) = await RunAsync("forms", "evaluate", RoadReport, Write("a.json", """{"type_probleme":"chaussee","taille_trou":"grand","rappel":false}"""), "--today", "2026-11-25");
        Assert.Equal((0, ""), (code, errors));
        using var result = JsonDocument.Parse(output);
        var visible = result.RootElement.GetProperty("visible").EnumerateArray().Select(v => v.GetString()).ToList();
        Assert.Contains("passage_bloque", visible);
        Assert.DoesNotContain("etat_lampadaire", visible);
        Assert.Equal("grand", result.RootElement.GetProperty("values").GetProperty("taille_trou").GetString());
        Assert.NotEqual("", result.RootElement.GetProperty("errors").GetProperty("passage_bloque")[0].GetString());
    }

    [Theory]
    [InlineData("""{"pages": """, "Ligne 1")]
    [InlineData("""{"shape":1,"key":"k","title":"T","pages":[{"key":"p","title":"P","fields":[{"kind":"tapis","key":"a","label":"A"}]}]}""", "pages[0].fields[0].kind")]
    [InlineData("""{"shape":1,"key":"k","title":"T","pages":[{"key":"p","title":"P","fields":[{"kind":"computed","key":"a","label":"A","formula":"b"},{"kind":"computed","key":"b","label":"B","formula":"a"}]}]}""", "formula")]
    public async Task A_bad_definition_gives_one_line_with_the_place_and_no_trace(string definition, string place)
    {
        var (code, output, errors) = await RunAsync("forms", "evaluate", Write("bad.json", definition), Write("a.json", "{}"));
        Assert.Equal((1, ""), (code, output));
        Assert.Contains(place, errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Choices_take_the_lists_that_lie_beside_the_forms()
    {
        Directory.CreateDirectory(Path.Combine(_directory, "forms"));
        Directory.CreateDirectory(Path.Combine(_directory, "lists"));
        File.WriteAllText(Path.Combine(_directory, "lists", "ecoles.csv"), "value;label\nf;Ferry\ns;Salengro");
        const string form = """{"shape":2,"key":"k","title":"T","pages":[{"key":"p","title":"P","fields":[{"kind":"singleChoice","key":"ecole","label":"École","purpose":"P","list":"LISTE"}]}]}""";
        var known = Write("forms/known.json", form.Replace("LISTE", "ecoles", StringComparison.Ordinal));
        var (_, output, _) = await RunAsync("forms", "evaluate", known, Write("a.json", """{"ecole":"f"}"""));
        Assert.Contains("\"errors\":{}", output, StringComparison.Ordinal);
        var (code, findings, _) = await RunAsync("forms", "check", Write("forms/unknown.json", form.Replace("LISTE", "absente", StringComparison.Ordinal)));
        Assert.Equal(1, code);
        Assert.Contains("list-unknown", findings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_answers_and_missing_files_give_one_line()
    {
        foreach (var answers in new[] { Write("bad.json", "[1"), Write("list.json", "[]"), Path.Combine(_directory, "absent.json") })
        {
            var (code, output, errors) = await RunAsync("forms", "evaluate", RoadReport, answers);
            Assert.Equal((1, ""), (code, output));
            Assert.StartsWith(answers, errors, StringComparison.Ordinal);
            Assert.Single(errors.TrimEnd('\n').Split('\n'));
        }
    }

    [Fact]
    public async Task Importing_writes_the_definition_and_reports_each_loss_on_a_line()
    {
        var source = Write("form.json", """{"components":[{"type":"textfield","key":"a","label":"A"},{"type":"table","label":"T"}]}""");
        var (code, output, errors) = await RunAsync("forms", "import", "--from", "form-js", source);
        Assert.Equal(0, code);
        Assert.NotNull(DefinitionJson.Read(output).Definition!.FindField("a"));
        Assert.Contains("warning kind-not-carried components[1]: ", errors, StringComparison.Ordinal);
        Assert.Equal(2, errors.TrimEnd('\n').Split('\n').Length);

        var target = Path.Combine(_directory, "imported.json");
        var kept = await RunAsync("forms", "import", "--from", "form-js", source, "--out", target);
        Assert.Equal((0, ""), (kept.Code, kept.Output));
        Assert.Equal(output, await File.ReadAllTextAsync(target));
    }

    [Theory]
    [InlineData("form-js", """{"components": """, "Ligne 1")]
    [InlineData("surveyjs", """{"components":[]}""", "surveyjs")]
    [InlineData("word", "{}", "form-js, surveyjs, formio, neutral")]
    public async Task A_form_that_cannot_be_imported_gives_one_line(string format, string source, string said)
    {
        var (code, output, errors) = await RunAsync("forms", "import", "--from", format, Write("form.json", source));
        Assert.Equal((1, ""), (code, output));
        Assert.Contains(said, errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Checking_lists_findings_and_fails_on_errors_only()
    {
        var good = await RunAsync("forms", "check", RoadReport);
        Assert.Equal(0, good.Code);
        Assert.Equal(JsonValueKind.Array, JsonDocument.Parse(good.Output).RootElement.ValueKind);

        var bad = await RunAsync("forms", "check", RoadReport, Write("bad.json", "{}"));
        Assert.Equal(1, bad.Code);
        Assert.Contains(JsonDocument.Parse(bad.Output).RootElement.EnumerateArray(), f => f.GetProperty("severity").GetString() == "error" && f.GetProperty("file").GetString()!.EndsWith("bad.json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_receipt_is_written()
    {
        var pdf = Path.Combine(_directory, "r.pdf");
        var (code, output, errors) = await RunAsync("receipt", RoadReport, Write("a.json", Requests.RoadAnswers), "--out", pdf, "--number", "2611-ACEF-GHJK");
        Assert.Equal((0, ""), (code, errors));
        Assert.Equal("2611-ACEF-GHJK", JsonDocument.Parse(output).RootElement.GetProperty("number").GetString());
        Assert.Equal("%PDF"u8.ToArray(), (await File.ReadAllBytesAsync(pdf))[..4]);
    }

    [Fact]
    public async Task An_account_is_added_once_and_mistakes_are_told_in_a_line()
    {
        foreach (var name in new[] { "municipality.json", "procedures.json" }) File.Copy(Path.Combine(GruApp.RepositoryRoot, "data", name), Path.Combine(_directory, name));
        string[] who = ["--given-name", "Ada", "--family-name", "Petit"];
        var added = await RunAsync(["users", "add", "--email", "ada@exemple.test", "--role", "agent", "--department", "voirie", .. who]);
        Assert.Equal((0, ""), (added.Code, added.Errors));
        Assert.Equal("Agent", JsonDocument.Parse(added.Output).RootElement.GetProperty("role").GetString());
        foreach (var wrong in new string[][]
        {
            ["users", "add", "--email", "ada@exemple.test", "--role", "agent", .. who],
            ["users", "add", "--email", "bob@exemple.test", "--role", "agent", "--department", "inconnu", .. who],
            ["users", "add", "--email", "bob@exemple.test", "--role", "roi", .. who],
        })
        {
            var (code, output, errors) = await RunAsync(wrong);
            Assert.Equal((1, ""), (code, output));
            Assert.Single(errors.TrimEnd('\n').Split('\n'));
        }
    }

    public void Dispose()
    {
        Directory.Delete(_directory, recursive: true);
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_directory, name);
        File.WriteAllText(path, content);
        return path;
    }

    [Fact]
    public async Task Journeys_differences_and_reasons_are_written_as_json()
    {
        var (code, paths, _) = await RunAsync("forms", "paths", RoadReport, "--today", "2026-11-25");
        Assert.Equal(0, code);
        using var journeys = JsonDocument.Parse(paths);
        Assert.Equal(journeys.RootElement.GetProperty("count").GetString(), journeys.RootElement.GetProperty("journeys").GetArrayLength().ToString(System.Globalization.CultureInfo.InvariantCulture));

        // A journey's own answers go through the form.
        var answers = Write("journey.json", journeys.RootElement.GetProperty("journeys")[0].GetProperty("answers").GetRawText());
        Assert.Contains("\"errors\":{}", (await RunAsync("forms", "evaluate", RoadReport, answers, "--today", "2026-11-25")).Output, StringComparison.Ordinal);

        var later = Write("later.json", (await File.ReadAllTextAsync(RoadReport)).Replace("\"key\": \"description\"", "\"key\": \"recit\"", StringComparison.Ordinal));
        using var difference = JsonDocument.Parse((await RunAsync("forms", "diff", RoadReport, later)).Output);
        Assert.False(difference.RootElement.GetProperty("valid").GetBoolean());
        Assert.Equal(2, difference.RootElement.GetProperty("changes").GetArrayLength());

        Assert.Contains("Cette question est masquée", (await RunAsync("forms", "explain", RoadReport, Write("none.json", "{}"), "taille_trou")).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("forms", "explain", RoadReport, Write("none.json", "{}"), "inconnu")).Code);
    }

    [Theory]
    [InlineData("w50")]
    [InlineData("w200")]
    public async Task A_workload_of_the_peers_comes_to_what_its_reference_says(string workload)
    {
        await using (var packed = new GZipStream(File.OpenRead(Path.Combine(GruApp.RepositoryRoot, "GruBuilder.Tests", "Cases", "peers", workload + ".json.gz")), CompressionMode.Decompress))
        await using (var file = File.Create(Path.Combine(_directory, workload + ".json")))
        {
            await packed.CopyToAsync(file);
        }

        var (code, output, _) = await RunAsync("forms", "evaluate", Path.Combine(_directory, workload + ".json"));
        Assert.Equal((0, """{"sets":200,"agreeing":200,"differing":[]}"""), (code, output.Trim()));
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _directory };
        if (arguments[0] == "users") start.Environment["Data__Directory"] = _directory;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
