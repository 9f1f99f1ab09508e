using Bunit;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Forms.Designer.Properties;

namespace GruBuilder.Tests.Designer;

public class KindSettingsTests : BunitContext
{
    public static TheoryData<string> Kinds => new(KindCatalogue.All.Select(k => k.Kind));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_the_palette_can_be_added_and_set(string kind)
    {
        var session = Open();
        Assert.True(session.Add(kind));
        var field = session.SelectedField!;
        Assert.Equal(kind, KindCatalogue.Of(field).Kind);
        var panel = Render<AnswerPanel>(p => p.Add(a => a.Session, session).Add(a => a.Field, field).Add(a => a.Number, session.NumberOf(field)));
        Assert.Equal(AnswerPanel.HasSettings(field), panel.Markup.Trim().Length > 0);
    }

    [Fact]
    public void The_palette_names_each_kind_once()
    {
        Assert.Equal(KindCatalogue.All.Length, KindCatalogue.All.Select(k => k.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(FieldKinds.Samples.Count, KindCatalogue.All.Length);
    }

    [Fact]
    public void An_identifier_becomes_one_of_another_scheme()
    {
        var session = Open();
        session.Add("identifier.iban");
        session.Convert(session.NumberOf(session.SelectedField!.Key), "identifier.siret");
        Assert.Equal(IdentifierScheme.Siret, Assert.IsType<IdentifierField>(session.SelectedField).Scheme);
    }

    [Fact]
    public void Renaming_a_question_and_its_answers_takes_linked_choices_along()
    {
        var session = Open(
            new SingleChoiceField { Key = "d", Label = "Département", Options = [new("59", "Nord")] },
            new SingleChoiceField { Key = "c", Label = "Commune", LinkedTo = "d", Options = [new("r", "Ronchin") { Parent = "59" }] });
        session.Apply(new RenameOption("d", "59", "nord"));
        session.Apply(new RenameFieldKey("d", "departement"));
        var linked = (SingleChoiceField)session.Form.FindField("c")!;
        Assert.Equal(("departement", "nord"), (linked.LinkedTo, linked.Options[0].Parent));
    }

    [Fact]
    public void A_table_of_two_columns_is_pasted_into_a_linked_choice()
    {
        var session = Open(
            new SingleChoiceField { Key = "d", Label = "Département", Options = [new("59", "Nord"), new("62", "Pas-de-Calais")] },
            new SingleChoiceField { Key = "c", Label = "Commune", LinkedTo = "d", Options = [new("choix_1", "Ronchin") { Parent = "59" }] });
        var editor = Render<OptionsEditor>(p => p.Add(e => e.Session, session).Add(e => e.Field, (ChoiceField)session.Form.FindField("c")!).Add(e => e.Number, session.NumberOf("c")).AddCascadingValue(new DesignerFocus(_ => Task.CompletedTask)));
        editor.FindAll("button").Single(b => b.TextContent.Contains("Coller", StringComparison.Ordinal)).Click();
        Assert.Equal("Nord ; Ronchin", editor.Find("#gd-lines").GetAttribute("value"));
        editor.Find("#gd-lines").Input("Nord;Ronchin\nnord\tSaint-Martin\nPas-de-Calais;Saint-Martin\nAilleurs");
        editor.FindAll("button").Single(b => b.TextContent == "Garder ces réponses").Click();
        var options = ((ChoiceField)session.Form.FindField("c")!).Options;
        Assert.Equal(["59 Ronchin choix_1", "59 Saint-Martin saint_martin", "62 Saint-Martin saint_martin_2", " Ailleurs ailleurs"], options.Select(o => $"{o.Parent} {o.Label} {o.Value}"));

        editor.FindAll("button").Single(b => b.TextContent.Contains("Coller", StringComparison.Ordinal)).Click();
        editor.Find("#gd-lines").Input("Somme;Amiens");
        editor.FindAll("button").Single(b => b.TextContent == "Garder ces réponses").Click();
        Assert.Contains("Somme", editor.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pasted_list_that_is_cut_off_says_so()
    {
        var session = Open(new SingleChoiceField { Key = "c", Label = "Commune" });
        var editor = Render<OptionsEditor>(p => p.Add(e => e.Session, session).Add(e => e.Field, (ChoiceField)session.Form.FindField("c")!).Add(e => e.Number, session.NumberOf("c")).AddCascadingValue(new DesignerFocus(_ => Task.CompletedTask)));
        editor.FindAll("button").Single(b => b.TextContent.Contains("Coller", StringComparison.Ordinal)).Click();
        var most = int.Parse(editor.Find("#gd-lines").GetAttribute("maxlength")!, System.Globalization.CultureInfo.InvariantCulture);
        editor.Find("#gd-lines").Input(new string('a', most - 1));
        Assert.Empty(editor.FindAll("[role=alert]"));
        editor.Find("#gd-lines").Input(new string('a', most));
        Assert.Contains("s’arrête ici", editor.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private static DesignSession Open(params Field[] fields) =>
        new(new DesignDocument(new FormDefinition { Key = "essai", Title = "Essai", Pages = [new Page { Key = "p", Title = "P", Fields = [.. fields] }] }));
}
