using System.Globalization;
using System.Text;
using PdfSharp.Pdf;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>An element of the structure tree: a heading, a paragraph, a cell.</summary>
/// <param name="Tree">The tree that holds it.</param>
/// <param name="Index">Its place among all elements.</param>
internal readonly record struct StructureElement(StructureTree Tree, int Index)
{
    /// <summary>Its standard type, such as <c>P</c>.</summary>
    internal string Tag => Tree.TagOf(Index);

    /// <summary>Gives it the value of <c>/A</c>.</summary>
    internal void Describe(string attributes) => Tree.Describe(Index, attributes);

    /// <summary>Ties marked content of a page to it.</summary>
    internal void Tie(int page, int mark) => Tree.Tie(Index, page, mark);

    /// <summary>Ties an annotation to it.</summary>
    internal void TieObject(int page, int annotation) => Tree.TieObject(Index, page, annotation);
}

/// <summary>
/// The document's logical structure: what is a heading, a row, a figure, in reading order. A long document has a hundred elements a page, and all
/// are there until its end: they are rows of numbers, which the garbage collector need not look at.
/// </summary>
internal sealed class StructureTree
{
    private const int NodesPerChunk = 512;
    private const int None = -1;

    // A leaf of the parent tree: short enough for readers to find a page in it, and for us to write it in one piece.
    private const int LongestLeaf = 30_000;
    private readonly PdfDocument _document;
    private readonly PdfDictionary _root;
    private readonly List<Node[]> _chunks = [];
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, int> _textPlaces = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _alternatives = [];
    private readonly Dictionary<int, StringBuilder> _otherMarks = [];
    private readonly StringBuilder _leaf = new();
    private readonly List<string> _leaves = [];
    private int _firstKey;
    private int _lastKey;

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

    /// <summary>How many elements there are; parents come before their children.</summary>
    internal int Count { get; private set; }

    /// <summary>The number of the tree's own object.</summary>
    internal int Number => _root.Reference!.ObjectNumber;

    /// <summary>The number of the first element's object; the others follow. Set once all that comes before has its number.</summary>
    internal int First { get; set; }

    /// <summary>Begins a part of the document.</summary>
    internal void BeginPart() => Holder = Add(Root, "Part");

    /// <summary>Adds an element after its siblings.</summary>
    /// <param name="parent">The element that holds it.</param>
    /// <param name="tag">Its standard type.</param>
    /// <param name="alternativeText">What is told in place of a figure.</param>
    /// <param name="attributes">The value of <c>/A</c>.</param>
    internal StructureElement Add(StructureElement? parent, string tag, string? alternativeText = null, string? attributes = null)
    {
        if (Count % NodesPerChunk == 0)
        {
            _chunks.Add(new Node[NodesPerChunk]);
        }

        var index = Count++;
        NodeAt(index) = new Node { Parent = parent?.Index ?? None, First = None, Last = None, Next = None, Mark = None, Tag = Place(tag), Attributes = attributes is null ? None : Place(attributes) };
        if (parent is { } holder)
        {
            ref var above = ref NodeAt(holder.Index);
            if (above.First == None)
            {
                above.First = index;
            }
            else
            {
                NodeAt(above.Last).Next = index;
            }

            above.Last = index;
        }

        if (alternativeText is not null)
        {
            _alternatives[index] = alternativeText;
        }

        return new StructureElement(this, index);
    }

    internal string TagOf(int index) => _texts[NodeAt(index).Tag];

    internal void Describe(int index, string attributes) => NodeAt(index).Attributes = Place(attributes);

    internal void Tie(int index, int page, int mark)
    {
        ref var node = ref NodeAt(index);
        if (node.Page == 0)
        {
            (node.Page, node.Mark) = (page, mark);
            return;
        }

        // Plain numbers refer to the page that the element names: the first that it was drawn on.
        if (node.Page == page)
        {
            OtherMarks(index).Append(CultureInfo.InvariantCulture, $"{mark} ");
        }
        else
        {
            OtherMarks(index).Append(CultureInfo.InvariantCulture, $"<</Type/MCR/Pg {page} 0 R/MCID {mark}>>");
        }
    }

    internal void TieObject(int index, int page, int annotation) =>
        OtherMarks(index).Append(CultureInfo.InvariantCulture, $"<</Type/OBJR/Pg {page} 0 R/Obj {annotation} 0 R>>");

    /// <summary>Writes an element as an object's body.</summary>
    internal void Write(int index, PdfBytes to)
    {
        ref var node = ref NodeAt(index);
        to.Write("<</S/");
        to.Write(_texts[node.Tag]);
        to.Write("/P ");
        to.Reference(node.Parent == None ? Number : First + node.Parent);
        if (_alternatives.TryGetValue(index, out var alternative))
        {
            to.Write("/Alt");
            to.Write(PdfText.Format(alternative));
        }

        if (node.Attributes != None)
        {
            to.Write("/A");
            to.Write(_texts[node.Attributes]);
        }

        if (node.Page != 0)
        {
            to.Write("/Pg ");
            to.Reference(node.Page);
        }

        to.Write("/K[");
        for (var child = node.First; child != None; child = NodeAt(child).Next)
        {
            to.Reference(First + child);
            to.Write(" ");
        }

        if (node.Mark != None)
        {
            to.Write(node.Mark);
            to.Write(" ");
        }

        if (_otherMarks.TryGetValue(index, out var others))
        {
            to.Write(others.ToString());
        }

        to.Write("]>>");
    }

    /// <summary>Says which elements hold the marked content of a page; keys come in ascending order.</summary>
    /// <param name="key">The page's key.</param>
    /// <param name="owners">The places of its elements.</param>
    internal void Parents(int key, ReadOnlySpan<int> owners)
    {
        Begin(key);
        _leaf.Append('[');
        var separator = "";
        foreach (var owner in owners)
        {
            _leaf.Append(CultureInfo.InvariantCulture, $"{separator}{First + owner} 0 R");
            separator = " ";
        }

        _leaf.Append(']');
    }

    /// <summary>Says which element holds an annotation.</summary>
    internal void Parent(int key, StructureElement owner)
    {
        Begin(key);
        _leaf.Append(CultureInfo.InvariantCulture, $" {First + owner.Index} 0 R ");
    }

    /// <summary>Fills in what is known at the end, and gives the tree's root.</summary>
    /// <param name="nextKey">The first key that no page and no annotation has.</param>
    internal PdfDictionary Finish(int nextKey)
    {
        _root.Elements.SetName("/Type", "/StructTreeRoot");
        _root.Elements["/K"] = new PdfLiteral(string.Create(CultureInfo.InvariantCulture, $"{First} 0 R"));
        _root.Elements["/ParentTree"] = new PdfLiteral(ParentTree());
        _root.Elements.SetInteger("/ParentTreeNextKey", nextKey);
        return _root;
    }

    private void Begin(int key)
    {
        if (_leaf.Length > LongestLeaf)
        {
            EndLeaf();
        }

        if (_leaf.Length == 0)
        {
            _firstKey = key;
        }

        _lastKey = key;
        _leaf.Append(CultureInfo.InvariantCulture, $"{key} ");
    }

    private void EndLeaf()
    {
        _leaves.Add(string.Create(CultureInfo.InvariantCulture, $"/Limits[{_firstKey} {_lastKey}]/Nums[{_leaf}]"));
        _leaf.Clear();
    }

    // Of a document of a few pages, the whole tree is one leaf.
    private string ParentTree()
    {
        if (_leaves.Count == 0)
        {
            return $"<</Nums[{_leaf}]>>";
        }

        EndLeaf();
        return $"<</Kids[{string.Join(' ', _leaves.Select(Kid))}]>>";
    }

    private string Kid(string leaf)
    {
        var kid = new PdfDictionary(_document);
        _document.Internals.AddObject(kid);
        var at = leaf.IndexOf("/Nums", StringComparison.Ordinal);
        kid.Elements["/Limits"] = new PdfLiteral(leaf["/Limits".Length..at]);
        kid.Elements["/Nums"] = new PdfLiteral(leaf[(at + "/Nums".Length)..]);
        return string.Create(CultureInfo.InvariantCulture, $"{kid.Reference!.ObjectNumber} 0 R");
    }

    private ref Node NodeAt(int index) => ref _chunks[index / NodesPerChunk][index % NodesPerChunk];

    private StringBuilder OtherMarks(int index) =>
        _otherMarks.TryGetValue(index, out var known) ? known : _otherMarks[index] = new StringBuilder();

    // Tags and attributes are few and come again and again.
    private int Place(string text)
    {
        if (!_textPlaces.TryGetValue(text, out var place))
        {
            place = _textPlaces[text] = _texts.Count;
            _texts.Add(text);
        }

        return place;
    }

    private struct Node
    {
        internal int Parent;
        internal int First;
        internal int Last;
        internal int Next;

        // The number of the page object that plain marked-content numbers refer to; 0 before the first.
        internal int Page;
        internal int Mark;
        internal int Tag;
        internal int Attributes;
    }
}
