using System.Globalization;
using System.Text;
using PdfSharp.Pdf;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>
/// An element of the structure tree: a heading, a paragraph, a cell. A long document has a hundred a page, so they are no PDFsharp
/// objects but write themselves.
/// </summary>
internal sealed class StructureElement(string tag, StructureElement? parent, string? alternativeText, string? attributes)
{
    private List<StructureElement>? _children;
    private StringBuilder? _marks;

    /// <summary>Its standard type, such as <c>P</c>.</summary>
    internal string Tag { get; } = tag;

    /// <summary>Its object's number, known once all elements are there.</summary>
    internal int Number { get; set; }

    /// <summary>The value of <c>/A</c>.</summary>
    internal string? Attributes { get; set; } = attributes;

    /// <summary>The number of the page object that plain marked-content numbers refer to; 0 before the first.</summary>
    private int Page { get; set; }

    internal void Add(StructureElement child) => (_children ??= []).Add(child);

    /// <summary>Ties marked content of a page to it.</summary>
    internal void Tie(int page, int mark)
    {
        if (Page == 0)
        {
            Page = page;
        }

        _marks ??= new StringBuilder(8);
        if (Page == page)
        {
            _marks.Append(CultureInfo.InvariantCulture, $"{mark} ");
        }
        else
        {
            _marks.Append(CultureInfo.InvariantCulture, $"<</Type/MCR/Pg {page} 0 R/MCID {mark}>>");
        }
    }

    /// <summary>Ties an annotation to it.</summary>
    internal void TieObject(int page, int annotation) =>
        (_marks ??= new StringBuilder()).Append(CultureInfo.InvariantCulture, $"<</Type/OBJR/Pg {page} 0 R/Obj {annotation} 0 R>>");

    /// <summary>Writes it as an object's body.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="root">The number of the tree's root.</param>
    internal void Write(StringBuilder text, int root)
    {
        text.Append(CultureInfo.InvariantCulture, $"<</S/{Tag}/P {parent?.Number ?? root} 0 R");
        if (alternativeText is not null)
        {
            text.Append("/Alt").Append(PdfText.Format(alternativeText));
        }

        if (Attributes is not null)
        {
            text.Append("/A").Append(Attributes);
        }

        if (Page != 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"/Pg {Page} 0 R");
        }

        text.Append("/K[");
        foreach (var child in _children ?? [])
        {
            text.Append(CultureInfo.InvariantCulture, $"{child.Number} 0 R ");
        }

        text.Append(_marks).Append("]>>");
    }
}

/// <summary>The document's logical structure: what is a heading, a row, a figure, in reading order.</summary>
internal sealed class StructureTree
{
    private readonly PdfDictionary _root;
    private readonly List<StructureElement> _elements = [];
    private readonly StringBuilder _parents = new();

    internal StructureTree(PdfDocument document)
    {
        _root = new PdfDictionary(document);
        document.Internals.AddObject(_root);
        Root = Add(null, "Document");
        Holder = Root;
    }

    /// <summary>The element that holds all others.</summary>
    internal StructureElement Root { get; }

    /// <summary>The element that blocks go into: the whole, or the part that was begun.</summary>
    internal StructureElement Holder { get; private set; }

    /// <summary>Every element, parents before their children.</summary>
    internal IReadOnlyList<StructureElement> Elements => _elements;

    /// <summary>The number of the tree's own object.</summary>
    internal int Number => _root.Reference!.ObjectNumber;

    /// <summary>Begins a part of the document.</summary>
    internal void BeginPart() => Holder = Add(Root, "Part");

    /// <summary>Adds an element after its siblings.</summary>
    /// <param name="parent">The element that holds it.</param>
    /// <param name="tag">Its standard type.</param>
    /// <param name="alternativeText">What is told in place of a figure.</param>
    /// <param name="attributes">The value of <c>/A</c>.</param>
    internal StructureElement Add(StructureElement? parent, string tag, string? alternativeText = null, string? attributes = null)
    {
        var element = new StructureElement(tag, parent, alternativeText, attributes);
        parent?.Add(element);
        _elements.Add(element);
        return element;
    }

    /// <summary>Numbers the elements, once all are there and before anything is drawn.</summary>
    /// <param name="first">A number that leaves room for all other objects.</param>
    internal void Count(int first)
    {
        foreach (var element in _elements)
        {
            element.Number = first++;
        }
    }

    /// <summary>Says which elements hold the marked content, or the annotation, under a key; keys come in ascending order.</summary>
    internal void Parents(int key, string value) => _parents.Append(CultureInfo.InvariantCulture, $"{key} {value}");

    /// <summary>Fills in what is known at the end, and gives the tree's root.</summary>
    /// <param name="nextKey">The first key that no page and no annotation has.</param>
    internal PdfDictionary Finish(int nextKey)
    {
        _root.Elements.SetName("/Type", "/StructTreeRoot");
        _root.Elements["/K"] = new PdfLiteral(string.Create(CultureInfo.InvariantCulture, $"{Root.Number} 0 R"));
        _root.Elements["/ParentTree"] = new PdfLiteral($"<</Nums[{_parents}]>>");
        _root.Elements.SetInteger("/ParentTreeNextKey", nextKey);
        return _root;
    }
}
