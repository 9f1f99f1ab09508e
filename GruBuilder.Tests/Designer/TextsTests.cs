using Bunit;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Forms.Designer.Panels;
using Microsoft.AspNetCore.Components;

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
                    new RatingField { Key = "note", Label = "Note", LowLabel = "Mauvais", HighLabel = "Très bon", Purpose = "Pour progresser." },
                    new ImageField { Key = "plan", Label = "", Source = "plan.png", AlternativeText = "Le plan", Caption = "Où venir" },
                    new NumberField { Key = "surface", Label = "Surface", Unit = "hectares" },
                    new ComputedField { Key = "total", Label = "Total", Formula = "surface", Unit = "ares" },
                    new SingleChoiceField { Key = "taille", Label = "Taille", Options = [new("petite", "Petite", "Moins de dix.")] },
                    new MatrixField { Key = "avis", Label = "Avis", Rows = [new("accueil", "Accueil", "Au guichet.")], Options = [new("bien", "Bien")] },
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
        foreach (var text in Written(Form))
        {
            Assert.True(text.Versions.IsMissing);
            var translated = new ChangeText(text.Place, Language.English, "In English").Apply(Form);
            Assert.Equal("In English", Version(translated, text.Place).English);
            Assert.False(Version(translated, text.Place).IsStale);
            Assert.Equal("In English", Version(translated.In(Language.English), text.Place).French);
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
        var count = Written(Form).Count();
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

    [Fact]
    public void A_question_without_a_hint_may_have_one_in_easy_words_alone()
    {
        var place = new TextPlace(TextOwner.Field, "prenom", "help");
        Assert.False(Version(Form, place).IsMissing);
        var form = new ChangeText(place, Language.EasyFrench, "Le petit nom.").Apply(Form);
        Assert.Equal("Le petit nom.", form.In(Language.EasyFrench).FindField("prenom")!.Help);
        Assert.Null(form.FindField("prenom")!.Help);
        Assert.Equal(DefinitionJson.Write(Form), DefinitionJson.Write(new ChangeText(place, Language.EasyFrench, "").Apply(form)));
    }

    [Fact]
    public void The_view_shows_the_texts_of_one_page()
    {
        using var session = new DesignSession(new DesignDocument(Form));
        var view = Render<TextsView>(p => p.Add(v => v.Session, session));
        view.Find("#gd-texts-page").Change("enfants");
        Assert.Equal(FormTexts.Of(Form).Count(t => t.Page == "enfants"), view.FindAll(".gd-text-row").Count);
        Assert.All(view.FindAll(".gd-text-row legend"), l => Assert.DoesNotContain("formulaire", l.TextContent, StringComparison.Ordinal));
        view.Find("#gd-texts-page").Change("");
        Assert.Equal(40, view.FindAll(".gd-text-row").Count);
    }

    [Fact]
    public void The_preview_reads_in_English_and_in_easy_words_and_keeps_what_was_answered()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        using var untranslated = new DesignSession(new DesignDocument(Form));
        var plain = Render<Preview>(p => p.Add(v => v.Session, untranslated));
        Assert.Empty(plain.FindAll("#gd-english, #gd-easy"));

        var form = new ChangeText(Name, Language.EasyFrench, "Votre nom").Apply(new ChangeText(Name, Language.English, "Name").Apply(Form));
        using var session = new DesignSession(new DesignDocument(form));
        var view = Render<Preview>(p => p.Add(v => v.Session, session));
        view.Find("#gd-try-nom").Change("Zoé");
        foreach (var (button, label) in new[] { ("#gd-english", "Name"), ("#gd-easy", "Votre nom"), ("#gd-easy", "Nom") })
        {
            view.Find(button).Click();
            Assert.StartsWith(label, view.Find("label[for=gd-try-nom]").TextContent.Trim(), StringComparison.Ordinal);
            Assert.Equal("Zoé", view.Find("#gd-try-nom").GetAttribute("value"));
            Assert.Equal(label == "Nom" ? "false" : "true", view.Find(button).GetAttribute("aria-pressed"));
        }
    }

    private static IEnumerable<FormText> Written(FormDefinition form) => FormTexts.Of(form).Where(t => t.Versions.French.Length > 0);

    private static TextVersions Version(FormDefinition form, TextPlace place) => FormTexts.Of(form).Single(t => t.Place == place).Versions;
}
