using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Edits;

namespace GruBuilder.Tests.Designer;

public class ManyTests
{
    private readonly DesignSession _session = new(new DesignDocument(Drawn.Form));

    private IEnumerable<string> Held => _session.InHand;

    private IEnumerable<string> FirstPage => _session.Form.Pages[0].Fields.Select(f => f.Key);

    [Fact]
    public void Questions_are_taken_in_hand_one_by_one_and_let_go()
    {
        _session.Select(Selection.Field("nom"));
        _session.Mark("statut", through: false);
        Assert.Equal(["nom", "statut"], Held);
        Assert.Equal("2 questions choisies", _session.Announcement);

        _session.Mark("nom", through: false);
        Assert.Equal(["statut"], Held);
        Assert.Equal(Selection.Field("statut"), _session.Selection);
    }

    [Fact]
    public void All_up_to_a_question_are_taken_and_moved_deleted_and_copied_as_one_step()
    {
        _session.Select(Selection.Field("nom"));
        _session.Mark("prenom", through: true);
        _session.StepInHand(1);
        Assert.Equal(["statut", "nom", "prenom", "nom_association"], FirstPage);
        Assert.Equal("Déplacer 2 questions", _session.UndoName);
        Assert.Equal(["nom", "prenom"], Held);
        _session.StepInHand(1);
        _session.StepInHand(1);
        Assert.Equal(["statut", "nom_association", "nom", "prenom"], FirstPage);
        Assert.Equal("Ces questions sont déjà en dernière position", _session.Announcement);

        _session.RemoveInHand();
        Assert.Equal(["statut", "nom_association"], FirstPage);
        _session.Undo();
        Assert.Equal(["statut", "nom_association", "nom", "prenom"], FirstPage);
    }

    [Fact]
    public void Those_of_another_page_or_series_are_taken_alone()
    {
        _session.Select(Selection.Field("prenom_enfant"));
        _session.Mark("classe", through: true);
        Assert.Equal(["prenom_enfant", "classe"], Held);
        _session.Mark("repas", through: false);
        Assert.Equal(["repas"], Held);
    }

    [Fact]
    public void Copies_keep_their_rules_among_themselves()
    {
        _session.Select(Selection.Field("statut"));
        _session.Mark("nom_association", through: true);
        _session.DuplicateInHand();

        Assert.Equal(["nom", "prenom", "statut", "nom_association", "statut_2", "nom_association_2"], FirstPage);
        Assert.Equal("statut_2", ((Comparison)_session.Form.FindField("nom_association_2")!.VisibleIf!).Field);
        Assert.Equal("statut", ((Comparison)_session.Form.FindField("nom_association")!.VisibleIf!).Field);
        Assert.Equal("Dupliquer 2 questions", _session.UndoName);
        Assert.Equal(["statut_2", "nom_association_2"], Held);
    }

    [Fact]
    public void What_is_copied_in_one_form_is_pasted_into_another_with_the_condition_that_it_uses()
    {
        var named = new NamedCondition("modeste", "Foyer modeste", new Comparison("statut", Comparator.IsAnswered));
        var from = new DesignSession(new DesignDocument(Drawn.Form with { Conditions = [named, named with { Key = "autre" }] }));
        from.Change<Field>(from.NumberOf("prenom"), nameof(Field.VisibleIf), f => f with { VisibleIf = new ConditionReference("modeste") });
        from.Select(Selection.Field("prenom"));
        var json = from.Copy()!;

        _session.Select(Selection.Field("statut"));
        _session.Paste(json);

        Assert.Equal(["nom", "prenom", "statut", "prenom_2", "nom_association"], FirstPage);
        Assert.Equal(["modeste"], _session.Form.Conditions.Select(c => c.Key));
        Assert.Equal("Coller «\u202fPrénom\u202f»", _session.UndoName);
        _session.Undo();
        Assert.Equal(Drawn.Form, _session.Form);
    }

    [Fact]
    public void A_page_is_copied_whole()
    {
        _session.Select(Selection.Page("enfants"));
        _session.Paste(_session.Copy()!);

        Assert.Equal(["vous", "enfants", "enfants_2"], _session.Form.Pages.Select(p => p.Key));
        Assert.Equal("3,5 * repas_2 * count(enfant_2) + length(\"repas\")", ((ComputedField)_session.Form.FindField("tarif_2")!).Formula);
    }

    [Fact]
    public void A_series_pasted_into_a_series_leaves_its_questions_there()
    {
        _session.Select(Selection.Field("enfant"));
        var json = _session.Copy()!;
        _session.Select(Selection.Field("classe"));
        _session.Paste(json.Replace("\"enfant\"", "\"serie\"", StringComparison.Ordinal));

        Assert.All(_session.Form.AllFields().Where(f => f is RepeatedGroupField), f => Assert.DoesNotContain(((RepeatedGroupField)f).Fields, inner => inner is RepeatedGroupField));
    }

    [Fact]
    public void A_list_in_plain_words_becomes_questions()
    {
        _session.Paste("Date de naissance\nVotre e-mail");

        Assert.IsType<DateField>(_session.Form.FindField("date_de_naissance"));
        Assert.IsType<EmailField>(_session.Form.FindField("votre_e_mail"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("{")]
    [InlineData("{\"key\":\"a\",\"title\":\"A\",\"pages\":[]}")]
    [InlineData("{\"pages\":[{\"fields\":[{\"kind\":\"hologram\"}]}]}")]
    [InlineData("[1,2")]
    public void Whatever_else_is_pasted_changes_nothing_or_becomes_a_question_and_never_fails(string text)
    {
        var before = _session.Form;
        _session.Paste(text);

        Assert.True(_session.Refusal is not null || _session.Form != before);
        if (_session.Refusal is not null) Assert.Same(before, _session.Form);
    }

    [Fact]
    public void All_in_hand_become_optional_together()
    {
        _session.Select(Selection.Field("nom"));
        _session.Mark("statut", through: true);
        _session.RequireInHand(true);
        _session.RequireInHand(false);

        Assert.All(_session.InHand, key => Assert.False(((InputField)_session.Form.FindField(key)!).Required));
        Assert.Equal(3, _session.InHand.Length);
        Assert.Equal("Rendre 3 questions facultatives", _session.UndoName);
    }

    [Fact]
    public void A_text_written_in_place_is_one_step_and_its_technical_name_follows()
    {
        var (name, status) = (NumberOf("nom"), NumberOf("statut"));
        foreach (var text in new[] { "N", "No", "Nom de famille" }) _session.Write(name, "label", 0, text);
        _session.Settle(name, "label", 0, "Nom");
        Assert.NotNull(_session.Form.FindField("nom_de_famille"));
        _session.Write(name, "help", 0, "Comme sur votre pièce d’identité.");
        Assert.Equal("Comme sur votre pièce d’identité.", _session.Form.FindField("nom_de_famille")!.Help);
        _session.Undo();
        _session.Undo();
        Assert.Equal(Drawn.Form, _session.Form);

        _session.Write(status, "option", 1, "Club");
        _session.Settle(status, "option", 1, "Association");
        _session.Write(status, "option", 1, "Club sportif");
        Assert.Equal(new Option("club", "Club sportif"), ((ChoiceField)_session.Form.FindField("statut")!).Options[1]);
        _session.Write("vous", "title", 0, "Vous et nous");
        Assert.Equal("Vous et nous", _session.Form.Pages[0].Title);
        var before = _session.Form;
        _session.Write(name, "unheard-of", 0, "x");
        _session.Write(status, "option", 7, "x");
        Assert.Same(before, _session.Form);
        _session.Write("4000", "label", 0, "x");
        Assert.NotNull(_session.Refusal);
    }

    private string NumberOf(string key) => _session.NumberOf(key).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
