using System.Text.Json;
using GruBuilder.Forms.Analysis;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Tests.Forms.Analysis;

/// <summary>What trying answers out finds: one test per case of <c>Cases/analysis</c>.</summary>
public class AnalysisCases
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    public static TheoryData<string, string> All => CaseFiles.In("analysis");

    [Theory]
    [MemberData(nameof(All))]
    public void A_form_is_found_to_be_what_it_is(string file, string name)
    {
        var (one, whole) = CaseFiles.Load("analysis", file, name);
        var program = FormProgram.Compile(CaseFiles.Definition(one, whole));
        if (one.TryGetProperty("findings", out var expected)) CheckFindings(program, expected);
        else CheckPaths(program, one);
    }

    private static void CheckFindings(FormProgram program, JsonElement expected)
    {
        var found = FormAnalysis.Check(program, Today);
        Assert.Equal(expected.EnumerateArray().Select(f => f.GetProperty("code").GetString()), found.Select(f => f.Code));
        foreach (var (finding, wanted) in found.Zip(expected.EnumerateArray()))
        {
            if (wanted.TryGetProperty("field", out var field)) Assert.Equal(field.GetString(), finding.FieldKey);
            if (wanted.TryGetProperty("says", out var says)) Assert.Contains(says.GetString()!, finding.Message, StringComparison.Ordinal);
        }
    }

    // Each journey's answers, given to a fresh form, lead where it says.
    private static void CheckPaths(FormProgram program, JsonElement one)
    {
        var paths = FormPaths.Of(program, Today);
        Assert.Equal(one.GetProperty("paths").GetInt32(), (int)paths.Count);
        Assert.True(paths.IsExact);
        Assert.Equal(paths.Journeys.Length, paths.Journeys.Select(j => string.Join(' ', j.Fields) + j.End).Distinct(StringComparer.Ordinal).Count());
        if (one.TryGetProperty("choices", out var choices))
        {
            Assert.Equal(
                choices.EnumerateArray().Select(j => string.Join(" · ", j.EnumerateArray().Select(c => c.GetString()))).Order(StringComparer.Ordinal),
                paths.Journeys.Select(j => string.Join(" · ", j.Choices.Select(c => $"{c.Field}: {c.Words}"))).Order(StringComparer.Ordinal));
        }

        if (one.TryGetProperty("ends", out var ends)) Assert.Equal(ends.EnumerateArray().Select(e => e.GetString()), paths.Journeys.Select(j => j.End).OfType<string>());
        foreach (var journey in paths.Journeys)
        {
            var state = program.Open(Today);
            AnswersJson.Read(state, journey.Answers);
            Assert.Equal(journey.Fields, FormEvaluation.Of(state).Visible);
            Assert.Equal(journey.End, state.End?.End.Key);
            Assert.True(journey.IsComplete);
            Assert.Empty(AnswerValidator.Validate(state));
        }
    }
}
