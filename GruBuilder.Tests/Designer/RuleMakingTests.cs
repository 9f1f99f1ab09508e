using Bunit;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Forms.Designer.Panels;
using GruBuilder.Forms.Designer.Properties;
using GruBuilder.Forms.Explanations;
using Microsoft.AspNetCore.Components;

namespace GruBuilder.Tests.Designer;

public class RuleMakingTests : BunitContext
{
    private readonly DesignSession _session = new(new DesignDocument(new FormDefinition
    {
        Key = "essai",
        Title = "Essai",
        Pages =
        [
            new Page
            {
                Key = "p",
                Title = "P",
                Fields =
                [
                    new DateField { Key = "debut", Label = "Début" },
                    new DateField { Key = "fin", Label = "Fin" },
                    new NumberField { Key = "repas", Label = "Repas" },
                    new RepeatedGroupField { Key = "enfants", Label = "Enfants", Fields = [Drawn.Text("prenom", "Prénom"), new NumberField { Key = "age", Label = "Âge" }] },
                    new SingleChoiceField { Key = "menu", Label = "Menu", Options = [new("a", "Avec viande"), new("b", "Sans viande")] },
                    Drawn.Text("motif", "Motif"),
                    new ComputedField { Key = "prix", Label = "Prix", Formula = "3 × rep" },
                ],
            },
        ],
    }));

    private Condition? Rule => _session.Form.FindField("motif")!.VisibleIf;

    [Fact]
    public void An_answer_is_compared_with_another_answer()
    {
        _session.ChangeRule(_session.NumberOf("motif"), _ => new Comparison("fin", Comparator.IsLessThan, AnswerValue.Of("2026-01-01")));
        var panel = Panel();
        Select(panel, "Comparer avec", "debut");
        Assert.Equal(new Comparison("fin", Comparator.IsLessThan) { OtherField = "debut" }, Rule);
        Assert.Empty(panel.FindAll("[aria-label=Jour]"));

        Select(panel, "Comparer avec", "$today");
        Assert.Equal("« Fin » est avant la date du jour", ConditionWords.Of(_session.State.Program, Rule!).Replace('\u202f', ' '));
        Select(panel, "Comparer avec", "");
        Assert.Null(((Comparison)Rule!).OtherField);
    }

    [Theory]
    [InlineData("$today", "la date du jour")]
    [InlineData("$account.signedIn", "l’usager est connecté est oui")]
    [InlineData("Sum:enfants.age", "la somme de « Âge »")]
    public void A_rule_looks_at_the_day_the_account_and_what_is_made_of_a_column(string subject, string words)
    {
        _session.ChangeRule(_session.NumberOf("motif"), _ => new Comparison("repas", Comparator.IsEqualTo, AnswerValue.Of(1m)));
        Select(Panel(), "Question", subject);

        Assert.StartsWith(words, ConditionWords.Of(_session.State.Program, Rule!).Replace('\u202f', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain(_session.State.Program.Findings, f => f.FieldKey == "motif" && f.Code != "condition-without-value");
    }

    [Fact]
    public void A_rule_looks_through_the_rows_of_a_series()
    {
        _session.ChangeRule(_session.NumberOf("motif"), _ => new Comparison("repas", Comparator.IsEqualTo, AnswerValue.Of(1m)));
        var panel = Panel();
        panel.FindAll("button").Single(b => b.TextContent.Contains("sur une série", StringComparison.Ordinal)).Click();
        Select(Again(panel), "Combien de lignes", "AtLeast");
        Again(panel).Find("[aria-label='Nombre de lignes']").Change("2");
        var rows = (RowsCondition)((JoinedCondition)Rule!).Parts[1];
        Assert.Equal(("enfants", RowQuantifier.AtLeast, 2), (rows.Group, rows.Quantifier, rows.Count));
        Assert.Equal("prenom", ((Comparison)rows.If).Field);

        // The row's own questions are offered first.
        var inner = Again(panel).Find("[aria-label='Condition sur une série'] [aria-label=Question]");
        Assert.Equal("prenom", inner.QuerySelector("option")!.GetAttribute("value"));
        inner.Change("age");
        Assert.Equal("age", ((Comparison)((RowsCondition)((JoinedCondition)Rule!).Parts[1]).If).Field);
    }

    [Fact]
    public void A_calculation_in_a_rule_says_what_is_wrong_with_it()
    {
        _session.ChangeRule(_session.NumberOf("motif"), _ => new JoinedCondition(Junction.All, [new FormulaCondition("repa > 2")]));
        Assert.Contains("repa", Panel().Find(".gd-problem").TextContent, StringComparison.Ordinal);
        _session.ChangeRule(_session.NumberOf("motif"), _ => new JoinedCondition(Junction.All, [new FormulaCondition("repas > 2")]));
        Assert.Empty(Panel().FindAll(".gd-problem"));
    }

    [Fact]
    public void An_answer_is_offered_only_while_a_rule_holds()
    {
        var editor = Render<OptionsEditor>(p => p.Add(e => e.Session, _session).Add(e => e.Field, (ChoiceField)_session.Form.FindField("menu")!).Add(e => e.Number, _session.NumberOf("menu")).AddCascadingValue(new DesignerFocus(_ => Task.CompletedTask)));
        editor.Find("#gd-options-more").Click();
        editor.Find("#gd-option-rule-1").Click();

        Assert.NotNull(((ChoiceField)_session.Form.FindField("menu")!).Options[1].VisibleIf);
    }

    [Fact]
    public void A_question_starts_with_an_answer()
    {
        _session.Select(Selection.Field("menu"));
        var more = Render<MoreSettings>(p => p.Add(m => m.Session, _session).Add(m => m.Field, (InputField)_session.Form.FindField("menu")!).Add(m => m.Number, _session.NumberOf("menu")));
        more.Find("details").TriggerEvent("ontoggle", EventArgs.Empty);
        more.Find("#gd-default").Change("b");

        Assert.Equal(AnswerValue.Of("b"), ((InputField)_session.Form.FindField("menu")!).Default);
    }

    [Fact]
    public void The_last_word_of_a_calculation_is_completed()
    {
        var editor = Render<FormulaEditor>(p => p.Add(e => e.Session, _session).Add(e => e.Field, (ComputedField)_session.Form.FindField("prix")!).Add(e => e.Number, _session.NumberOf("prix")));
        editor.FindAll("[aria-label='Compléter le dernier mot'] button").Single(b => b.TextContent.Contains("Repas", StringComparison.Ordinal)).Click();

        Assert.Equal("3 × repas", ((ComputedField)_session.Form.FindField("prix")!).Formula);
    }

    [Fact]
    public void A_condition_of_the_form_gets_another_technical_name_wherever_it_is_used()
    {
        _session.Apply(new PutCondition(new NamedCondition("condition", "Modeste", new Comparison("repas", Comparator.IsAnswered))));
        _session.ChangeRule(_session.NumberOf("motif"), _ => new ConditionReference("condition"));
        var panel = Render<NamedConditions>(p => p.Add(c => c.Session, _session));
        panel.Find("#gd-condition-key-condition").Change("modeste");

        Assert.Equal(new ConditionReference("modeste"), Rule);
        Assert.False(_session.RenameCondition("modeste", "pas un nom"));
        Assert.Contains("lettres", _session.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void What_depends_on_what_is_drawn_and_said()
    {
        _session.ChangeRule(_session.NumberOf("motif"), _ => new ConditionReference("modeste"));
        _session.Apply(new PutCondition(new NamedCondition("modeste", "Modeste", new Comparison("repas", Comparator.IsAnswered))));
        _session.Change<ComputedField>(_session.NumberOf("prix"), nameof(ComputedField.Formula), f => f with { Formula = "3 × repas" });
        IEnumerable<FormLink> links = FormLinks.Of(_session.Form);
        Assert.Equal([new FormLink("repas", "motif", false, LinkKind.Shows), new FormLink("repas", "prix", false, LinkKind.Calculates)], links);

        var view = Render<LinksView>(p => p.Add(v => v.Session, _session));
        Assert.Equal(2, view.FindAll("path").Count);
        Assert.Contains("« Repas » décide si « Motif » s’affiche.", view.Find(".gd-links-words").TextContent.Replace('\u202f', ' '), StringComparison.Ordinal);
        view.FindAll(".gd-link-node").Single(b => b.TextContent == "Prix").Click();
        Assert.Single(view.FindAll(".gd-links-words li"));
        view.Find(".gd-links-words button").Click();
        Assert.Equal((Selection.Field("prix"), PropertyPanel.Answer, DesignerView.Drawing), (_session.Selection, _session.Panel, _session.View));
    }

    private IRenderedComponent<RulePanel> Panel() => Render<RulePanel>(p => p
        .Add(r => r.Session, _session).Add(r => r.On, Selection.Field("motif")).Add(r => r.Condition, Rule)
        .Add(r => r.OnChanged, EventCallback.Factory.Create<Func<Condition?, Condition?>>(this, change => _session.ChangeRule(_session.NumberOf("motif"), change))));

    private IRenderedComponent<RulePanel> Again(IRenderedComponent<RulePanel> panel)
    {
        panel.Render(p => p.Add(r => r.Condition, Rule));
        return panel;
    }

    private void Select(IRenderedComponent<RulePanel> panel, string name, string value)
    {
        panel.Find($"[aria-label='{name}']").Change(value);
        Again(panel);
    }
}
