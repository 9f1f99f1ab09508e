using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace GruBuilder.Tests.Receipts;

/// <summary>An element of the structure tree with the text that its own marked content holds.</summary>
internal sealed record TaggedElement(string Tag, int Depth, string Text, DictionaryToken Dictionary);

/// <summary>A PDF as a second library reads it: its objects, and its structure tree joined to the pages' marked content.</summary>
internal sealed class TaggedPdf : IDisposable
{
    private readonly Dictionary<(int Page, int Mark), string> _texts = [];
    private readonly Dictionary<IndirectReference, int> _pageNumbers = [];
    private readonly List<TaggedElement> _elements = [];

    internal TaggedPdf(byte[] file)
    {
        Document = PdfDocument.Open(file);
        foreach (var page in Document.GetPages())
        {
            foreach (var content in page.GetMarkedContents()) Read(page.Number, content);
        }

        var kids = (ArrayToken)Resolve(((DictionaryToken)Resolve(Catalog.Data["Pages"])).Data["Kids"]);
        for (var i = 0; i < kids.Length; i++) _pageNumbers[((IndirectReferenceToken)kids[i]).Data] = i + 1;
        var root = (DictionaryToken)Resolve(Catalog.Data["StructTreeRoot"]);
        Walk((DictionaryToken)Resolve(root.Data["K"]), 0);
    }

    internal PdfDocument Document { get; }

    internal DictionaryToken Catalog => Document.Structure.Catalog.CatalogDictionary;

    /// <summary>The structure, in reading order.</summary>
    internal IReadOnlyList<TaggedElement> Elements => _elements;

    /// <summary>What a reader aloud tells: the structure's text, one line an element.</summary>
    internal string Told => string.Join('\n', _elements.Where(e => e.Text.Length > 0).Select(e => e.Text));

    internal IEnumerable<string> Texts(string tag) => _elements.Where(e => e.Tag == tag).Select(e => e.Text);

    internal IToken Resolve(IToken token) =>
        token is IndirectReferenceToken reference ? Resolve(Document.Structure.GetObject(reference.Data).Data) : token;

    public void Dispose() => Document.Dispose();

    private void Read(int page, MarkedContentElement content)
    {
        if (content.MarkedContentIdentifier >= 0 && !content.IsArtifact)
        {
            _texts[(page, content.MarkedContentIdentifier)] = TextOf(content);
        }

        foreach (var child in content.Children) Read(page, child);
    }

    private static string TextOf(MarkedContentElement content) => content.ActualText
        ?? string.Concat(content.Letters.Select(l => l.Value).Concat(content.Children.Select(TextOf)));

    private void Walk(DictionaryToken element, int depth)
    {
        var text = new StringBuilder();
        var children = new List<DictionaryToken>();
        var kids = Resolve(element.Data["K"]);
        foreach (var kid in kids is ArrayToken array ? array.Data : [kids])
        {
            var resolved = Resolve(kid);
            if (resolved is NumericToken mark) text.Append(_texts[(PageOf(element), mark.Int)]);
            else if (resolved is DictionaryToken inner && inner.Data.ContainsKey("MCID")) text.Append(_texts[(PageOf(inner), ((NumericToken)inner.Data["MCID"]).Int)]);
            else if (resolved is DictionaryToken child && child.Data.ContainsKey("S")) children.Add(child);
        }

        _elements.Add(new TaggedElement(((NameToken)element.Data["S"]).Data, depth, text.ToString(), element));
        foreach (var child in children) Walk(child, depth + 1);
    }

    private int PageOf(DictionaryToken element) => _pageNumbers[((IndirectReferenceToken)element.Data["Pg"]).Data];
}
