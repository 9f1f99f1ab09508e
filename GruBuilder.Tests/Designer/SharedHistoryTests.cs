using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Edits;

namespace GruBuilder.Tests.Designer;

/// <summary>Two hands on one form: each takes back its own steps, and nothing of the other's.</summary>
public class SharedHistoryTests
{
    private readonly DesignDocument _document = new(Drawn.Form);
    private readonly DesignSession _anne;
    private readonly DesignSession _bruno;

    public SharedHistoryTests()
    {
        _anne = new DesignSession(_document, "Anne");
        _bruno = new DesignSession(_document, "Bruno");
    }

    [Fact]
    public void Undo_takes_back_ones_own_step_and_leaves_what_the_other_did_since()
    {
        Label(_anne, "nom", "Nom de famille");
        Label(_bruno, "prenom", "Prénoms");
        _anne.Undo();

        Assert.Equal(("Nom", "Prénoms"), (_anne.Form.FindField("nom")!.Label, _anne.Form.FindField("prenom")!.Label));
        Assert.Equal("Modifier le texte de «\u202fPrénom\u202f»", _bruno.UndoName);
        _anne.Redo();
        Assert.Equal(("Nom de famille", "Prénoms"), (_bruno.Form.FindField("nom")!.Label, _bruno.Form.FindField("prenom")!.Label));
    }

    [Fact]
    public void Two_properties_of_one_question_are_two_things()
    {
        Label(_anne, "nom", "Nom de famille");
        _bruno.Change<Field>(_bruno.NumberOf("nom"), nameof(Field.Help), f => f with { Help = "Comme sur votre carte d’identité." });
        _anne.Undo();

        Assert.Equal(("Nom", "Comme sur votre carte d’identité."), (_bruno.Form.FindField("nom")!.Label, _bruno.Form.FindField("nom")!.Help));
    }

    [Fact]
    public void What_another_has_changed_since_is_not_taken_back_and_the_person_is_told()
    {
        Label(_anne, "nom", "Nom de famille");
        Label(_bruno, "nom", "Votre nom");
        _anne.Undo();

        Assert.Equal("Votre nom", _anne.Form.FindField("nom")!.Label);
        Assert.Contains("ne peut plus être annulé", _anne.Refusal, StringComparison.Ordinal);
        Assert.Null(_anne.UndoName);
        _bruno.Undo();
        Assert.Equal("Nom de famille", _bruno.Form.FindField("nom")!.Label);
    }

    [Fact]
    public void A_question_comes_back_to_its_place_among_what_came_meanwhile()
    {
        _anne.Remove("prenom");
        _bruno.AddText("Âge", new Dictionary<string, string>(StringComparer.Ordinal));
        var id = _document.State.Ids["age"];
        _anne.Undo();

        Assert.Equal(["nom", "prenom", "statut", "nom_association"], _anne.Form.Pages[0].Fields.Select(f => f.Key).Where(k => k != "age"));
        Assert.Equal(1, _anne.Form.Pages[0].Fields.IndexOf(_anne.Form.FindField("prenom")!));
        Assert.Equal(id, _document.State.Ids["age"]);
    }

    [Fact]
    public void A_question_that_another_has_filled_in_is_not_taken_away_by_undo()
    {
        _anne.AddText("Âge", new Dictionary<string, string>(StringComparer.Ordinal));
        Label(_bruno, "age", "Votre âge");
        _anne.Undo();

        Assert.Equal("Votre âge", _anne.Form.FindField("age")!.Label);
        Assert.NotNull(_anne.Refusal);
    }

    [Fact]
    public void A_move_is_taken_back_alone()
    {
        _anne.Move(_anne.NumberOf("nom"), new Place("enfants", null, 0));
        Label(_bruno, "nom", "Nom de famille");
        _bruno.Remove("statut");
        _anne.Undo();

        Assert.Equal(["nom", "prenom", "nom_association"], _anne.Form.Pages[0].Fields.Select(f => f.Key));
        Assert.Equal("Nom de famille", _anne.Form.FindField("nom")!.Label);
    }

    [Fact]
    public void A_renaming_is_taken_back_in_rules_that_came_after_it()
    {
        _anne.Rename(_anne.NumberOf("statut"), "situation");
        _bruno.ChangeRule(_bruno.NumberOf("prenom"), _ => new Comparison("situation", Comparator.IsAnswered));
        _anne.Undo();

        Assert.Equal("statut", Assert.IsType<Comparison>(_bruno.Form.FindField("prenom")!.VisibleIf).Field);
        Assert.DoesNotContain(_bruno.State.Findings, f => f.Severity == Severity.Error);
        _anne.Redo();
        Assert.Equal("situation", Assert.IsType<Comparison>(_bruno.Form.FindField("prenom")!.VisibleIf).Field);
    }

    [Fact]
    public void A_page_comes_back_with_its_questions()
    {
        _anne.RemovePage("vous");
        _bruno.ChangeForm(f => f with { Title = "Cantine" });
        _anne.Undo();

        Assert.Equal(string.Join(" ", Drawn.Keys(Drawn.Form)), string.Join(" ", Drawn.Keys(_bruno.Form)));
        Assert.Equal("Cantine", _anne.Form.Title);
    }

    [Fact]
    public void Typing_is_one_step_for_each_though_two_people_type_at_once()
    {
        Label(_anne, "nom", "A");
        Label(_bruno, "prenom", "B");
        Label(_anne, "nom", "Aa");
        Label(_bruno, "prenom", "Bb");
        _anne.Undo();

        Assert.Equal(("Nom", "Bb"), (_anne.Form.FindField("nom")!.Label, _anne.Form.FindField("prenom")!.Label));
        _anne.Redo();
        _bruno.Undo();
        Assert.Equal(("Aa", "Prénom"), (_anne.Form.FindField("nom")!.Label, _anne.Form.FindField("prenom")!.Label));
    }

    [Fact]
    public void A_technical_name_that_follows_its_label_goes_with_it_in_one_step()
    {
        _anne.Add("shortText");
        var key = _anne.Selection.Key;
        Label(_anne, key, "Motif");
        _bruno.AddText("Âge", new Dictionary<string, string>(StringComparer.Ordinal));
        _anne.SettleKey(_anne.NumberOf(key), "Texte court");
        Assert.NotNull(_bruno.Form.FindField("motif"));
        _anne.Undo();
        Assert.Equal("Texte court", _bruno.Form.FindField(key)!.Label);
        _anne.Undo();

        Assert.Equal([.. Drawn.Keys(Drawn.Form).Append("age").Order(StringComparer.Ordinal)], Drawn.Keys(_bruno.Form).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Everybody_sees_who_is_here_in_a_colour_of_their_own_and_what_they_have_in_hand()
    {
        _bruno.Select(Selection.Field("prenom"));
        var bruno = Assert.Single(_anne.Others);
        Assert.Equal(("Bruno", Selection.Field("prenom")), (bruno.Name, bruno.Selection));
        Assert.NotEqual(bruno.Colour, Assert.Single(_bruno.Others).Colour);

        _bruno.TellAway(true);
        Assert.True(Assert.Single(_anne.Others).IsAway);
        _bruno.Dispose();
        Assert.Empty(_anne.Others);
    }

    [Fact]
    public void Whoever_did_what_stands_in_the_history()
    {
        Label(_anne, "nom", "Nom de famille");
        _bruno.Remove("prenom");
        _anne.Undo();

        Assert.Equal(["Anne", "Bruno", "Anne"], _document.Steps.Select(s => s.By));
        Assert.Equal("Annuler : Modifier le texte de «\u202fNom\u202f»", _document.Steps[^1].Name);
    }

    [Property(MaxTest = 300)]
    public Property Taking_back_all_of_ones_steps_leaves_the_form_well_made_and_the_others_work_in_place() => Prop.ForAll(HistoryTests.Sequences, HistoryTests.Sequences, (own, theirs) =>
    {
        var history = new DesignHistory(Drawn.Form);
        var (anne, bruno) = (new DesignHand("Anne"), new DesignHand("Bruno"));
        for (var i = 0; i < Math.Max(own.Length, theirs.Length); i++)
        {
            if (i < own.Length) history.Apply(own[i], hand: anne);
            if (i < theirs.Length) history.Apply(theirs[i], hand: bruno);
        }

        while (history.Undo(anne) is not null) { }
        var keys = Drawn.Keys(history.Now.Form);
        var isWellMade = keys.Distinct(StringComparer.Ordinal).Count() == keys.Length && keys.Select(k => history.Now.Ids[k]).Distinct().Count() == keys.Length;
        while (history.Redo(anne) is not null) { }
        while (history.Undo(bruno) is not null) { }
        while (history.Undo(anne) is not null) { }
        keys = Drawn.Keys(history.Now.Form);
        return isWellMade && keys.Distinct(StringComparer.Ordinal).Count() == keys.Length;
    });

    [Property(MaxTest = 300)]
    public Property A_step_on_one_page_is_taken_back_exactly_whatever_happens_on_another() => Prop.ForAll(Arb.From(HistoryTests.AnyEdit), Arb.From(Gen.ArrayOf(Elsewhere)), (edit, others) =>
    {
        // Only what changes the first page's own questions; the other hand works on a page of its own.
        var first = edit.Apply(Drawn.Form);
        if (edit is not (ChangeField or RemoveField or DuplicateField or SetCondition) || first.Pages.Length != 2 || !ReferenceEquals(first.Pages[1], Drawn.Form.Pages[1])) return true;
        var history = new DesignHistory(Drawn.Form with { Pages = Drawn.Form.Pages.Add(new Page { Key = "autre", Title = "Autre" }) });
        var (anne, bruno) = (new DesignHand("Anne"), new DesignHand("Bruno"));
        history.Apply(edit, hand: anne);
        foreach (var other in others) history.Apply(other, hand: bruno);
        while (history.Undo(anne) is not null) { }
        return string.Equals(Json(Drawn.Form.Pages[0]), Json(history.Now.Form.Pages[0]), StringComparison.Ordinal);
    });

    private static readonly Gen<FormEdit> Elsewhere = Gen.OneOf(
        Gen.Choose(0, 3).Select(i => (FormEdit)new AddFields(Drawn.Text("ailleurs", "Ailleurs"), new Place("autre", null, i))),
        Gen.Elements("A", "B").Select(t => (FormEdit)new ChangePage("autre", t, null)),
        Gen.Elements("ailleurs", "ailleurs_2").Select(k => (FormEdit)new RemoveField(k)));

    private static string Json(Page page) => DefinitionJson.Write(FormDefinition.Empty with { Pages = [page] });

    private static void Label(DesignSession session, string key, string label) => session.Change<Field>(session.NumberOf(key), nameof(Field.Label), f => f with { Label = label });
}
