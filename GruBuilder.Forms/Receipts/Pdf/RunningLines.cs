namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>The lines at the head and foot of pages: artifacts, drawn once the number of pages is known.</summary>
internal sealed class RunningLines(ReceiptDocument document, Paper paper, InkColor primary)
{
    private readonly double _headTop = paper.TopOfNext - 38;
    private readonly double _footTop = paper.Bottom + 21;

    internal void Draw(IReadOnlyList<PageCanvas> pages)
    {
        for (var i = 0; i < pages.Count; i++)
        {
            var page = pages[i];
            page.Close();
            if (i > 0)
            {
                page.Artifact("<</Type/Pagination/Subtype/Header/Attached[/Top]>>");
                Left(page, document.Issuer.Name, Styles.Small with { Face = FontFace.Bold, Color = primary }, _headTop);
                page.Rectangle(paper.Left, _headTop + 18, paper.Measure, 0.5, InkColor.Line);
                page.Close();
            }

            page.Artifact("<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>");
            page.Rectangle(paper.Left, _footTop - 5, paper.Measure, 0.5, InkColor.Line);
            Left(page, document.Title, Styles.Small, _footTop);
            Right(page, $"Page {i + 1} sur {pages.Count}", Styles.Small, _footTop);
            page.Close();
        }
    }

    private void Left(PageCanvas page, string text, TextStyle style, double top) =>
        page.Text(LineBreaker.Break(text, style, paper.Measure - 90)[0], style, paper.Left, BlockLayout.Baseline(style, top));

    private void Right(PageCanvas page, string text, TextStyle style, double top)
    {
        var line = LineBreaker.Break(text, style, 90)[0];
        page.Text(line, style, paper.Right - line.Width, BlockLayout.Baseline(style, top));
    }
}
