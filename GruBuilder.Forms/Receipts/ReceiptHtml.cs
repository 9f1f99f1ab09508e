using System.Collections.Frozen;
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

    private static readonly FrozenDictionary<string, string> MailStyles = new Dictionary<string, string>
    {
        ["receipt"] = "overflow-wrap:anywhere",
        ["receipt-lead"] = "font-weight:600",
        ["receipt-small"] = "margin:0 0 4px;font-size:15px",
        ["receipt-reference"] = "margin:24px 0;padding:16px;border:1px solid #7a8594;border-radius:8px",
        ["receipt-number"] = "margin:0;font-size:28px;font-weight:700",
        ["receipt-pairs"] = "margin:0",
        ["receipt-table"] = "overflow-x:auto",
        ["receipt-note"] = "margin:24px 0;padding:4px 16px;border-left:4px solid #7a8594",
        ["receipt-amount"] = "text-align:right",
        ["dt"] = "margin:12px 0 0;font-weight:600",
        ["dd"] = "margin:0",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Writes the receipt as an <c>article</c> element.</summary>
    /// <param name="document">The receipt.</param>
    /// <param name="firstLevel">The level of its first heading: 1 where it is the page, 2 under a page's own title.</param>
    public static string Render(ReceiptDocument document, int firstLevel = 1) => Render(document, firstLevel, forMail: false);

    /// <summary>
    /// Writes the receipt for an e-mail: what a style sheet says stands on the elements themselves, and what mail programs do not draw is left
    /// out, each time with the same said in words. No colour of text or ground is set.
    /// </summary>
    /// <param name="document">The receipt.</param>
    /// <param name="firstLevel">The level of its first heading.</param>
    public static string RenderForMail(ReceiptDocument document, int firstLevel) => Render(document, firstLevel, forMail: true);

    private static string Render(ReceiptDocument document, int firstLevel, bool forMail)
    {
        ArgumentNullException.ThrowIfNull(document);
        var writer = new BlockWriter(firstLevel, forMail);
        foreach (var block in document.Blocks)
        {
            block.Accept(writer);
        }

        return $"<article{writer.Look("receipt")} lang=\"{Encoder.Encode(document.Language)}\">{writer}</article>";
    }

    private sealed class BlockWriter(int firstLevel, bool forMail) : IReceiptBlockVisitor
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
                ParagraphVoice.Lead => Look("receipt-lead"),
                ParagraphVoice.Small => Look("receipt-small"),
                _ => "",
            };
            _html.Append("<p").Append(voice).Append('>').Append(Text(block.Text)).Append("</p>");
        }

        public void Visit(ReferenceBlock block)
        {
            _html.Append("<div").Append(Look("receipt-reference")).Append("><div><p").Append(Look("receipt-small")).Append('>').Append(Text(block.Label))
                .Append(block.IsMinor ? "</p><p><strong>" : $"</p><p{Look("receipt-number")}>").Append(Text(block.Number))
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
            _html.Append("<dl").Append(Look("receipt-pairs")).Append('>');
            foreach (var pair in block.Pairs)
            {
                _html.Append("<div><dt").Append(Look("dt")).Append('>').Append(Text(pair.Label)).Append("</dt><dd").Append(Look("dd")).Append('>').Append(Text(pair.Value)).Append("</dd></div>");
            }

            _html.Append("</dl>");
        }

        public void Visit(TableBlock block)
        {
            _html.Append("<div").Append(Look("receipt-table")).Append(" tabindex=\"0\" role=\"group\" aria-label=\"")
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
            // The address that the code says stands beside it in words.
            if (forMail) return;
            var shape = QrShape.Of(block.Payload);
            _html.Append(CultureInfo.InvariantCulture, $"<svg{Look("receipt-code")} role=\"img\" viewBox=\"0 0 {shape.Size} {shape.Size}\" shape-rendering=\"crispEdges\" aria-label=\"")
                .Append(Encoder.Encode(block.AlternativeText)).Append(CultureInfo.InvariantCulture, $"\"><path fill=\"#fff\" d=\"M0 0h{shape.Size}v{shape.Size}H0z\"/><path fill=\"#1b2430\" d=\"{shape.Path()}\"/></svg>");
        }

        public void Visit(NoteBlock block) =>
            _html.Append("<div").Append(Look("receipt-note")).Append("><p><strong>").Append(Text(block.Title)).Append("</strong></p><p>").Append(Text(block.Text)).Append("</p></div>");

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
            if (forMail)
            {
                Visit(new PairsBlock([new LabelledValue(block.Label, block.AlternativeText)]));
                return;
            }

            var drawing = SignatureStrokes.Read(block.Strokes) is null ? "" : block.Strokes;
            _html.Append("<p").Append(Look("receipt-small")).Append('>').Append(Text(block.Label)).Append(CultureInfo.InvariantCulture, $"</p><svg{Look("receipt-signature")} role=\"img\" viewBox=\"0 0 {SignatureStrokes.Width} {SignatureStrokes.Height}\" aria-label=\"")
                .Append(Encoder.Encode(block.AlternativeText)).Append("\"><path fill=\"none\" stroke=\"currentColor\" stroke-width=\"7\" stroke-linecap=\"round\" stroke-linejoin=\"round\" d=\"").Append(drawing).Append("\"/></svg>");
        }

        public void Visit(BlankBlock block)
        {
            _html.Append("<div").Append(Look("receipt-blank")).Append("><p><strong>").Append(Text(block.Label)).Append("</strong></p>");
            if (block.Help is not null)
            {
                _html.Append("<p").Append(Look("receipt-small")).Append('>').Append(Text(block.Help)).Append("</p>");
            }

            foreach (var space in block.Spaces)
            {
                _html.Append("<p>").Append(space.Kind == BlankKind.Tick ? "☐ " : "").Append(Text(space.Text)).Append("</p>");
            }

            _html.Append("</div>");
        }

        public void Visit(PictureBlock block) => _html.Append("<p>").Append(Text(block.Caption)).Append("</p>");

        public void Visit(PartBlock block) => _html.Append("<hr>");

        // A class on pages; in mails, where style sheets get lost, the style itself.
        public string Look(string name) => !forMail
            ? name.StartsWith("receipt", StringComparison.Ordinal) ? $" class=\"{name}\"" : ""
            : MailStyles.TryGetValue(name, out var style) ? $" style=\"{style}\"" : "";

        private string Amount(TableColumn column) => column.IsAmount ? Look("receipt-amount") : "";

        private static string Text(string text) => Encoder.Encode(text).Replace("&#xA;", "<br>", StringComparison.Ordinal);
    }
}
