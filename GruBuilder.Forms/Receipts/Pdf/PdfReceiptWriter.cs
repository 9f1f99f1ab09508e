using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PdfSharp.Pdf;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>A rectangle that leads somewhere; points from the top left corner.</summary>
internal readonly record struct LinkArea(double X, double Top, double Width, double Height);

/// <summary>
/// Writes receipts as tagged PDF (PDF/UA-1, PDF/A-3a) with PDFsharp's objects. Thread-safe; keeps parsed fonts and their subsets.
/// </summary>
/// <param name="seal">
/// What signs them; null for nothing. Whether it is in force or not, all but the signature stays the same bytes.
/// </param>
public sealed class PdfReceiptWriter(PdfSeal? seal = null) : IReceiptWriter
{
    internal const string Tool = "GruBuilder";

    /// <inheritdoc/>
    public string MediaType => "application/pdf";

    /// <inheritdoc/>
    public void Write(ReceiptDocument document, Stream output) => Write(document, output, seal is { IsInForce: true } ? seal : null);

    /// <inheritdoc/>
    public void WriteUnsigned(ReceiptDocument document, Stream output) => Write(document, output, null);

    private void Write(ReceiptDocument document, Stream output, PdfSeal? signer)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        using var pdf = new PdfDocument();
        using var file = new PdfBytes();
        using var job = new Job(pdf, document, hasSeal: seal is not null);
        job.Write(file);
        signer?.Sign(file);
        output.Write(file.Written);
    }

    // One receipt in the making.
    private sealed class Job : IDisposable
    {
        private readonly PdfDocument _pdf;
        private readonly ReceiptDocument _document;
        private readonly FontUse[] _fonts = [new(FontFace.Regular, "/F1"), new(FontFace.Bold, "/F2")];
        private readonly StructureTree _structure;
        private readonly ImageObjects _images;
        private readonly PageFlow _flow;
        private readonly List<(PdfDictionary Annotation, StructureElement Element)> _links = [];
        private readonly InkColor _primary;
        private readonly Paper _paper;
        private readonly bool _hasSeal;

        internal Job(PdfDocument pdf, ReceiptDocument document, bool hasSeal)
        {
            _hasSeal = hasSeal;
            _pdf = pdf;
            _document = document;
            _structure = new StructureTree(_pdf);
            _images = new ImageObjects(_pdf);
            _paper = Paper.Of(document.Format);
            _flow = new PageFlow(_pdf, _fonts, _paper);
            _primary = InkColor.Readable(document.Issuer.PrimaryColor);
        }

        public void Dispose() => _flow.Dispose();

        internal void Write(PdfBytes file)
        {
            var layout = new BlockLayout(_structure, _flow, _paper, _primary, _images, _document.Images, Link);
            layout.Letterhead(_document.Issuer, _document.Issuer.Logo is { } logo ? _document.Images.GetValueOrDefault(logo.Sha256) : null);
            foreach (var block in _document.Blocks)
            {
                block.Accept(layout);
            }

            layout.End();

            // There are never more pages than strips, nor more links, bookmarks and leaves of the parent tree; a page is two objects.
            _structure.First = 64 + (4 * _flow.Strips) + (4 * _document.Attachments.Count);
            var contents = Contents();
            var field = _hasSeal ? SignatureField(_structure.Add(_structure.Root, "Form")) : null;
            var catalog = Emptied(_pdf.Internals.Catalog);
            Pages(catalog, contents);
            Catalog(catalog);
            Outlines.Add(_pdf, catalog, _paper, layout.Bookmarks);
            if (field is not null)
            {
                catalog.Elements["/AcroForm"] = new PdfLiteral(string.Create(CultureInfo.InvariantCulture, $"<</Fields[{field.Reference!.ObjectNumber} 0 R]/SigFlags 3>>"));
            }

            CompactFile.Write(_pdf, catalog, Information(), _structure, field, file);
        }

        private void Link(PageCanvas page, StructureElement element, Uri target, string words, LinkArea area)
        {
            var annotation = Add(new PdfDictionary(_pdf));
            var keys = annotation.Elements;
            keys.SetName("/Type", "/Annot");
            keys.SetName("/Subtype", "/Link");
            keys["/Rect"] = new PdfLiteral(string.Create(
                CultureInfo.InvariantCulture,
                $"[{area.X:0.##} {_paper.Height - area.Top - area.Height:0.##} {area.X + area.Width:0.##} {_paper.Height - area.Top:0.##}]"));
            keys["/Border"] = new PdfLiteral("[0 0 0]");
            keys.SetInteger("/F", 4);
            keys["/Contents"] = PdfText.Literal(Xmp.Printable($"{words} {target.AbsoluteUri}"));
            keys["/A"] = new PdfLiteral($"<</S/URI/URI{PdfText.Format(target.AbsoluteUri)}>>");
            var number = annotation.Reference!.ObjectNumber;
            page.Annotations.Add(number);
            element.TieObject(page.Number, number);
            _links.Add((annotation, element));
        }

        // Invisible, on the first page: what a signature will fill.
        private PdfDictionary SignatureField(StructureElement element)
        {
            var page = _flow.Pages[0];
            var field = Add(new PdfDictionary(_pdf));
            var keys = field.Elements;
            keys.SetName("/FT", "/Sig");
            keys.SetName("/Type", "/Annot");
            keys.SetName("/Subtype", "/Widget");
            keys["/T"] = PdfText.Literal("Signature");
            keys["/TU"] = PdfText.Literal(Xmp.Printable($"Signature électronique : {_document.Issuer.Name}"));
            keys["/Rect"] = new PdfLiteral("[0 0 0 0]");
            keys.SetInteger("/F", 132);
            keys["/P"] = page.Page.Reference;
            var number = field.Reference!.ObjectNumber;
            page.Annotations.Add(number);
            element.TieObject(page.Number, number);
            _links.Add((field, element));
            return field;
        }

        // Each page with its running lines, now that their number is known.
        private byte[][] Contents()
        {
            var running = new RunningLines(_document, _paper, _primary);
            var contents = new byte[_flow.Pages.Count][];
            for (var i = 0; i < contents.Length; i++)
            {
                var page = _flow.Pages[i];
                page.Resume();
                running.Draw(page, i + 1, contents.Length);
                contents[i] = page.Finish();
            }

            return contents;
        }

        private void Pages(PdfDictionary catalog, byte[][] contents)
        {
            var tree = Add(new PdfDictionary(_pdf));
            var fonts = string.Concat(_fonts.Select(f => $"{f.Name} {FontObjects.Add(_pdf, f).Reference!.ObjectNumber} 0 R"));
            var resources = new PdfLiteral($"<</Font<<{fonts}>>{_images.Resources}>>");
            var kids = new StringBuilder("[");
            for (var i = 0; i < _flow.Pages.Count; i++)
            {
                var canvas = _flow.Pages[i];
                var keys = canvas.Page.Elements;
                keys.SetName("/Type", "/Page");
                keys["/Parent"] = tree.Reference;
                keys["/Resources"] = resources;
                keys["/MediaBox"] = new PdfLiteral(string.Create(CultureInfo.InvariantCulture, $"[0 0 {_paper.Width} {_paper.Height}]"));
                keys["/Contents"] = Add(Stream(contents[i])).Reference;
                keys.SetName("/Tabs", "/S");
                keys.SetInteger("/StructParents", i);
                if (canvas.Annotations.Count > 0)
                {
                    keys["/Annots"] = new PdfLiteral($"[{string.Join(' ', canvas.Annotations.Select(n => $"{n} 0 R"))}]");
                }

                _structure.Parents(i, canvas.Owners);
                kids.Append(CultureInfo.InvariantCulture, $"{canvas.Number} 0 R ");
            }

            tree.Elements.SetName("/Type", "/Pages");
            tree.Elements["/Kids"] = new PdfLiteral(kids.ToString().TrimEnd() + "]");
            tree.Elements.SetInteger("/Count", _flow.Pages.Count);
            catalog.Elements["/Pages"] = tree.Reference;
        }

        private void Catalog(PdfDictionary catalog)
        {
            var next = _flow.Pages.Count;
            foreach (var (annotation, element) in _links)
            {
                annotation.Elements.SetInteger("/StructParent", next);
                _structure.Parent(next++, element);
            }

            var keys = catalog.Elements;
            keys.SetName("/Type", "/Catalog");
            keys["/Lang"] = PdfText.Literal(_document.Language);
            keys["/MarkInfo"] = new PdfLiteral("<</Marked true>>");
            keys["/ViewerPreferences"] = new PdfLiteral("<</DisplayDocTitle true>>");
            keys["/StructTreeRoot"] = _structure.Finish(next).Reference;
            var metadata = Add(Stream(Encoding.UTF8.GetBytes(Xmp.Of(_document)), isDeflated: false));
            metadata.Elements.SetName("/Type", "/Metadata");
            metadata.Elements.SetName("/Subtype", "/XML");
            keys["/Metadata"] = metadata.Reference;
            var profile = Add(Stream(ColorProfile.Srgb));
            profile.Elements.SetInteger("/N", 3);
            keys["/OutputIntents"] = new PdfLiteral(
                $"[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile {profile.Reference!.ObjectNumber} 0 R>>]");
            Attachments(keys);
        }

        private void Attachments(PdfDictionary.DictionaryElements catalog)
        {
            if (_document.Attachments.Count == 0)
            {
                return;
            }

            var files = new List<(string Name, int Number)>();
            foreach (var attachment in _document.Attachments.OrderBy(a => a.Name, StringComparer.Ordinal))
            {
                var stream = Add(Stream(Deflate.Compress(attachment.Content.Span)));
                stream.Elements.SetName("/Type", "/EmbeddedFile");
                stream.Elements.SetName("/Subtype", "/" + attachment.MediaType.Replace("/", "#2F", StringComparison.Ordinal));
                stream.Elements["/Params"] = new PdfLiteral(
                    $"<</Size {attachment.Content.Length}/ModDate{PdfText.Date(_document.Date)}/CheckSum<{CheckSum(attachment.Content.Span)}>>>");
                var file = Add(new PdfDictionary(_pdf));
                var name = PdfText.Format(attachment.Name);
                var number = stream.Reference!.ObjectNumber;
                file.Elements.SetName("/Type", "/Filespec");
                file.Elements["/F"] = new PdfLiteral(name);
                file.Elements["/UF"] = new PdfLiteral(name);
                file.Elements["/Desc"] = PdfText.Literal(attachment.Description);
                file.Elements.SetName("/AFRelationship", "/Data");
                file.Elements["/EF"] = new PdfLiteral($"<</F {number} 0 R/UF {number} 0 R>>");
                files.Add((name, file.Reference!.ObjectNumber));
            }

            catalog["/AF"] = new PdfLiteral($"[{string.Join(' ', files.Select(f => $"{f.Number} 0 R"))}]");
            catalog["/Names"] = new PdfLiteral($"<</EmbeddedFiles<</Names[{string.Join(' ', files.Select(f => $"{f.Name} {f.Number} 0 R"))}]>>>>");
        }

        private PdfDictionary Information()
        {
            var information = Emptied(_pdf.Info);
            information.Elements["/Title"] = PdfText.Literal(Xmp.Printable(_document.Title));
            information.Elements["/Author"] = PdfText.Literal(Xmp.Printable(_document.Issuer.Name));
            information.Elements["/Creator"] = PdfText.Literal(Tool);
            information.Elements["/Producer"] = PdfText.Literal(Tool);
            information.Elements["/CreationDate"] = new PdfLiteral(PdfText.Date(_document.Date));
            information.Elements["/ModDate"] = new PdfLiteral(PdfText.Date(_document.Date));
            return information;
        }

        private PdfDictionary Stream(byte[] content, bool isDeflated = true) => FontObjects.Stream(_pdf, content, isDeflated);

        private PdfDictionary Add(PdfDictionary dictionary)
        {
            if (dictionary.Reference is null)
            {
                _pdf.Internals.AddObject(dictionary);
            }

            return dictionary;
        }

        // PDFsharp fills these with the clock and its own name.
        private static PdfDictionary Emptied(PdfDictionary dictionary)
        {
            dictionary.Elements.Clear();
            return dictionary;
        }

        // The format's own field is MD5; it guards against accidents, not against people.
#pragma warning disable CA5351
        private static string CheckSum(ReadOnlySpan<byte> content) => Convert.ToHexString(MD5.HashData(content));
#pragma warning restore CA5351
    }
}
