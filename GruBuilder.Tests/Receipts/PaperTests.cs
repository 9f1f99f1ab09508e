using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Receipts;
using GruBuilder.Forms.Receipts.Law;
using GruBuilder.Tests.Forms;
using UglyToad.PdfPig.Tokens;

namespace GruBuilder.Tests.Receipts;

/// <summary>The copy of a file, receipts joined, the form to print, the counter's ticket.</summary>
public class PaperTests
{
    private static readonly DateTimeOffset Moment = new(2026, 12, 3, 9, 5, 0, TimeSpan.FromHours(1));

    public static TheoryData<string> Forms => [.. Directory.GetFiles(Path.Combine(CaseFiles.Repository, "data", "forms"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f))];

    [Fact]
    public void The_copy_of_a_file_holds_answers_messages_steps_files_and_documents()
    {
        var copy = new FileCopy(
            Moment, "En cours",
            [new(Moment, "Camille Martin", "Demande envoyée", ""), new(Moment, "Samir Haddad", "Message à l’usager", "Où est le banc ?")],
            [new("banc.jpg", 245_000, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")],
            [new(Moment, "Accusé de réception", "K7MP-3RXA-9TFW")]);
        var file = Samples.Pdf(FileCopyComposer.Compose(Samples.Facts(SilenceRegime.NoDecision), Samples.Road(), copy));
        PdfTools.AssertSound(file);
        using var pdf = new TaggedPdf(file);
        string[] held = ["Deux lampadaires sont éteints", "Où est le banc", "Demande envoyée", "banc.jpg", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "K7MP-3RXA-9TFW"];
        Assert.All(held, text => Assert.Contains(text, pdf.Told, StringComparison.Ordinal));
    }

    [Fact]
    public void Receipts_joined_open_a_page_each_and_have_a_bookmark_each()
    {
        var receipts = new[] { "R-1", "R-2", "R-3" }.Select(n => AcknowledgementComposer.Compose(Samples.Facts(SilenceRegime.Rejection) with { RequestNumber = n }, Samples.Road())).ToArray();
        var file = Samples.Pdf(SelectionComposer.Join("3 accusés de réception", receipts));
        PdfTools.AssertSound(file);
        using var pdf = new TaggedPdf(file);
        Assert.True(pdf.Document.TryGetBookmarks(out var bookmarks));
        var nodes = bookmarks.GetNodes().ToArray();
        Assert.Equal(receipts.Select(r => r.Title), nodes.Select(n => n.Title));
        foreach (var (node, number) in nodes.Zip(["R-1", "R-2", "R-3"]))
        {
            var page = ((UglyToad.PdfPig.Outline.DocumentBookmarkNode)node).PageNumber;
            Assert.Contains(number, pdf.Document.GetPage(page).Text, StringComparison.Ordinal);
            Assert.Contains("Accusé de réception de votre demande", pdf.Document.GetPage(page).Text, StringComparison.Ordinal);
        }

        Assert.Equal(3, pdf.Elements.Count(e => e.Tag == "Part"));
        var names = (DictionaryToken)pdf.Resolve(((DictionaryToken)pdf.Resolve(pdf.Catalog.Data["Names"])).Data["EmbeddedFiles"]);
        Assert.Equal(6, ((ArrayToken)names.Data["Names"]).Length);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_to_print_asks_every_question_of_citizens_and_words_its_conditions(string form)
    {
        var program = FormProgram.Compile(DefinitionJson.Read(File.ReadAllText(Path.Combine(CaseFiles.Repository, "data", "forms", form + ".json"))).Definition!);
        var facts = Samples.Facts(SilenceRegime.Acceptance);
        var file = Samples.Pdf(BlankFormComposer.Compose(program, new(facts.Town, facts.Department, 3, Moment, facts.Privacy)));
        PdfTools.AssertSound(file);
        using var pdf = new TaggedPdf(file);
        foreach (var field in program.Definition.Pages.SelectMany(p => p.Fields).OfType<InputField>().Where(f => f is not HiddenValueField))
        {
            Assert.Equal(!field.Private, pdf.Texts("P").Contains(FrenchText.Typeset(field.Label)));
        }

        if (program.Definition.Pages.SelectMany(p => p.Fields).Any(f => f.VisibleIf is not null && !f.Private)) Assert.Contains("eulement si « ", pdf.Told.Replace('\u202F', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_field_can_be_filled_by_hand_or_takes_no_answer()
    {
        var definition = new FormDefinition { Key = "tout", Title = "Tout", Pages = [new Page { Key = "p", Title = "Page", Fields = [.. FieldKinds.Samples] }] };
        var facts = Samples.Facts(SilenceRegime.Acceptance);
        var document = BlankFormComposer.Compose(FormProgram.Compile(definition), new(facts.Town, facts.Department, 1, Moment, null));
        PdfTools.AssertSound(Samples.Pdf(document));
        Assert.NotEmpty(ReceiptHtml.Render(document));
        Assert.All(document.Blocks.OfType<BlankBlock>(), blank => Assert.NotEmpty(blank.Spaces));
    }

    [Fact]
    public void The_counters_ticket_is_one_small_page_with_the_number_and_the_way_to_follow()
    {
        var file = Samples.Pdf(TicketComposer.Compose(Samples.Facts(SilenceRegime.Rejection)));
        PdfTools.AssertSound(file);
        using var pdf = new TaggedPdf(file);
        var page = Assert.Single(pdf.Document.GetPages());
        Assert.InRange(page.Width, 297, 298);
        Assert.Contains("R-2026-004217-K", pdf.Told, StringComparison.Ordinal);
        Assert.Contains("demarches.example.fr/suivi", pdf.Told, StringComparison.Ordinal);
        Assert.All(page.Letters, letter => Assert.InRange(letter.BoundingBox.Right, 0, page.Width));
    }
}
