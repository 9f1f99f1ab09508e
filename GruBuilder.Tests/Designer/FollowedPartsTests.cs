using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Edits;

namespace GruBuilder.Tests.Designer;

/// <summary>What is said about a question stays with it, whatever becomes of the question.</summary>
public class FollowedPartsTests
{
    private static readonly Guid Id = Guid.NewGuid();
    private readonly FollowedParts _parts = new();
    private readonly DesignDocument _document = new(Drawn.Form);
    private readonly DesignSession _session;

    public FollowedPartsTests()
    {
        _session = new DesignSession(_document, "Nadia");
        _document.Changed += change => _parts.Follow(change);
    }

    private FollowedPart Followed => _parts.Find(Id)!;

    [Fact]
    public void A_question_that_is_renamed_moved_and_reworded_stays_the_same()
    {
        Follow(Selection.Field("nom"));
        _session.Apply(new RenameFieldKey("nom", "nom_usage"));
        _session.Move(_session.NumberOf("nom_usage"), new Place("enfants", "enfant", 0));
        _session.Change<Field>(_session.NumberOf("nom_usage"), nameof(Field.Label), f => f with { Label = "Nom d’usage" });

        Assert.Equal(new FollowedPart(Selection.Field("nom_usage"), "« Nom d’usage »", false) { FormerKeys = "nom" }, Followed);
        while (_session.UndoName is not null) _session.Undo();
        Assert.Equal(("nom", "« Nom »", false), (Followed.Part.Key, Followed.Name, Followed.IsGone));
    }

    [Fact]
    public void A_question_taken_out_on_another_day_is_itself_again_in_a_form_from_before()
    {
        // Opened today: all that is known is what was written down.
        using var session = Later(new RemoveField("nom").Apply(Drawn.Form));
        _parts.Add(Id, new FollowedPart(Selection.Field("nom"), "« Nom »", true), session.State);
        session.Apply(new RestoreForm(Drawn.Form, "hier"));
        Assert.Equal(new FollowedPart(Selection.Field("nom"), "« Nom »", false), Followed);
        session.Undo();
        Assert.True(Followed.IsGone);
        session.Redo();
        Assert.False(Followed.IsGone);
        session.Undo();
        session.Apply(new TakeVersion(Drawn.Form, 1));
        Assert.False(Followed.IsGone);
        session.Apply(new RenameFieldKey("nom", "nom_usage"));
        Assert.Equal("nom_usage", Followed.Part.Key);
    }

    [Fact]
    public void A_form_from_before_that_calls_a_question_by_a_former_name_brings_it_back_too()
    {
        var known = new FollowedPart(Selection.Field("nom_usage"), "« Nom d’usage »", true) { FormerKeys = "nom" };
        using var session = Later(new RemoveField("nom").Apply(Drawn.Form));
        _parts.Add(Id, known, session.State);
        session.Apply(new RestoreForm(Drawn.Form, "hier"));
        Assert.Equal(("nom", "« Nom »", false, "nom_usage"), (Followed.Part.Key, Followed.Name, Followed.IsGone, Followed.FormerKeys));

        // Another question has the name now: nobody can tell that it is this one.
        using var other = Later(Drawn.Form);
        _parts.Add(Id, known, other.State);
        other.Apply(new RestoreForm(new ChangeForm("Autre", null).Apply(Drawn.Form), "hier"));
        Assert.True(Followed.IsGone);
    }

    [Fact]
    public void Going_back_to_before_a_renaming_keeps_what_is_said_with_the_question()
    {
        Follow(Selection.Field("nom"));
        var before = _document.State;
        _session.Apply(new RenameFieldKey("nom", "nom_usage"));
        _session.Apply(new RestoreForm(before.Form, "l’ouverture") { Ids = before.Ids });
        Assert.Equal(("nom", false), (Followed.Part.Key, Followed.IsGone));

        _session.Remove("nom");
        _session.Apply(new AddFields(Drawn.Text("nom", "Autre"), new Place("vous", null, 0)));
        Assert.True(Followed.IsGone);
        _session.Apply(new RestoreForm(before.Form, "l’ouverture") { Ids = before.Ids });
        Assert.Equal(new FollowedPart(Selection.Field("nom"), "« Nom »", false) { FormerKeys = "nom_usage" }, Followed);
    }

    [Fact]
    public void A_question_that_is_taken_out_is_gone_with_its_name_until_undo_brings_it_back()
    {
        Follow(Selection.Field("nom"));
        _session.Remove("nom");
        Assert.Equal(new FollowedPart(Selection.Field("nom"), "« Nom »", true), Followed);
        var lea = new DesignSession(_document, "Léa");
        lea.Change<Field>(lea.NumberOf("prenom"), nameof(Field.Label), f => f with { Label = "Prénoms" });
        Assert.True(Followed.IsGone);
        _session.Undo();
        Assert.False(Followed.IsGone);
    }

    [Fact]
    public void A_new_question_that_gets_the_name_of_one_that_is_gone_is_another()
    {
        Follow(Selection.Field("nom"));
        _session.Remove("nom");
        _session.Apply(new AddFields(Drawn.Text("nom", "Nom"), new Place("vous", null, 0)));

        _session.Change<Field>(_session.NumberOf("prenom"), nameof(Field.Label), f => f with { Label = "Prénoms" });
        _session.Undo();
        Assert.NotNull(_session.Form.FindField("nom"));
        Assert.True(Followed.IsGone);
    }

    [Fact]
    public void What_is_said_of_a_question_just_taken_out_comes_back_with_it()
    {
        var known = FollowedPart.Of(_session.Form, Selection.Field("nom"))!;
        _session.Remove("nom");
        _parts.Add(Id, known, _document.State);
        Assert.True(Followed.IsGone);
        _session.Undo();
        Assert.Equal(known, Followed);
        _parts.Remove(Id);
        Assert.Null(_parts.Find(Id));
    }

    [Fact]
    public void A_page_goes_and_comes_back_and_another_of_its_name_is_not_it()
    {
        Follow(Selection.Page("enfants"));
        _session.RemovePage("enfants");
        Assert.True(Followed.IsGone);
        _session.Undo();
        Assert.Equal("la page « Vos enfants »", Followed.Name);
        _session.RemovePage("enfants");
        _session.Apply(new AddPage(new Page { Key = "enfants", Title = "Autre" }, 1));
        Assert.True(Followed.IsGone);
    }

    [Fact]
    public void The_form_itself_never_goes_and_what_it_does_not_hold_is_gone_from_the_start()
    {
        Follow(Selection.Form);
        _session.RemovePage("vous");
        Assert.False(Followed.IsGone);
        _parts.Add(Id, new FollowedPart(Selection.Field("inconnu"), "« Ancien »", false), _document.State);
        Assert.Equal(new FollowedPart(Selection.Field("inconnu"), "« Ancien »", true), Followed);
    }

    private DesignSession Later(FormDefinition form)
    {
        var document = new DesignDocument(form);
        document.Changed += change => _parts.Follow(change);
        return new DesignSession(document, "Nadia");
    }

    private void Follow(Selection part) => _parts.Add(Id, FollowedPart.Of(_document.State.Form, part)!, _document.State);
}
