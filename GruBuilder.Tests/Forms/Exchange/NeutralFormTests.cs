using System.Text.Json;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Exchange;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Tests.Forms.Exchange;

/// <summary>A neutral form behaves as its format says, under its own names.</summary>
public class NeutralFormTests
{
    [Theory]
    [InlineData("""{"f1":true,"f2":"a","f4":"Nord"}""", "f1 f2 f3 f4 f5 f6 f7", "")]
    [InlineData("""{"f1":true,"f2":"b","f4":"stale 1"}""", "f1 f2 f3 f5 f6 f7", "")]
    [InlineData("""{"f1":true,"f4":"nord"}""", "f1 f2 f3 f4 f5 f6 f7", "f2 f4")]
    [InlineData("""{"f1":false,"f2":"zz","f3":100}""", "f1 f2 f3 f5 f6 f7", "f2 f3")]
    [InlineData("""{"f2":"a","f5":"2023-02-30","f6":[{"name":"Ab","qty":1},{"name":"1","qty":0},{"qty":5}]}""", "f1 f2 f3 f5 f6 f7", "f5 f6[1].name f6[1].qty f6[2].name")]
    public void It_shows_and_refuses_what_it_should(string answers, string visible, string invalid)
    {
        using var one = ImportCases.Load("neutral", "kinds.json");
        var form = NeutralForm.Read(one.RootElement.GetProperty("source"));
        using var given = JsonDocument.Parse(answers);
        var state = FormProgram.Compile(form).Open(new DateOnly(2026, 11, 25));
        AnswersJson.Read(state, NeutralForm.ToAnswers(form, given.RootElement));

        var result = FormEvaluation.Of(state);
        Assert.Equal(visible.Split(' '), result.Visible.Where(v => !v.Contains('_', StringComparison.Ordinal)));
        Assert.Equal(invalid.Split(' ', StringSplitOptions.RemoveEmptyEntries), result.Errors.Keys.Select(NeutralForm.NameOf).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Paths_outside_groups_keep_their_names()
    {
        Assert.Equal("f11[0].name", NeutralForm.NameOf("f11[0].f11_name"));
        Assert.Equal("f11", NeutralForm.NameOf("f11"));
        Assert.Equal("f11[0].other", NeutralForm.NameOf("f11[0].other"));
    }

    [Fact]
    public void What_is_no_neutral_form_is_refused()
    {
        using var other = JsonDocument.Parse("""{"name":"x","fields":[{"id":"a","kind":"carpet"}]}""");
        Assert.Throws<FormatException>(() => NeutralForm.Read(other.RootElement));
    }
}
