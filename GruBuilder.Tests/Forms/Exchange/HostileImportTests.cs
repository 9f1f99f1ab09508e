using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Exchange;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Tests.Forms.Exchange;

/// <summary>Whatever a file holds, importing it gives a form that can be kept, or one clear error.</summary>
public class HostileImportTests
{
    private static readonly string[] Wrong =
    [
        "null", "true", "-1e30", "\"\"", "\"=(\"", "[]", "{}", "[[[1]]]", "{\"a\":{\"b\":[true]}}", "\"" + new string('x', 30_000) + "\"", "[{\"value\":{}},{\"key\":[]},7]",
        "79228162514264337593543950335", "1e308", "-0.5", "\"9999-12-31T23:59:59Z\"", "\"today-99999y\"", "\"25:61\"", "{\"fr\":3,\"en\":null,\"default\":[]}", "{\"when\":1,\"required\":\"perhaps\",\"pattern\":\"(((\"}",
    ];

    public static TheoryData<string> Formats => [.. FormImport.Formats];

    [Theory]
    [MemberData(nameof(ImportCases.All), MemberType = typeof(ImportCases))]
    public void A_file_cut_anywhere_gives_one_error(string format, string file)
    {
        using var one = ImportCases.Load(format, file);
        var source = ImportCases.Source(one);
        for (var length = 0; length < source.Length; length += Math.Max(1, source.Length / 60))
        {
            var result = FormImport.Read(format, source.AsMemory(0, length));
            Assert.Null(result.Definition);
            Assert.Equal("import-syntax", Assert.Single(result.Findings).Code);
        }
    }

    [Theory]
    [MemberData(nameof(ImportCases.All), MemberType = typeof(ImportCases))]
    public void A_file_with_any_value_of_a_wrong_type_gives_a_form_that_can_be_kept(string format, string file)
    {
        using var one = ImportCases.Load(format, file);
        var source = Encoding.UTF8.GetString(ImportCases.Source(one));
        var random = new Random(1);
        for (var i = 0; i < 120; i++)
        {
            var root = JsonNode.Parse(source)!;
            for (var changes = random.Next(1, 4); changes > 0; changes--) Spoil(root, random);
            Check(FormImport.Read(format, Encoding.UTF8.GetBytes(root.ToJsonString())), root);
        }
    }

    [Theory]
    [MemberData(nameof(ImportCases.All), MemberType = typeof(ImportCases))]
    public void A_file_with_each_value_in_turn_of_a_wrong_type_gives_a_form_that_can_be_kept(string format, string file)
    {
        using var one = ImportCases.Load(format, file);
        var source = Encoding.UTF8.GetString(ImportCases.Source(one));
        var count = Places(JsonNode.Parse(source)!).Count();
        for (var place = 0; place < count; place++)
        {
            var root = JsonNode.Parse(source)!;
            Set(Places(root).ElementAt(place), Wrong[place % Wrong.Length]);
            Check(FormImport.Read(format, Encoding.UTF8.GetBytes(root.ToJsonString())), root);
        }
    }

    [Theory]
    [InlineData("rows", 101)]
    [InlineData("columns", 31)]
    public void A_table_that_is_too_large_becomes_one_question_for_each_row(string side, int count)
    {
        var many = Enumerable.Range(0, count).Select(i => $"v{i}").ToArray();
        string[] few = ["a", "b"];
        var json = JsonSerializer.Serialize(new { elements = new object[] { new { type = "matrix", name = "m", rows = side == "rows" ? many : few, columns = side == "rows" ? few : many } } });
        var result = FormImport.Read("surveyjs", Encoding.UTF8.GetBytes(json));
        Assert.Equal(side == "rows" ? count : 2, result.Definition!.AllFields().OfType<SingleChoiceField>().Count());
        Assert.Contains(result.Findings, f => f.Code == "kind-changed");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_thousand_levels_give_one_error(string format)
    {
        var deep = string.Concat(Enumerable.Repeat("{\"type\":\"panel\",\"components\":[", 1_000)) + string.Concat(Enumerable.Repeat("]}", 1_000));
        var result = FormImport.Read(format, Encoding.UTF8.GetBytes(deep));
        Assert.Null(result.Definition);
        Assert.Equal("import-syntax", Assert.Single(result.Findings).Code);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_file_of_something_else_gives_one_error(string format)
    {
        foreach (var json in new[] { "[]", "3", "\"x\"", "{}", "{\"hello\":1}", "{\"components\":3,\"pages\":4,\"fields\":5}" })
        {
            var result = FormImport.Read(format, Encoding.UTF8.GetBytes(json));
            Assert.Null(result.Definition);
            Assert.Equal("import-format", Assert.Single(result.Findings).Code);
        }
    }

    [Fact]
    public void An_unknown_format_gives_one_error()
    {
        var result = FormImport.Read("word", "{}"u8.ToArray());
        Assert.Null(result.Definition);
        Assert.Equal("import-format", Assert.Single(result.Findings).Code);
    }

    [Theory]
    [InlineData("(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((({a}")]
    [InlineData("{a} = 1 or {a} = 2 and")]
    [InlineData("{a")]
    [InlineData("'")]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!{a}")]
    [InlineData("99999999999999999999999999999999999999999 > {a}")]
    public void An_expression_that_cannot_be_read_is_reported_and_the_question_shown(string expression)
    {
        var json = JsonSerializer.Serialize(new { elements = new object[] { new { type = "text", name = "a" }, new { type = "text", name = "b", visibleIf = expression } } });
        var result = FormImport.Read("surveyjs", Encoding.UTF8.GetBytes(json));
        Assert.Null(result.Definition!.FindField("b")!.VisibleIf);
        Assert.Contains(result.Findings, f => f is { Code: "condition-not-carried", Path: "elements[1].visibleIf" });
    }

    [Fact]
    public void Circles_of_conditions_are_broken()
    {
        var elements = Enumerable.Range(0, 60).Select(i => new { type = "text", name = $"q{i}", visibleIf = string.Join(" or ", Enumerable.Range(0, 60).Where(j => j != i).Select(j => $"{{q{j}}} notempty")) });
        var result = FormImport.Read("surveyjs", Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { elements })));
        Assert.DoesNotContain(FormLinter.Check(result.Definition!), f => f.Severity == Severity.Error);
        Assert.Contains(result.Findings, f => f.Code == "condition-not-carried");
    }

    [Fact]
    public void Scripts_and_tags_do_not_come_through()
    {
        var json = """{"display":"form","components":[{"type":"content","key":"a","html":"<p onclick='x()'>Bonjour <script>alert('x')</script><a href='javascript:alert(1)'>ici</a> <b>vous</b> &lt;3</p>"}]}""";
        var text = Assert.IsType<InformationField>(FormImport.Read("formio", Encoding.UTF8.GetBytes(json)).Definition!.FindField("a")).Text;
        Assert.Equal("Bonjour ici **vous** <3", text);
    }

    private static void Spoil(JsonNode root, Random random)
    {
        var places = Places(root).ToList();
        if (places.Count > 0) Set(places[random.Next(places.Count)], Wrong[random.Next(Wrong.Length)]);
    }

    private static void Set((JsonNode Holder, object At) place, string json)
    {
        var value = JsonNode.Parse(json);
        switch (place)
        {
            case (JsonObject holder, string name): holder[name] = value; break;
            case (JsonArray list, int index): list[index] = value; break;
        }
    }

    private static IEnumerable<(JsonNode Holder, object At)> Places(JsonNode node) => node switch
    {
        JsonObject holder => holder.ToList().SelectMany(p => (p.Value is null ? [] : Places(p.Value)).Prepend((holder, p.Key))),
        JsonArray list => Enumerable.Range(0, list.Count).SelectMany(i => (list[i] is { } inner ? Places(inner) : []).Prepend((list, i))),
        _ => [],
    };

    private static void Check(ImportResult result, JsonNode source)
    {
        if (result.Definition is null)
        {
            Assert.Equal("import-format", Assert.Single(result.Findings).Code);
            return;
        }

        var written = DefinitionJson.Write(result.Definition);
        var again = DefinitionJson.Read(written);
        Assert.True(again.Definition is not null, $"{again.Problems.FirstOrDefault()?.Message} {source.ToJsonString()}");
        Assert.Equal(written, DefinitionJson.Write(again.Definition));
        var broken = FormLinter.Check(result.Definition).FirstOrDefault(f => f.Severity == Severity.Error && f.Code != "form-without-question");
        Assert.True(broken is null, $"{broken?.Message} {broken?.Path} {source.ToJsonString()}");
    }
}
