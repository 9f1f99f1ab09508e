using GruBuilder.Forms.Receipts;
using GruBuilder.Forms.Receipts.Law;

namespace GruBuilder.Tests.Receipts;

/// <summary>Whatever people type, a correct receipt comes out.</summary>
public class HostileTextTests
{
    [Fact]
    public void A_word_of_ten_thousand_characters_runs_over_lines_and_pages()
    {
        var word = string.Concat(Enumerable.Repeat("anticonstitutionnellement", 400));
        using var pdf = Checked(new PairsBlock([new("Récit", word)]), new ParagraphBlock(word));
        Assert.Equal(word, pdf.Texts("TD").Single());
        Assert.Contains(word, pdf.Texts("P"));
        Assert.True(pdf.Document.NumberOfPages > 3);
        foreach (var page in pdf.Document.GetPages()) AssertInside(page);
    }

    [Fact]
    public void Three_hundred_rows_repeat_their_header_on_each_page_and_tell_it_once()
    {
        var rows = Enumerable.Range(1, 300).Select(i => (IReadOnlyList<string>)[$"Enfant {i}", "Martin", $"{i},50 €"]).ToArray();
        using var pdf = Checked(new TableBlock(null, [new("Enfant"), new("Nom"), new("Montant", IsAmount: true)], rows));
        Assert.Equal(301, pdf.Texts("TR").Count());
        Assert.Single(pdf.Texts("TH"), "Montant");
        Assert.Equal(pdf.Document.NumberOfPages, pdf.Document.GetPages().Count(p => p.Text.Contains("Montant", StringComparison.Ordinal)));
        Assert.Contains("300,50 €", pdf.Told, StringComparison.Ordinal);
    }

    [Fact]
    public void Emoji_and_scripts_that_the_font_lacks_get_a_mark_and_keep_their_text()
    {
        using var pdf = Checked(new ParagraphBlock("Merci 👩‍👩‍👧 ! שלום 日本"));
        Assert.Contains('\uFFFD', pdf.Document.GetPage(1).Text);
        var told = pdf.Document.GetPage(1).GetMarkedContents().SelectMany(c => c.Children).Select(c => c.ActualText);
        Assert.Equal(["👩‍👩‍👧", "שלום", "日本"], told);
    }

    [Theory]
    [InlineData("a\u0000b\u0007c\u001Bd", "abcd")]
    [InlineData("a\u202Eb\u200Bc\uFEFFd", "abcd")]
    [InlineData("tab\tici", "tab ici")]
    [InlineData("e\u0301te\u0301", "été")]
    [InlineData("(parenthèses) \\ et retour\r", "(parenthèses) \\ et retour")]
    [InlineData("Ωμέγα Привет Ł ő ș", "Ωμέγα Привет Ł ő ș")]
    public void Controls_are_dropped_and_letters_kept(string typed, string told)
    {
        using var pdf = Checked(new ParagraphBlock(typed));
        Assert.Contains(told, pdf.Told.Split('\n'));
    }

    [Theory]
    [InlineData("\uD83D")]
    [InlineData("\uDE00x\uD83D")]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("                                          ")]
    public void Broken_or_empty_text_does_no_harm_anywhere(string text)
    {
        var document = Samples.Of(
            new HeadingBlock(2, text), new ParagraphBlock(text), new NoteBlock(text, text), new ListBlock([text, text]),
            new PairsBlock([new(text, text)]), new PairsBlock([]), new TableBlock(text, [new(text)], [[text], []]), new ListBlock([]),
            new ReferenceBlock(text, text, text), new FigureBlock(text, text)) with { Title = text, Reference = text };
        PdfTools.AssertSound(Samples.Pdf(document));
        Assert.NotEmpty(ReceiptHtml.Render(document));
    }

    [Fact]
    public void Text_of_any_length_in_any_block_stays_on_the_paper()
    {
        var text = string.Concat(Enumerable.Repeat("Une longue phrase, sans fin. ", 200));
        using var pdf = Checked(
            new HeadingBlock(2, text), new NoteBlock(text, text), new ListBlock([text]), new ReferenceBlock(text, new string('8', 400), text),
            new TableBlock(text, [new(text), new("B")], [[text, text]]));
        foreach (var page in pdf.Document.GetPages()) AssertInside(page);
    }

    [Theory]
    [InlineData("#FFFF00")]
    [InlineData("#FFFFFF")]
    [InlineData("rouge")]
    [InlineData("")]
    public void A_colour_that_cannot_be_read_on_white_is_darkened(string primary)
    {
        var facts = Samples.Facts(SilenceRegime.NoDecision);
        var file = Samples.Pdf(AcknowledgementComposer.Compose(facts with { Town = facts.Town with { PrimaryColor = primary } }, null));
        using var pdf = new TaggedPdf(file);
        foreach (var color in pdf.Document.GetPage(1).Letters.Select(l => l.Color.ToRGBValues()).Distinct())
        {
            Assert.InRange(1.05 / (Luminance(color.r, color.g, color.b) + 0.05), 4.5, 21);
        }
    }

    private static double Luminance(double red, double green, double blue) => (0.2126 * Linear(red)) + (0.7152 * Linear(green)) + (0.0722 * Linear(blue));

    private static double Linear(double part) => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);

    private static TaggedPdf Checked(params ReceiptBlock[] blocks)
    {
        var file = Samples.Pdf(Samples.Of(blocks));
        PdfTools.AssertSound(file);
        return new TaggedPdf(file);
    }

    private static void AssertInside(UglyToad.PdfPig.Content.Page page)
    {
        // The space that ends a wrapped line may hang in the margin, unseen. Told in few words: a letter prints as pages of them.
        var outside = page.Letters
            .Where(l => l.Value != " " && (l.StartBaseLine.X is < 50 or > 560 || l.StartBaseLine.Y is < 30 or > 810))
            .Select(l => $"{l.Value} at {l.StartBaseLine} on page {page.Number}");
        Assert.Empty(outside.Take(3));
    }
}
