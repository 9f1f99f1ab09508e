using System.Collections.Immutable;
using System.Globalization;
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
        var program = FormProgram.Compile(CaseFiles.Definition(one, whole).In(LanguageOf(one)));
        Assert.DoesNotContain(program.Findings, f => f.Severity == Severity.Error);

        var circumstances = CircumstancesOf(one);
        var loaded = program.Open(circumstances);
        AnswersJson.Read(loaded, one.GetProperty("answers").GetRawText());
        Check(one.GetProperty("expect"), loaded);

        // The same answers, given one by one and in another order, come to the same.
        var typed = program.Open(circumstances);
        AnswersJson.Read(typed, "{}");
        foreach (var field in program.Fields.Reverse()) Copy(loaded, typed, field);
        Check(one.GetProperty("expect"), typed);
    }

    private static Language LanguageOf(JsonElement one) => one.TryGetProperty("language", out var language) ? Enum.Parse<Language>(language.GetString()!, ignoreCase: true) : Language.French;

    private static Circumstances CircumstancesOf(JsonElement one) => new(Today)
    {
        Language = LanguageOf(one),
        Audience = one.TryGetProperty("audience", out var audience) ? Enum.Parse<Audience>(audience.GetString()!, ignoreCase: true) : Audience.Citizen,
        Account = one.TryGetProperty("account", out var account)
            ? account.EnumerateObject().ToImmutableDictionary(
                a => Enum.Parse<AccountAttribute>(a.Name, ignoreCase: true),
                a => a.Value.ValueKind == JsonValueKind.True ? AnswerValue.Of(true)
                    : DateOnly.TryParse(a.Value.GetString(), CultureInfo.InvariantCulture, out var day) ? AnswerValue.Of(day) : AnswerValue.Of(a.Value.GetString()))
            : [],
    };

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

        if (expected.TryGetProperty("end", out var end)) Assert.Equal(end.GetString(), result.State.End?.End.Key);
        if (expected.TryGetProperty("required", out var required)) Assert.Equal(Keys(required), Where(state, state.IsRequired));
        if (expected.TryGetProperty("readOnly", out var readOnly)) Assert.Equal(Keys(readOnly), Where(state, state.IsReadOnly));
        if (expected.TryGetProperty("errors", out var errors)) CheckMessages(errors, result.Errors);
        if (expected.TryGetProperty("warnings", out var warnings)) CheckMessages(warnings, result.Warnings);
    }

    private static IEnumerable<string?> Keys(JsonElement list) => list.EnumerateArray().Select(v => v.GetString());

    private static IEnumerable<string> Where(FormState state, Func<AnswerPlace, bool> holds) =>
        state.Program.Fields.Where(f => state.IsVisible(new AnswerPlace(f)) && holds(new AnswerPlace(f))).Select(f => f.Field.Key);

    private static void CheckMessages(JsonElement expected, IReadOnlyDictionary<string, string[]> actual)
    {
        Assert.Equal(expected.EnumerateObject().Select(e => e.Name).Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        foreach (var message in expected.EnumerateObject().Where(e => e.Value.ValueKind == JsonValueKind.String))
        {
            Assert.Equal(message.Value.GetString(), actual[message.Name][0]);
        }
    }
}
