using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Edits;

namespace GruBuilder.Tests.Designer;

/// <summary>A question stays the same one for whoever works on it, whatever others call it meanwhile, and whatever gets its old name.</summary>
public class FollowedQuestionTests
{
    private readonly DesignDocument _document = new(Drawn.Form);
    private readonly DesignSession _anne;
    private readonly Queue<Action> _late = new();

    // Bruno's screen hears of others when its turn comes: Arrive.
    private readonly DesignSession _bruno;

    public FollowedQuestionTests()
    {
        _anne = new DesignSession(_document, "Anne");
        _bruno = new DesignSession(_document, "Bruno", _late.Enqueue);
        _bruno.Select(Selection.Field("nom"));
        Arrive();
    }

    public static TheoryData<string, bool> Orders => new() { { "before", false }, { "before", true }, { "after", false }, { "after", true } };

    [Theory]
    [MemberData(nameof(Orders))]
    public void What_is_typed_reaches_the_question_that_it_was_typed_into(string screen, bool isTaken)
    {
        Rename(isTaken);
        if (screen == "after") Arrive();
        _bruno.Change<Field>(Number, nameof(Field.Label), f => f with { Label = "Nom de famille" });
        Arrive();

        Assert.Equal("Nom de famille", _bruno.Form.FindField("nom_usuel")!.Label);
        Assert.Equal(isTaken ? "Autre" : null, _bruno.Form.FindField("nom")?.Label);
        Assert.Null(_bruno.Refusal);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void The_question_in_hand_stays_in_hand(string screen, bool isTaken)
    {
        Rename(isTaken);
        if (screen == "after") Arrive();
        _bruno.Change<Field>(_bruno.NumberOf("prenom"), nameof(Field.Help), f => f with { Help = "Un seul suffit." });
        Arrive();

        Assert.Equal(Selection.Field("nom_usuel"), _bruno.Selection);
        Assert.Equal("Nom", _bruno.SelectedField!.Label);
        Assert.Null(_bruno.Refusal);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void What_is_done_to_the_question_in_hand_is_done_to_that_one(string screen, bool isTaken)
    {
        Rename(isTaken);
        if (screen == "after") Arrive();
        _bruno.StepInHand(1);
        Arrive();
        Assert.True(Index("nom_usuel") > Index("prenom"));

        _anne.Rename(_anne.NumberOf("nom_usuel"), "nom_choisi");
        _bruno.DuplicateInHand();
        Arrive();
        Assert.Equal("Nom", _bruno.SelectedField!.Label);

        _bruno.Select(Selection.Field("nom_choisi"));
        _anne.Rename(_anne.NumberOf("nom_choisi"), "nom_usuel");
        _bruno.RemoveInHand();
        Arrive();
        Assert.Null(_bruno.Form.FindField("nom_usuel"));
        Assert.Equal(isTaken, _bruno.Form.FindField("nom") is not null);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void A_box_that_is_left_late_renames_no_other_question(string screen, bool isTaken)
    {
        _bruno.Change<Field>(Number, nameof(Field.Label), f => f with { Label = "Nom de famille" });
        Rename(isTaken);
        if (screen == "after") Arrive();
        _bruno.SettleKey(Number, "Nom");
        Arrive();

        // Anne chose the name: it is kept.
        Assert.Equal("Nom de famille", _bruno.Form.FindField("nom_usuel")!.Label);
        Assert.Equal(isTaken ? "Autre" : null, _bruno.Form.FindField("nom")?.Label);
    }

    [Fact]
    public void A_new_question_goes_after_the_one_in_hand_whatever_it_is_called_by_now()
    {
        Rename(isTaken: true);
        _bruno.Add("shortText");
        Arrive();

        Assert.Equal(Index("nom_usuel") + 1, Index(_bruno.Selection.Key));
    }

    [Fact]
    public void An_answer_that_is_typed_stays_the_one_that_it_was_when_others_go_before_it()
    {
        _bruno.Select(Selection.Field("statut"));
        var statut = Numbered("statut");
        _anne.Change<SingleChoiceField>(_anne.NumberOf("statut"), nameof(ChoiceField.Options), f => f with { Options = f.Options.RemoveAt(0) });
        _bruno.Write($"{statut}", "option", 1, "Une association");
        _bruno.Settle($"{statut}", "option", 1, "Association");
        Arrive();

        Assert.Equal(["Une association"], ((ChoiceField)_bruno.Form.FindField("statut")!).Options.Select(o => o.Label));
    }

    [Fact]
    public void Of_two_answers_that_store_the_same_the_one_that_is_shown_there_changes()
    {
        _bruno.Change<SingleChoiceField>(Numbered("statut"), nameof(ChoiceField.Options), f => f with { Options = [new Option("a", "Un"), new Option("a", "Deux")] });
        _bruno.Write($"{Numbered("statut")}", "option", 1, "Trois");

        Assert.Equal(["Un", "Trois"], ((ChoiceField)_bruno.Form.FindField("statut")!).Options.Select(o => o.Label));
    }

    [Fact]
    public void A_question_that_two_people_delete_goes_once_and_nothing_else_with_it()
    {
        var count = _document.State.Form.AllFields().Count();
        _anne.Remove("nom");
        _bruno.RemoveInHand();
        Arrive();
        Assert.Equal(count - 1, _document.State.Form.AllFields().Count());
        Assert.Contains("Anne l’a supprimé", _bruno.Refusal, StringComparison.Ordinal);
        Assert.Equal(Selection.Form, _bruno.Selection);
        _bruno.RemoveInHand();
        Assert.Equal(count - 1, _document.State.Form.AllFields().Count());
    }

    [Fact]
    public void What_was_taken_away_takes_nothing_more_and_the_person_is_told()
    {
        var number = Number;
        _anne.Remove("nom");
        _anne.Add("shortText");
        _anne.Rename(_anne.NumberOf(_anne.Selection.Key), "nom");
        _bruno.Change<Field>(number, nameof(Field.Label), f => f with { Label = "Nom de famille" });

        Assert.NotNull(_bruno.Refusal);
        Assert.NotEqual("Nom de famille", _document.State.Form.FindField("nom")!.Label);
        _bruno.Select(Selection.Page("vous"));
        Arrive();
        _bruno.Write($"{number}", "option", 0, "Autre");
        Assert.NotNull(_bruno.Refusal);
    }

    private int Number => Numbered("nom");

    private int Numbered(string key) => Drawn.Form.AllFields().ToList().FindIndex(f => f.Key == key) + 1;

    private int Index(string key) => _document.State.Form.Find(key)!.Index;

    // Anne gives Bruno's question another name, and perhaps its old name to a new question.
    private void Rename(bool isTaken)
    {
        Assert.True(_anne.Rename(_anne.NumberOf("nom"), "nom_usuel"));
        if (!isTaken) return;
        _anne.Select(Selection.Field("nom_association"));
        Assert.True(_anne.Add("shortText"));
        Assert.True(_anne.Rename(_anne.NumberOf(_anne.Selection.Key), "nom"));
        _anne.Change<Field>(_anne.NumberOf("nom"), nameof(Field.Label), f => f with { Label = "Autre" });
    }

    private void Arrive()
    {
        while (_late.TryDequeue(out var act)) act();
    }
}
