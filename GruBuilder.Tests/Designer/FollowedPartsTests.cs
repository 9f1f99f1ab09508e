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
        _session.Move("nom_usage", new Place("enfants", "enfant", 0));
        _session.Change<Field>("nom_usage", nameof(Field.Label), f => f with { Label = "Nom d’usage" });

        Assert.Equal(new FollowedPart(Selection.Field("nom_usage"), "« Nom d’usage »", false), Followed);
        while (_session.UndoName is not null) _session.Undo();
        Assert.Equal(new FollowedPart(Selection.Field("nom"), "« Nom »", false), Followed);
    }

    [Fact]
    public void A_question_that_is_taken_out_is_gone_with_its_name_until_undo_brings_it_back()
    {
        Follow(Selection.Field("nom"));
        _session.Remove("nom");
        Assert.Equal(new FollowedPart(Selection.Field("nom"), "« Nom »", true), Followed);
        new DesignSession(_document, "Léa").Change<Field>("prenom", nameof(Field.Label), f => f with { Label = "Prénoms" });
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

        _session.Change<Field>("prenom", nameof(Field.Label), f => f with { Label = "Prénoms" });
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

    private void Follow(Selection part) => _parts.Add(Id, FollowedPart.Of(_document.State.Form, part)!, _document.State);
}
