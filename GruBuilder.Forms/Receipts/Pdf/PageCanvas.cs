using PdfSharp.Pdf;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>One page's drawing. Places are in points from the top left corner; all that is drawn is tagged or an artifact.</summary>
internal sealed partial class PageCanvas
{
    private readonly PdfBytes _content;
    private readonly IReadOnlyList<FontUse> _fonts;
    private readonly List<int> _owners;
    private byte[] _drawn = [];
    private readonly double _height;
    private StructureElement? _open;
    private bool _inArtifact;
    private bool _inText;
    private bool _isUntagged;
    private int _marks;
    private (double X, double Y) _origin;
    private FontUse? _font;
    private double _size;
    private InkColor? _fill;

    /// <summary>Opens a page.</summary>
    /// <param name="page">Its object.</param>
    /// <param name="fonts">The document's fonts.</param>
    /// <param name="height">Its height, in points.</param>
    /// <param name="content">Where it is drawn. Pages share it: the one before must <see cref="Rest"/>.</param>
    /// <param name="owners">Where the owners of its marks are noted, shared likewise.</param>
    internal PageCanvas(PdfDictionary page, IReadOnlyList<FontUse> fonts, double height, PdfBytes content, List<int> owners)
    {
        Page = page;
        _fonts = fonts;
        _height = height;
        _content = content;
        _owners = owners;
    }

    internal PdfDictionary Page { get; }

    internal int Number => Page.Reference!.ObjectNumber;

    /// <summary>The annotations on it: their object numbers.</summary>
    internal List<int> Annotations { get; } = [];

    /// <summary>The elements that own its marked content, by their places in the tree and in the order of the marks; known once it rests.</summary>
    internal int[] Owners { get; private set; } = [];

    /// <summary>Ends drawing for now, and keeps no more than what was drawn.</summary>
    internal void Rest()
    {
        Close();
        _drawn = _content.Written.ToArray();
        _content.Clear();
        Owners = [.. _owners];
        _owners.Clear();
    }

    /// <summary>Goes on drawing where it was left.</summary>
    internal void Resume() => _content.Write(_drawn);

    /// <summary>Ends drawing for good, and gives the content stream.</summary>
    internal byte[] Finish()
    {
        Close();
        _drawn = [];
        var stream = Deflate.Compress(_content.Written);
        _content.Clear();
        return stream;
    }

    /// <summary>What follows belongs to an element, until another or <see cref="Close"/>.</summary>
    internal void Tag(StructureElement element)
    {
        if (_open == element || _isUntagged)
        {
            return;
        }

        Close();
        _content.Write("/");
        _content.Write(element.Tag);
        _content.Write("<</MCID ");
        _content.Write(_marks);
        _content.Write(">>BDC\n");
        element.Tie(Number, _marks++);
        _owners.Add(element.Index);
        _open = element;
    }

    /// <summary>What follows is decoration that no reader tells.</summary>
    /// <param name="properties">Its property list; null for none.</param>
    internal void Artifact(string? properties = null)
    {
        if ((_inArtifact && properties is null) || _isUntagged)
        {
            return;
        }

        Close();
        _content.Write(properties is null ? "/Artifact BMC\n" : $"/Artifact{properties}BDC\n");
        _inArtifact = true;
    }

    /// <summary>Draws within the artifact that is open, whatever tags are asked for.</summary>
    internal void Untagged(Action draw)
    {
        _isUntagged = true;
        draw();
        _isUntagged = false;
    }

    /// <summary>Ends what is open.</summary>
    internal void Close()
    {
        EndText();
        if (_open is not null || _inArtifact)
        {
            _content.Write("EMC\n");
            _open = null;
            _inArtifact = false;
        }
    }

    /// <summary>Draws a line of text from its left end, on its baseline.</summary>
    internal void Text(TextLine line, TextStyle style, double x, double baseline)
    {
        if (line.End == line.Start)
        {
            return;
        }

        BeginText();
        Fill(style.Color);
        var font = FontOf(style.Face);
        if (_font != font || _size != style.Size)
        {
            _content.Write(font.Name);
            _content.Write(" ");
            _content.Number2(style.Size);
            _content.Write("Tf\n");
            (_font, _size) = (font, style.Size);
        }

        var y = _height - baseline;
        _content.Number2(x - _origin.X);
        _content.Number2(y - _origin.Y);
        _content.Write("Td");

        // Moves add up from rounded numbers: keep what the page will hold.
        _origin = (_origin.X + Rounded(x - _origin.X), _origin.Y + Rounded(y - _origin.Y));
        Show(line, font);
    }

    private void Show(TextLine line, FontUse font)
    {
        var text = line.Text;
        var open = false;
        for (var i = line.Start; i < line.End; i++)
        {
            var glyph = text[i];
            font.Use(glyph);
            if (text.HasMarks && text.ActualAt(i) is { } actual)
            {
                // Marks that follow one another are told as one.
                var last = i;
                while (last + 1 < line.End && text.ActualAt(last + 1) is { } next)
                {
                    actual += next;
                    last++;
                }

                _content.Write(open ? ")Tj" : "");
                _content.Write($"/Span<</ActualText{PdfText.Format(actual)}>>BDC(");
                for (; i <= last; i++)
                {
                    _content.Glyph(text[i]);
                }

                i = last;
                _content.Write(")Tj EMC ");
                open = false;
                continue;
            }

            if (!open)
            {
                _content.Write("(");
                open = true;
            }

            _content.Glyph(glyph);
        }

        _content.Write(open ? ")Tj\n" : "\n");
    }

    private FontUse FontOf(FontFace face) => _fonts[0].Face == face ? _fonts[0] : _fonts[1];

    private void Fill(InkColor color)
    {
        if (_fill == color)
        {
            return;
        }

        Components(color);
        _content.Write("rg\n");
        _fill = color;
    }

    private void Components(InkColor color)
    {
        _content.Number3(color.Red / 255.0);
        _content.Number3(color.Green / 255.0);
        _content.Number3(color.Blue / 255.0);
    }

    private void BeginText()
    {
        if (!_inText)
        {
            _content.Write("BT\n");
            _inText = true;
            _origin = default;
        }
    }

    private void EndText()
    {
        if (_inText)
        {
            _content.Write("ET\n");
            _inText = false;
        }
    }

    private static double Rounded(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);
}
