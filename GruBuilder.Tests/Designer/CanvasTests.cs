using Bunit;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Canvas;
using GruBuilder.Forms.Designer.Edits;

namespace GruBuilder.Tests.Designer;

public class CanvasTests : BunitContext
{
    [Theory]
    [InlineData(20)]
    [InlineData(500)]
    public void An_edit_draws_again_the_frame_that_it_touches_and_no_other(int fields)
    {
        var form = new FormDefinition
        {
            Key = "long",
            Title = "Long",
            Pages = [new Page { Key = "p", Title = "P", Fields = [.. Enumerable.Range(0, fields).Select(i => Drawn.Text($"q{i}", $"Question {i}"))] }],
        };
        var session = new DesignSession(new DesignDocument(form));
        var canvas = Render<CanvasView>(p => p.Add(c => c.Session, session));
        var before = canvas.FindComponents<FieldFrame>().Select(f => f.RenderCount).ToList();

        session.Change<Field>("q7", nameof(Field.Label), f => f with { Label = "Autrement" });
        canvas.Render(p => p.Add(c => c.Session, session));

        var after = canvas.FindComponents<FieldFrame>().Select(f => f.RenderCount).ToList();
        Assert.Equal([7], Enumerable.Range(0, fields).Where(i => after[i] != before[i]));
        Assert.Contains("Autrement", canvas.Find("[data-gd-frame=q7]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_hidden_by_a_rule_is_drawn_with_its_rule_written_on_it()
    {
        var canvas = Render<CanvasView>(p => p.Add(c => c.Session, new DesignSession(new DesignDocument(Drawn.Form))));

        Assert.Equal("Afficher si « Vous êtes » est « Association »", canvas.Find("[data-gd-frame=nom_association] .gd-rule").TextContent.Trim());
    }

    [Fact]
    public void A_broken_rule_is_drawn_too()
    {
        var session = new DesignSession(new DesignDocument(Drawn.Form));
        session.Apply(new RemoveField("statut"));
        var canvas = Render<CanvasView>(p => p.Add(c => c.Session, session));

        Assert.Contains("question supprimée", canvas.Find("[data-gd-frame=nom_association] .gd-rule").TextContent, StringComparison.Ordinal);
    }
}
