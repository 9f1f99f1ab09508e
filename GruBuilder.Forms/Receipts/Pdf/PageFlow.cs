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

    /// <summary>Whether it opens a page of its own.</summary>
    internal bool OpensPage { get; init; }

    /// <summary>What is repeated above it when it opens a page: a table's header.</summary>
    internal Strip? Repeated { get; init; }
}

/// <summary>Measures of a page, in points.</summary>
/// <param name="Width">From edge to edge.</param>
/// <param name="Height">From edge to edge.</param>
/// <param name="Left">Where lines begin.</param>
/// <param name="Top">Where the first page begins.</param>
/// <param name="Foot">What is left free under the text, for the running line.</param>
internal sealed record Paper(double Width, double Height, double Left, double Top, double Foot)
{
    private static readonly Paper A4 = new(595.28, 841.89, 56.7, 56.7, 73);
    private static readonly Paper Ticket = new(297.64, 419.53, 24, 24, 42);

    internal double Right => Width - Left;

    internal double Measure => Right - Left;

    /// <summary>Where pages after the first begin, under their running line.</summary>
    internal double TopOfNext => Top + 25.3;

    internal double Bottom => Height - Foot;

    internal static Paper Of(PaperFormat format) => format == PaperFormat.Ticket ? Ticket : A4;
}

/// <summary>Lays strips on pages, from top to bottom.</summary>
internal sealed class PageFlow(PdfDocument document, IReadOnlyList<FontUse> fonts, Paper paper)
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
            while (last + 1 < strips.Count && strips[last].KeepWithNext && !strips[last + 1].OpensPage)
            {
                last++;
                height += strips[last].Before + strips[last].Height;
            }

            // What fits no page is cut wherever it must be.
            if (strips[at].OpensPage && !IsAtTop)
            {
                NewPage();
            }

            var whole = height <= paper.Bottom - paper.TopOfNext;
            if (whole && !IsAtTop && _top + strips[at].Before + height > paper.Bottom)
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
            if (_top + strip.Height > paper.Bottom)
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
        _pages.Add(new PageCanvas(page, fonts, paper.Height));
        _top = _pages.Count == 1 ? paper.Top : paper.TopOfNext;
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
