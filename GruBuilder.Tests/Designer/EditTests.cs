using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Forms.Drafting;

namespace GruBuilder.Tests.Designer;

public class EditTests
{
    [Fact]
    public void Every_edit_can_be_printed_also_those_that_are_taken_back_by_their_inverse()
    {
        FormEdit[] edits = [new RenameFieldKey("nom", "nom_usage"), new RenameOption("statut", "association", "club"), new RenameCondition("a", "b"), new MoveField("nom", new Place("vous", null, 1))];
        Assert.All(edits, e => Assert.StartsWith($"{e.GetType().Name} {{ Key = ", e.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_made_of_a_text_takes_free_keys_and_its_rules_follow()
    {
        var form = new AddDraft(DraftReader.Read("Statut : A, B\nAutre (si B)\n# Suite\nRepas : 1 à 5\nTarif = 2 × repas"), "vous").Apply(Drawn.Form);

        Assert.Equal(["vous", "page_2", "enfants"], form.Pages.Select(p => p.Key));
        Assert.Equal("statut_2", ((Comparison)form.FindField("autre")!.VisibleIf!).Field);
        Assert.Same(Drawn.Form.FindField("nom_association")!.VisibleIf, form.FindField("nom_association")!.VisibleIf);
        Assert.Contains("repas_2", form.Pages[1].Fields.OfType<ComputedField>().Single().Formula, StringComparison.Ordinal);
        Assert.Equal(Drawn.Keys(form).Distinct(), Drawn.Keys(form));
    }

    [Fact]
    public void A_field_goes_where_it_is_put()
    {
        var form = new AddFields(Drawn.Text("age", "Âge"), new Place("vous", null, 1)).Apply(Drawn.Form);

        Assert.Equal(["nom", "age", "prenom", "statut", "nom_association"], form.Pages[0].Fields.Select(f => f.Key));
        Assert.Same(Drawn.Form.Pages[1], form.Pages[1]);
        Assert.Same(Drawn.Form.Pages[0].Fields[0], form.Pages[0].Fields[0]);
    }

    [Fact]
    public void A_taken_key_gets_the_next_number()
    {
        var edit = new AddFields(Drawn.Text("nom", "Nom"), new Place("vous", null, 99));
        var form = edit.Apply(edit.Apply(Drawn.Form));

        Assert.Equal(["nom_2", "nom_3"], form.Pages[0].Fields.TakeLast(2).Select(f => f.Key));
    }

    [Fact]
    public void A_group_does_not_enter_a_group()
    {
        var group = new RepeatedGroupField { Key = "g", Label = "G" };

        Assert.Same(Drawn.Form, new AddFields(group, new Place("enfants", "enfant", 0)).Apply(Drawn.Form));
        Assert.Same(Drawn.Form, new MoveField("enfant", new Place("enfants", "enfant", 0)).Apply(Drawn.Form));
    }

    [Theory]
    [InlineData("nom", "vous", null, 0)]
    [InlineData("nom", "nulle_part", null, 0)]
    [InlineData("nom", "vous", "enfant", 0)]
    [InlineData("parti", "vous", null, 0)]
    [InlineData("tarif", "enfants", null, 99)]
    public void A_move_to_where_it_is_or_to_nowhere_gives_the_same_form_back(string key, string page, string? group, int index) =>
        Assert.Same(Drawn.Form, new MoveField(key, new Place(page, group, index)).Apply(Drawn.Form));

    [Fact]
    public void A_field_moves_into_a_group_and_keeps_its_reference()
    {
        var form = new MoveField("nom", new Place("enfants", "enfant", 1)).Apply(Drawn.Form);

        var at = form.Find("nom")!;
        Assert.Equal((1, "enfant", 1), (at.Page, at.Group, at.Index));
        Assert.Same(Drawn.Form.FindField("nom"), at.Field);
        Assert.Equal(3, form.Pages[0].Fields.Length);
    }

    [Fact]
    public void A_copy_of_a_group_has_names_of_its_own_throughout()
    {
        var form = new DuplicateField("enfant").Apply(Drawn.Form);

        Assert.Equal(["enfant", "prenom_enfant", "classe", "enfant_2", "prenom_enfant_2", "classe_2", "repas", "tarif"], form.AllFields().Skip(4).Select(f => f.Key));
    }

    [Fact]
    public void Renaming_a_field_follows_it_into_rules_and_formulas()
    {
        var form = new RenameFieldKey("statut", "qualite").Apply(new RenameFieldKey("repas", "repas_par_semaine").Apply(Drawn.Form));

        Assert.Equal("3,5 * repas_par_semaine * count(enfant) + length(\"repas\")", ((ComputedField)form.FindField("tarif")!).Formula);
        Assert.Equal(["qualite"], form.FindField("nom_association")!.VisibleIf!.FieldKeys());
        Assert.Equal(["qualite"], form.Pages[1].VisibleIf!.FieldKeys());
        Assert.Same(Drawn.Form.Pages[0].Fields[0], form.Pages[0].Fields[0]);
    }

    [Theory]
    [InlineData("nom", "prenom")]
    [InlineData("nom", "1er")]
    [InlineData("nom", "deux mots")]
    [InlineData("parti", "revenu")]
    public void A_name_that_is_taken_or_is_no_name_changes_nothing(string key, string newKey) =>
        Assert.Same(Drawn.Form, new RenameFieldKey(key, newKey).Apply(Drawn.Form));

    [Fact]
    public void Renaming_an_option_follows_it_into_rules()
    {
        var form = new RenameOption("statut", "association", "asso").Apply(Drawn.Form);

        Assert.Equal("asso", ((ChoiceField)form.FindField("statut")!).Options[1].Value);
        Assert.Equal(AnswerValue.Of("asso"), ((Comparison)form.FindField("nom_association")!.VisibleIf!).Value);
        Assert.Same(Drawn.Form.Pages[1], form.Pages[1]);
    }

    [Fact]
    public void Replacing_the_form_keeps_the_key_of_its_addresses()
    {
        var form = new ReplaceDefinition(FormDefinition.Empty with { Title = "Autre" }).Apply(Drawn.Form);

        Assert.Equal(("cantine", "Autre"), (form.Key, form.Title));
    }

    public static TheoryData<FormEdit, string> Names => new()
    {
        { new AddDraft(DraftReader.Read("Âge\nQuartier"), "vous"), "Ajouter 2 questions" },
        { new MoveField("nom", new Place("vous", null, 1)), "Déplacer « Nom » après « Prénom »" },
        { new MoveField("prenom", new Place("vous", null, 0)), "Déplacer « Prénom » avant « Nom »" },
        { new MoveField("nom", new Place("enfants", null, 0)), "Déplacer « Nom » au début de la page « Vos enfants »" },
        { new MoveField("nom", new Place("enfants", "enfant", 0)), "Déplacer « Nom » au début de « Enfants »" },
        { new AddFields(Drawn.Text("age", "Âge"), new Place("vous", null, 0)), "Ajouter « Âge »" },
        { new RemoveField("nom"), "Supprimer « Nom »" },
        { new RemoveField("parti"), "Supprimer une question" },
        { new DuplicateField("nom"), "Dupliquer « Nom »" },
        { new ChangeField(Drawn.Text("nom", "Nom de famille"), nameof(Field.Label)), "Modifier le texte de « Nom »" },
        { new SetCondition(Selection.Field("nom_association"), null), "Toujours afficher « Nom de l’association »" },
        { new SetCondition(Selection.Page("vous"), new Comparison("nom", Comparator.IsAnswered)), "Changer la règle de la page « Vous »" },
        { new RemovePage("enfants"), "Supprimer la page « Vos enfants »" },
        { new MovePage("enfants", 0), "Déplacer la page « Vos enfants » en position 1" },
        { new ChangeForm("Restauration", null), "Modifier le titre" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_edit_says_what_it_does(FormEdit edit, string name) => Assert.Equal(name, edit.Describe(Drawn.Form));

    [Fact]
    public void Renaming_a_key_follows_it_everywhere()
    {
        var on = new Comparison("age", Comparator.IsAtLeast, GruBuilder.Forms.Answers.AnswerValue.Of(3m));
        var form = new FormDefinition
        {
            Key = "k", Title = "T", Conditions = [new NamedCondition("grand", "Grand", new JoinedCondition(Junction.None, [on]))],
            Pages =
            [
                new Page
                {
                    Key = "p", Title = "P", Ends = [new EndPage { Key = "fin", Title = "Fin", If = new FormulaCondition("age > 3 and sum(enfants.age_enfant) > 1") }],
                    Fields =
                    [
                        new NumberField { Key = "age", Label = "Âge" },
                        new ShortTextField { Key = "a", Label = "A", RequiredIf = on, ReadOnlyIf = on, Checks = [new AnswerCheck(new Comparison("a", Comparator.IsEqualTo) { OtherField = "age" }, "Non")] },
                        new SingleChoiceField { Key = "c", Label = "C", Options = [new Option("x", "X") { VisibleIf = on }] },
                        new RepeatedGroupField { Key = "enfants", Label = "Enfants", Fields = [new NumberField { Key = "age_enfant", Label = "Âge" }] },
                        new ShortTextField { Key = "d", Label = "D", VisibleIf = new RowsCondition("enfants", RowQuantifier.Any, new Comparison("age_enfant", Comparator.IsAnswered)) },
                        new ShortTextField { Key = "e", Label = "E", VisibleIf = new Comparison("enfants.age_enfant", Comparator.IsAnswered) { Of = Aggregate.Sum } },
                    ],
                },
            ],
        };
        var renamed = new RenameFieldKey("age_enfant", "ans").Apply(new RenameFieldKey("enfants", "petits").Apply(new RenameFieldKey("age", "annees").Apply(form)));
        var json = DefinitionJson.Write(renamed);
        Assert.DoesNotContain("\"age", json, StringComparison.Ordinal);
        Assert.DoesNotContain("enfants", json, StringComparison.Ordinal);
        Assert.Contains("annees > 3 and sum(petits.ans) > 1", json, StringComparison.Ordinal);
        Assert.DoesNotContain(GruBuilder.Forms.Logic.FormProgram.Compile(renamed).Findings, f => f.Severity == Severity.Error && f.Code == "unknown-field");
    }

    [Fact]
    public void Renaming_a_named_condition_follows_it_into_rules()
    {
        var form = new FormDefinition
        {
            Key = "k", Title = "T", Conditions = [new NamedCondition("un", "Un", new Comparison("a", Comparator.IsAnswered))],
            Pages = [new Page { Key = "p", Title = "P", Fields = [new ShortTextField { Key = "a", Label = "A" }, new ShortTextField { Key = "b", Label = "B", VisibleIf = new JoinedCondition(Junction.Any, [new ConditionReference("un")]) }] }],
        };
        var renamed = new RenameCondition("un", "deux").Apply(form);
        Assert.Equal("deux", renamed.Conditions[0].Key);
        Assert.Empty(GruBuilder.Forms.Logic.FormProgram.Compile(renamed).Findings);
        Assert.Same(form, new RenameCondition("un", "pas un nom").Apply(form));
    }
}
