using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Receipts.Images;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>Measures blocks into strips and gives each its place in the structure.</summary>
internal sealed partial class BlockLayout(StructureTree structure, Paper paper, InkColor primary, ImageObjects images, IReadOnlyDictionary<string, ReceiptImage> pictures, Action<PageCanvas, StructureElement, Uri, string, LinkArea> link)
    : IReceiptBlockVisitor
{
    private const double Inset = 14;
    private const double UsualSide = 82;
    private const double MinorSide = 56;
    private const double LogoWidth = 170;
    private const double LogoHeight = 46;
    private const double PictureWidth = 299;
    private const double PictureHeight = 299;
    private const double SignatureWidth = 200;
    private readonly double _tallestBox = (paper.Bottom - paper.TopOfNext) / 2;
    private readonly List<(string Title, PageCanvas Page, double Top)> _bookmarks = [];
    private readonly List<Strip> _strips = [];

    internal IReadOnlyList<Strip> Strips => _strips;

    /// <summary>Where parts begin, known once their strips are laid.</summary>
    internal IReadOnlyList<(string Title, PageCanvas Page, double Top)> Bookmarks => _bookmarks;

    /// <summary>The town's logo, name and address at the head of the first page.</summary>
    internal void Letterhead(TownFacts town, ReceiptImage? logo)
    {
        var picture = logo is null ? null : new Drawn(logo, LogoWidth, LogoHeight);
        var aside = picture is null ? 0 : picture.Width + Inset;
        var draw = picture is null ? null : Drawing(picture, town.Logo!.AlternativeText);
        var name = Styles.Town(primary);
        var details = string.Join(" · ", [.. town.Address, .. town.Web is null ? Array.Empty<string>() : [town.Web]]);
        var (names, lines) = (LineBreaker.Break(town.Name, name, paper.Measure - aside), details.Length == 0 ? [] : LineBreaker.Break(details, Styles.Small, paper.Measure - aside));
        var (head, address) = (structure.Add(structure.Holder, "P"), details.Length == 0 ? null : structure.Add(structure.Holder, "P"));
        var above = picture is null ? 12 : 0;
        var text = above + (names.Count * name.Leading) + (lines.Count * Styles.Small.Leading);
        var height = Math.Max(text, picture?.Height ?? 0);
        _strips.Add(new Strip(height, (page, top) =>
        {
            draw?.Invoke(page, paper.Left, top);
            if (draw is null)
            {
                page.Artifact();
                page.Rectangle(paper.Left, top, 34, 4, primary);
            }

            var at = Paint(page, names, name, head, paper.Left + aside, top + above + ((height - text) / 2));
            if (address is not null)
            {
                Paint(page, lines, Styles.Small, address, paper.Left + aside, at);
            }
        }) { KeepWithNext = true });
    }

    /// <inheritdoc/>
    public void Visit(HeadingBlock block)
    {
        var level = Math.Clamp(block.Level, 1, 6);
        var (style, before) = Styles.Heading(level, primary);
        Lines(block.Text, style, structure.Add(structure.Holder, $"H{level}"), paper.Left, paper.Measure, before, keepAll: true);
        _strips.Add(new Strip(level <= 2 ? 3 : 1, (_, _) => { }) { KeepWithNext = true });
    }

    /// <inheritdoc/>
    public void Visit(ParagraphBlock block)
    {
        var style = block.Voice switch
        {
            ParagraphVoice.Lead => Styles.Lead,
            ParagraphVoice.Small => Styles.Small,
            _ => Styles.Body,
        };
        Lines(block.Text, style, structure.Add(structure.Holder, "P"), paper.Left, paper.Measure, block.Voice == ParagraphVoice.Small ? 3 : 6);
    }

    /// <inheritdoc/>
    public void Visit(ListBlock block)
    {
        var list = structure.Add(structure.Holder, "L", attributes: "<</O/List/ListNumbering/Disc>>");
        foreach (var item in block.Items)
        {
            var element = structure.Add(list, "LI");
            var label = structure.Add(element, "Lbl");
            var body = structure.Add(element, "LBody");
            var bullet = LineBreaker.Break("•", Styles.Body, 20)[0];
            var first = _strips.Count;
            Lines(item, Styles.Body, body, paper.Left + Inset, paper.Measure - Inset, 4);
            var strip = _strips[first];
            _strips[first] = strip with
            {
                Paint = (page, top) =>
                {
                    page.Tag(label);
                    page.Text(bullet, Styles.Body with { Color = primary }, paper.Left + 3, Baseline(Styles.Body, top));
                    strip.Paint(page, top);
                },
            };
        }
    }

    /// <inheritdoc/>
    public void Visit(NoteBlock block)
    {
        var width = paper.Measure - (2 * Inset);
        var titles = LineBreaker.Break(block.Title, Styles.Strong, width);
        var texts = LineBreaker.Break(block.Text, Styles.Body, width);
        var height = (titles.Count * Styles.Strong.Leading) + (texts.Count * Styles.Body.Leading) + 2 + (2 * Styles.BoxPadding);
        var holder = structure.Add(structure.Holder, "Div");
        var title = structure.Add(holder, "P");
        var text = structure.Add(holder, "P");
        if (height > _tallestBox)
        {
            Lines(block.Title, Styles.Strong, title, paper.Left, paper.Measure, 8, keepAll: true);
            Lines(block.Text, Styles.Body, text, paper.Left, paper.Measure, 2);
            return;
        }

        _strips.Add(new Strip(height, (page, top) =>
        {
            Box(page, top, height);
            top = Paint(page, titles, Styles.Strong, title, paper.Left + Inset, top + Styles.BoxPadding);
            Paint(page, texts, Styles.Body, text, paper.Left + Inset, top + 2);
        }) { Before = 6 });
    }

    /// <inheritdoc/>
    public void Visit(ReferenceBlock block)
    {
        var side = block.IsMinor ? MinorSide : UsualSide;
        var width = paper.Measure - (2 * Inset) - (block.Figure is null ? 0 : side + Inset);
        var number = block.IsMinor ? Styles.MinorNumber(primary) : Styles.Number(primary);
        var holder = structure.Add(structure.Holder, "Div");
        var parts = new List<(List<TextLine> Lines, TextStyle Style, StructureElement Element)>();
        void Add(string text, TextStyle style, StructureElement element) => parts.Add((LineBreaker.Break(text, style, width), style, element));
        Add(block.Label, Styles.Small, structure.Add(holder, "P"));
        Add(block.Number, number, structure.Add(holder, "P"));
        Add(block.Caption, Styles.Body, structure.Add(holder, "P"));
        StructureElement? anchor = null;
        if (block.Link is not null)
        {
            var paragraph = structure.Add(holder, "P");
            if (block.LinkText is not null)
            {
                Add(block.LinkText, Styles.Small, structure.Add(paragraph, "Span"));
            }

            anchor = structure.Add(paragraph, "Link");
            Add(block.Link.AbsoluteUri, Styles.Small with { Color = primary }, anchor);
        }

        var figure = block.Figure is null ? null : Figure(block.Figure, holder, side);
        var content = parts.Sum(p => p.Lines.Count * p.Style.Leading);
        var height = Math.Max(content, figure is null ? 0 : side) + (2 * Styles.BoxPadding);
        if (height > _tallestBox)
        {
            foreach (var (lines, style, element) in parts)
            {
                Lines(lines, style, element, paper.Left, 0, keepAll: false);
            }

            if (figure is not null)
            {
                _strips.Add(new Strip(side, (page, top) => figure(page, paper.Left, top)) { Before = 8 });
            }

            return;
        }

        _strips.Add(new Strip(height, (page, top) =>
        {
            Box(page, top, height);
            var at = top + ((height - content) / 2);
            foreach (var (lines, style, element) in parts)
            {
                if (element == anchor)
                {
                    var area = new LinkArea(paper.Left + Inset, at, lines.Max(l => l.Width), lines.Count * style.Leading);
                    at = Paint(page, lines, style, element, paper.Left + Inset, at);
                    link(page, anchor, block.Link!, block.LinkText ?? block.Caption, area);
                }
                else
                {
                    at = Paint(page, lines, style, element, paper.Left + Inset, at);
                }
            }

            figure?.Invoke(page, paper.Right - Inset - side, top + ((height - side) / 2));
        }) { Before = block.IsMinor ? 12 : 10 });
    }

    /// <inheritdoc/>
    public void Visit(FigureBlock block)
    {
        var figure = Figure(block, structure.Holder, UsualSide);
        _strips.Add(new Strip(UsualSide, (page, top) => figure(page, paper.Left, top)) { Before = 8 });
    }

    /// <inheritdoc/>
    public void Visit(SignatureBlock block)
    {
        Lines(block.Label, Styles.Label, structure.Add(structure.Holder, "P"), paper.Left, paper.Measure, 8, keepAll: true);
        var element = structure.Add(structure.Holder, "Figure", block.AlternativeText);
        var strokes = SignatureStrokes.Read(block.Strokes) ?? [];
        var height = SignatureWidth * SignatureStrokes.Height / SignatureStrokes.Width;
        _strips.Add(new Strip(height, (page, top) =>
        {
            element.Attributes = BoxAttribute(paper.Left, top, SignatureWidth, height);
            page.Tag(element);
            page.Strokes(strokes, paper.Left, top, SignatureWidth / SignatureStrokes.Width, InkColor.Ink);
        }) { Before = 4 });
    }

    /// <inheritdoc/>
    public void Visit(PairsBlock block) => _strips.AddRange(new TableLayout(structure, paper).Pairs(block));

    /// <inheritdoc/>
    public void Visit(TableBlock block)
    {
        if (block.Caption is not null)
        {
            Lines(block.Caption, Styles.Strong, structure.Add(structure.Holder, "P"), paper.Left, paper.Measure, 8, keepAll: true);
        }

        _strips.AddRange(new TableLayout(structure, paper).Table(block));
    }

    /// <inheritdoc/>
    public void Visit(BlankBlock block) => _strips.AddRange(new BlankLayout(structure, paper).Lay(block));

    /// <inheritdoc/>
    public void Visit(PictureBlock block)
    {
        if (pictures.TryGetValue(block.Sha256, out var picture))
        {
            _strips.Add(new Strip(10, (_, _) => { }) { KeepWithNext = true });
            var drawn = new Drawn(picture, PictureWidth, PictureHeight);
            var draw = Drawing(drawn, block.AlternativeText);
            _strips.Add(new Strip(drawn.Height, (page, top) => draw(page, paper.Left, top)) { KeepWithNext = true });
        }

        Lines(block.Caption, Styles.Small, structure.Add(structure.Holder, "P"), paper.Left, paper.Measure, 3);
    }

    /// <inheritdoc/>
    public void Visit(PartBlock block)
    {
        structure.BeginPart();
        _strips.Add(new Strip(0, (page, top) => _bookmarks.Add((block.Title, page, top))) { OpensPage = true, KeepWithNext = true });
    }

    /// <summary>The baseline of a line whose top stands at a height.</summary>
    internal static double Baseline(TextStyle style, double top) => top + (style.Leading / 2) + (style.Size * style.Face.Font.CapHeight / 2000.0);

    /// <summary>Draws lines one under the other, and gives the height under them.</summary>
    internal static double Paint(PageCanvas page, List<TextLine> lines, TextStyle style, StructureElement element, double x, double top)
    {
        page.Tag(element);
        foreach (var line in lines)
        {
            page.Text(line, style, x, Baseline(style, top));
            top += style.Leading;
        }

        return top;
    }

    // One strip a line; the first two and the last two lines stay together.
    private void Lines(string text, TextStyle style, StructureElement element, double x, double width, double before, bool keepAll = false) =>
        Lines(LineBreaker.Break(text, style, width), style, element, x, before, keepAll);

    private void Lines(List<TextLine> lines, TextStyle style, StructureElement element, double x, double before, bool keepAll)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            _strips.Add(new Strip(style.Leading, (page, top) =>
            {
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
