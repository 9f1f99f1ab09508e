using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Tests.Forms.Answers;

public class AnswerTextTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Theory]
    [InlineData("""{ "kind": "amount" }""", "1234.5", "1\u202f234,50\u00a0€")]
    [InlineData("""{ "kind": "time" }""", "\"14:30\"", "14\u00a0h\u00a030")]
    [InlineData("""{ "kind": "dateTime" }""", "\"2026-11-25T09:05\"", "25 novembre 2026 à 9\u00a0h\u00a005")]
    [InlineData("""{ "kind": "month" }""", "\"2026-11\"", "novembre 2026")]
    [InlineData("""{ "kind": "dateRange" }""", """{ "from": "2026-07-01", "to": "2026-07-15" }""", "du 1er juillet 2026 au 15 juillet 2026")]
    [InlineData("""{ "kind": "dateRange" }""", """{ "from": "2026-07-02", "to": "2026-07-02" }""", "2 juillet 2026")]
    [InlineData("""{ "kind": "rating", "max": 4 }""", "3", "3 sur 4")]
    [InlineData("""{ "kind": "identifier", "scheme": "iban" }""", "\"FR7630006000011234567890189\"", "FR76\u00a03000\u00a06000\u00a00112\u00a03456\u00a07890\u00a0189")]
    [InlineData("""{ "kind": "identifier", "scheme": "siret" }""", "\"73282932000074\"", "732\u00a0829\u00a0320\u00a000074")]
    [InlineData("""{ "kind": "identifier", "scheme": "licencePlate" }""", "\"123ABC59\"", "123\u00a0ABC\u00a059")]
    [InlineData("""{ "kind": "consent", "text": "Le **règlement**, lu sur [le site](https://ronchin.fr)." }""", "true", "Oui\u00a0: Le règlement, lu sur le site.")]
    [InlineData("""{ "kind": "yesNo", "detailIf": "no" }""", """{ "value": false, "detail": "En travaux" }""", "Non\u00a0: En travaux")]
    [InlineData("""{ "kind": "multipleChoice", "options": [ { "value": "a", "label": "A" }, { "value": "b", "label": "Autre", "asksDetail": true } ] }""", """["a", { "value": "b", "detail": "Vélo" }]""", "A, Autre\u00a0: Vélo")]
    [InlineData("""{ "kind": "ranking", "options": [ { "value": "a", "label": "A" }, { "value": "b", "label": "B" } ] }""", """["b", "a"]""", "1. B, 2. A")]
    public void An_answer_reads_as_people_write(string field, string answer, string text)
    {
        var (state, bound) = Open(field, answer);
        Assert.Empty(AnswerValidator.Validate(state));
        Assert.Equal(text, AnswerText.Of(bound.Field, state["x"]));
    }

    [Fact]
    public void A_hidden_value_stands_in_the_outline_only_when_it_says_so()
    {
        var shown = Open("""{ "kind": "hiddenValue", "showOnReceipt": true }""", "\"affiche\"").State;
        Assert.Equal("affiche", Assert.Single(Assert.Single(AnswerOutline.Of(shown).Pages).Entries).Text);
        Assert.Empty(AnswerOutline.Of(Open("""{ "kind": "hiddenValue" }""", "\"affiche\"").State).Pages);
    }

    [Fact]
    public void A_hidden_value_comes_from_the_address_on_one_line_and_cut()
    {
        var (state, _) = Open("""{ "kind": "hiddenValue", "default": "site", "queryParameter": "origine" }""", "null");
        HiddenValues.Take(state, _ => null);
        Assert.Equal("site", state["x"].AsText);
        HiddenValues.Take(state, name => name == "origine" ? "aff\niche" + new string('x', 1000) : null);
        Assert.StartsWith("aff iche", state["x"].AsText, StringComparison.Ordinal);
        Assert.Equal(HiddenValueField.LongestValue, state["x"].AsText!.Length);
    }

    private static (FormState State, BoundField Field) Open(string field, string answer)
    {
        var json = $$"""{"key":"essai","title":"Essai","pages":[{"key":"p","title":"Page","fields":[{"key":"x","label":"X",{{field[1..]}}]}]}""";
        var reading = DefinitionJson.Read(json);
        Assert.Empty(reading.Problems);
        var state = FormProgram.Compile(reading.Definition!).Open(Today);
        AnswersJson.Read(state, $$"""{"x":{{answer}}}""");
        return (state, state.Program.Find("x")!);
    }
}
