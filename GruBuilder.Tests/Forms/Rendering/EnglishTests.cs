using AngleSharp.Dom;
using Bunit;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Rendering;
using GruBuilder.Forms.Validation;
using Microsoft.AspNetCore.Components;

namespace GruBuilder.Tests.Forms.Rendering;

public class EnglishTests : BunitContext
{
    // What is the same in both languages: what the form says, examples, signs, and words that both have.
    private static readonly HashSet<string> Shared = new(StringComparer.Ordinal) { "Signature" };

    public EnglishTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_word_of_the_components_is_left_in_French(bool readOnly)
    {
        var french = Words(Draw(Language.French, readOnly));
        var english = Words(Draw(Language.English, readOnly));
        Assert.True(english.Count > (readOnly ? 0 : 40), $"Only {english.Count} texts were drawn.");
        Assert.Empty(english.Intersect(french, StringComparer.Ordinal).Except(Shared, StringComparer.Ordinal));
    }

    [Fact]
    public void The_flow_and_its_review_speak_English()
    {
        var state = Program(Language.English).Open(new Circumstances(new DateOnly(2026, 11, 25)) { Language = Language.English });
        var flow = Render<FormFlow>(p => p.Add(f => f.Context, new FormContext(state)));
        Assert.Equal("en", flow.Find(".gru-flow").GetAttribute("lang"));
        Assert.Equal("Step 1 of 2", flow.Find(".gru-step").TextContent);
        flow.Find("#gru-continue").Click();
        Assert.StartsWith("There is a problem with ", flow.Find("#gru-summary-title").TextContent, StringComparison.Ordinal);

        var review = Render<FormFlow>(p => p.Add(f => f.Context, new FormContext(state)).Add(f => f.StartAt, "review"));
        Assert.Equal("Check your answers", review.Find("h1").TextContent);
        Assert.Equal("Send my request", review.Find("#gru-send").TextContent);
        Assert.Contains("Not answered", review.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,234.5", "1,234.50")]
    [InlineData("€1,234,567", "1,234,567.00")]
    [InlineData("12,50", "12.50")]
    [InlineData("12.5", "12.50")]
    [InlineData("ten", "ten")]
    public void An_amount_is_read_and_written_back_as_English_does(string typed, string shown)
    {
        var state = FormProgram.Compile(Form(new AmountField { Key = "x", Label = "X" })).Open(new Circumstances(new DateOnly(2026, 11, 25)) { Language = Language.English });
        var view = Render<FormView>(p => p.Add(v => v.Context, new FormContext(state)));
        view.Find("#q-x").Change(typed);
        view.Render();
        Assert.Equal(shown, view.Find("#q-x").GetAttribute("value"));
        view.Find("#q-x").Change(shown);
        Assert.Equal(shown, typed == "ten" ? state["x"].AsUnreadable : AnswerText.Of(new AmountField { Key = "x", Label = "X" }, state["x"], Language.English)[1..]);
    }

    private static FormDefinition Form(params IEnumerable<Field> fields) => new() { Key = "x", Title = "0", Pages = [new Page { Key = "p", Title = "0", Fields = [.. fields] }] };

    // Numbers for labels: any letters drawn are the components' own.
    private static FormProgram Program(Language language) => FormProgram.Compile(Form(FieldKinds.Samples.Select(Filled)).In(language));

    private static Field Filled(Field sample, int index)
    {
        var field = sample with { Key = $"k{index}", Label = $"{index}" };
        if (field is InputField input) field = input with { Required = true };
        return field switch
        {
            ChoiceField choice => choice with { Options = [new Option("1", "1") { AsksDetail = true }, new Option("2", "2") { Exclusive = true }] },
            MatrixField matrix => matrix with { Rows = [new Option("1", "1")], Options = [new Option("1", "1")] },
            IdentityField identity => identity with { Asked = [.. Enum.GetValues<IdentityPart>()] },
            EmailField email => email with { Confirm = true },
            TelephoneField telephone => telephone with { Confirm = true },
            RepeatedGroupField group => group with { RowLabel = "9", MinRows = 1, Fields = [new DateField { Key = "inner", Label = "8" }] },
            DateRangeField range => range with { MaxDays = 2 },
            LongTextField text => text with { MaxLength = 100 },
            TimeField time => time with { Min = new TimeOnly(8, 0), Max = new TimeOnly(18, 0) },
            InformationField information => information with { Tone = InformationTone.Warning },
            ComputedField computed => computed with { Formula = "1" },
            YesNoField yesNo => yesNo with { DetailIf = true },
            FileField file => file with { MaxFiles = 2, Camera = true },
            _ => field,
        };
    }

    private IElement Draw(Language language, bool readOnly)
    {
        var state = Program(language).Open(new Circumstances(new DateOnly(2026, 11, 25)) { Language = language });
        var context = new FormContext(state) { ReadOnly = readOnly };
        if (!readOnly) context.ShowErrors(AnswerValidator.Validate(state));
        return Render<FormView>(p => p.Add(v => v.Context, context)).Find(".gru-form");
    }

    // Every piece of text with two letters, without what stands for an example of an answer.
    private static HashSet<string> Words(IElement drawn) =>
    [
        .. drawn.Descendants<IText>().Select(t => t.TextContent)
            .Concat(drawn.QuerySelectorAll("[aria-label]").Select(e => e.GetAttribute("aria-label")!))
            .Select(t => t.Trim()).Where(t => t.Count(char.IsLetter) >= 2),
    ];
}
