using System.Collections.Immutable;
using Bunit;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Properties;

namespace GruBuilder.Tests.Designer;

/// <summary>The boxes of the answers of a choice, while two people work on it.</summary>
public class OptionBoxTests : BunitContext
{
    private readonly DesignSession _session = new(new DesignDocument(Drawn.Form));

    [Fact]
    public void A_box_stays_with_its_answer_while_others_come_go_move_and_are_renamed()
    {
        var editor = Editor();
        var association = BoxOf(editor, "Association");

        Set(editor, o => o.Insert(0, new Option("ecole", "École")));
        Assert.Same(association, BoxOf(editor, "Association"));
        Set(editor, o => o.RemoveAt(1));
        Assert.Same(association, BoxOf(editor, "Association"));
        Set(editor, o => [o[1], o[0]]);
        Assert.Same(association, BoxOf(editor, "Association"));

        _session.ChangeOption(Number, Options[0], 0, o => o with { Label = "Collectif" });
        _session.SettleOption(Number, "association", "Association");
        Draw(editor);
        Assert.Equal("collectif", Options[0].Value);
        Assert.Same(association, BoxOf(editor, "Collectif"));
    }

    [Fact]
    public void Answers_that_store_the_same_have_a_box_each_and_change_apart()
    {
        _session.Change<SingleChoiceField>(Number, nameof(ChoiceField.Options), f => f with { Options = [new("a", "Un"), new("a", "Deux"), new("a", "Trois")] });
        var editor = Editor();
        editor.FindAll("input")[1].Input("Quatre");
        Draw(editor);
        Assert.Equal(["Un", "Quatre", "Trois"], Options.Select(o => o.Label));

        editor.FindAll("button[aria-label^=Retirer]")[1].Click();
        Draw(editor);
        Assert.Equal(["Un", "Trois"], editor.FindAll("input").Select(i => i.GetAttribute("value")));
    }

    private int Number => _session.NumberOf("statut");

    private ImmutableArray<Option> Options => ((ChoiceField)_session.Form.FindField("statut")!).Options;

    private static OptionBox BoxOf(IRenderedComponent<OptionsEditor> editor, string label) => editor.FindComponents<OptionBox>().Single(b => b.Instance.Label == label).Instance;

    private IRenderedComponent<OptionsEditor> Editor() => Render<OptionsEditor>(p => p
        .Add(e => e.Session, _session).Add(e => e.Number, Number).Add(e => e.Field, (ChoiceField)_session.Form.FindField("statut")!).AddCascadingValue(new DesignerFocus(_ => Task.CompletedTask)));

    private void Set(IRenderedComponent<OptionsEditor> editor, Func<ImmutableArray<Option>, ImmutableArray<Option>> change)
    {
        _session.Change<SingleChoiceField>(Number, nameof(ChoiceField.Options), f => f with { Options = change(f.Options) });
        Draw(editor);
    }

    private void Draw(IRenderedComponent<OptionsEditor> editor) => editor.Render(p => p.Add(e => e.Field, (ChoiceField)_session.Form.FindField("statut")!));
}
