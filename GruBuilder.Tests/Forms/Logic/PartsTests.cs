using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Tests.Forms.Logic;

public class PartsTests
{
    private static AnswerParts Parts(params (string Name, string? Text)[] parts) => AnswerParts.Of(parts.Select(p => new AnswerPart(p.Name, AnswerValue.Of(p.Text))));

    [Fact]
    public void Parts_are_equal_by_content_whatever_their_order()
    {
        var (one, other) = (AnswerValue.Of(Parts(("a", "1"), ("b", "2"))), AnswerValue.Of(Parts(("b", "2"), ("a", "1"))));
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, AnswerValue.Of(Parts(("a", "1"), ("b", "3"))));
        Assert.NotEqual(one, AnswerValue.Of(Parts(("a", "1"), ("c", "2"))));
        Assert.NotEqual(one, AnswerValue.Of(Parts(("a", "1"))));
    }

    [Fact]
    public void Parts_that_are_all_absent_are_an_absent_answer()
    {
        Assert.True(AnswerValue.Of(Parts(("a", ""), ("b", null))).IsAbsent);
        Assert.True(AnswerValue.Of(Parts(("a", "1")).With("a", default)).IsAbsent);
        Assert.True(AnswerValue.Of("x").AsParts["a"].IsAbsent);
    }

    [Fact]
    public void Setting_a_part_keeps_the_others_and_their_order()
    {
        var parts = Parts(("a", "1"), ("b", "2")).With("a", AnswerValue.Of("3")).With("c", AnswerValue.Of("4"));
        Assert.Equal(["a", "b", "c"], parts.All.Select(p => p.Name));
        Assert.Equal("3", parts["a"].AsText);
    }

    [Theory]
    [InlineData("age(qui.naissance)", "unknown-field", "birthDate")]
    [InlineData("qui.birthDate + qui.givenNames", "formula-wrong-type", "un nombre")]
    [InlineData("age(qui.givenNames)", "formula-wrong-type", "une date")]
    public void A_formula_that_reads_a_part_wrongly_is_a_finding(string formula, string code, string words)
    {
        var form = FormDefinition.Empty with
        {
            Title = "Essai",
            Pages = [new Page { Key = "p", Title = "P", Fields = [new IdentityField { Key = "qui", Label = "Vous", Asked = [IdentityPart.GivenNames, IdentityPart.BirthDate] }, new ComputedField { Key = "c", Label = "C", Formula = formula }] }],
        };
        var finding = Assert.Single(FormProgram.Compile(form).Findings);
        Assert.Equal(code, finding.Code);
        Assert.Contains(words, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_definition_of_parts_that_cannot_be_answered_is_a_finding()
    {
        var form = FormDefinition.Empty with
        {
            Title = "Essai",
            Pages =
            [
                new Page
                {
                    Key = "p", Title = "P",
                    Fields =
                    [
                        new MatrixField { Key = "vide", Label = "Vide" },
                        new MatrixField { Key = "double", Label = "Double", Rows = [new("a", "A"), new("a", "B")], Options = [new("x", "X"), new("y", "Y") { VisibleIf = new Comparison("vide", Comparator.IsAnswered) }] },
                        new MapPlaceField { Key = "carte", Label = "Carte", Bounds = new MapBounds(51, 3, 50, 4) },
                        new MapPlaceField { Key = "loin", Label = "Loin", Bounds = new MapBounds(50, 3, 51, 4), Center = new MapPoint(48, 2) },
                    ],
                },
            ],
        };
        Assert.Equal(
            ["matrix-without-rows", "choice-without-options", "option-repeated", "matrix-option-rule", "bounds-crossed", "map-center-outside"],
            FormLinter.Check(form).Where(f => f.Severity >= Severity.Warning).Select(f => f.Code));
    }

    [Theory]
    [InlineData("01000", true)]
    [InlineData("20200", true)]
    [InlineData("97133", true)]
    [InlineData("98714", true)]
    [InlineData("00100", false)]
    [InlineData("96000", false)]
    [InlineData("99000", false)]
    [InlineData("5979", false)]
    [InlineData("5979O", false)]
    [InlineData(null, false)]
    public void A_postal_code_has_five_digits_of_a_department(string? text, bool isOne) => Assert.Equal(isOne, FrenchCodes.IsPostalCode(text));

    [Theory]
    [InlineData("59507", true)]
    [InlineData("2A004", true)]
    [InlineData("2B033", true)]
    [InlineData("2C033", false)]
    [InlineData("A2004", false)]
    [InlineData("5950", false)]
    [InlineData("5950A", false)]
    public void An_insee_code_has_five_signs_of_a_department(string text, bool isOne) => Assert.Equal(isOne, FrenchCodes.IsInseeCode(text));
}
