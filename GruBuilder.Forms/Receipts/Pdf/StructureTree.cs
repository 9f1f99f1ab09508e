using System.Globalization;
using System.Text;
using PdfSharp.Pdf;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>An element of the structure tree: a heading, a paragraph, a cell.</summary>
internal sealed class StructureElement(string tag, PdfDictionary dictionary)
{
    /// <summary>Its standard type, such as <c>P</c>.</summary>
    internal string Tag { get; } = tag;

    internal PdfDictionary Dictionary { get; } = dictionary;

    internal int Number => Dictionary.Reference!.ObjectNumber;

    /// <summary>What <c>/K</c> will hold.</summary>
    internal StringBuilder Kids { get; } = new();

    /// <summary>The number of the page object that plain marked-content numbers refer to; 0 before the first.</summary>
    internal int Page { get; set; }
}

/// <summary>The document's logical structure: what is a heading, a row, a figure, in reading order.</summary>
internal sealed class StructureTree
{
    private readonly PdfDocument _document;
    private readonly PdfDictionary _root;
    private readonly List<StructureElement> _elements = [];
    private readonly StringBuilder _parents = new();

    internal StructureTree(PdfDocument document)
    {
        _document = document;
        _root = new PdfDictionary(document);
        document.Internals.AddObject(_root);
        Root = Add(null, "Document");
        Holder = Root;
    }

    /// <summary>The element that holds all others.</summary>
    internal StructureElement Root { get; }

    /// <summary>The element that blocks go into: the whole, or the part that was begun.</summary>
    internal StructureElement Holder { get; private set; }

    /// <summary>Begins a part of the document.</summary>
    internal void BeginPart() => Holder = Add(Root, "Part");

    /// <summary>Adds an element after its siblings.</summary>
    /// <param name="parent">The element that holds it.</param>
    /// <param name="tag">Its standard type.</param>
    /// <param name="alternativeText">What is told in place of a figure.</param>
    /// <param name="attributes">The value of <c>/A</c>.</param>
    internal StructureElement Add(StructureElement? parent, string tag, string? alternativeText = null, string? attributes = null)
    {
        var dictionary = new PdfDictionary(_document);
        _document.Internals.AddObject(dictionary);
        var element = new StructureElement(tag, dictionary);
        dictionary.Elements.SetName("/S", "/" + tag);
        dictionary.Elements["/P"] = (parent?.Dictionary ?? _root).Reference;
        if (alternativeText is not null)
        {
            dictionary.Elements["/Alt"] = PdfText.Literal(alternativeText);
        }

        if (attributes is not null)
        {
            dictionary.Elements["/A"] = new PdfLiteral(attributes);
        }

        parent?.Kids.Append(CultureInfo.InvariantCulture, $"{element.Number} 0 R ");
        _elements.Add(element);
        return element;
    }

    /// <summary>Ties marked content of a page to an element.</summary>
    internal static void Tie(StructureElement element, int page, int mark)
    {
        if (element.Page == 0)
        {
            element.Page = page;
        }

        if (element.Page == page)
        {
            element.Kids.Append(CultureInfo.InvariantCulture, $"{mark} ");
        }
        else
        {
            element.Kids.Append(CultureInfo.InvariantCulture, $"<</Type/MCR/Pg {page} 0 R/MCID {mark}>>");
        }
    }

    /// <summary>Ties an annotation to an element.</summary>
    internal static void TieObject(StructureElement element, int page, int annotation) =>
        element.Kids.Append(CultureInfo.InvariantCulture, $"<</Type/OBJR/Pg {page} 0 R/Obj {annotation} 0 R>>");

    /// <summary>Says which elements hold the marked content, or the annotation, under a key; keys come in ascending order.</summary>
    internal void Parents(int key, string value) => _parents.Append(CultureInfo.InvariantCulture, $"{key} {value}");

    /// <summary>Fills in what is known at the end, and gives the tree's root.</summary>
    /// <param name="nextKey">The first key that no page and no annotation has.</param>
    internal PdfDictionary Finish(int nextKey)
    {
        foreach (var element in _elements)
        {
            if (element.Page != 0)
            {
                element.Dictionary.Elements["/Pg"] = new PdfLiteral(string.Create(CultureInfo.InvariantCulture, $"{element.Page} 0 R"));
            }

            element.Dictionary.Elements["/K"] = new PdfLiteral($"[{element.Kids.ToString().TrimEnd()}]");
        }

        _root.Elements.SetName("/Type", "/StructTreeRoot");
        _root.Elements["/K"] = Root.Dictionary.Reference;
        _root.Elements["/ParentTree"] = new PdfLiteral($"<</Nums[{_parents}]>>");
        _root.Elements.SetInteger("/ParentTreeNextKey", nextKey);
        return _root;
    }
}
