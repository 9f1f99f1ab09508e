using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Forms.Revisions;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Tests.Designer;

/// <summary>A question that follows a block, shown and asked by a rule of the form's own.</summary>
public class OwnRuleTests
{
    private static readonly Place End = new("vous", null, int.MaxValue);
    private static readonly Condition IfTenant = Is("bail", true);
    private static readonly Condition IfAssociation = new Comparison("statut", Comparator.IsEqualTo, AnswerValue.Of("association"));

    // « nom » meets a question of the form, where it is called « nom_2 ».
    private static readonly FormBlock First = Block(1, Drawn.Text("nom", "Nom du foyer") with { Required = true }, new YesNoField { Key = "bail", Label = "Avez-vous un bail ?" }, Drawn.Text("bailleur", "Nom du bailleur") with { VisibleIf = IfTenant });

    private static FormDefinition Linked => new InsertBlock(First, End, true).Apply(Drawn.Form);

    [Fact]
    public void A_form_shows_and_asks_a_linked_question_by_its_own_rule_and_the_rest_stays_the_blocks()
    {
        using var session = new DesignSession(new DesignDocument(Linked));
        session.ChangeRule(session.NumberOf("nom_2"), _ => IfAssociation);
        Assert.Null(session.Refusal);
        session.Change<InputField>(session.NumberOf("nom_2"), nameof(InputField.Required), f => f with { Required = false });
        Assert.Null(session.Refusal);
        session.Change<InputField>(session.NumberOf("nom_2"), nameof(InputField.RequiredIf), f => f with { RequiredIf = IfTenant });
        Assert.Null(session.Refusal);
        session.Change<Field>(session.NumberOf("nom_2"), nameof(Field.Help), f => f with { Help = "Autre" });
        Assert.Contains("suit le bloc", session.Refusal, StringComparison.Ordinal);
        session.Change<Field>(session.NumberOf("nom_2"), nameof(Field.Label), f => f with { Label = "Autre", VisibleIf = null });
        Assert.Contains("suit le bloc", session.Refusal, StringComparison.Ordinal);

        var nom = Assert.IsType<ShortTextField>(session.Form.FindField("nom_2"));
        Assert.Equal((IfAssociation, false, IfTenant, null, "Nom du foyer"), (nom.VisibleIf, nom.Required, nom.RequiredIf, nom.Help, nom.Label));
        Assert.Equal(session.Form.FindField("nom_2"), DefinitionJson.Read(DefinitionJson.Write(session.Form)).Definition!.FindField("nom_2"));
        while (session.UndoName is not null) session.Undo();
        Assert.Equal(Linked.FindField("nom_2"), session.Form.FindField("nom_2"));
    }

    [Fact]
    public void The_questions_of_a_series_may_have_rules_of_the_forms_own_and_the_series_stays_whole()
    {
        var block = Block(1, new RepeatedGroupField { Key = "personne", Label = "Personnes", Fields = [Drawn.Text("prenoms", "Prénoms"), Drawn.Text("lien", "Lien")] });
        using var session = new DesignSession(new DesignDocument(new InsertBlock(block, End, true).Apply(Drawn.Form)));
        session.ChangeRule(session.NumberOf("lien"), _ => IfAssociation);
        Assert.Equal(IfAssociation, session.Form.FindField("lien")!.VisibleIf);
        session.Remove("lien");
        Assert.Contains("suit le bloc", session.Refusal, StringComparison.Ordinal);
        session.ChangeRule(session.NumberOf("personne"), _ => IfAssociation);
        Assert.Equal(IfAssociation, session.Form.FindField("personne")!.VisibleIf);

        var updated = new UpdateBlock(block with { Version = 2 }, block).Apply(session.Form);
        Assert.All(["personne", "lien"], key => Assert.Equal(IfAssociation, updated.FindField(key)!.VisibleIf));
    }

    [Fact]
    public void What_a_form_made_its_own_stays_when_the_block_changes_and_all_else_follows()
    {
        var form = Put(Put(Linked, "nom_2", IfAssociation), "bailleur", null);
        form = new RequireFields(["bail"], true).Apply(form);
        var second = Block(2,
            Drawn.Text("nom", "Foyer") with { Required = false, VisibleIf = Is("bail", false) },
            new YesNoField { Key = "bail", Label = "Un bail ?", RequiredIf = new Comparison("nom", Comparator.IsAnswered) },
            Drawn.Text("bailleur", "Bailleur") with { VisibleIf = Is("bail", false), Required = true });

        var updated = new UpdateBlock(second, First).Apply(form);
        Assert.Equal((IfAssociation, false, "Foyer"), Of("nom_2"));
        Assert.Equal(((Condition?)null, true, "Un bail ?"), Of("bail"));
        Assert.Null(((InputField)updated.FindField("bail")!).RequiredIf);
        Assert.Equal(((Condition?)null, true, "Bailleur"), Of("bailleur"));

        // Nothing is said of what stays.
        var told = FormDifference.Between(form, updated).Select(c => c.Sentence).ToList();
        Assert.DoesNotContain(told, s => s.Contains("affich", StringComparison.Ordinal));
        Assert.Contains(told, s => s.Contains("devenue facultative", StringComparison.Ordinal));
        Assert.DoesNotContain(told, s => s.Contains("bail", StringComparison.Ordinal) && s.Contains("est devenue", StringComparison.Ordinal));

        (Condition?, bool, string) Of(string key) => updated.FindField(key) is InputField f ? (f.VisibleIf, f.Required, f.Label) : default;
    }

    [Fact]
    public void A_rule_that_the_form_left_alone_follows_under_the_names_of_the_form()
    {
        var form = new RenameFieldKey("bail", "location").Apply(Linked);
        var updated = new UpdateBlock(Block(2, [.. First.Form.Pages[0].Fields.Take(2), Drawn.Text("bailleur", "Nom du bailleur") with { VisibleIf = Is("bail", false) }]), First).Apply(form);
        Assert.Equal(Is("location", false), updated.FindField("bailleur")!.VisibleIf);
    }

    [Fact]
    public void A_rule_besides_the_blocks_own_stays_while_the_blocks_part_follows()
    {
        var form = Put(Linked, "bailleur", new JoinedCondition(Junction.All, [IfAssociation, IfTenant]));
        var changed = new UpdateBlock(Block(2, [.. First.Form.Pages[0].Fields.Take(2), Drawn.Text("bailleur", "Nom du bailleur") with { VisibleIf = Is("bail", false) }]), First).Apply(form);
        Assert.Equal<Condition>([IfAssociation, Is("bail", false)], Assert.IsType<JoinedCondition>(changed.FindField("bailleur")!.VisibleIf).Parts);
        var without = new UpdateBlock(Block(2, [.. First.Form.Pages[0].Fields.Take(2), Drawn.Text("bailleur", "Nom du bailleur")]), First).Apply(form);
        Assert.Equal(IfAssociation, without.FindField("bailleur")!.VisibleIf);
    }

    [Fact]
    public void A_rule_on_a_question_that_is_gone_stays_and_becomes_a_finding()
    {
        // The block takes « bail » away, which a rule of this form reads.
        var form = Put(Linked, "nom_2", Is("bail", true));
        var updated = new UpdateBlock(Block(2, First.Form.FindField("nom")!), First).Apply(form);
        Assert.Equal(Is("bail", true), updated.FindField("nom_2")!.VisibleIf);
        Assert.Contains(FormLinter.Check(updated), f => f.Severity == Severity.Error && f.FieldKey == "nom_2");

        // The form takes its own question away.
        form = new RemoveField("statut").Apply(Put(Linked, "nom_2", IfAssociation));
        updated = new UpdateBlock(First with { Version = 2 }, First).Apply(form);
        Assert.Equal(IfAssociation, updated.FindField("nom_2")!.VisibleIf);
        Assert.Contains(FormLinter.Check(updated), f => f.Severity == Severity.Error && f.FieldKey == "nom_2");
    }

    [Fact]
    public void Each_use_of_a_block_has_rules_of_its_own()
    {
        var form = Put(new InsertBlock(First, End, true).Apply(Linked), "nom_3", IfAssociation);
        var updated = new UpdateBlock(Block(2, [Drawn.Text("nom", "Foyer") with { VisibleIf = Is("bail", true) }, .. First.Form.Pages[0].Fields.Skip(1)]), First).Apply(form);
        Assert.Equal(Is("bail", true), updated.FindField("nom_2")!.VisibleIf);
        Assert.Equal(IfAssociation, updated.FindField("nom_3")!.VisibleIf);
    }

    [Fact]
    public void Questions_at_different_versions_are_each_compared_with_their_own()
    {
        var second = Block(2, [Drawn.Text("nom", "Foyer") with { VisibleIf = Is("bail", true) }, .. First.Form.Pages[0].Fields.Skip(1)]);
        var third = Block(3, [Drawn.Text("nom", "Foyer") with { VisibleIf = Is("bail", false) }, .. First.Form.Pages[0].Fields.Skip(1)]);
        var form = new InsertBlock(second, End, true).Apply(Linked);
        var updated = new UpdateBlock(third, [First, second]).Apply(form);
        Assert.Equal([Is("bail", false), Is("bail_2", false)], updated.AllFields().Where(f => f.Label == "Foyer").Select(f => f.VisibleIf));
    }

    [Fact]
    public void The_rule_of_one_question_is_given_to_the_whole_block_and_the_blocks_rules_come_back()
    {
        using var session = new DesignSession(new DesignDocument(new InsertBlock(First, End, true).Apply(Linked)));
        session.ChangeRule(session.NumberOf("nom_2"), _ => IfAssociation);
        session.ShareRule(First, "nom_2");
        Assert.Equal(IfAssociation, session.Form.FindField("bail")!.VisibleIf);
        Assert.Equal<Condition>([IfAssociation, IfTenant], Assert.IsType<JoinedCondition>(session.Form.FindField("bailleur")!.VisibleIf).Parts);
        Assert.Equal(Is("bail_2", true), session.Form.FindField("bailleur_2")!.VisibleIf);
        Assert.Same(session.Form, new ShareRule(First, "nom_2").Apply(session.Form));

        session.TakeBlockRules(First, "foyer", ["nom_2", "bail", "bailleur"]);
        Assert.Equal([null, null, IfTenant], new[] { "nom_2", "bail", "bailleur" }.Select(k => session.Form.FindField(k)!.VisibleIf));
        session.Undo();
        session.Undo();
        Assert.Equal([IfAssociation, null, IfTenant], new[] { "nom_2", "bail", "bailleur" }.Select(k => session.Form.FindField(k)!.VisibleIf));
    }

    [Fact]
    public void A_rule_is_not_given_to_the_question_that_it_reads()
    {
        var form = new ShareRule(First, "nom_2").Apply(Put(Linked, "nom_2", Is("bail", true)));
        Assert.Null(form.FindField("bail")!.VisibleIf);
        Assert.DoesNotContain(FormLinter.Check(form), f => f.Severity == Severity.Error);
    }

    [Fact]
    public void Undoing_a_new_version_brings_the_forms_rule_and_the_blocks_back()
    {
        using var session = new DesignSession(new DesignDocument(Linked));
        session.ChangeRule(session.NumberOf("nom_2"), _ => IfAssociation);
        session.Apply(new UpdateBlock(Block(2, Drawn.Text("nom", "Foyer")), First));
        Assert.Equal((IfAssociation, 2), (session.Form.FindField("nom_2")!.VisibleIf, session.VersionOf(session.Form.FindField("nom_2")!.Block!)!.Version));
        session.Undo();
        Assert.Equal((IfAssociation, "Nom du foyer"), (session.Form.FindField("nom_2")!.VisibleIf, session.Form.FindField("nom_2")!.Label));
        Assert.Equal(1, session.VersionOf(session.Form.FindField("nom_2")!.Block!)!.Version);
        session.Undo();
        Assert.Null(session.Form.FindField("nom_2")!.VisibleIf);
    }

    private static FormDefinition Put(FormDefinition form, string key, Condition? rule) => new SetCondition(Selection.Field(key), rule).Apply(form);

    private static Comparison Is(string key, bool answer) => new(key, Comparator.IsEqualTo, AnswerValue.Of(answer));

    private static FormBlock Block(int version, params Field[] fields) =>
        new("foyer", "Foyer", version, new FormDefinition { Key = "foyer", Title = "Foyer", Pages = [new Page { Key = "page", Title = "Foyer", Fields = [.. fields] }] });
}
