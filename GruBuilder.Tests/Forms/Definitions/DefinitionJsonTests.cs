using GruBuilder.Forms.Definitions;
using Json.Schema;

namespace GruBuilder.Tests.Forms.Definitions;

public class DefinitionJsonTests
{
    public static TheoryData<string> TownForms => new(Directory.EnumerateFiles(Path.Combine(CaseFiles.Repository, "data", "forms"), "*.json").Select(f => Path.GetFileName(f)!));

    private static string Load(string file) => File.ReadAllText(Path.Combine(CaseFiles.Repository, "data", "forms", file));

    [Theory]
    [MemberData(nameof(TownForms))]
    public void A_form_of_the_town_reads_without_a_problem(string file)
    {
        var reading = DefinitionJson.Read(Load(file));
        Assert.Empty(reading.Problems);
        Assert.DoesNotContain(GruBuilder.Forms.Validation.FormLinter.Check(reading.Definition!), f => f.Severity == Severity.Error);
        Assert.DoesNotContain(GruBuilder.Forms.Validation.FormLinter.Check(reading.Definition!), f => f.Code == "purpose-missing");
    }

    [Theory]
    [MemberData(nameof(TownForms))]
    public void Writing_what_was_read_and_reading_it_again_changes_nothing(string file)
    {
        var written = DefinitionJson.Write(DefinitionJson.Read(Load(file)).Definition!);
        Assert.Equal(written, DefinitionJson.Write(DefinitionJson.Read(written).Definition!));
    }

    [Theory]
    [MemberData(nameof(TownForms))]
    public void The_schema_accepts_a_form_of_the_town_as_written_and_as_rewritten(string file)
    {
        AssertValid(Load(file));
        AssertValid(DefinitionJson.Write(DefinitionJson.Read(Load(file)).Definition!));
    }

    [Fact]
    public void The_schema_accepts_every_kind()
    {
        var fields = FieldKinds.Samples.Select((f, i) => f is ComputedField c
            ? c with { Key = $"k{i}", Label = "Libellé", Formula = "1" }
            : f with
            {
                Key = $"k{i}", Label = "Libellé", Easy = new EasyTexts { Label = "Mot", Help = "Aide" },
                English = new FieldTexts { Label = "Label", RowLabel = "a row", Unit = "acres", LowLabel = "bad", HighLabel = "good", AlternativeText = "a map", Caption = "where", Of = new FieldTexts { Label = "0a1b2c3d" } },
            });
        var form = FormDefinition.Empty with { Title = "Tout", Pages = [new Page { Key = "p", Title = "Page", Fields = [.. fields] }] };
        AssertValid(DefinitionJson.Write(form));
        Assert.Empty(DefinitionJson.Read(DefinitionJson.Write(form)).Problems);
    }

    [Fact]
    public void The_schema_refuses_a_property_that_a_kind_does_not_have()
    {
        var result = Schema.Evaluate(Parse("""{"key":"x","title":"X","pages":[{"key":"p","title":"P","fields":[{"kind":"yesNo","key":"a","label":"A","maxLength":3}]}]}"""));
        Assert.False(result.IsValid);
    }

    [Theory]
    [InlineData("{", "Ligne 1", "")]
    [InlineData("[]", "Au début du fichier", "")]
    [InlineData("""{"key":"x","title":"X","pages":[{"key":"p","title":"P","fields":[{"kind":"licorne","key":"a","label":"A"}]}]}""", "licorne", "pages[0].fields[0].kind")]
    [InlineData("""{"key":"x","title":"X","pages":[{"key":"p","title":"P","fields":[{"kind":"yesNo","key":"a"}]}]}""", "ce texte manque", "pages[0].fields[0].label")]
    [InlineData("""{"key":"x","title":"X","pages":[{"key":"p","title":"P","fields":[{"kind":"yesNo","key":"a b","label":"A"}]}]}""", "ne convient pas", "pages[0].fields[0].key")]
    [InlineData("""{"key":"x","title":"X","pages":[{"key":"p","title":"P","fields":[{"kind":"number","key":"a","label":"A","min":"un"}]}]}""", "il faut un nombre", "pages[0].fields[0].min")]
    [InlineData("""{"key":"x","title":"X","pages":{}}""", "il faut une liste", "pages")]
    [InlineData("""{"shape":99,"key":"x","title":"X"}""", "pas connue", "shape")]
    [InlineData("""{"key":"x","title":"X","title":"Y"}""", "deux fois", "")]
    [InlineData("""{"key":"x","title":"X","pages":[{"key":"p","title":"P","fields":[{"kind":"repeatedGroup","key":"g","label":"G","fields":[{"kind":"repeatedGroup","key":"h","label":"H","fields":[]}]}]}]}""", "série", "pages[0].fields[0].fields[0].kind")]
    public void A_bad_file_says_what_is_wrong_and_where(string json, string words, string path)
    {
        var reading = DefinitionJson.Read(json);
        Assert.Null(reading.Definition);
        var problem = Assert.Single(reading.Problems, p => p.Severity == Severity.Error && p.Message.Contains(words, StringComparison.Ordinal));
        Assert.Equal(path, problem.Path);
    }

    [Fact]
    public void An_unknown_property_is_reported_and_does_not_stop_the_reading()
    {
        var reading = DefinitionJson.Read("""{"key":"x","title":"X","couleur":"rouge"}""");
        Assert.NotNull(reading.Definition);
        Assert.Equal("couleur", Assert.Single(reading.Problems).Path);
    }

    [Fact]
    public void Deep_nesting_is_refused_and_not_followed()
    {
        var reading = DefinitionJson.Read(string.Concat(Enumerable.Repeat("[", 100_000)));
        Assert.Equal("json-syntax", Assert.Single(reading.Problems).Code);
    }

    private static readonly JsonSchema Schema = JsonSchema.FromText(DefinitionJson.Schema());

    private static System.Text.Json.JsonElement Parse(string json) => System.Text.Json.JsonDocument.Parse(json).RootElement.Clone();

    private static void AssertValid(string json)
    {
        var result = Schema.Evaluate(Parse(json), new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(result.IsValid, string.Join('\n', (result.Details ?? []).Where(d => d.Errors is not null).Select(d => $"{d.InstanceLocation}: {string.Join(", ", d.Errors!.Select(e => e.Value))}").Take(10)));
    }
}
