namespace GruBuilder.Forms.Receipts.Pdf;

/// <content>Lines, and what is kept together on its way to the pages.</content>
internal sealed partial class BlockLayout
{
    private List<Strip>? _chapter;

    /// <summary>Lays what still waits.</summary>
    internal void End()
    {
        EndChapter();
        flow.End();
    }

    private void Add(Strip strip)
    {
        if (_chapter is not null)
        {
            _chapter.Add(strip);
        }
        else
        {
            flow.Add(strip);
        }
    }

    private void Add(IEnumerable<Strip> strips)
    {
        foreach (var strip in strips)
        {
            Add(strip);
        }
    }

    // A chapter that is to be kept whole is, where a page has room for it.
    private void EndChapter()
    {
        if (_chapter is not { } chapter)
        {
            return;
        }

        _chapter = null;
        var isWhole = chapter.Sum(s => s.Before + s.Height) <= paper.Bottom - paper.TopOfNext;
        for (var i = 0; i < chapter.Count; i++)
        {
            flow.Add(isWhole ? chapter[i] with { KeepWithNext = i < chapter.Count - 1 } : chapter[i]);
        }
    }

    // One strip a line; the first two and the last two lines stay together.
    private void Lines(string text, TextStyle style, StructureElement element, double x, double width, double before, bool keepAll = false) =>
        Lines(LineBreaker.Break(text, style, width), style, element, x, before, keepAll);

    private void Lines(List<TextLine> lines, TextStyle style, StructureElement element, double x, double before, bool keepAll, Action<PageCanvas, double>? beside = null)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var first = i == 0 ? beside : null;
            Add(new Strip(style.Leading, (page, top) =>
            {
                first?.Invoke(page, top);
                page.Tag(element);
                page.Text(line, style, x, Baseline(style, top));
            })
            {
                Before = i == 0 ? before : 0,
                KeepWithNext = keepAll || (i < lines.Count - 1 && (i == 0 || i == lines.Count - 2)),
            });
        }
    }
}
