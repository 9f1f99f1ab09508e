using System.Net;
using System.Security.Claims;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Designing;
using GruBuilder.Web.Features.Designing.Discussions;
using GruBuilder.Web.Features.Designing.History;
using GruBuilder.Web.Features.Designing.Publication;
using GruBuilder.Web.Features.Designing.Trials;
using GruBuilder.Web.Features.Designing.Versions;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Tests.Designer;

/// <summary>What agents of the department in charge may do with a form that they do not draw.</summary>
[Collection(WebTests.Name)]
public class ReadingAccessTests(GruApp app)
{
    private static readonly TextPlace Title = new(TextOwner.Page, "page_1", "title");

    [Fact]
    public async Task An_agent_opens_the_forms_of_their_departments_and_nothing_around_them_by_address_neither()
    {
        var (id, _, _) = await CreateAsync("Relire par adresse");
        var birth = await IdOfAsync("acte-naissance");
        using var agent = new Visitor(app);
        await agent.SignInAsAsync(GruApp.RoadAgent);

        foreach (var path in new[] { "/agent/demarches", "/agent/mentions", $"/agent/demarches/{id}/dessiner", $"/agent/demarches/{id}/dessiner?version=1" })
        {
            Assert.Equal((HttpStatusCode.OK, path), ((await agent.GoAsync(path)).Status, agent.Path));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await agent.GoAsync($"/agent/demarches/{birth}/dessiner")).Status);
        foreach (var path in new[]
        {
            "/agent/demarches/nouvelle", "/agent/exercice", "/agent/blocs", "/agent/blocs/adresse", $"/agent/demarches/{id}/reglages", $"/agent/demarches/{id}/versions", $"/agent/demarches/{id}/essai",
            $"/agent/demarches/{id}/formulaire.json", $"/agent/demarches/{id}/essai/recepisse.pdf", $"/agent/demarches/{id}/essai/papier.pdf",
        })
        {
            await agent.GoAsync(path);
            Assert.StartsWith("/acces-refuse", agent.Path, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_list_names_what_an_agent_may_read_over_and_offers_nothing_else()
    {
        await CreateAsync("Relire dans la liste");
        using var agent = new Visitor(app);
        await agent.SignInAsAsync(GruApp.RoadAgent);
        await agent.GoAsync("/agent/demarches");
        var lines = await app.Get<DesignDesk>().ListAsync(await app.PersonAsync(GruApp.RoadAgent));

        Assert.All(lines, line => Assert.Equal(("Voirie et espaces publics", false), (line.Department, line.CanDraw)));
        Assert.Contains("Relire dans la liste", agent.Page.QuerySelectorAll("tbody th").Select(h => h.TextContent));
        Assert.Empty(agent.Page.QuerySelectorAll("main a[href$='/reglages'], main a[href$='/nouvelle'], main a[href='/agent/blocs'], #exercise, #take-tour"));
        await agent.GoAsync($"/agent/demarches/{lines[0].Id}/dessiner");
        Assert.NotNull(agent.Page.QuerySelector("#gd-reading"));
        Assert.Empty(agent.Page.QuerySelectorAll(".gd-tile, .gd-plus, .gd-properties, #gd-form-title, #gd-undo, #gd-add-page, #gd-publish, #gd-view-json, [data-gd-drag], [data-gd-texts]"));
    }

    [Fact]
    public async Task Each_operation_of_who_draws_is_refused_to_who_reads()
    {
        var (id, _, samir) = await CreateAsync("Relire sans toucher");
        var desk = app.Get<DesignDesk>();
        var publication = app.Get<PublicationDesk>();
        var open = (await desk.ReadAsync(id, samir))!;
        var stamp = open.Procedure.WorkingVersionStamp;

        Assert.False(open.CanDraw);
        Assert.Null(await desk.OpenAsync(id, samir));
        Assert.Equal(SaveOutcome.Gone, (await desk.SaveAsync(id, samir, FormDefinition.Empty, null)).Outcome);
        Assert.False(await desk.SaveSettingsAsync(id, samir, ProcedureSettings.Of(open.Procedure)));
        Assert.Null(await desk.CreateAsync(samir, "À moi", open.Procedure.DepartmentId, "Cadre de vie"));
        foreach (var refused in new[]
        {
            await publication.SubmitAsync(id, samir, stamp), await publication.ReviewAsync(id, samir, stamp, ReviewPoints.All), await publication.SendBackAsync(id, samir, stamp, "Non."), await publication.ApproveAsync(id, samir, stamp),
            await publication.PublishAsync(id, samir, stamp), await publication.PlanAsync(id, samir, stamp, DateTimeOffset.UtcNow.AddDays(1)), await publication.CancelPlanAsync(id, samir, stamp),
        })
        {
            Assert.Equal((SaveOutcome.Refused, "Cette étape revient à quelqu’un d’autre."), (refused.Outcome, refused.Reason));
        }

        Assert.Equal((false, false), (await publication.ViewAsync(id, samir)) is { } view ? (view.MayReview, view.MayApprove) : (true, true));
        Assert.Null(await app.Get<TrialDesk>().OpenAsync(id, samir));
        Assert.Null(await app.Get<VersionDesk>().OpenAsync(id, samir, null, null));
        Assert.Null(await app.Get<VersionDesk>().ReadAsync(id, samir, 1));
        Assert.Equal(stamp, (await desk.ReadAsync(id, samir))!.Procedure.WorkingVersionStamp);
    }

    [Fact]
    public async Task Nothing_is_ever_saved_under_a_readers_name_whoever_comes_first()
    {
        var (id, nadia, samir) = await CreateAsync("Relire en premier");
        var rooms = app.Get<DesignRooms>();
        var reader = (await rooms.EnterAsync(id, samir, action => action()))!;
        Assert.Equal((false, reader.Session.Number, true), (reader.Session.CanDraw, reader.Room.Document.People.Single().Number, reader.Room.Document.People.Single().IsReading));
        reader.Session.Apply(new ReplaceDefinition(FormDefinition.Empty));
        await reader.Room.KeepOursAsync(reader.Session, samir);
        await reader.Room.TakeTheirsAsync(reader.Session, samir);
        await reader.Room.FlushAsync();
        Assert.Equal((false, true, null), (reader.Room.IsGone, reader.Room.Document.IsSaved, reader.Room.ConflictAt));

        var drawer = (await rooms.EnterAsync(id, nadia, action => action()))!;
        Assert.Same(reader.Room, drawer.Room);
        drawer.Session.Add("shortText");
        Assert.Equal(SaveOutcome.Refused, (await reader.Room.MoveAsync(stamp => app.Get<PublicationDesk>().SubmitAsync(id, samir, stamp)))!.Outcome);
        await rooms.LeaveAsync(drawer);
        await reader.Room.FlushAsync();
        await rooms.LeaveAsync(reader);
        await using var db = await app.OpenDatabaseAsync();
        Assert.Equal(["", "Nadia Delattre"], await db.KeptForms.Where(k => k.ProcedureId == id).OrderBy(k => k.At).ThenBy(k => k.Id).Select(k => k.ActorName).ToListAsync());
        Assert.Contains("texte_court", (await app.Get<DesignDesk>().OpenAsync(id, nadia))!.Form.AllFields().Select(f => f.Key));
        var archive = app.Get<KeptForms>().Of(id, samir);
        Assert.Equal(2, (await archive.ListAsync()).Length);
        Assert.Empty(await app.Get<KeptForms>().Of(id, await app.PersonAsync(GruApp.CivilAgent)).ListAsync());
    }

    [Fact]
    public async Task A_form_left_by_a_reader_with_talks_to_follow_stays_open_to_who_draws()
    {
        var (id, nadia, samir) = await CreateAsync("Relire ce qui bouge");
        var talks = app.Get<DiscussionDesk>();
        var rooms = app.Get<DesignRooms>();
        Assert.Null((await talks.OpenAsync(id, nadia, new FollowedPart(Selection.Field("absent"), "«\u202fAbsent\u202f»", false), "Où est-il ?")).Reason);

        // The room learns that the question is gone, and has it to write down: nobody who may has come yet.
        var reader = (await rooms.EnterAsync(id, samir, action => action()))!;
        Assert.True(reader.Room.Discussion.PartOf(reader.Room.Discussion.Threads[0]).IsGone);
        await rooms.LeaveAsync(reader);
        Assert.False(reader.Room.IsGone);
        Assert.False((await talks.ListAsync(id, nadia))![0].Part.IsGone);

        await rooms.LeaveAsync((await rooms.EnterAsync(id, nadia, action => action()))!);
        Assert.True((await talks.ListAsync(id, nadia))![0].Part.IsGone);
    }

    [Fact]
    public async Task A_reader_speaks_is_named_and_the_mail_opens_the_form()
    {
        var (id, nadia, samir) = await CreateAsync("Relire et répondre");
        var talks = app.Get<DiscussionDesk>();
        Assert.Contains("Samir Haddad", (await talks.ColleaguesAsync(id, nadia)).Select(c => c.Name));
        var thread = (await talks.OpenAsync(id, nadia, new FollowedPart(Selection.Form, "le formulaire", false), "Est-ce clair, @Samir Haddad ?")).Thread!;
        await using (var db = await app.OpenDatabaseAsync())
        {
            var mail = await db.Outbox.SingleAsync(m => m.Subject.Contains("Relire et répondre"));
            Assert.Equal(GruApp.RoadAgent, mail.To);
            Assert.Contains(DiscussionDesk.AddressOf(id, thread.Id), mail.Body, StringComparison.Ordinal);
        }

        using var agent = new Visitor(app);
        await agent.SignInAsAsync(GruApp.RoadAgent);
        await agent.GoAsync("/agent/mentions");
        Assert.Contains("Nadia Delattre vous cite", agent.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await agent.GoAsync(DiscussionDesk.AddressOf(id, thread.Id))).Status);
        Assert.Null((await talks.AnswerAsync(thread.Id, samir, "Oui, @Nadia Delattre.")).Reason);

        // Who reads settles what they began, and nothing else.
        Assert.Equal("Cet échange est réglé par qui l’a ouvert, ou par qui dessine.", (await talks.SettleAsync(thread.Id, samir, true)).Reason);
        var own = (await talks.OpenAsync(id, samir, new FollowedPart(Selection.Form, "le formulaire", false), "Une remarque.")).Thread!;
        Assert.Null((await talks.SettleAsync(own.Id, samir, true)).Reason);
        Assert.Null((await talks.SettleAsync(thread.Id, nadia, true)).Reason);
    }

    [Fact]
    public async Task A_wording_that_a_reader_proposes_is_accepted_by_who_draws_and_by_nobody_who_reads()
    {
        var (id, nadia, samir) = await CreateAsync("Relire et reformuler");
        var rooms = app.Get<DesignRooms>();
        var reader = (await rooms.EnterAsync(id, samir, action => action()))!;
        var drawer = (await rooms.EnterAsync(id, nadia, action => action()))!;
        var talk = drawer.Room.Discussion;
        Assert.Null(await talk.ProposeAsync(samir, Selection.Page("page_1"), Title, "Votre projet", ""));
        Assert.Equal("Cette décision revient à quelqu’un d’autre.", await talk.AcceptAsync(reader.Session, samir, talk.Threads[0], "Votre demande"));
        Assert.Equal("Cette décision revient à quelqu’un d’autre.", await talk.DeclineAsync(samir, talk.Threads[0].Id, WordingDecision.Refused, "Non."));
        Assert.Equal("Votre demande", reader.Session.Form.Pages[0].Title);

        Assert.Null(await talk.AcceptAsync(drawer.Session, nadia, talk.Threads[0], "Votre demande"));
        Assert.Equal(("Votre projet", "Libellé proposé par Samir Haddad, accepté par Nadia Delattre"), (reader.Session.Form.Pages[0].Title, drawer.Room.Document.Steps[^1].Name));
        await rooms.LeaveAsync(reader);
        await rooms.LeaveAsync(drawer);
    }

    private async Task<(Guid Id, ClaimsPrincipal Nadia, ClaimsPrincipal Samir)> CreateAsync(string title)
    {
        var nadia = await app.PersonAsync(GruApp.RoadHead);
        var desk = app.Get<DesignDesk>();
        var id = await desk.CreateAsync(nadia, title, (await desk.DepartmentsAsync(nadia))[0].Id, "Cadre de vie");
        return (id!.Value, nadia, await app.PersonAsync(GruApp.RoadAgent));
    }

    private async Task<Guid> IdOfAsync(string slug)
    {
        await using var db = await app.OpenDatabaseAsync();
        return await db.Procedures.Where(p => p.Slug == slug).Select(p => p.Id).SingleAsync();
    }
}
