using System.Text;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Drafting;

namespace GruBuilder.Tests.Forms.Drafting;

public class DraftCsvTests
{
    private const string French = "question;type;obligatoire;options;aide;page;si\nNom;Texte court;oui;;Comme sur votre carte;Vous;\nVous êtes;Choix unique;oui;Particulier|Association;;Vous;\nNuméro RNA;;non;;;Vous;si association\nActivités;Choix multiple;;Judo|Danse;;Projet;\n";

    private static readonly string[] Expected =
    [
        "# Vous", "shortText Nom — Comme sur votre carte", "singleChoice Vous êtes [Particulier | Association]", "identifier.rna Numéro RNA (facultatif) si vous_etes = association", "# Projet", "multipleChoice Activités [Judo | Danse]",
    ];

    [Fact]
    public void A_table_becomes_pages_and_questions()
    {
        var draft = DraftCsv.Read(Encoding.UTF8.GetBytes(French));

        Assert.Equal(Expected, DraftText.Of(draft));
        Assert.Empty(draft.Findings);
    }

    [Theory]
    [InlineData(',')]
    [InlineData('\t')]
    public void Cells_are_parted_by_semicolons_commas_or_tabs(char sign) => Assert.Equal(Expected, DraftText.Of(DraftCsv.Read(Encoding.UTF8.GetBytes(French.Replace(';', sign)))));

    [Fact]
    public void Accents_are_read_in_every_encoding_of_a_spreadsheet()
    {
        Assert.Equal(Expected, DraftText.Of(DraftCsv.Read(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(French))));
        Assert.Equal(Expected, DraftText.Of(DraftCsv.Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(French)])));
        Assert.Equal(Expected, DraftText.Of(DraftCsv.Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(French)])));
    }

    [Fact]
    public void Columns_may_be_named_in_English_in_any_order() =>
        Assert.Equal(["# Votre demande", "number Age (facultatif) 0.."], DraftText.Of(DraftCsv.Read("required,Label,kind\nno,Age,number\n"u8)));

    [Fact]
    public void A_cell_in_quotes_may_hold_signs_quotes_and_line_ends()
    {
        var draft = DraftCsv.Read("question;options\n\"Jour; ou \"\"date\"\"\";\"Lundi\nMardi\"\nNom;\n"u8);

        Assert.Equal(["# Votre demande", "singleChoice Jour; ou \"date\" [Lundi | Mardi]", "shortText Nom"], DraftText.Of(draft));
        Assert.Equal([1, 2, 4], draft.Lines.Select(l => l.Number));
    }

    [Theory]
    [InlineData("question;couleur\nNom;bleu", "csv-column")]
    [InlineData("question;question\nNom;Prénom", "csv-column")]
    [InlineData("question;type\nNom;hologramme", "csv-type")]
    [InlineData("question;obligatoire\nNom;parfois", "csv-required")]
    [InlineData("question;type;options\nE-mail;email;a|b", "csv-options")]
    [InlineData("question;aide\n;perdue", "csv-empty")]
    [InlineData("question\nNom;de trop", "csv-cells")]
    [InlineData("nom;prénom\nA;B", "csv-column csv-column csv-no-question")]
    public void What_is_not_understood_is_said(string table, string codes) =>
        Assert.Equal(codes, string.Join(' ', DraftCsv.Read(Encoding.UTF8.GetBytes(table)).Findings.Select(f => f.Code)));

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("question;type\n\"\"\"\"\"\";;;;\n\"")]
    [InlineData("question\n\0\u0001\n;;;")]
    public void Any_table_can_be_read(string table)
    {
        var draft = DraftCsv.Read(Encoding.UTF8.GetBytes(table));

        Assert.NotNull(DefinitionJson.Read(DefinitionJson.Write(draft.ToForm("essai", "Essai"))).Definition);
    }

    [Theory]
    [InlineData("a.json", """{"key":"a","title":"A","pages":[{"key":"p","title":"P","fields":[{"kind":"shortText","key":"nom","label":"Nom"}]}]}""", "Nom")]
    [InlineData("b.json", """{"type":"default","components":[{"type":"textfield","key":"nom","label":"Nom"}]}""", "Nom")]
    [InlineData("c.json", """{"pages":[{"name":"p","elements":[{"type":"text","name":"nom","title":"Nom"}]}]}""", "Nom")]
    [InlineData("d.json", """{"display":"form","components":[{"type":"textfield","key":"nom","label":"Nom","input":true}]}""", "Nom")]
    [InlineData("e.csv", "question\nNom", "Nom")]
    [InlineData("f.txt", "Nom", "Nom")]
    [InlineData("g.json", "{", null)]
    [InlineData("h.json", "", null)]
    [InlineData("i.docx", "PK\u0003\u0004\0\0", null)]
    [InlineData("j.csv", "", null)]
    public void A_file_is_read_for_what_it_is(string name, string content, string? label)
    {
        var result = DraftFile.Read(name, Encoding.UTF8.GetBytes(content));

        Assert.Equal(label, result.Definition?.AllFields().Single().Label);
        if (label is null) Assert.NotEmpty(result.Findings);
    }

    [Theory]
    [InlineData("""{"data":{"layout":[{"id":"nom","type":"Input"}]}}""")]
    [InlineData("""{"pages":[{"path":"/nom","title":"Nom","components":[{"type":"TextField","name":"nom"}]}],"name":"essai"}""")]
    [InlineData("""[{"uuid":"1","name":"essai"}]""")]
    [InlineData("{}")]
    public void A_file_of_an_unknown_builder_is_said_to_be_one_and_what_to_do_instead(string content)
    {
        var result = DraftFile.Read("a.json", Encoding.UTF8.GetBytes(content));
        Assert.Null(result.Definition);
        Assert.Contains("collez-le comme une liste", Assert.Single(result.Findings).Message, StringComparison.Ordinal);
    }
}
