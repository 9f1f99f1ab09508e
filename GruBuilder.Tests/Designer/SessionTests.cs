using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Edits;

namespace GruBuilder.Tests.Designer;

public class SessionTests
{
    private readonly DesignSession _session = new(new DesignDocument(Drawn.Form));

    [Fact]
    public void A_new_question_goes_after_the_selected_one_and_takes_the_cursor()
    {
        _session.Select(Selection.Field("nom"));
        _session.Add("date");

        Assert.Equal(["nom", "date", "prenom"], _session.Form.Pages[0].Fields.Take(3).Select(f => f.Key));
        Assert.Equal(Selection.Field("date"), _session.Selection);
        Assert.Equal(1, _session.LabelFocus);
        Assert.Equal("Date ajouté en position 2 sur 5", _session.Announcement);
    }

    [Fact]
    public void A_question_added_while_an_empty_series_is_selected_goes_into_it()
    {
        _session.Add("repeatedGroup");
        _session.Add("shortText");

        Assert.Equal("serie_de_questions", _session.Form.Find("texte_court")!.Group);
    }

    [Fact]
    public void The_technical_name_follows_the_label_and_undo_takes_both_back()
    {
        _session.Add("date");
        _session.Change<Field>(_session.NumberOf("date"), nameof(Field.Label), f => f with { Label = "Date de naissance" });
        var id = _session.NumberOf(_session.SelectedField!);
        _session.SettleKey(_session.NumberOf("date"), "Date");

        Assert.Equal(Selection.Field("date_de_naissance"), _session.Selection);
        Assert.Equal(id, _session.NumberOf(_session.SelectedField!));
        _session.Undo();
        Assert.Equal("Date", _session.SelectedField!.Label);
        Assert.Equal("date", _session.SelectedField!.Key);
    }

    [Fact]
    public void A_name_that_citizens_have_answered_under_stays()
    {
        var session = new DesignSession(new DesignDocument(Drawn.Form, published: Drawn.Form));
        session.Change<Field>(session.NumberOf("nom"), nameof(Field.Label), f => f with { Label = "Nom de famille" });
        session.SettleKey(session.NumberOf("nom"), "Nom");

        Assert.Equal("Nom de famille", session.Form.FindField("nom")!.Label);
    }

    [Fact]
    public void Moving_past_the_end_of_a_page_goes_on_to_the_next_one_and_is_said()
    {
        _session.Step("nom", 1);
        Assert.Equal("« Nom » est maintenant en position 2 sur 4", _session.Announcement);
        _session.Step("nom_association", 1);
        Assert.Equal("enfants", _session.Page);
        Assert.Equal("« Nom de l’association » est maintenant en position 1 sur 4", _session.Announcement);
        _session.Step("tarif", 1);
        Assert.Equal("« Tarif » est déjà en dernière position", _session.Announcement);
    }

    [Fact]
    public void An_edit_that_no_longer_applies_is_refused_in_words_and_loses_nothing()
    {
        Assert.False(_session.Apply(new RemoveField("parti")));
        Assert.NotNull(_session.Refusal);
        Assert.Same(Drawn.Form, _session.Form);
    }

    [Fact]
    public void Two_people_draw_in_one_order_and_each_keeps_what_is_selected()
    {
        var document = new DesignDocument(Drawn.Form);
        var anne = new DesignSession(document, "Anne");
        var bruno = new DesignSession(document);
        var heard = 0;
        bruno.Changed += () => heard++;
        bruno.Select(Selection.Field("prenom"));
        heard = 0;
        anne.Apply(new RenameFieldKey("prenom", "prenoms"));
        Assert.Equal(Selection.Field("prenoms"), bruno.Selection);
        anne.Apply(new RemovePage("vous"));

        // Two edits, that what Bruno has in hand is called otherwise, and that Anne took another page in hand.
        Assert.Equal(4, heard);
        Assert.Equal("enfants", bruno.Page);
        Assert.Equal(Selection.Form, bruno.Selection);
        Assert.Equal("«\u202fPrénom\u202f» n’est plus là\u202f: Anne l’a supprimé. L’historique le garde.", bruno.Refusal);
    }

    [Fact]
    public void Findings_follow_the_edits()
    {
        _session.Apply(new RemoveField("statut"));
        var lost = _session.State.Findings.First(f => f is { Severity: Severity.Error, FieldKey: not null });
        Assert.Equal("nom_association", lost.FieldKey);
        _session.Undo();
        _session.Remove("statut");
        Assert.Contains("2 règles le lisent encore", _session.Announcement, StringComparison.Ordinal);
        _session.Undo();

        Assert.DoesNotContain(_session.State.Findings, f => f.Severity == Severity.Error);
        Assert.Equal("Annulé : Supprimer « Vous êtes »", _session.Announcement);
    }

    [Fact]
    public void A_question_that_becomes_another_kind_keeps_its_words_and_rules()
    {
        _session.Convert(_session.NumberOf("nom_association"), "longText");

        var field = Assert.IsType<LongTextField>(_session.Form.FindField("nom_association"));
        Assert.Same(Drawn.Form.FindField("nom_association")!.VisibleIf, field.VisibleIf);
    }

    [Theory]
    [InlineData("Date de naissance", "date_de_naissance")]
    [InlineData("N° d’œuvre (été)", "n_d_oeuvre_ete")]
    [InlineData("2e prénom", "q_2e_prenom")]
    [InlineData("Oui", "oui_reponse")]
    [InlineData("？！", "question")]
    [InlineData("Quel est le nom de famille du responsable légal de l’enfant", "quel_est_le_nom_de_famille_du")]
    public void Technical_names_come_from_labels(string label, string key) => Assert.Equal(key, FieldKeys.From(label));
}
