using System.Security.Claims;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Designing;
using GruBuilder.Web.Features.Designing.Publication;

namespace GruBuilder.Tests.Designer;

/// <summary>Test cases recorded while a form is drawn.</summary>
[Collection(WebTests.Name)]
public class CaseTests(GruApp app)
{
    private const string Answers = """{"velo":true,"couleur":"rouge","gouts":["a",{"value":"b","detail":"x"}],"enfants":[{"prenom":"Al"}]}""";

    private static FormDefinition Form => new()
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
                    new YesNoField { Key = "velo", Label = "Un vélo ?", Required = true, Purpose = "Savoir." },
                    new SingleChoiceField { Key = "couleur", Label = "Couleur", Purpose = "Savoir.", Required = true, VisibleIf = new Comparison("velo", Comparator.IsEqualTo, AnswerValue.Of(true)), Options = [new Option("rouge", "Rouge"), new Option("vert", "Vert")] },
                    new MultipleChoiceField { Key = "gouts", Label = "Goûts", Purpose = "Savoir.", Options = [new Option("a", "A"), new Option("b", "B") { AsksDetail = true }] },
                    new RepeatedGroupField { Key = "enfants", Label = "Enfants", RowLabel = "enfant", Fields = [new ShortTextField { Key = "prenom", Label = "Prénom", Required = true, Purpose = "Savoir." }] },
                ],
            },
        ],
    };

    [Fact]
    public void A_recorded_case_runs_again_as_the_form_changes_and_takes_the_new_result_when_accepted()
    {
        using var session = Session();
        session.RecordCase(Answers);
        Assert.True(session.CaseRuns.Single().Passes);
        session.Apply(new RemoveField("couleur"));
        var run = session.CaseRuns.Single();
        Assert.Equal(["«\u202fCouleur\u202f» devait s’afficher et n’est plus dans le formulaire."], run.Differences.Select(d => d.Sentence));
        session.AcceptCase(run);
        Assert.True(session.CaseRuns.Single().Passes);
        session.Undo();
        Assert.True(session.CaseRuns.Single().Passes);
    }

    [Fact]
    public void A_renamed_question_series_or_answer_is_renamed_in_the_cases_too_and_back_when_undone()
    {
        using var session = Session();
        session.RecordCase(Answers);
        foreach (var edit in new FormEdit[] { new RenameFieldKey("couleur", "teinte"), new RenameFieldKey("enfants", "petits"), new RenameFieldKey("prenom", "nom_usuel"), new RenameOption("teinte", "rouge", "carmin"), new RenameOption("gouts", "b", "bb") })
        {
            Assert.True(session.Apply(edit));
            Assert.True(session.CaseRuns.Single().Passes, edit.GetType().Name);
        }

        Assert.Equal("""{"velo":true,"teinte":"carmin","gouts":["a",{"value":"bb","detail":"x"}],"petits":[{"nom_usuel":"Al"}]}""", session.Document.Cases.Single().Answers);
        for (var i = 0; i < 5; i++) session.Undo();
        Assert.Equal(Answers, session.Document.Cases.Single().Answers);
        Assert.True(session.CaseRuns.Single().Passes);
    }

    [Fact]
    public void A_removed_case_comes_back_to_its_place()
    {
        using var session = Session();
        foreach (var name in new[] { "Un", "Deux", "Trois" }) session.RecordCase(Answers, name);
        session.RemoveCase(session.Document.Cases[1].Id);
        Assert.Equal(["Un", "Trois"], session.Document.Cases.Select(c => c.Name));
        session.BringCaseBack();
        Assert.Equal(["Un", "Deux", "Trois"], session.Document.Cases.Select(c => c.Name));
        session.RenameCase(session.Document.Cases[0].Id, " ");
        session.RenameCase(session.Document.Cases[1].Id, "2");
        Assert.Equal(["Un", "2", "Trois"], session.Document.Cases.Select(c => c.Name));
    }

    [Fact]
    public async Task Cases_are_saved_with_the_form_and_seen_by_who_draws_it_too()
    {
        var (id, head) = await CreateAsync();
        var rooms = app.Get<DesignRooms>();
        var one = (await rooms.EnterAsync(id, head, action => action()))!;
        var other = (await rooms.EnterAsync(id, head, action => action()))!;
        var told = 0;
        other.Session.Changed += () => told++;
        one.Session.RecordCase(Answers, "Avec un vélo");
        Assert.False(one.Room.Document.IsSaved);
        Assert.Equal((1, "Avec un vélo"), (told, other.Session.CaseRuns.Single().Case.Name));
        one.Session.Apply(new RenameFieldKey("couleur", "teinte"));
        await one.Room.FlushAsync();
        Assert.True(one.Room.Document.IsSaved);
        await rooms.LeaveAsync(one);
        await rooms.LeaveAsync(other);
        var again = (await app.Get<DesignDesk>().OpenAsync(id, head))!;
        Assert.Contains("\"teinte\":\"rouge\"", Assert.Single(again.Cases).Answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_no_longer_gives_what_is_expected_keeps_the_form_from_being_published_or_planned()
    {
        var (id, _) = await CreateAsync();
        var admin = await app.PersonAsync(GruApp.Administrator);
        var (design, desk) = (app.Get<DesignDesk>(), app.Get<PublicationDesk>());
        var open = (await design.OpenAsync(id, admin))!;
        using var session = Session();
        session.RecordCase(Answers, "Avec un vélo");
        var changed = open.Form with { Pages = [open.Form.Pages[0] with { Fields = [.. open.Form.Pages[0].Fields.Where(f => f.Key != "couleur")] }] };
        var result = await design.SaveAsync(id, admin, changed, open.Procedure.WorkingVersionStamp, session.Document.Cases);
        result = await desk.SubmitAsync(id, admin, result.Stamp, "Merci.");
        Assert.Equal("Merci. Le seul essai ne donne plus le résultat attendu.", (await desk.ViewAsync(id, admin))!.History[0].Word);
        result = await desk.ReviewAsync(id, admin, result.Stamp, ReviewPoints.All);
        result = await desk.ApproveAsync(id, admin, result.Stamp);
        foreach (var refused in new[] { await desk.PublishAsync(id, admin, result.Stamp), await desk.PlanAsync(id, admin, result.Stamp, DateTimeOffset.UtcNow.AddDays(1)) })
        {
            Assert.Equal(SaveOutcome.Refused, refused.Outcome);
            Assert.Contains("Avec un vélo", refused.Reason, StringComparison.Ordinal);
            Assert.Contains("n’est plus dans le formulaire", refused.Reason, StringComparison.Ordinal);
        }

        // Accepting the new result changes no form: the approval stands.
        var accepted = session.Document.Cases[0].Run(GruBuilder.Forms.Logic.FormProgram.Compile(changed)).Accepted;
        result = await design.SaveAsync(id, admin, changed, result.Stamp, [accepted]);
        Assert.Equal(1, (await desk.PublishAsync(id, admin, result.Stamp)).Number);
    }

    private static DesignSession Session() => new(new DesignDocument(Form));

    private async Task<(Guid Id, ClaimsPrincipal Head)> CreateAsync()
    {
        var head = await app.PersonAsync(GruApp.RoadHead);
        var desk = app.Get<DesignDesk>();
        return ((await desk.CreateAsync(head, "Garder des essais", (await desk.DepartmentsAsync(head))[0].Id, "Famille et école", Form))!.Value, head);
    }
}
