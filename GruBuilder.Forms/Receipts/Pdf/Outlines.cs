using System.Globalization;
using PdfSharp.Pdf;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>The bookmarks by which a reader goes from part to part.</summary>
internal static class Outlines
{
    internal static void Add(PdfDocument document, PdfDictionary catalog, Paper paper, IReadOnlyList<(string Title, PageCanvas Page, double Top)> bookmarks)
    {
        if (bookmarks.Count == 0)
        {
            return;
        }

        PdfDictionary Made()
        {
            var made = new PdfDictionary(document);
            document.Internals.AddObject(made);
            return made;
        }

        var root = Made();
        var items = bookmarks.Select(_ => Made()).ToArray();
        for (var i = 0; i < items.Length; i++)
        {
            var keys = items[i].Elements;
            keys["/Title"] = PdfText.Literal(Xmp.Printable(bookmarks[i].Title));
            keys["/Parent"] = root.Reference;
            keys["/Dest"] = new PdfLiteral(string.Create(CultureInfo.InvariantCulture, $"[{bookmarks[i].Page.Number} 0 R/XYZ 0 {paper.Height - bookmarks[i].Top:0.##} 0]"));
            if (i > 0)
            {
                keys["/Prev"] = items[i - 1].Reference;
            }

            if (i < items.Length - 1)
            {
                keys["/Next"] = items[i + 1].Reference;
            }
        }

        root.Elements.SetName("/Type", "/Outlines");
        root.Elements["/First"] = items[0].Reference;
        root.Elements["/Last"] = items[^1].Reference;
        root.Elements.SetInteger("/Count", items.Length);
        catalog.Elements["/Outlines"] = root.Reference;
        catalog.Elements.SetName("/PageMode", "/UseOutlines");
    }
}
