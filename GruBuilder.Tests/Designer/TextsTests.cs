using Bunit;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Forms.Designer.Panels;

namespace GruBuilder.Tests.Designer;

public class TextsTests : BunitContext
{
    private static readonly TextPlace Name = new(TextOwner.Field, "nom", "label");

    private static FormDefinition Form { get; } = Drawn.Form with
    {
        Description = "Pour la rentrée.",
        Pages =
        [
            Drawn.Form.Pages[0] with
            {
                Ends = [new EndPage { Key = "fin", Title = "Désolé", Text = "Ce n’est pas ici.", If = new Comparison("nom", Comparator.IsEqualTo, AnswerValue.Of("x")) }],
                Fields =
                [
                    Drawn.Text("nom", "Nom") with { Help = "Celui d’usage.", Checks = [new AnswerCheck(new Comparison("nom", Comparator.IsNotEqualTo, AnswerValue.Of("x")), "Pas x.")] },
                    .. Drawn.Form.Pages[0].Fields.RemoveAt(0),
                    new MatrixField { Key = "avis", Label = "Avis", Rows = [new("accueil", "Accueil")], Options = [new("bien", "Bien")] },
                    new YesNoField { Key = "oui", Label = "Oui ?", DetailIf = true, DetailLabel = "Lequel ?" },
                    new ConsentField { Key = "accord", Label = "D’accord", Text = "Le règlement.", RequiredMessage = "Cochez." },
                ],
            },
            .. Drawn.Form.Pages.RemoveAt(0),
        ],
    };

    [Fact]
    public void Every_text_can_be_written_in_English_and_a_change_of_its_French_makes_it_stale()
    {
        foreach (var text in FormTexts.Of(Form))
        {
            Assert.True(text.Versions.IsMissing);
            var translated = new ChangeText(text.Place, Language.English, "In English").Apply(Form);
            Assert.Equal("In English", Version(translated, text.Place).English);
            Assert.False(Version(translated, text.Place).IsStale);
            Assert.Contains("In English", DefinitionJson.Write(translated.In(Language.English)), StringComparison.Ordinal);
            Assert.Equal(DefinitionJson.Write(translated), DefinitionJson.Write(DefinitionJson.Read(DefinitionJson.Write(translated)).Definition!));

            var changed = new ChangeText(text.Place, Language.French, text.Versions.French + " ?").Apply(translated);
            Assert.True(Version(changed, text.Place).IsStale);
            Assert.False(Version(new ConfirmEnglish(text.Place).Apply(changed), text.Place).IsStale);

            var without = new ChangeText(text.Place, Language.English, "").Apply(translated);
            Assert.Equal(DefinitionJson.Write(Form), DefinitionJson.Write(without));
        }
    }

    [Fact]
    public void An_edit_of_a_text_that_is_gone_gives_the_same_form_back()
    {
        foreach (var owner in Enum.GetValues<TextOwner>().Except([TextOwner.Form]))
        {
            Assert.Same(Form, new ChangeText(new TextPlace(owner, "absent", "label"), Language.English, "x").Apply(Form));
            Assert.Same(Form, new ChangeText(new TextPlace(owner, "nom", "absent"), Language.English, "x").Apply(Form));
        }
    }

    [Fact]
    public void Easy_words_stand_in_for_the_usual_ones_and_answers_stay_the_same()
    {
        var form = new ChangeText(Name, Language.EasyFrench, "Votre nom").Apply(Form);
        Assert.True(form.HasEasy());
        Assert.Equal("Votre nom", form.In(Language.EasyFrench).FindField("nom")!.Label);
        Assert.Equal("Nom", form.In(Language.French).FindField("nom")!.Label);
        Assert.Equal<IEnumerable<string>>(Drawn.Keys(form), Drawn.Keys(form.In(Language.EasyFrench)));
        Assert.Equal(DefinitionJson.Write(form), DefinitionJson.Write(DefinitionJson.Read(DefinitionJson.Write(form)).Definition!));
    }

    [Fact]
    public void The_view_counts_what_is_missing_marks_what_is_stale_and_undoes()
    {
        using var session = new DesignSession(new DesignDocument(Form));
        var view = Render<TextsView>(p => p.Add(v => v.Session, session));
        void Draw() => view.Render(p => p.Add(v => v.Session, session));
        var count = FormTexts.Of(Form).Count();
        Assert.Equal($"{count} textes sur {count} n’ont pas d’anglais.", view.Find("[role=status]").TextContent);

        var row = FormTexts.Of(Form).ToList().FindIndex(t => t.Place == Name);
        view.Find($"#gd-text-{row}-en").Input("Name");
        Draw();
        Assert.Equal($"{count - 1} textes sur {count} n’ont pas d’anglais.", view.Find("[role=status]").TextContent);
        session.EndBurst();
        view.Find($"#gd-text-{row}").Input("Nom de naissance");
        Draw();
        Assert.EndsWith("1 est à revoir.", view.Find("[role=status]").TextContent, StringComparison.Ordinal);
        view.Find("#gd-texts-stale").Click();
        Assert.Single(view.FindAll(".gd-text-row"));
        view.Find($"#gd-text-{row}-right").Click();
        Draw();
        Assert.DoesNotContain("à revoir.", view.Find("[role=status]").TextContent, StringComparison.Ordinal);

        session.Undo();
        session.Undo();
        session.Undo();
        Assert.Same(Form, session.Form);
    }

    private static TextVersions Version(FormDefinition form, TextPlace place) => FormTexts.Of(form).Single(t => t.Place == place).Versions;
}
