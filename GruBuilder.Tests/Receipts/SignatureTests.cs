using GruBuilder.Forms.Receipts;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace GruBuilder.Tests.Receipts;

public class SignatureTests
{
    private const string Form = """
        {"key":"x","title":"X","pages":[{"key":"p","title":"P","fields":[
          {"kind":"signature","key":"s","label":"Votre signature"},{"kind":"shortText","key":"t","label":"Fait à"}]}]}
        """;

    private static ReceiptDocument Signed(string signature) =>
        AcknowledgementComposer.Compose(Samples.Facts(GruBuilder.Forms.Receipts.Law.SilenceRegime.Rejection), Samples.Outline(Form, $$"""{"s":{{signature}},"t":"Ronchin"}"""));

    [Fact]
    public void A_drawn_signature_is_drawn_in_the_receipt_as_lines()
    {
        var without = Samples.Pdf(Signed("""{"name":"Jeanne Dupont","agreed":true}"""));
        var with = Samples.Pdf(Signed("""{"name":"Jeanne Dupont","strokes":"M100 100l50 -20 50 40M300 120l0 0"}"""));
        Assert.Equal(Strokes(without) + 2, Strokes(with));
        Assert.Contains("Signature dessinée de Jeanne Dupont", Text(with), StringComparison.Ordinal);
        Assert.Contains("Signé par Jeanne Dupont", Text(without), StringComparison.Ordinal);
        Assert.Contains("Ronchin", Text(with), StringComparison.Ordinal);
    }

    [Fact]
    public void A_drawn_signature_is_a_figure_with_an_alternative_and_a_box()
    {
        using var pdf = new TaggedPdf(Samples.Pdf(Signed("""{"strokes":"M100 100l50 -20"}""")));
        var figures = pdf.Elements.Where(e => e.Tag == "Figure").Select(e => e.Dictionary).ToList();
        Assert.Equal(2, figures.Count);
        Assert.Equal("Signature dessinée", ((HexToken)pdf.Resolve(figures[1].Data["Alt"])).Data);
        Assert.Equal(4, ((ArrayToken)((DictionaryToken)pdf.Resolve(figures[1].Data["A"])).Data["BBox"]).Length);
    }

    [Fact]
    public void A_drawn_signature_is_a_path_on_a_page()
    {
        var html = ReceiptHtml.Render(Signed("""{"strokes":"M100 100l50 -20"}"""));
        Assert.Contains("d=\"M100 100l50 -20\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Signature dessinée\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("M1 1\\\"/><script>alert(1)</script>")]
    [InlineData("M1 1l")]
    [InlineData("M1 1l5")]
    [InlineData("M1 1l99999 99999")]
    [InlineData("M1 1Z")]
    public void What_is_no_drawing_is_never_shown_as_one(string strokes)
    {
        var document = Signed($$"""{"strokes":"{{strokes}}"}""");
        Assert.DoesNotContain(document.Blocks, b => b is SignatureBlock);
        Assert.DoesNotContain("<script", ReceiptHtml.Render(Samples.Of(new SignatureBlock("S", strokes, "S"))), StringComparison.Ordinal);
        Assert.Equal(0, Strokes(Samples.Pdf(Samples.Of(new SignatureBlock("S", strokes, "S")))));
    }

    private static string Text(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Join(' ', document.GetPages().SelectMany(p => p.GetWords()).Select(w => w.Text));
    }

    private static int Strokes(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return document.GetPages().Sum(p => p.Paths.Count(path => path.IsStroked));
    }
}
