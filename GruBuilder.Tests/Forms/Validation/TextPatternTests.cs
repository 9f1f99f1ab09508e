using System.Text.RegularExpressions;
using FsCheck.Xunit;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Tests.Forms.Validation;

/// <summary>Patterns are matched in one pass where they leave no choice: the result must be that of a regular expression.</summary>
public class TextPatternTests
{
    private static readonly string[] Pieces = ["[0-9]", "\\d", "[A-Z]", "[a-zé]", "-", "\\.", "[^0-9]", ".", "x", "[ab\\-]", "[0-9 ]", "(a|b)", "\\s"];
    private static readonly string[] Counts = ["", "+", "*", "?", "{2}", "{1,3}", "{0,2}", "{2,}"];
    private const string Letters = "0123aAbBéxZ-. ٣\u00a0";

    [Property(MaxTest = 2000)]
    public void A_pattern_matches_what_the_regular_expression_matches(int seed)
    {
        var random = new Random(seed);
        var pattern = string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pieces[random.Next(Pieces.Length)] + Counts[random.Next(Counts.Length)]));
        if (random.Next(3) == 0) pattern = $"^{pattern}$";
        var regex = new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        for (var i = 0; i < 40; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => Letters[random.Next(Letters.Length)]));
            Assert.True(regex.IsMatch(text) == Accepts(pattern, text), $"{pattern} on « {text} »");
        }
    }

    [Theory]
    [InlineData("[", true)]
    [InlineData("(a+)+", true)]
    [InlineData("[0-9]{5}", false)]
    [InlineData("(?:[a-z]+\\.)*[a-z]+", true)]
    [InlineData("(ab)+", false)]
    public void A_wrong_or_endless_pattern_is_found(string pattern, bool found)
    {
        var form = Form(pattern);
        Assert.Equal(found, FormLinter.Check(form).Any(f => f.Code is "pattern-invalid" or "pattern-slow"));
    }

    [Fact]
    public void An_endless_pattern_ends()
    {
        Assert.False(Accepts("(a+)+b", new string('a', 200)));
    }

    private static bool Accepts(string pattern, string text)
    {
        var state = FormProgram.Compile(Form(pattern)).Open(new DateOnly(2026, 11, 25));
        state.Set("t", AnswerValue.Of(text));
        return string.IsNullOrWhiteSpace(text) ? Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant) : AnswerValidator.Validate(state).IsEmpty;
    }

    private static FormDefinition Form(string pattern) => new()
    {
        Key = "k", Title = "T",
        Pages = [new Page { Key = "p", Title = "P", Fields = [new ShortTextField { Key = "t", Label = "T", Pattern = pattern }] }],
    };
}
