using System.Xml.Linq;
using Bunit;
using GruBuilder.Forms.Receipts;

namespace GruBuilder.Tests.Receipts;

public class ReceiptHtmlTests
{
    [Fact]
    public void The_page_says_what_the_paper_says()
    {
        var document = Samples.Acknowledgement();
        using var context = new BunitContext();
        var page = context.Render<ReceiptView>(p => p.Add(v => v.Document, document).Add(v => v.FirstLevel, 2));
        Assert.Equal("Accusé de réception de votre demande", page.Find("h2").TextContent);
        Assert.Empty(page.FindAll("h1"));
        Assert.Contains("réputée rejetée le 25 janvier 2027", page.Find(".receipt-note").TextContent, StringComparison.Ordinal);
        Assert.Equal("fr-FR", page.Find("article").GetAttribute("lang"));
        Assert.Contains("R-2026-004217-K", page.Find("svg[role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Contains(page.FindAll("dt"), d => d.TextContent == "Service chargé de la demande");
    }

    [Fact]
    public void A_table_has_headers_for_columns_and_rows()
    {
        using var context = new BunitContext();
        var document = Samples.Of(new TableBlock("Enfants", [new("Enfant"), new("Prix", IsAmount: true)], [["Éloïse", "2,85 €"]]));
        var page = context.Render<ReceiptView>(p => p.Add(v => v.Document, document));
        Assert.Equal("Enfants", page.Find("caption").TextContent);
        Assert.Equal(["col", "col", "row"], page.FindAll("th").Select(t => t.GetAttribute("scope")));
    }

    [Fact]
    public void Text_never_becomes_markup()
    {
        const string Attack = "<script>alert(1)</script>\" onclick=\"x' &amp;";
        var document = Samples.Of(
            new HeadingBlock(2, Attack), new ParagraphBlock(Attack), new NoteBlock(Attack, Attack), new ListBlock([Attack]),
            new PairsBlock([new(Attack, Attack)]), new TableBlock(Attack, [new(Attack)], [[Attack]]),
            new ReferenceBlock(Attack, Attack, Attack, new Uri("javascript:alert(1)"), Attack, new FigureBlock("https://ville.fr", Attack)));
        var html = ReceiptHtml.Render(document);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", html, StringComparison.Ordinal);

        // Well formed, and no attribute came in from the text.
        var xml = XElement.Parse(html);
        Assert.DoesNotContain(xml.DescendantsAndSelf().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public void Line_ends_in_an_answer_are_kept()
    {
        var html = ReceiptHtml.Render(Samples.Of(new PairsBlock([new("Adresse", "12 rue Haute\n59790 Ronchin")])));
        Assert.Contains("12 rue Haute<br>59790 Ronchin", html, StringComparison.Ordinal);
    }
}
