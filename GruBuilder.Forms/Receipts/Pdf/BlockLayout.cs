using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Receipts.Images;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>Measures blocks into strips, which flow onto pages as they are measured, and gives each its place in the structure.</summary>
internal sealed partial class BlockLayout(StructureTree structure, PageFlow flow, Paper paper, InkColor primary, ImageObjects images, IReadOnlyDictionary<string, ReceiptImage> pictures, Action<PageCanvas, StructureElement, Uri, string, LinkArea> link)
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
    private readonly double _tallestBox = paper.Bottom - paper.TopOfNext;
    private readonly List<(string Title, PageCanvas Page, double Top)> _bookmarks = [];
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
        var (head, address) = (structure.Add(structure.Holder, "P"), details.Length == 0 ? (StructureElement?)null : structure.Add(structure.Holder, "P"));
        var above = picture is null ? 12 : 0;
        var text = above + (names.Count * name.Leading) + (lines.Count * Styles.Small.Leading);
        var height = Math.Max(text, picture?.Height ?? 0);
        Add(new Strip(height, (page, top) =>
        {
            draw?.Invoke(page, paper.Left, top);
            if (draw is null)
            {
                page.Artifact();
                page.Rectangle(paper.Left, top, 34, 4, primary);
            }

            var at = Paint(page, names, name, head, paper.Left + aside, top + above + ((height - text) / 2));
            if (address is { } below)
            {
                Paint(page, lines, Styles.Small, below, paper.Left + aside, at);
            }
        }) { KeepWithNext = true });
    }

    /// <inheritdoc/>
    public void Visit(HeadingBlock block)
    {
        EndChapter();
        _chapter = block.KeepsWhole ? [] : null;
        var level = Math.Clamp(block.Level, 1, 6);
        var (style, before) = Styles.Heading(level, primary);
        Lines(block.Text, style, structure.Add(structure.Holder, $"H{level}"), paper.Left, paper.Measure, before, keepAll: true);
        Add(new Strip(level <= 2 ? 3 : 1, (_, _) => { }) { KeepWithNext = true });
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
            Lines(LineBreaker.Break(item, Styles.Body, paper.Measure - Inset), Styles.Body, body, paper.Left + Inset, 4, keepAll: false, (page, top) =>
            {
                page.Tag(label);
                page.Text(bullet, Styles.Body with { Color = primary }, paper.Left + 3, Baseline(Styles.Body, top));
            });
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

        Add(new Strip(height, (page, top) =>
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
        void Part(string text, TextStyle style, StructureElement element) => parts.Add((LineBreaker.Break(text, style, width), style, element));
        Part(block.Label, Styles.Small, structure.Add(holder, "P"));
        Part(block.Number, number, structure.Add(holder, "P"));
        Part(block.Caption, Styles.Body, structure.Add(holder, "P"));
        StructureElement? anchor = null;
        if (block.Link is not null)
        {
            var paragraph = structure.Add(holder, "P");
            if (block.LinkText is not null)
            {
                Part(block.LinkText, Styles.Small, structure.Add(paragraph, "Span"));
            }

            var words = structure.Add(paragraph, "Link");
            Part(block.Link.AbsoluteUri, Styles.Small with { Color = primary }, words);
            anchor = words;
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
                Add(new Strip(side, (page, top) => figure(page, paper.Left, top)) { Before = 8 });
            }

            return;
        }

        Add(new Strip(height, (page, top) =>
        {
            Box(page, top, height);
            var at = top + ((height - content) / 2);
            foreach (var (lines, style, element) in parts)
            {
                if (element == anchor)
                {
                    var area = new LinkArea(paper.Left + Inset, at, lines.Max(l => l.Width), lines.Count * style.Leading);
                    at = Paint(page, lines, style, element, paper.Left + Inset, at);
                    link(page, element, block.Link!, block.LinkText ?? block.Caption, area);
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
        Add(new Strip(UsualSide, (page, top) => figure(page, paper.Left, top)) { Before = 8 });
    }

    /// <inheritdoc/>
    public void Visit(SignatureBlock block)
    {
        Lines(block.Label, Styles.Label, structure.Add(structure.Holder, "P"), paper.Left, paper.Measure, 8, keepAll: true);
        var element = structure.Add(structure.Holder, "Figure", block.AlternativeText);
        var strokes = SignatureStrokes.Read(block.Strokes) ?? [];
        var height = SignatureWidth * SignatureStrokes.Height / SignatureStrokes.Width;
        Add(new Strip(height, (page, top) =>
        {
            element.Describe(BoxAttribute(paper.Left, top, SignatureWidth, height));
            page.Tag(element);
            page.Strokes(strokes, paper.Left, top, SignatureWidth / SignatureStrokes.Width, InkColor.Ink);
        }) { Before = 4 });
    }

    /// <inheritdoc/>
    public void Visit(PairsBlock block) => Add(new TableLayout(structure, paper).Pairs(block));

    /// <inheritdoc/>
    public void Visit(TableBlock block)
    {
        if (block.Caption is not null)
        {
            Lines(block.Caption, Styles.Strong, structure.Add(structure.Holder, "P"), paper.Left, paper.Measure, 8, keepAll: true);
        }

        Add(new TableLayout(structure, paper).Table(block));
    }

    /// <inheritdoc/>
    public void Visit(BlankBlock block) => Add(new BlankLayout(structure, paper).Lay(block));

    /// <inheritdoc/>
    public void Visit(PictureBlock block)
    {
        if (pictures.TryGetValue(block.Sha256, out var picture))
        {
            Add(new Strip(10, (_, _) => { }) { KeepWithNext = true });
            var drawn = new Drawn(picture, PictureWidth, PictureHeight);
            var draw = Drawing(drawn, block.AlternativeText);
            Add(new Strip(drawn.Height, (page, top) => draw(page, paper.Left, top)) { KeepWithNext = true });
        }

        Lines(block.Caption, Styles.Small, structure.Add(structure.Holder, "P"), paper.Left, paper.Measure, 3);
    }

    /// <inheritdoc/>
    public void Visit(PartBlock block)
    {
        EndChapter();
        structure.BeginPart();
        Add(new Strip(0, (page, top) => _bookmarks.Add((block.Title, page, top))) { OpensPage = true, KeepWithNext = true });
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
}
