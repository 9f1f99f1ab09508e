using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Receipts;

/// <summary>A receipt as semantic HTML, for pages and e-mails; every text is encoded.</summary>
public static class ReceiptHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes the receipt as an <c>article</c> element.</summary>
    /// <param name="document">The receipt.</param>
    /// <param name="firstLevel">The level of its first heading: 1 where it is the page, 2 under a page's own title.</param>
    public static string Render(ReceiptDocument document, int firstLevel = 1)
    {
        ArgumentNullException.ThrowIfNull(document);
        var writer = new BlockWriter(firstLevel);
        foreach (var block in document.Blocks)
        {
            block.Accept(writer);
        }

        return $"<article class=\"receipt\" lang=\"{Encoder.Encode(document.Language)}\">{writer}</article>";
    }

    private sealed class BlockWriter(int firstLevel) : IReceiptBlockVisitor
    {
        private readonly StringBuilder _html = new();

        public override string ToString() => _html.ToString();

        public void Visit(HeadingBlock block)
        {
            var level = Math.Clamp(block.Level + firstLevel - 1, 1, 6).ToString(CultureInfo.InvariantCulture);
            _html.Append("<h").Append(level).Append('>').Append(Text(block.Text)).Append("</h").Append(level).Append('>');
        }

        public void Visit(ParagraphBlock block)
        {
            var voice = block.Voice switch
            {
                ParagraphVoice.Lead => " class=\"receipt-lead\"",
                ParagraphVoice.Small => " class=\"receipt-small\"",
                _ => "",
            };
            _html.Append("<p").Append(voice).Append('>').Append(Text(block.Text)).Append("</p>");
        }

        public void Visit(ReferenceBlock block)
        {
            _html.Append("<div class=\"receipt-reference\"><div><p class=\"receipt-small\">").Append(Text(block.Label))
                .Append(block.IsMinor ? "</p><p><strong>" : "</p><p class=\"receipt-number\">").Append(Text(block.Number))
                .Append(block.IsMinor ? "</strong></p><p>" : "</p><p>").Append(Text(block.Caption)).Append("</p>");

            // Only the web: no other scheme becomes a link.
            if (block.Link is { IsAbsoluteUri: true, Scheme: "https" or "http" } link)
            {
                var address = Text(link.AbsoluteUri);
                _html.Append("<p>").Append(Text(block.LinkText ?? "")).Append(" <a href=\"").Append(address).Append("\">").Append(address).Append("</a></p>");
            }

            _html.Append("</div>");
            block.Figure?.Accept(this);
            _html.Append("</div>");
        }

        public void Visit(PairsBlock block)
        {
            _html.Append("<dl class=\"receipt-pairs\">");
            foreach (var pair in block.Pairs)
            {
                _html.Append("<div><dt>").Append(Text(pair.Label)).Append("</dt><dd>").Append(Text(pair.Value)).Append("</dd></div>");
            }

            _html.Append("</dl>");
        }

        public void Visit(TableBlock block)
        {
            _html.Append("<div class=\"receipt-table\" tabindex=\"0\" role=\"group\" aria-label=\"")
                .Append(Encoder.Encode(block.Caption ?? string.Join(", ", block.Columns.Select(c => c.Title)))).Append("\"><table>");
            if (block.Caption is not null)
            {
                _html.Append("<caption>").Append(Text(block.Caption)).Append("</caption>");
            }

            _html.Append("<thead><tr>");
            foreach (var column in block.Columns)
            {
                _html.Append("<th scope=\"col\"").Append(Amount(column)).Append('>').Append(Text(column.Title)).Append("</th>");
            }

            _html.Append("</tr></thead><tbody>");
            foreach (var row in block.Rows)
            {
                _html.Append("<tr>");
                for (var i = 0; i < block.Columns.Count; i++)
                {
                    var (open, close) = i == 0 ? ("<th scope=\"row\"", "</th>") : ("<td", "</td>");
                    _html.Append(open).Append(Amount(block.Columns[i])).Append('>').Append(Text(i < row.Count ? row[i] : "")).Append(close);
                }

                _html.Append("</tr>");
            }

            _html.Append("</tbody></table></div>");
        }

        public void Visit(FigureBlock block)
        {
            var shape = QrShape.Of(block.Payload);
            _html.Append(CultureInfo.InvariantCulture, $"<svg class=\"receipt-code\" role=\"img\" viewBox=\"0 0 {shape.Size} {shape.Size}\" shape-rendering=\"crispEdges\" aria-label=\"")
                .Append(Encoder.Encode(block.AlternativeText)).Append(CultureInfo.InvariantCulture, $"\"><path fill=\"#fff\" d=\"M0 0h{shape.Size}v{shape.Size}H0z\"/><path fill=\"#1b2430\" d=\"{shape.Path()}\"/></svg>");
        }

        public void Visit(NoteBlock block) =>
            _html.Append("<div class=\"receipt-note\"><p><strong>").Append(Text(block.Title)).Append("</strong></p><p>").Append(Text(block.Text)).Append("</p></div>");

        public void Visit(ListBlock block)
        {
            _html.Append("<ul>");
            foreach (var item in block.Items)
            {
                _html.Append("<li>").Append(Text(item)).Append("</li>");
            }

            _html.Append("</ul>");
        }

        public void Visit(SignatureBlock block)
        {
            var drawing = SignatureStrokes.Read(block.Strokes) is null ? "" : block.Strokes;
            _html.Append("<p class=\"receipt-small\">").Append(Text(block.Label)).Append(CultureInfo.InvariantCulture, $"</p><svg class=\"receipt-signature\" role=\"img\" viewBox=\"0 0 {SignatureStrokes.Width} {SignatureStrokes.Height}\" aria-label=\"")
                .Append(Encoder.Encode(block.AlternativeText)).Append("\"><path fill=\"none\" stroke=\"currentColor\" stroke-width=\"7\" stroke-linecap=\"round\" stroke-linejoin=\"round\" d=\"").Append(drawing).Append("\"/></svg>");
        }

        public void Visit(BlankBlock block)
        {
            _html.Append("<div class=\"receipt-blank\"><p><strong>").Append(Text(block.Label)).Append("</strong></p>");
            if (block.Help is not null)
            {
                _html.Append("<p class=\"receipt-small\">").Append(Text(block.Help)).Append("</p>");
            }

            foreach (var space in block.Spaces)
            {
                _html.Append("<p>").Append(space.Kind == BlankKind.Tick ? "☐ " : "").Append(Text(space.Text)).Append("</p>");
            }

            _html.Append("</div>");
        }

        public void Visit(PictureBlock block) => _html.Append("<p>").Append(Text(block.Caption)).Append("</p>");

        public void Visit(PartBlock block) => _html.Append("<hr>");

        private static string Amount(TableColumn column) => column.IsAmount ? " class=\"receipt-amount\"" : "";

        private static string Text(string text) => Encoder.Encode(text).Replace("&#xA;", "<br>", StringComparison.Ordinal);
    }
}
