using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Guide;

namespace GruBuilder.Tests.Designer;

public class GuideTests
{
    [Fact]
    public void Each_step_of_the_tour_is_done_by_the_gesture_that_it_asks_for_and_by_none_before()
    {
        using var session = new DesignSession(new DesignDocument(new FormDefinition { Key = "f", Title = "F", Pages = [new Page { Key = "p", Title = "P" }] }));
        var tour = new GuidedTour(session);
        Action[] gestures =
        [
            () => session.Add("shortText"),
            () => Write("Votre prénom"),
            () => { session.Add("yesNo"); Write("Venez-vous avec un enfant ?"); },
            () => { session.Add("number"); session.ChangeRule(session.NumberOf(session.Selection.Key), _ => Rules.Suggest(session.State.Program, session.Selection)); },
            () => session.Show(DesignerView.Preview),
        ];
        foreach (var gesture in gestures)
        {
            Assert.False(tour.IsDone);
            gesture();
            Assert.True(tour.IsDone);
            tour.Next();
        }

        Assert.Null(tour.Now);

        void Write(string label) => session.Change<Field>(session.NumberOf(session.Selection.Key), nameof(Field.Label), f => f with { Label = label });
    }

    [Fact]
    public void A_step_may_be_passed_over_and_returned_to()
    {
        using var session = new DesignSession(new DesignDocument(Drawn.Form));
        var tour = new GuidedTour(session, 3);
        tour.Next();
        tour.Next();
        tour.Next();
        Assert.Null(tour.Now);
        tour.Back();
        Assert.Equal(GuidedTour.Steps[^1], tour.Now);
    }

    [Fact]
    public void Every_view_and_every_panel_has_its_help_in_short_sentences()
    {
        PanelNote[] notes = [.. Enum.GetValues<DesignerView>().Select(PanelHelp.Of), .. Enum.GetValues<PropertyPanel>().Select(PanelHelp.Of), PanelHelp.Palette, PanelHelp.Blocks, PanelHelp.Outline, PanelHelp.Findings, PanelHelp.Many, PanelHelp.Page, PanelHelp.Form, PanelHelp.Talk];
        Assert.Equal(notes.Length, notes.Select(n => n.Title).Distinct().Count());
        foreach (var sentence in notes.Concat(Enum.GetValues<DesignerView>().Select(PanelHelp.ForReaders)).SelectMany(n => n.Sentences).Concat(Tips.All.Values).SelectMany(s => s.Split(". ")))
        {
            Assert.InRange(sentence.Split(' ').Length, 2, 20);
        }
    }
}
