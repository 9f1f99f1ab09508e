using Bunit;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Tests.Forms.Rendering;

public class KindTests : BunitContext
{
    [Theory]
    [InlineData("1 234,5", "1\u202f234,50")]
    [InlineData("12 €", "12,00")]
    [InlineData("1,005", "1,005")]
    [InlineData("cent", "cent")]
    public void An_amount_is_written_back_as_people_write_it(string typed, string shown)
    {
        var form = new OpenForm(this, new AmountField { Key = "x", Label = "X" });
        form.Type("#q-x", typed);
        Assert.Equal(shown, form.View.Find("#q-x").GetAttribute("value"));
    }

    [Fact]
    public void A_right_identifier_is_kept_bare_and_shown_in_groups()
    {
        var form = new OpenForm(this, new IdentifierField { Key = "x", Label = "X", Scheme = IdentifierScheme.Iban });
        form.Type("#q-x", "fr76 30006000011234567890189");
        Assert.Equal("FR7630006000011234567890189", form.Answer.AsText);
        Assert.Equal("FR76 3000 6000 0112 3456 7890 189", form.View.Find("#q-x").GetAttribute("value"));
        form.Type("#q-x", "fr76 3000");
        Assert.Equal("fr76 3000", form.Answer.AsUnreadable);
        Assert.Equal("fr76 3000", form.View.Find("#q-x").GetAttribute("value"));
    }

    [Fact]
    public void An_address_written_twice_counts_once_both_are_the_same()
    {
        var form = new OpenForm(this, new EmailField { Key = "x", Label = "X", Confirm = true });
        form.Type("#q-x", "nom@exemple.fr");
        Assert.Equal("nom@exemple.fr", form.Answer.AsUnreadable);
        form.Type("#q-x-again", "autre@exemple.fr");
        Assert.Equal("nom@exemple.fr", form.Answer.AsUnreadable);
        form.Type("#q-x-again", "nom@exemple.fr");
        Assert.Equal("nom@exemple.fr", form.Answer.AsText);
    }

    [Fact]
    public void Half_a_range_is_kept_until_the_other_half_comes()
    {
        var form = new OpenForm(this, new DateRangeField { Key = "x", Label = "X" });
        form.Type("#q-x", "2026-07-01");
        Assert.Equal("2026-07-01/", form.Answer.AsUnreadable);
        Assert.Equal("2026-07-01", form.View.Find("#q-x-1").GetAttribute("min"));
        form.Type("#q-x-1", "2026-07-03");
        Assert.Equal(3, form.Answer.AsDateRange!.Value.Days);
    }

    [Fact]
    public void A_month_is_a_list_and_a_year()
    {
        var form = new OpenForm(this, new MonthField { Key = "x", Label = "X" });
        form.Type("#q-x", "11");
        form.Type("#q-x-1", "2026");
        Assert.Equal(new CalendarMonth(2026, 11), form.Answer.AsMonth);
    }

    [Fact]
    public void A_consent_let_go_is_no_answer()
    {
        var form = new OpenForm(this, new ConsentField { Key = "x", Label = "X", Text = "**Oui**" });
        form.Tick("#q-x");
        Assert.Equal(AnswerValue.Of(true), form.Answer);
        form.View.Find("#q-x").Change(false);
        Assert.True(form.Answer.IsAbsent);
    }

    [Fact]
    public void A_hidden_value_is_nowhere_on_the_page()
    {
        var form = new OpenForm(this, new HiddenValueField { Key = "x", Label = "Secret", ShowOnReceipt = true });
        form.State.Set("x", AnswerValue.Of("affiche"));
        Assert.DoesNotContain("Secret", form.View.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("affiche", form.View.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://exemple.fr/a.png")]
    [InlineData("../gru.db")]
    [InlineData("photo.svg")]
    public void An_image_from_anywhere_else_is_not_drawn(string source) =>
        Assert.Empty(new OpenForm(this, new ImageField { Key = "x", Label = "", Source = source }).View.FindAll("img"));

    [Fact]
    public void A_series_as_a_table_has_headings_and_lets_go_of_rows()
    {
        var form = new OpenForm(this, new RepeatedGroupField { Key = "g", Label = "G", RowLabel = "un enfant", Layout = GroupLayout.Table, Fields = [new ShortTextField { Key = "nom", Label = "Nom" }] });
        form.View.Find("#q-g").Click();
        form.View.Find("#q-g").Click();
        Assert.Equal(["Enfant", "Nom", "Retirer"], form.View.FindAll("thead th").Select(h => h.TextContent));
        Assert.Equal(["Retirer Enfant 1", "Retirer Enfant 2"], form.View.FindAll("tbody button").Select(b => b.TextContent));
        form.View.FindAll("tbody input")[1].Change("Zoé");
        form.View.FindAll("tbody button")[0].Click();
        Assert.Equal("Zoé", Assert.Single(form.View.FindAll("tbody input")).GetAttribute("value"));
    }
}
