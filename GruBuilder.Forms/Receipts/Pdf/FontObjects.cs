using System.Globalization;
using PdfSharp.Pdf;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>A font as PDF objects: composite, embedded, and mapped to Unicode.</summary>
internal static class FontObjects
{
    /// <summary>Adds a font and gives its dictionary.</summary>
    internal static PdfDictionary Add(PdfDocument document, FontUse use)
    {
        var font = use.Face.Font;
        var subset = use.Face.Subset(use.Used);
        var name = $"/{subset.Tag}+{font.Name}";
        var program = Stream(document, subset.Program, isDeflated: true);
        program.Elements.SetInteger("/Length1", subset.Length);

        var descriptor = new PdfDictionary(document);
        document.Internals.AddObject(descriptor);
        descriptor.Elements.SetName("/Type", "/FontDescriptor");
        descriptor.Elements.SetName("/FontName", name);
        descriptor.Elements.SetInteger("/Flags", 32);
        descriptor.Elements["/FontBBox"] = new PdfLiteral($"[{string.Join(' ', font.Box)}]");
        descriptor.Elements.SetInteger("/ItalicAngle", 0);
        descriptor.Elements.SetInteger("/Ascent", font.Ascent);
        descriptor.Elements.SetInteger("/Descent", font.Descent);
        descriptor.Elements.SetInteger("/CapHeight", font.CapHeight);
        descriptor.Elements.SetInteger("/StemV", use.Face == FontFace.Bold ? 140 : 80);
        descriptor.Elements["/FontFile2"] = program.Reference;

        var descendant = new PdfDictionary(document);
        document.Internals.AddObject(descendant);
        descendant.Elements.SetName("/Type", "/Font");
        descendant.Elements.SetName("/Subtype", "/CIDFontType2");
        descendant.Elements.SetName("/BaseFont", name);
        descendant.Elements["/CIDSystemInfo"] = new PdfLiteral("<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>");
        descendant.Elements["/FontDescriptor"] = descriptor.Reference;
        descendant.Elements["/W"] = new PdfLiteral(subset.Widths);
        descendant.Elements.SetName("/CIDToGIDMap", "/Identity");

        var composite = new PdfDictionary(document);
        document.Internals.AddObject(composite);
        composite.Elements.SetName("/Type", "/Font");
        composite.Elements.SetName("/Subtype", "/Type0");
        composite.Elements.SetName("/BaseFont", name);
        composite.Elements.SetName("/Encoding", "/Identity-H");
        composite.Elements["/DescendantFonts"] = new PdfLiteral(
            string.Create(CultureInfo.InvariantCulture, $"[{descendant.Reference!.ObjectNumber} 0 R]"));
        composite.Elements["/ToUnicode"] = Stream(document, subset.ToUnicode, isDeflated: true).Reference;
        return composite;
    }

    /// <summary>Adds a stream.</summary>
    internal static PdfDictionary Stream(PdfDocument document, byte[] content, bool isDeflated)
    {
        var stream = new PdfDictionary(document);
        document.Internals.AddObject(stream);
        if (isDeflated)
        {
            stream.Elements.SetName("/Filter", "/FlateDecode");
        }

        stream.CreateStream(content);
        return stream;
    }
}
