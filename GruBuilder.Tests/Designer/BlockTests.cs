using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Tests.Designer;

/// <summary>Blocks of the town's library in a form: by copy, by link, and what becomes of links.</summary>
public class BlockTests
{
    private static readonly Place End = new("vous", null, int.MaxValue);

    // « nom » meets a question of the form: there it is called otherwise.
    private static readonly FormBlock First = Block(1,
        Drawn.Text("nom", "Nom du foyer"),
        new YesNoField { Key = "bail", Label = "Avez-vous un bail ?" },
        Drawn.Text("bailleur", "Nom du bailleur") with { VisibleIf = new Comparison("bail", Comparator.IsEqualTo, AnswerValue.Of(true)) });

    private static FormBlock Block(int version, params Field[] fields) =>
        new("foyer", "Foyer", version, new FormDefinition { Key = "foyer", Title = "Foyer", Pages = [new Page { Key = "page", Title = "Foyer", Fields = [.. fields] }] });

    private static string[] Linked(FormDefinition form) => [.. form.AllFields().Where(f => f.Block is not null).Select(f => f.Label)];

    [Fact]
    public void A_copy_belongs_to_the_form_and_a_link_remembers_its_block()
    {
        var copied = new InsertBlock(First, End, false).Apply(Drawn.Form);
        Assert.Empty(Linked(copied));
        Assert.NotNull(copied.FindField("nom_2"));

        var linked = new InsertBlock(First, End, true).Apply(Drawn.Form);
        Assert.Equal(new BlockLink("foyer", 1, "nom", "foyer"), linked.FindField("nom_2")!.Block);
        Assert.Equal(new Comparison("bail", Comparator.IsEqualTo, AnswerValue.Of(true)), linked.FindField("bailleur")!.VisibleIf);
        var read = DefinitionJson.Read(DefinitionJson.Write(linked));
        Assert.Empty(read.Problems);
        Assert.Equal(linked.FindField("nom_2")!.Block, read.Definition!.FindField("nom_2")!.Block);
    }

    [Fact]
    public void A_new_version_changes_questions_where_they_stand_under_the_names_of_the_form()
    {
        var form = new InsertBlock(First, new Place("vous", null, 0), true).Apply(Drawn.Form);
        form = new MoveField("bailleur", End).Apply(form);
        form = new RenameFieldKey("bail", "location").Apply(form);
        var second = Block(2,
            Drawn.Text("etage", "Étage"),
            Drawn.Text("nom", "Nom sur la boîte aux lettres"),
            new YesNoField { Key = "bail", Label = "Avez-vous un bail en cours ?" },
            Drawn.Text("agence", "Agence") with { VisibleIf = new Comparison("bail", Comparator.IsEqualTo, AnswerValue.Of(true)) });

        var updated = new UpdateBlock(second, First).Apply(form);
        Assert.Equal(["Étage", "Nom sur la boîte aux lettres", "Avez-vous un bail en cours ?", "Agence", "Nom"], updated.Pages[0].Fields.Take(5).Select(f => f.Label));
        Assert.Equal("location", updated.Pages[0].Fields[2].Key);
        Assert.Equal(new Comparison("location", Comparator.IsEqualTo, AnswerValue.Of(true)), updated.FindField("agence")!.VisibleIf);
        Assert.Null(updated.FindField("bailleur"));
        Assert.All(updated.AllFields().Where(f => f.Block is not null), f => Assert.Equal(2, f.Block!.Version));
        Assert.DoesNotContain(FormLinter.Check(updated), f => f.Severity == Severity.Error);
        Assert.Same(updated, new UpdateBlock(second, First).Apply(updated));
    }

    [Fact]
    public void A_question_taken_out_of_a_form_does_not_come_back_with_the_next_version()
    {
        var form = new RemoveField("bailleur").Apply(new InsertBlock(First, End, true).Apply(Drawn.Form));
        var updated = new UpdateBlock(First with { Version = 2 }, First).Apply(form);
        Assert.Equal(["Nom du foyer", "Avez-vous un bail ?"], Linked(updated));
    }

    [Fact]
    public void Two_uses_of_a_block_in_one_form_are_updated_each_under_its_own_names()
    {
        var form = new InsertBlock(First, End, true).Apply(new InsertBlock(First, End, true).Apply(Drawn.Form));
        var updated = new UpdateBlock(Block(2, Drawn.Text("nom", "Foyer"), new YesNoField { Key = "bail", Label = "Bail ?" }, First.Form.FindField("bailleur")!), First).Apply(form);
        Assert.Equal(["nom_2", "nom_3"], updated.AllFields().Where(f => f.Label == "Foyer").Select(f => f.Key));
        Assert.Equal(["bail", "bail_2"], updated.AllFields().Where(f => f.Block?.Field == "bailleur").Select(f => ((Comparison)f.VisibleIf!).Field));
    }

    [Fact]
    public void A_linked_question_is_changed_in_its_block_alone_and_may_be_moved_renamed_taken_out_or_detached()
    {
        using var session = new DesignSession(new DesignDocument(new InsertBlock(First, End, true).Apply(Drawn.Form)));
        session.Change<Field>(session.NumberOf("bail"), nameof(Field.Label), f => f with { Label = "Autre" });
        Assert.Contains("suit le bloc", session.Refusal, StringComparison.Ordinal);
        Assert.Equal("Avez-vous un bail ?", session.Form.FindField("bail")!.Label);
        session.Change<InputField>(session.NumberOf("bail"), nameof(InputField.ReadOnly), f => f with { ReadOnly = true });
        Assert.Contains("suit le bloc", session.Refusal, StringComparison.Ordinal);

        session.Change<Field>(session.NumberOf("nom"), nameof(Field.Label), f => f with { Label = "Nom de naissance" });
        Assert.Null(session.Refusal);
        session.Move(session.NumberOf("bail"), new Place("vous", null, 0));
        Assert.Equal("bail", session.Form.Pages[0].Fields[0].Key);
        Assert.True(session.Rename(session.NumberOf("bail"), "location"));
        session.Remove("bailleur");
        Assert.Equal(["Avez-vous un bail ?", "Nom du foyer"], Linked(session.Form));

        session.Detach(session.Form.FindField("location")!.Block!);
        Assert.Empty(Linked(session.Form));
        session.Change<Field>(session.NumberOf("location"), nameof(Field.Label), f => f with { Label = "Autre" });
        Assert.Equal("Autre", session.Form.FindField("location")!.Label);
        session.Undo();
        session.Undo();
        Assert.Equal(2, Linked(session.Form).Length);
    }

    [Fact]
    public void A_copy_of_a_linked_question_is_the_forms_own_and_pasted_ones_are_another_use()
    {
        using var session = new DesignSession(new DesignDocument(new InsertBlock(First, End, true).Apply(Drawn.Form)));
        session.Duplicate("bail");
        Assert.Null(session.Form.FindField("bail_2")!.Block);
        session.Select(Selection.Field("bail"));
        session.Paste(session.Copy()!);
        Assert.Equal("foyer_2", session.Form.FindField("bail_3")!.Block!.Use);
    }
}
