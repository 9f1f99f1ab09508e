using GruBuilder.Forms.Receipts;
using GruBuilder.Forms.Receipts.Law;

namespace GruBuilder.Tests.Receipts;

/// <summary>What a page break never cuts, wherever it falls: boxes, rows, and ways of appeal, as long as they fit a page.</summary>
public class KeptWholeTests
{
    private static readonly DateTimeOffset Moment = new(2026, 12, 3, 9, 5, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData(3)]
    [InlineData(36)]
    public void A_box_is_never_cut(int lines) => AssertWhole(filler => [.. filler, new NoteBlock("Premier", Text(lines) + "\nDernier")]);

    [Theory]
    [InlineData(2)]
    [InlineData(36)]
    public void A_label_and_its_value_are_never_cut(int lines) => AssertWhole(filler => [.. filler, new PairsBlock([new("Premier", Text(lines) + "\nDernier")])]);

    [Theory]
    [InlineData(2)]
    [InlineData(36)]
    public void A_row_of_a_table_is_never_cut(int lines) =>
        AssertWhole(filler => [.. filler, new TableBlock(null, [new("Quoi"), new("Détail")], [["Un", "court"], ["Premier", Text(lines) + "\nDernier"], ["Trois", "court"]])]);

    [Fact]
    public void Ways_of_appeal_stand_on_one_page()
    {
        for (var lines = 0; lines < 48; lines++)
        {
            var refused = new DecisionRefused(Moment, $"Motif.\n{Text(lines)}", new("Inès Benali", "Service de l’état civil"));
            using var pdf = new TaggedPdf(Samples.Pdf(LetterComposer.Compose(Samples.Facts(SilenceRegime.Rejection), refused)));
            Assert.Equal(PageOf(pdf, "Comment contester"), PageOf(pdf, "telerecours"));
        }
    }

    [Fact]
    public void Ways_of_appeal_longer_than_a_page_flow_on()
    {
        var facts = Samples.Facts(SilenceRegime.Rejection);
        using var pdf = new TaggedPdf(Samples.Pdf(AcknowledgementComposer.Compose(facts with { Appeal = facts.Appeal with { Text = $"Premier\n{Text(90)}\nDernier" } }, null)));
        Assert.True(PageOf(pdf, "Premier") < PageOf(pdf, "Dernier"));
    }

    // Wherever on a page it begins.
    private static void AssertWhole(Func<ReceiptBlock[], ReceiptBlock[]> make)
    {
        for (var above = 0; above < 46; above += 3)
        {
            using var pdf = new TaggedPdf(Samples.Pdf(Samples.Of(make([.. Enumerable.Range(0, above).Select(i => new ParagraphBlock($"Ligne {i}"))]))));
            Assert.Equal(PageOf(pdf, "Premier"), PageOf(pdf, "Dernier"));
        }
    }

    private static string Text(int lines) => string.Join('\n', Enumerable.Range(1, lines).Select(i => $"ligne {i}"));

    private static int PageOf(TaggedPdf pdf, string word) => Assert.Single(pdf.Document.GetPages(), p => p.Text.Contains(word, StringComparison.Ordinal)).Number;
}
