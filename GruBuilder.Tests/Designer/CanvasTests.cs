using AngleSharp.Dom;
using Bunit;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Canvas;
using GruBuilder.Forms.Designer.Edits;

namespace GruBuilder.Tests.Designer;

public class CanvasTests : BunitContext
{
    [Property(MaxTest = 60)]
    public Property What_is_drawn_edit_by_edit_is_what_would_be_drawn_at_once() => Prop.ForAll(HistoryTests.Sequences, edits =>
    {
        using var session = new DesignSession(new DesignDocument(Drawn.Form));
        var canvas = Render<CanvasView>(p => p.Add(c => c.Session, session));
        foreach (var edit in edits)
        {
            session.Apply(edit);
            if (session.Form.AllFields().Count() % 3 == 0) session.Undo();
            canvas.Render(p => p.Add(c => c.Session, session));
        }

        var fresh = Render<CanvasView>(p => p.Add(c => c.Session, session));
        Assert.Equal(Seen(fresh), Seen(canvas));
    });

    [Fact]
    public void A_question_put_into_a_long_page_or_moved_there_leaves_the_other_frames_alone()
    {
        var session = new DesignSession(new DesignDocument(Long(500)));
        var canvas = Render<CanvasView>(p => p.Add(c => c.Session, session));
        var before = canvas.FindComponents<FieldFrame>().Select(f => (f.Instance, f.RenderCount)).ToHashSet();

        session.Add("date", new Place("p", null, 0));
        session.Move(session.NumberOf("q250"), new Place("p", null, 10));
        canvas.Render(p => p.Add(c => c.Session, session));

        var again = canvas.FindComponents<FieldFrame>().Where(f => !before.Contains((f.Instance, f.RenderCount))).Select(f => f.Find("[data-gd-frame]").GetAttribute("data-gd-frame"));
        Assert.Equal(["date", "q250"], again.Order(StringComparer.Ordinal));
        Assert.Equal(["date", .. Enumerable.Range(0, 9).Select(i => $"q{i}"), "q250", "q9"], Keys(canvas).Take(12));
        Assert.Equal(501, Keys(canvas).Count());
    }

    [Fact]
    public void A_question_that_is_called_otherwise_is_so_in_the_rules_that_name_it()
    {
        var session = new DesignSession(new DesignDocument(Drawn.Form));
        var canvas = Render<CanvasView>(p => p.Add(c => c.Session, session));

        session.Change<Field>(session.NumberOf("statut"), nameof(Field.Label), f => f with { Label = "Qui êtes-vous ?" });
        canvas.Render(p => p.Add(c => c.Session, session));

        Assert.Equal("Afficher si « Qui êtes-vous ? » est « Association »", canvas.Find("[data-gd-frame=nom_association] .gd-rule").TextContent.Trim());
    }

    [Theory]
    [InlineData(20)]
    [InlineData(500)]
    public void An_edit_draws_again_the_frame_that_it_touches_and_no_other(int fields)
    {
        var session = new DesignSession(new DesignDocument(Long(fields)));
        var canvas = Render<CanvasView>(p => p.Add(c => c.Session, session));
        var before = canvas.FindComponents<FieldFrame>().Select(f => f.RenderCount).ToList();

        session.Change<Field>(session.NumberOf("q7"), nameof(Field.Label), f => f with { Label = "Autrement" });
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
    public void A_rule_says_when_the_question_that_it_names_goes_from_another_page()
    {
        var session = new DesignSession(new DesignDocument(Drawn.Form));
        session.ChangeRule(session.NumberOf("nom"), _ => new Comparison("classe", Comparator.IsAnswered));
        var canvas = Render<CanvasView>(p => p.Add(c => c.Session, session));
        Assert.Contains("Classe", canvas.Find("[data-gd-frame=nom] .gd-rule").TextContent, StringComparison.Ordinal);
        using var other = new DesignSession(session.Document);

        other.Remove("classe");
        canvas.Render(p => p.Add(c => c.Session, session));

        Assert.Contains("question supprimée", canvas.Find("[data-gd-frame=nom] .gd-rule").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_of_the_palette_that_comes_again_where_one_like_it_stood_is_another_one()
    {
        var document = new DesignDocument(Long(1));
        var (late, other) = (new DesignSession(document), new DesignSession(document));
        other.Add("date", new Place("p", null, 0));
        var canvas = Render<CanvasView>(p => p.Add(c => c.Session, late));

        // All of it before the screen is drawn again.
        other.Rename(other.NumberOf("date"), "jour");
        other.Add("date", new Place("p", null, 0));
        canvas.Render(p => p.Add(c => c.Session, late));

        Assert.Equal(["date", "jour", "q0"], Keys(canvas));
    }

    [Fact]
    public void A_result_follows_a_rule_on_what_it_is_made_of()
    {
        var session = new DesignSession(new DesignDocument(Drawn.Form));
        session.Select(Selection.Page("enfants"));
        var canvas = Render<CanvasView>(p => p.Add(c => c.Session, session));
        session.ChangeRule(session.NumberOf("enfant"), _ => new Comparison("tarif", Comparator.IsAnswered));
        canvas.Render(p => p.Add(c => c.Session, session));

        Assert.Equal(Seen(Render<CanvasView>(p => p.Add(c => c.Session, session))), Seen(canvas));
    }

    [Fact]
    public void A_broken_rule_is_drawn_too()
    {
        var session = new DesignSession(new DesignDocument(Drawn.Form));
        session.Apply(new RemoveField("statut"));
        var canvas = Render<CanvasView>(p => p.Add(c => c.Session, session));

        Assert.Contains("question supprimée", canvas.Find("[data-gd-frame=nom_association] .gd-rule").TextContent, StringComparison.Ordinal);
    }

    private static FormDefinition Long(int fields) => new()
    {
        Key = "long",
        Title = "Long",
        Pages = [new Page { Key = "p", Title = "P", Fields = [.. Enumerable.Range(0, fields).Select(i => Drawn.Text($"q{i}", $"Question {i}"))] }],
    };

    private static IEnumerable<string?> Keys(IRenderedComponent<CanvasView> canvas) => canvas.FindAll("[data-gd-frame]").Select(f => f.GetAttribute("data-gd-frame"));

    private static string Seen(IRenderedComponent<CanvasView> canvas) =>
        string.Join('\n', canvas.FindAll("[data-gd-frame]").Select(f => $"{f.GetAttribute("data-gd-frame")} {f.ClassName} {f.Children.First(c => c.ClassList.Contains("gd-pick")).GetAttribute("aria-label")}").Append(canvas.Find("#gd-paper").TextContent));
}
