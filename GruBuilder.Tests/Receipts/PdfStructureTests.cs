using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using GruBuilder.Forms.Receipts;
using GruBuilder.Forms.Receipts.Law;
using GruBuilder.Forms.Receipts.Pdf;
using UglyToad.PdfPig.Tokens;

namespace GruBuilder.Tests.Receipts;

/// <summary>What PDF/UA-1 and PDF/A-3a ask of the file, read with another library than the one that writes.</summary>
public class PdfStructureTests
{
    [Theory]
    [InlineData(SilenceRegime.Acceptance)]
    [InlineData(SilenceRegime.Rejection)]
    [InlineData(SilenceRegime.NoDecision)]
    public void Another_reader_finds_nothing_wrong(SilenceRegime regime) => PdfTools.AssertSound(Samples.Pdf(Samples.Acknowledgement(regime)));

    [Theory]
    [InlineData(3)]
    [InlineData(150)]
    public void Every_mark_of_a_page_is_found_from_it_however_long_the_document(int pages)
    {
        var file = Samples.Pdf(Samples.Of(new PairsBlock([.. Enumerable.Range(1, 32 * pages).Select(i => new LabelledValue($"Question {i}", $"Réponse {i}"))])));
        PdfTools.AssertSound(file);
        using var pdf = new TaggedPdf(file);
        Assert.True(pdf.Document.NumberOfPages > pages * 0.9);
        var owners = new Dictionary<int, ArrayToken>();
        ReadNumbers(pdf, (DictionaryToken)pdf.Resolve(((DictionaryToken)pdf.Resolve(pdf.Catalog.Data["StructTreeRoot"])).Data["ParentTree"]), owners);
        foreach (var page in pdf.Document.GetPages())
        {
            var kept = owners[((NumericToken)page.Dictionary.Data["StructParents"]).Int];
            var marks = page.GetMarkedContents().Select(m => m.MarkedContentIdentifier).Where(m => m >= 0).ToArray();
            Assert.Equal(Enumerable.Range(0, kept.Length), marks.Order());
            var first = (DictionaryToken)pdf.Resolve(kept[0]);
            Assert.Equal(page.Number, pdf.Document.GetPages().First(p => p.Dictionary.Data["StructParents"].Equals(((DictionaryToken)pdf.Resolve(first.Data["Pg"])).Data["StructParents"])).Number);
        }
    }

    [Fact]
    public void A_page_of_a_long_document_takes_no_more_memory_than_one_of_a_short_one()
    {
        // The first fills the pool of buffers, which other tests draw from too.
        Allocated(400);
        var (few, many) = (Allocated(40), Allocated(400));
        Assert.InRange(many / (double)few, 0.5, 1.3);
        Assert.InRange(many, 0, 120_000);

        static long Allocated(int pages)
        {
            var document = Samples.Of(new PairsBlock([.. Enumerable.Range(1, 32 * pages).Select(i => new LabelledValue($"Question {i}", $"Réponse {i}, 12 rue de la Liberté"))]));
            var before = GC.GetAllocatedBytesForCurrentThread();
            new PdfReceiptWriter().Write(document, Stream.Null);
            return (GC.GetAllocatedBytesForCurrentThread() - before) / pages;
        }
    }

    [Fact]
    public void Headings_follow_one_another_without_a_gap()
    {
        using var pdf = Open();
        var levels = pdf.Elements.Where(e => e.Tag is ['H', >= '1' and <= '6']).Select(e => e.Tag[1] - '0').ToArray();
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        Assert.Equal("Accusé de réception de votre demande", pdf.Texts("H1").Single());
    }

    [Fact]
    public void Pairs_and_tables_have_header_cells_with_their_scope()
    {
        using var pdf = new TaggedPdf(Samples.Pdf(Samples.Of(
            new PairsBlock([new("Nom", "Martin")]),
            new TableBlock("Enfants", [new("Enfant"), new("Prix", IsAmount: true)], [["Éloïse", "2,85 €"], ["Noé", "2,85 €"]]))));
        Assert.Equal(["Nom", "Enfant", "Prix", "Éloïse", "Noé"], pdf.Texts("TH"));
        Assert.Equal(["Martin", "2,85 €", "2,85 €"], pdf.Texts("TD"));
        var scopes = pdf.Elements.Where(e => e.Tag == "TH").Select(e => ((NameToken)((DictionaryToken)pdf.Resolve(e.Dictionary.Data["A"])).Data["Scope"]).Data);
        Assert.Equal(["Row", "Column", "Column", "Row", "Row"], scopes);
        Assert.All(pdf.Elements.Where(e => e.Tag is "TH" or "TD"), cell => Assert.Equal(3, cell.Depth));
    }

    [Fact]
    public void Lists_have_labels_and_bodies()
    {
        using var pdf = Open();
        Assert.Equal(2, pdf.Texts("LI").Count());
        Assert.Equal(["•", "•"], pdf.Texts("Lbl").Select(t => t.Trim()));
        Assert.StartsWith("demander au maire", pdf.Texts("LBody").First(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_code_is_a_figure_with_an_alternative_and_a_box()
    {
        using var pdf = Open();
        var figure = pdf.Elements.Single(e => e.Tag == "Figure").Dictionary;
        Assert.Contains("https://demarches.example.fr/suivi/R-2026-004217-K", Text(figure.Data["Alt"]), StringComparison.Ordinal);
        Assert.Equal(4, ((ArrayToken)((DictionaryToken)pdf.Resolve(figure.Data["A"])).Data["BBox"]).Length);
    }

    [Fact]
    public void The_link_is_tagged_and_says_where_it_leads()
    {
        using var pdf = Open();
        Assert.Equal("https://demarches.example.fr/suivi/R-2026-004217-K", pdf.Texts("Link").Single());
        Assert.Contains("\nSuivez votre demande\u202F:\nhttps://demarches", pdf.Told, StringComparison.Ordinal);
        var annotation = pdf.Document.GetPage(1).GetAnnotations().Single();
        Assert.Contains("suivi", annotation.Content, StringComparison.Ordinal);
        Assert.True(annotation.AnnotationDictionary.Data.ContainsKey("StructParent"));
    }

    [Fact]
    public void The_title_is_shown_and_the_language_told()
    {
        using var pdf = Open();
        Assert.Equal("fr-FR", Text(pdf.Catalog.Data["Lang"]));
        Assert.Equal(BooleanToken.True, ((DictionaryToken)pdf.Catalog.Data["MarkInfo"]).Data["Marked"]);
        Assert.Equal(BooleanToken.True, ((DictionaryToken)pdf.Catalog.Data["ViewerPreferences"]).Data["DisplayDocTitle"]);
        Assert.Equal("Accusé de réception de votre demande R-2026-004217-K", pdf.Document.Information.Title);
        Assert.Equal(["S"], pdf.Document.GetPages().Select(page => ((NameToken)page.Dictionary.Data["Tabs"]).Data).Distinct());
    }

    [Fact]
    public void All_that_is_drawn_is_tagged_or_an_artifact()
    {
        using var pdf = Open();
        foreach (var page in pdf.Document.GetPages())
        {
            Assert.Equal(page.Letters.Count, page.GetMarkedContents().Sum(c => c.Letters.Count));
            Assert.NotEqual(0, page.GetMarkedContents().Count(c => c.IsArtifact));
        }
    }

    [Fact]
    public void Running_lines_count_pages_and_are_not_told()
    {
        using var pdf = Open();
        var count = pdf.Document.NumberOfPages;
        Assert.True(count >= 2);
        foreach (var page in pdf.Document.GetPages()) Assert.Contains($"Page {page.Number} sur {count}", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Page 1 sur", pdf.Told, StringComparison.Ordinal);
    }

    [Fact]
    public void Fonts_are_embedded_and_mapped_to_Unicode()
    {
        using var pdf = Open();
        var fonts = (DictionaryToken)((DictionaryToken)pdf.Resolve(pdf.Document.GetPage(1).Dictionary.Data["Resources"])).Data["Font"];
        Assert.Equal(2, fonts.Data.Count);
        Assert.All(fonts.Data.Values, value =>
        {
            var font = (DictionaryToken)pdf.Resolve(value);
            Assert.True(font.Data.ContainsKey("ToUnicode"));
            var descendant = (DictionaryToken)pdf.Resolve(((ArrayToken)font.Data["DescendantFonts"])[0]);
            Assert.Equal("Identity", ((NameToken)descendant.Data["CIDToGIDMap"]).Data);
            Assert.True(((DictionaryToken)pdf.Resolve(descendant.Data["FontDescriptor"])).Data.ContainsKey("FontFile2"));
            Assert.Matches("^[A-Z]{6}\\+NotoSans-", ((NameToken)font.Data["BaseFont"]).Data);
        });
    }

    [Fact]
    public void Metadata_identify_both_standards_and_agree_with_the_document()
    {
        using var pdf = Open();
        Assert.True(pdf.Document.TryGetXmpMetadata(out var metadata));
        var xml = XDocument.Parse(Encoding.UTF8.GetString(metadata.GetXmlBytes()).Trim('\uFEFF'));
        string Value(string space, string name) => xml.Descendants(XName.Get(name, space)).First().Value;
        Assert.Equal("3", Value("http://www.aiim.org/pdfa/ns/id/", "part"));
        Assert.Equal("A", Value("http://www.aiim.org/pdfa/ns/id/", "conformance"));
        Assert.Equal("1", Value("http://www.aiim.org/pdfua/ns/id/", "part"));
        Assert.Equal(pdf.Document.Information.Title, Value("http://purl.org/dc/elements/1.1/", "title"));
        Assert.Equal("2026-11-25T14:30:00+01:00", Value("http://ns.adobe.com/xap/1.0/", "CreateDate"));
        Assert.Equal("D:20261125143000+01'00'", pdf.Document.Information.CreationDate);
        Assert.True(pdf.Catalog.Data.ContainsKey("OutputIntents"));
    }

    [Fact]
    public void The_answers_come_along_as_data()
    {
        using var pdf = Open();
        Assert.True(pdf.Document.Advanced.TryGetEmbeddedFiles(out var files));
        Assert.Equal("demande.json", files.Single().Name);
        using var json = JsonDocument.Parse(files.Single().Memory);
        Assert.Equal("12 rue du Général-Leclerc", json.RootElement.GetProperty("rue").GetString());
        var specification = (DictionaryToken)pdf.Resolve(((ArrayToken)pdf.Catalog.Data["AF"])[0]);
        Assert.Equal("Data", ((NameToken)specification.Data["AFRelationship"]).Data);
        Assert.Equal("demande.json", Text(specification.Data["UF"]));
    }

    [Fact]
    public void The_same_request_gives_the_same_bytes_even_at_the_same_time()
    {
        var writer = new PdfReceiptWriter();
        var files = Enumerable.Range(0, 24).AsParallel().WithDegreeOfParallelism(6).Select(_ =>
        {
            using var file = new MemoryStream();
            writer.Write(Samples.Acknowledgement(), file);
            return Convert.ToHexString(file.ToArray());
        });
        Assert.Single(files.Distinct());
    }

    [Fact]
    public void A_receipt_weighs_less_than_40_kB() => Assert.InRange(Samples.Pdf(Samples.Acknowledgement()).Length, 1, 40_000);

    [Fact]
    public void Poppler_tells_the_same_structure_where_it_is_installed()
    {
        var file = Samples.Pdf(Samples.Acknowledgement());
        using var pdf = new TaggedPdf(file);
        Assert.Contains("Accusé de réception", pdf.Told, StringComparison.Ordinal);
        if (PdfTools.Run("pdfinfo", file, "-struct-text") is { } poppler)
        {
            Assert.Equal(0, poppler.Code);
            Assert.Contains("H1 (block)", poppler.Said, StringComparison.Ordinal);
            Assert.Contains("Table (block)", poppler.Said, StringComparison.Ordinal);
            Assert.DoesNotContain("Error", poppler.Said, StringComparison.Ordinal);
        }
    }

    private static TaggedPdf Open() => new(Samples.Pdf(Samples.Acknowledgement()));

    private static string Text(IToken token) => token is HexToken hex ? hex.Data : ((StringToken)token).Data;

    private static void ReadNumbers(TaggedPdf pdf, DictionaryToken node, Dictionary<int, ArrayToken> owners)
    {
        if (node.Data.TryGetValue("Kids", out var kids))
        {
            foreach (var kid in ((ArrayToken)kids).Data.Select(k => (DictionaryToken)pdf.Resolve(k)))
            {
                var limits = (ArrayToken)kid.Data["Limits"];
                var known = owners.Keys.ToHashSet();
                ReadNumbers(pdf, kid, owners);
                var added = owners.Keys.Except(known).ToArray();
                Assert.Equal((((NumericToken)limits[0]).Int, ((NumericToken)limits[1]).Int), (added.Min(), added.Max()));
            }

            return;
        }

        var numbers = ((ArrayToken)node.Data["Nums"]).Data;
        for (var i = 0; i < numbers.Count; i += 2)
        {
            if (pdf.Resolve(numbers[i + 1]) is ArrayToken marks) owners.Add(((NumericToken)numbers[i]).Int, marks);
        }
    }
}
