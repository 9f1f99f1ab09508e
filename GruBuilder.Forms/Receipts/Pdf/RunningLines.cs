namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>The lines at the head and foot of pages: artifacts, drawn once the number of pages is known.</summary>
internal sealed class RunningLines(ReceiptDocument document, Paper paper, InkColor primary)
{
    private readonly double _headTop = paper.TopOfNext - 38;
    private readonly double _footTop = paper.Bottom + 21;
    private readonly TextStyle _headStyle = Styles.Small with { Face = FontFace.Bold, Color = primary };
    private readonly TextLine _head = LineBreaker.Break(document.Issuer.Name, Styles.Small with { Face = FontFace.Bold }, paper.Measure - 90)[0];
    private readonly TextLine _foot = LineBreaker.Break(document.Title, Styles.Small, paper.Measure - 90)[0];

    /// <summary>Draws those of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="count">How many pages there are.</param>
    internal void Draw(PageCanvas page, int number, int count)
    {
        if (number > 1)
        {
            page.Artifact("<</Type/Pagination/Subtype/Header/Attached[/Top]>>");
            page.Text(_head, _headStyle, paper.Left, BlockLayout.Baseline(_headStyle, _headTop));
            page.Rectangle(paper.Left, _headTop + 18, paper.Measure, 0.5, InkColor.Line);
            page.Close();
        }

        page.Artifact("<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>");
        page.Rectangle(paper.Left, _footTop - 5, paper.Measure, 0.5, InkColor.Line);
        page.Text(_foot, Styles.Small, paper.Left, BlockLayout.Baseline(Styles.Small, _footTop));
        Right(page, $"Page {number} sur {count}", Styles.Small, _footTop);
    }

    private void Right(PageCanvas page, string text, TextStyle style, double top)
    {
        var line = LineBreaker.Break(text, style, 90)[0];
        page.Text(line, style, paper.Right - line.Width, BlockLayout.Baseline(style, top));
    }
}
