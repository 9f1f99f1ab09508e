using System.Text.Json;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.TestCases;

namespace GruBuilder.Tests.Forms.TestCases;

/// <summary>A case recorded with one form and given to another: one test per case of <c>Cases/testcases</c>.</summary>
public class TestCaseCases
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    public static TheoryData<string, string> All => CaseFiles.In("testcases");

    [Theory]
    [MemberData(nameof(All))]
    public void What_differs_is_told_in_words(string file, string name)
    {
        var (one, _) = CaseFiles.Load("testcases", file, name);
        var before = FormProgram.Compile(CaseFiles.Definition(one.GetProperty("before"), one.GetProperty("before")));
        var after = FormProgram.Compile(CaseFiles.Definition(one.GetProperty("after"), one.GetProperty("after")));
        var recorded = TestCase.Record(before, name, one.GetProperty("answers").GetRawText(), Today);
        Assert.Equal(one.GetProperty("expected").GetString(), recorded.Expected.InWords().Replace('\u202f', ' '));
        Assert.True(recorded.Run(before).Passes);

        // Kept as JSON and read again, it tells the same.
        var run = Assert.Single(TestCaseJson.Read(TestCaseJson.Write([recorded]))).Run(after);
        string[] told = [.. run.Differences.Select(d => d.Sentence.Replace('\u202f', ' '))];
        if (one.TryGetProperty("starts", out var starts)) Assert.Equal(starts.EnumerateArray().Select(s => s.GetString()!), told.Select((t, i) => t[..Math.Min(t.Length, starts[Math.Min(i, starts.GetArrayLength() - 1)].GetString()!.Length)]));
        else Assert.Equal(one.GetProperty("differences").EnumerateArray().Select(d => d.GetString()), told);
        Assert.True(run.Accepted.Run(after).Passes);
    }

    [Fact]
    public void Cases_of_the_first_shape_are_still_read()
    {
        var json = File.ReadAllText(Path.Combine(CaseFiles.Folder, "testcaseshapes", "1.json"));
        var cases = TestCaseJson.Read(json);
        Assert.Equal(["Un vélo rouge"], cases.Select(c => c.Name));
        Assert.Equal(JsonSerializer.Serialize(JsonDocument.Parse(json)), JsonSerializer.Serialize(JsonDocument.Parse(TestCaseJson.Write(cases))));
    }

    [Theory]
    [InlineData("[{}]")]
    [InlineData("{")]
    [InlineData("""[{"id":"0199a5a0-0000-7000-8000-000000000000","name":"A","day":"2026-11-25","answers":[],"expected":{"known":[],"shown":[],"values":[],"errors":[]}}]""")]
    public void What_is_no_test_case_is_refused_with_its_place(string json) =>
        Assert.Contains("ce ne sont pas des essais corrects", Assert.Throws<FormatException>(() => TestCaseJson.Read(json)).Message, StringComparison.Ordinal);
}
