using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Tests.Forms.Logic;

public class ProgramTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    private static FormDefinition Form(params Field[] fields) =>
        new() { Key = "essai", Title = "Essai", Pages = [new Page { Key = "p", Title = "Page", Fields = [.. fields] }] };

    private static ComputedField Computed(string key, string formula) => new() { Key = key, Label = key.ToUpperInvariant(), Formula = formula };

    [Fact]
    public void A_cycle_is_refused_with_the_chain_of_names()
    {
        var program = FormProgram.Compile(Form(Computed("a", "b + 1"), Computed("b", "c + 1"), Computed("c", "a + 1")));
        var finding = Assert.Single(program.Findings);
        Assert.Equal("cycle", finding.Code);
        foreach (var name in new[] { "« A »", "« B »", "« C »" }) Assert.Contains(name, finding.Message, StringComparison.Ordinal);
        Assert.Contains(" → ", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_depends_on_itself_is_a_cycle()
    {
        var field = new ShortTextField { Key = "a", Label = "A", VisibleIf = new Comparison("a", Comparator.IsAnswered) };
        Assert.Equal("cycle", Assert.Single(FormProgram.Compile(Form(field)).Findings).Code);
    }

    [Fact]
    public void A_rule_on_a_deleted_field_is_found_and_the_field_shows()
    {
        var program = FormProgram.Compile(Form(new ShortTextField { Key = "a", Label = "A", VisibleIf = new Comparison("disparu", Comparator.IsAnswered) }));
        var finding = Assert.Single(program.Findings);
        Assert.Equal(("unknown-field", "a", "pages[0].fields[0].visibleIf"), (finding.Code, finding.FieldKey, finding.Path));
        Assert.True(program.Open(Today).IsVisible(new AnswerPlace(program.Fields[0])));
    }

    [Theory]
    [InlineData("1 +", "formula-syntax", 3)]
    [InlineData("(1 + 2", "formula-syntax", 6)]
    [InlineData("1 $ 2", "formula-syntax", 2)]
    [InlineData("inconnu + 1", "unknown-field", 0)]
    [InlineData("1 + texte", "formula-wrong-type", 4)]
    [InlineData("arrondir(1)", "formula-unknown-function", 0)]
    [InlineData("round()", "formula-arguments", 0)]
    [InlineData("nombre / 0", "formula-division-by-zero", 9)]
    [InlineData("if(nombre; 1; 2)", "formula-wrong-type", 3)]
    [InlineData("texte > 3", "formula-wrong-type", 6)]
    [InlineData("sum(nombre.x)", "unknown-field", 4)]
    public void A_wrong_formula_is_found_at_its_place(string formula, string code, int position)
    {
        var program = FormProgram.Compile(Form(new NumberField { Key = "nombre", Label = "Nombre" }, new ShortTextField { Key = "texte", Label = "Texte" }, Computed("resultat", formula)));
        var finding = Assert.Single(program.Findings);
        Assert.Equal((code, position), (finding.Code, finding.Position));
        Assert.True(program.Open(Today)["resultat"].IsAbsent || finding.Code != "formula-syntax");
    }

    [Theory]
    [InlineData(Comparator.IsEqualTo, "inconnue", "condition-unknown-option")]
    [InlineData(Comparator.IsLessThan, "a", "condition-wrong-type")]
    [InlineData(Comparator.IsEqualTo, "", "condition-without-value")]
    public void A_condition_that_can_never_be_true_is_found(Comparator comparator, string value, string code)
    {
        var choice = new SingleChoiceField { Key = "choix", Label = "Choix", Options = [new Option("a", "A")] };
        var program = FormProgram.Compile(Form(choice, new ShortTextField { Key = "t", Label = "T", VisibleIf = new Comparison("choix", comparator, AnswerValue.Of(value)) }));
        Assert.Equal(code, Assert.Single(program.Findings).Code);
    }

    [Fact]
    public void A_formula_of_any_length_or_depth_is_answered_without_harm()
    {
        foreach (var formula in new[] { new string('(', 100_000), string.Concat(Enumerable.Repeat("1+", 1999)) + "1", new string('-', 3999), string.Concat(Enumerable.Repeat("not ", 999)) + "a" })
        {
            var program = FormProgram.Compile(Form(Computed("x", formula)));
            program.Open(Today);
        }
    }

    [Fact]
    public void A_hidden_answer_comes_back_when_the_field_shows_again()
    {
        var program = FormProgram.Compile(Form(
            new YesNoField { Key = "oui", Label = "Oui ?" },
            new ShortTextField { Key = "detail", Label = "Détail", VisibleIf = new Comparison("oui", Comparator.IsEqualTo, AnswerValue.Of(true)) }));
        var state = program.Open(Today);
        state.Set("oui", AnswerValue.Of(true));
        state.Set("detail", AnswerValue.Of("gardé"));
        state.Set("oui", AnswerValue.Of(false));
        Assert.True(state["detail"].IsAbsent);
        state.Set("oui", AnswerValue.Of(true));
        Assert.Equal("gardé", state["detail"].AsText);
    }

    [Fact]
    public void Only_what_depends_on_a_change_gets_a_new_version()
    {
        var program = FormProgram.Compile(Form(
            new NumberField { Key = "a", Label = "A" },
            new NumberField { Key = "b", Label = "B" },
            Computed("double_a", "a * 2")));
        var state = program.Open(Today);
        var before = program.Fields.Select(state.VersionOf).ToList();
        state.Set("a", AnswerValue.Of(3m));
        Assert.Equal([true, false, true], program.Fields.Select((f, i) => state.VersionOf(f) != before[i]));
    }
}
