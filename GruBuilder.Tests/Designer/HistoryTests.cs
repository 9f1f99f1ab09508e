using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Forms.Drafting;

namespace GruBuilder.Tests.Designer;

public class HistoryTests
{
    [Property(MaxTest = 200)]
    public Property Undoing_everything_gives_the_first_form_back_and_redoing_everything_the_last() => Prop.ForAll(Sequences, edits =>
    {
        var history = new DesignHistory(Drawn.Form);
        foreach (var edit in edits) history.Apply(edit);
        var last = history.Now;

        while (history.Undo() is not null) { }
        var isFirst = ReferenceEquals(Drawn.Form, history.Now.Form);
        while (history.Redo() is not null) { }
        return isFirst && ReferenceEquals(last, history.Now);
    });

    [Property(MaxTest = 200)]
    public Property Applying_the_recorded_edits_again_gives_the_same_form() => Prop.ForAll(Sequences, edits =>
    {
        var history = new DesignHistory(Drawn.Form);
        foreach (var edit in edits) history.Apply(edit);

        var again = history.Done.SelectMany(s => s.Edits).Aggregate(Drawn.Form, (form, edit) => edit.Apply(form));
        return string.Equals(DefinitionJson.Write(history.Now.Form), DefinitionJson.Write(again), StringComparison.Ordinal);
    });

    [Property(MaxTest = 200)]
    public Property Keys_and_numbers_stay_unique_and_what_is_untouched_keeps_its_reference() => Prop.ForAll(Sequences, edits =>
    {
        var history = new DesignHistory(Drawn.Form);
        foreach (var edit in edits)
        {
            var before = history.Now.Form;
            if (history.Apply(edit) is null) continue;
            var after = history.Now.Form;
            var keys = Drawn.Keys(after);
            if (keys.Distinct(StringComparer.Ordinal).Count() != keys.Length) return false;
            if (keys.Select(k => history.Now.Ids[k]).Distinct().Count() != keys.Length) return false;
            // Equal parts are the same parts: nothing is copied needlessly. A form taken in whole brings its own.
            if (edit is ReplaceDefinition) continue;
            var old = before.AllFields().ToDictionary(f => f.Key, StringComparer.Ordinal);
            if (after.AllFields().Any(f => old.TryGetValue(f.Key, out var was) && !ReferenceEquals(was, f) && was.Equals(f))) return false;
        }

        return true;
    });

    [Fact]
    public void Typing_in_one_box_is_one_step()
    {
        var history = new DesignHistory(Drawn.Form);
        foreach (var text in new[] { "N", "No", "Nom d", "Nom de famille" }) history.Apply(new ChangeField(Drawn.Text("nom", text), nameof(Field.Label)));

        Assert.Equal("Modifier le texte de « Nom »", history.UndoName);
        history.Undo();
        Assert.Same(Drawn.Form, history.Now.Form);
    }

    [Fact]
    public void Leaving_the_box_ends_the_step()
    {
        var history = new DesignHistory(Drawn.Form);
        history.Apply(new ChangeField(Drawn.Text("nom", "Un"), nameof(Field.Label)));
        history.EndBurst();
        history.Apply(new ChangeField(Drawn.Text("nom", "Deux"), nameof(Field.Label)));
        history.Undo();

        Assert.Equal("Un", history.Now.Form.FindField("nom")!.Label);
    }

    [Fact]
    public void A_form_is_saved_until_it_changes_and_again_when_the_change_is_undone()
    {
        var history = new DesignHistory(Drawn.Form);
        Assert.True(history.IsSaved);
        history.Apply(new RemoveField("nom"));
        Assert.False(history.IsSaved);
        history.Undo();
        Assert.True(history.IsSaved);
    }

    private static readonly string[] FieldKeys = ["nom", "prenom", "statut", "nom_association", "enfant", "classe", "repas", "tarif", "texte", "texte_2", "parti"];
    private static readonly string[] PageKeys = ["vous", "enfants", "page", "page_2"];

    private static readonly Gen<string> AnyField = Gen.Elements(FieldKeys);

    private static readonly Gen<string> AnyRule = Gen.Elements("rule", "rule_2", "autre");

    private static readonly Gen<Place> AnyPlace =
        from page in Gen.Elements(PageKeys)
        from @group in Gen.Elements(new string?[] { null, null, "enfant", "enfant_2" })
        from index in Gen.Choose(-1, 6)
        select new Place(page, @group, index);

    internal static readonly Gen<FormEdit> AnyEdit = Gen.OneOf(
        from at in AnyPlace select (FormEdit)new AddFields(Drawn.Text("texte", "Texte"), at),
        from key in AnyField select (FormEdit)new RemoveField(key),
        from key in AnyField from at in AnyPlace select (FormEdit)new MoveField(key, at),
        from key in AnyField select (FormEdit)new DuplicateField(key),
        from key in AnyField from label in Gen.Elements("A", "B", "C") select (FormEdit)new ChangeField(Drawn.Text(key, label), nameof(Field.Label)),
        from key in AnyField from other in AnyField select (FormEdit)new RenameFieldKey(key, other),
        from value in Gen.Elements("particulier", "association", "asso") from other in Gen.Elements("particulier", "asso") select (FormEdit)new RenameOption("statut", value, other),
        from key in AnyField from other in AnyField select (FormEdit)new SetCondition(Selection.Field(key), new Comparison(other, Comparator.IsAnswered)),
        from key in Gen.Elements(PageKeys) select (FormEdit)new SetCondition(Selection.Page(key), null),
        from key in Gen.Elements(PageKeys) select (FormEdit)new AddDraft(DraftReader.Read("Nom\nStatut : A, B\nAutre (si B)\n# Suite\nEnfants (nom, classe)"), key),
        from index in Gen.Choose(0, 4) select (FormEdit)new AddPage(new Page { Key = "page", Title = "Page" }, index),
        from key in Gen.Elements(PageKeys) select (FormEdit)new RemovePage(key),
        from key in Gen.Elements(PageKeys) from index in Gen.Choose(-1, 4) select (FormEdit)new MovePage(key, index),
        from key in Gen.Elements(PageKeys) from title in Gen.Elements("A", "B") select (FormEdit)new ChangePage(key, title, null),
        from title in Gen.Elements("A", "B") select (FormEdit)new ChangeForm(title, null),
        from key in AnyRule from other in AnyField select (FormEdit)new PutCondition(new NamedCondition(key, "Condition", new Comparison(other, Comparator.IsAnswered))),
        from key in AnyRule select (FormEdit)new RemoveCondition(key),
        from key in AnyRule from other in AnyRule select (FormEdit)new RenameCondition(key, other),
        from key in AnyRule select (FormEdit)new PutTable(new DecisionTable { Key = key, Label = "Tarif" }),
        from key in AnyRule select (FormEdit)new RemoveTable(key),
        from key in Gen.Elements(PageKeys) from other in AnyField select (FormEdit)new SetEnds(key, [new EndPage { Key = "fin", Title = "Fin", If = new Comparison(other, Comparator.IsAnswered) }]),
        Gen.Constant((FormEdit)new FillPurposes("Traiter votre demande")),
        from at in AnyPlace select (FormEdit)new ReplaceDefinition(new MoveField("nom", at).Apply(Drawn.Form)));

    internal static readonly Arbitrary<FormEdit[]> Sequences = Arb.From(Gen.ArrayOf(AnyEdit));
}
