using Bunit;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using Microsoft.AspNetCore.Components.Web;

namespace GruBuilder.Tests.Forms.Rendering;

public class ChoiceTests : BunitContext
{
    [Fact]
    public void A_chosen_option_that_asks_for_more_opens_a_box_whose_text_goes_along()
    {
        var form = new OpenForm(this, new SingleChoiceField { Key = "x", Label = "X", Options = [new("a", "A"), new("b", "Autre") { AsksDetail = true }] });
        Assert.Empty(form.View.FindAll(".gru-detail"));
        form.Tick("#q-x-1");
        form.Type("#q-x-detail", "Vélo");
        Assert.Equal("Vélo", form.Answer.DetailOf("b"));
        form.Tick("#q-x");
        Assert.Equal(AnswerValue.Of("a"), form.Answer);
    }

    [Fact]
    public void An_exclusive_option_lets_go_of_the_others_and_they_of_it()
    {
        var form = new OpenForm(this, new MultipleChoiceField { Key = "x", Label = "X", Options = [new("a", "A"), new("b", "B"), new("z", "Aucun") { Exclusive = true }] });
        form.Tick("#q-x");
        form.Tick("#q-x-1");
        form.Tick("#q-x-2");
        Assert.Equal(["z"], form.Answer.AsList.AsEnumerable());
        form.Tick("#q-x-1");
        Assert.Equal(["b"], form.Answer.AsList.AsEnumerable());
    }

    [Fact]
    public void A_linked_choice_offers_what_goes_with_the_other_answer()
    {
        var form = new OpenForm(this,
            new SingleChoiceField { Key = "d", Label = "Département", Options = [new("59", "Nord"), new("62", "Pas-de-Calais")] },
            new SingleChoiceField { Key = "x", Label = "Commune", LinkedTo = "d", Options = [new("r", "Ronchin") { Parent = "59" }, new("a", "Arras") { Parent = "62" }] });
        Assert.Contains("Choisissez d’abord « Département ».", form.View.Find("#q-x-question").TextContent, StringComparison.Ordinal);
        form.Tick("#q-d-1");
        Assert.Equal("Arras", form.View.Find("#q-x-question .gru-choice").TextContent.Trim());
    }

    [Fact]
    public void A_list_of_forty_thousand_is_searched_without_accents_and_twenty_are_shown()
    {
        var options = Enumerable.Range(0, 40_000).Select(i => new Option($"v{i}", i == 39_999 ? "Saint-Étienne-au-Mont" : $"Commune {i}"));
        var form = new OpenForm(this, new SingleChoiceField { Key = "x", Label = "X", Presentation = ChoicePresentation.Autocomplete, Options = [.. options] });
        form.View.Find("#q-x").Input("commune 1");
        Assert.Equal(20, form.View.FindAll("[role=option]").Count);
        Assert.Equal("true", form.View.Find("#q-x").GetAttribute("aria-expanded"));
        form.View.Find("#q-x").Input("mont saint etienne");
        Assert.Equal("Saint-Étienne-au-Mont", Assert.Single(form.View.FindAll("[role=option]")).TextContent);
        form.View.Find("#q-x").KeyDown(new KeyboardEventArgs { Key = "ArrowDown" });
        Assert.Equal(form.View.Find("[role=option]").Id, form.View.Find("#q-x").GetAttribute("aria-activedescendant"));
        form.View.Find("#q-x").KeyDown(new KeyboardEventArgs { Key = "Enter" });
        form.Type("#q-x", "mont saint etienne");
        Assert.Equal("v39999", form.Answer.AsText);
        Assert.Equal("Saint-Étienne-au-Mont", form.View.Find("#q-x").GetAttribute("value"));
    }

    [Fact]
    public void What_is_typed_and_is_no_option_stays_to_be_mended()
    {
        var form = new OpenForm(this, new SingleChoiceField { Key = "x", Label = "X", Presentation = ChoicePresentation.Autocomplete, Options = [new("a", "Étaples"), new("b", "B")] });
        form.View.Find("#q-x").Input("Etapes");
        form.Type("#q-x", "Etapes");
        Assert.Equal("Etapes", form.Answer.AsUnreadable);
        form.View.Find("#q-x").Input("etaples");
        form.Type("#q-x", "etaples");
        Assert.Equal("a", form.Answer.AsText);
    }

    [Fact]
    public void Ranking_moves_options_and_keeps_the_order()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        var form = new OpenForm(this, new RankingField { Key = "x", Label = "X", Options = [new("a", "A"), new("b", "B"), new("c", "C")] });
        Assert.True(form.Answer.IsAbsent);
        form.View.FindAll(".gru-ranking li")[2].QuerySelector("button")!.Click();
        Assert.Equal(["a", "c", "b"], form.Answer.AsList.AsEnumerable());
        Assert.Equal("« C » est maintenant en position 2 sur 3.", form.View.Find("[role=status]").TextContent);
    }
}
