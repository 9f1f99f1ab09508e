using PdfSharp.Pdf;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>A slice of the page that is never cut.</summary>
/// <param name="Height">Its height, in points.</param>
/// <param name="Paint">Draws it on a page, its top at a height.</param>
internal sealed record Strip(double Height, Action<PageCanvas, double> Paint)
{
    /// <summary>White above it, left out at the top of a page.</summary>
    internal double Before { get; init; }

    /// <summary>Whether it must stand on the same page as the next one.</summary>
    internal bool KeepWithNext { get; init; }

    /// <summary>What is repeated above it when it opens a page: a table's header.</summary>
    internal Strip? Repeated { get; init; }
}

/// <summary>Measures of an A4 page, in points.</summary>
internal static class Paper
{
    internal const double Width = 595.28;
    internal const double Height = 841.89;
    internal const double Left = 56.7;
    internal const double Right = Width - 56.7;
    internal const double Measure = Right - Left;
    internal const double Top = 56.7;
    internal const double TopOfNext = 82;
    internal const double Bottom = Height - 73;
}

/// <summary>Lays strips on pages, from top to bottom.</summary>
internal sealed class PageFlow(PdfDocument document, IReadOnlyList<FontUse> fonts)
{
    private readonly List<PageCanvas> _pages = [];
    private double _top;

    /// <summary>The pages so far.</summary>
    internal IReadOnlyList<PageCanvas> Pages => _pages;

    /// <summary>Lays all strips.</summary>
    internal void Lay(IReadOnlyList<Strip> strips)
    {
        NewPage();
        var at = 0;
        while (at < strips.Count)
        {
            var last = at;
            var height = strips[at].Height;
            while (last + 1 < strips.Count && strips[last].KeepWithNext)
            {
                last++;
                height += strips[last].Before + strips[last].Height;
            }

            // What fits no page is cut wherever it must be.
            var whole = height <= Paper.Bottom - Paper.TopOfNext;
            if (whole && !IsAtTop && _top + strips[at].Before + height > Paper.Bottom)
            {
                NewPage(strips[at].Repeated);
            }

            for (; at <= last; at++)
            {
                Lay(strips[at]);
            }
        }
    }

    private bool IsAtTop { get; set; }

    private void Lay(Strip strip)
    {
        if (!IsAtTop)
        {
            _top += strip.Before;
            if (_top + strip.Height > Paper.Bottom)
            {
                NewPage(strip.Repeated);
            }
        }

        strip.Paint(_pages[^1], _top);
        _top += strip.Height;
        IsAtTop = false;
    }

    private void NewPage(Strip? repeated = null)
    {
        if (_pages.Count > 0)
        {
            _pages[^1].Close();
        }

        var page = new PdfDictionary(document);
        document.Internals.AddObject(page);
        _pages.Add(new PageCanvas(page, fonts, Paper.Height));
        _top = _pages.Count == 1 ? Paper.Top : Paper.TopOfNext;
        IsAtTop = true;
        if (repeated is not null)
        {
            // Told once, at the table's beginning: here it only meets the eye.
            _pages[^1].Artifact("<</Type/Pagination>>");
            repeated.Paint(_pages[^1], _top);
            _top += repeated.Height;
        }
    }
}
