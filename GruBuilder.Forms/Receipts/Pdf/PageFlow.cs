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

/// <summary>
/// Lays strips on pages, from top to bottom, as they come: what is laid is let go of, so that a long document holds no more strips than a short one.
/// </summary>
internal sealed class PageFlow(PdfDocument document, IReadOnlyList<FontUse> fonts, Paper paper) : IDisposable
{
    private readonly List<PageCanvas> _pages = [];
    private readonly List<Strip> _waiting = [];
    private readonly PdfBytes _content = new();
    private readonly List<int> _owners = [];
    private double _top;

    /// <summary>The pages so far.</summary>
    internal IReadOnlyList<PageCanvas> Pages => _pages;

    /// <summary>How many strips have come.</summary>
    internal int Strips { get; private set; }

    /// <inheritdoc/>
    public void Dispose() => _content.Dispose();

    /// <summary>Takes the next strip. It is laid at once, or with those that it must stand beside.</summary>
    internal void Add(Strip strip)
    {
        Strips++;
        if (strip.OpensPage)
        {
            LayWaiting();
        }

        _waiting.Add(strip);
        if (!strip.KeepWithNext)
        {
            LayWaiting();
        }
    }

    /// <summary>Takes several.</summary>
    internal void Add(IEnumerable<Strip> strips)
    {
        foreach (var strip in strips)
        {
            Add(strip);
        }
    }

    /// <summary>Lays what still waits.</summary>
    internal void End()
    {
        LayWaiting();
        if (_pages.Count == 0)
        {
            NewPage();
        }

        _pages[^1].Rest();
    }

    private void LayWaiting()
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        if (_pages.Count == 0)
        {
            NewPage();
        }

        var first = _waiting[0];
        var height = first.Height;
        for (var i = 1; i < _waiting.Count; i++)
        {
            height += _waiting[i].Before + _waiting[i].Height;
        }

        if (first.OpensPage && !IsAtTop)
        {
            NewPage();
        }

        // What fits no page is cut wherever it must be.
        var whole = height <= paper.Bottom - paper.TopOfNext;
        if (whole && !IsAtTop && _top + first.Before + height > paper.Bottom)
        {
            NewPage(first.Repeated);
        }

        foreach (var strip in _waiting)
        {
            Lay(strip);
        }

        _waiting.Clear();
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
            _pages[^1].Rest();
        }

        var page = new PdfDictionary(document);
        document.Internals.AddObject(page);
        _pages.Add(new PageCanvas(page, fonts, paper.Height, _content, _owners));
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
