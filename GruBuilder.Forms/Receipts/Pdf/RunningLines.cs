namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>The lines at the head and foot of pages: artifacts, drawn once the number of pages is known.</summary>
internal sealed class RunningLines(ReceiptDocument document, InkColor primary)
{
    private const double HeadTop = 44;
    private const double FootTop = Paper.Height - 52;

    internal void Draw(IReadOnlyList<PageCanvas> pages)
    {
        for (var i = 0; i < pages.Count; i++)
        {
            var page = pages[i];
            page.Close();
            if (i > 0)
            {
                page.Artifact("<</Type/Pagination/Subtype/Header/Attached[/Top]>>");
                Left(page, document.Issuer.Name, Styles.Small with { Face = FontFace.Bold, Color = primary }, HeadTop);
                page.Rectangle(Paper.Left, HeadTop + 18, Paper.Measure, 0.5, InkColor.Line);
                page.Close();
            }

            page.Artifact("<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>");
            page.Rectangle(Paper.Left, FootTop - 5, Paper.Measure, 0.5, InkColor.Line);
            Left(page, document.Title, Styles.Small, FootTop);
            Right(page, $"Page {i + 1} sur {pages.Count}", Styles.Small, FootTop);
            page.Close();
        }
    }

    private static void Left(PageCanvas page, string text, TextStyle style, double top) =>
        page.Text(LineBreaker.Break(text, style, Paper.Measure - 90)[0], style, Paper.Left, BlockLayout.Baseline(style, top));

    private static void Right(PageCanvas page, string text, TextStyle style, double top)
    {
        var line = LineBreaker.Break(text, style, 90)[0];
        page.Text(line, style, Paper.Right - line.Width, BlockLayout.Baseline(style, top));
    }
}
