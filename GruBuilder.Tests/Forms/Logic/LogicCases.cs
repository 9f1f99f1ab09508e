using System.Text.Json;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Tests.Forms.Logic;

/// <summary>Definition, answers, what is expected: one test per case of <c>Cases/logic</c>.</summary>
public class LogicCases
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    public static TheoryData<string, string> All => CaseFiles.In("logic");

    [Theory]
    [MemberData(nameof(All))]
    public void A_case_gives_what_it_expects(string file, string name)
    {
        var (one, whole) = CaseFiles.Load("logic", file, name);
        var definition = one.TryGetProperty("fields", out var fields) || whole.TryGetProperty("fields", out fields)
            ? $$"""{"key":"essai","title":"Essai","pages":[{"key":"p","title":"Page","fields":{{fields.GetRawText()}}}]}"""
            : (one.TryGetProperty("definition", out var given) ? given : whole.GetProperty("definition")).GetRawText();
        var reading = DefinitionJson.Read(definition);
        Assert.True(reading.Definition is not null, string.Join('\n', reading.Problems.Select(p => p.Message)));
        var program = FormProgram.Compile(reading.Definition);
        Assert.Empty(program.Findings);

        var loaded = program.Open(Today);
        AnswersJson.Read(loaded, one.GetProperty("answers").GetRawText());
        Check(one.GetProperty("expect"), loaded);

        // The same answers, given one by one and in another order, come to the same.
        var typed = program.Open(Today);
        AnswersJson.Read(typed, "{}");
        foreach (var field in program.Fields.Reverse()) Copy(loaded, typed, field);
        Check(one.GetProperty("expect"), typed);
    }

    private static void Copy(FormState from, FormState to, BoundField field)
    {
        if (field.Field is not RepeatedGroupField)
        {
            to.Set(new AnswerPlace(field), from.Raw(new AnswerPlace(field)));
            return;
        }

        foreach (var row in to.Rows(field).ToList()) to.RemoveRow(field, row);
        foreach (var row in from.Rows(field))
        {
            if (to.AddRow(field) is not { } made) continue;
            foreach (var column in field.Columns.Reverse()) to.Set(new AnswerPlace(column, made), from.Raw(new AnswerPlace(column, row)));
        }
    }

    private static void Check(JsonElement expected, FormState state)
    {
        var result = FormEvaluation.Of(state);
        if (expected.TryGetProperty("visible", out var visible)) Assert.Equal(visible.EnumerateArray().Select(v => v.GetString()), result.Visible);
        if (expected.TryGetProperty("values", out var values))
        {
            using var actual = JsonDocument.Parse(AnswersJson.Write(state, includeHidden: false));
            Assert.True(JsonElement.DeepEquals(values, actual.RootElement), $"Expected {values}\nActual   {actual.RootElement}");
        }

        if (!expected.TryGetProperty("errors", out var errors)) return;
        Assert.Equal(errors.EnumerateObject().Select(e => e.Name).Order(StringComparer.Ordinal), result.Errors.Keys.Order(StringComparer.Ordinal));
        foreach (var error in errors.EnumerateObject().Where(e => e.Value.ValueKind == JsonValueKind.String))
        {
            Assert.Equal(error.Value.GetString(), result.Errors[error.Name][0]);
        }
    }
}
