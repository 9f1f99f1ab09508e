using System.Net;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Requests;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Tests.Web;

[Collection(WebTests.Name)]
public class RequestTests(GruApp app)
{
    [Fact]
    public async Task Sending_gives_a_number_a_timeline_and_a_mail_and_ends_the_draft()
    {
        var request = await Requests.SendAsync(app);

        Assert.True(RequestNumber.TryParse(request.Number, out _));
        Assert.Equal([TimelineKind.Submitted, TimelineKind.ReceiptIssued], request.Timeline.OrderBy(t => t.At).Select(t => t.Kind));
        Assert.Equal("voirie", request.Department!.Key);
        await using var db = await app.OpenDatabaseAsync();
        Assert.False(await db.Drafts.AnyAsync(d => d.Id == request.DraftId));
        var mail = await db.Outbox.SingleAsync(m => m.Subject.Contains(request.Number));
        Assert.Equal(GruApp.Citizen, mail.To);
        Assert.Equal(request.Department.Email, mail.ReplyTo);
        Assert.Contains(request.Department.Telephone, mail.Body, StringComparison.Ordinal);
        Assert.Contains($"/mes-demandes/{request.Number}", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_twice_gives_the_same_number()
    {
        var draft = await Requests.DraftAsync(app);
        var citizen = await app.PersonAsync(GruApp.Citizen);
        var service = app.Get<RequestService>();
        var first = await service.SubmitAsync(draft, citizen);
        Assert.Equal(first!.Number, (await service.SubmitAsync(draft, citizen))!.Number);
    }

    [Fact]
    public async Task Sending_many_times_at_the_same_moment_gives_one_request_and_one_mail()
    {
        var draft = await Requests.DraftAsync(app);
        var citizen = await app.PersonAsync(GruApp.Citizen);
        var service = app.Get<RequestService>();
        var numbers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => service.SubmitAsync(draft, citizen))));

        var number = Assert.Single(numbers.Select(n => n!.Number).Distinct());
        await using var db = await app.OpenDatabaseAsync();
        Assert.Equal(1, await db.Requests.CountAsync(r => r.DraftId == draft));
        Assert.Equal(1, await db.Outbox.CountAsync(m => m.Subject.Contains(number!)));
    }

    [Fact]
    public async Task A_draft_with_an_answer_missing_is_not_sent_and_stays()
    {
        var draft = await Requests.DraftAsync(app, $$"""{"type_probleme":"autre","date_constat":"{{Requests.Yesterday}}","rappel":false}""");
        var sent = await app.Get<RequestService>().SubmitAsync(draft, await app.PersonAsync(GruApp.Citizen));
        Assert.Null(sent!.Number);
        Assert.Equal(["description", "rue"], sent.Errors.Select(e => e.Path));
        await using var db = await app.OpenDatabaseAsync();
        Assert.True(await db.Drafts.AnyAsync(d => d.Id == draft));
    }

    [Fact]
    public async Task An_answer_that_is_hidden_in_the_end_is_not_kept()
    {
        var draft = await Requests.DraftAsync(app, Requests.RoadAnswers.Replace("{", """{"taille_trou":"grand",""", StringComparison.Ordinal));
        var sent = await app.Get<RequestService>().SubmitAsync(draft, await app.PersonAsync(GruApp.Citizen));
        Assert.DoesNotContain("taille_trou", (await Requests.ReadAsync(app, sent!.Number!)).Answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_began_a_draft_sends_it()
    {
        var draft = await Requests.DraftAsync(app);
        Assert.Null(await app.Get<RequestService>().SubmitAsync(draft, await app.PersonAsync(GruApp.RoadAgent)));
    }

    [Fact]
    public async Task Beginning_twice_without_answering_gives_the_same_draft()
    {
        var citizen = await app.PersonAsync(GruApp.Communication);
        var service = app.Get<RequestService>();
        Assert.Equal(await service.BeginAsync("acte-naissance", citizen), await service.BeginAsync("acte-naissance", citizen));
        Assert.Null(await service.BeginAsync("inconnue", citizen));
    }

    [Fact]
    public async Task Citizen_and_agent_write_to_each_other_and_the_state_follows()
    {
        var request = await Requests.SendAsync(app);
        var service = app.Get<RequestService>();
        var agent = await app.PersonAsync(GruApp.RoadAgent);
        Assert.True(await service.ChangeStateAsync(request.Id, agent, RequestState.WaitingForCitizen, "Où est le banc ?"));
        Assert.True(await service.WriteToCitizenAsync(request.Id, agent, "Envoyez une photo."));
        Assert.True(await service.AddInternalNoteAsync(request.Id, agent, "Vu avec l’équipe."));

        using var visitor = new Visitor(app);
        await visitor.SignInAsAsync(GruApp.Citizen);
        await visitor.GoAsync($"/mes-demandes/{request.Number.ToLowerInvariant()}");
        Assert.Contains("Envoyez une photo.", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vu avec l’équipe.", visitor.Text, StringComparison.Ordinal);
        await visitor.PressAsync("Envoyer mon message");
        Assert.Contains("Écrivez votre message.", visitor.Text, StringComparison.Ordinal);
        var box = visitor.Page.QuerySelector("textarea")!;
        Assert.Equal("true", box.GetAttribute("aria-invalid"));
        Assert.True(await service.ReplyAsync(request.Id, await app.PersonAsync(GruApp.Citizen), "Devant l’école."));

        var after = await Requests.ReadAsync(app, request.Number);
        Assert.Equal(RequestState.InProgress, after.State);
        Assert.Equal(["Où est le banc ?", "Envoyez une photo.", "Vu avec l’équipe.", "Devant l’école."], after.Timeline.OrderBy(t => t.At).Select(t => t.Text).Where(t => t.Length > 0));
        await visitor.GoAsync("/mes-demandes");
        Assert.Contains(request.Number, visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agents_answer_the_questions_kept_for_them_and_nobody_else_does_or_sees()
    {
        var request = await Requests.SendAsync(app);
        var service = app.Get<RequestService>();
        var agent = await app.PersonAsync(GruApp.RoadAgent);
        const string Answers = """{"priorite":"danger","description":"Autre chose"}""";
        Assert.Null(await service.AnswerForDepartmentAsync(request.Id, await app.PersonAsync(GruApp.CivilAgent), Answers));
        Assert.Null(await service.AnswerForDepartmentAsync(request.Id, await app.PersonAsync(GruApp.Citizen), Answers));
        var error = Assert.Single((await service.AnswerForDepartmentAsync(request.Id, agent, """{"priorite":"demain"}"""))!.Value);
        Assert.Equal("priorite", error.Place.Field.Field.Key);
        Assert.Empty((await service.AnswerForDepartmentAsync(request.Id, agent, Answers))!.Value);

        var kept = await Requests.ReadAsync(app, request.Number);
        Assert.Equal("""{"priorite":"danger"}""", kept.DepartmentAnswers);
        Assert.Equal(request.Answers, kept.Answers);
        Assert.Contains(kept.Timeline, t => t.Kind == TimelineKind.DepartmentAnswers && t.ActorId == agent.Id());
        using var visitor = new Visitor(app);
        await visitor.SignInAsAsync(GruApp.Citizen);
        await visitor.GoAsync($"/mes-demandes/{request.Number}");
        Assert.DoesNotContain("Priorité", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Questions du service", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_moves_only_along_allowed_ways()
    {
        var request = await Requests.SendAsync(app);
        var service = app.Get<RequestService>();
        var agent = await app.PersonAsync(GruApp.RoadAgent);
        await service.ChangeStateAsync(request.Id, agent, RequestState.Closed, "");
        await Assert.ThrowsAsync<InvalidOperationException>(() => service.ChangeStateAsync(request.Id, agent, RequestState.Granted, ""));
        Assert.True(await service.ChangeStateAsync(request.Id, agent, RequestState.InProgress, "Reprise."));
    }

    [Fact]
    public async Task Requests_are_seen_by_their_citizen_and_their_department_only()
    {
        var request = await Requests.SendAsync(app);
        foreach (var (email, citizen, agent) in new[]
        {
            (GruApp.Citizen, true, false), (GruApp.RoadAgent, false, true), (GruApp.RoadHead, false, true),
            (GruApp.CivilAgent, false, false), (GruApp.Communication, false, false), (GruApp.Administrator, false, false),
        })
        {
            var person = await app.PersonAsync(email);
            await using var db = await app.OpenDatabaseAsync();
            Assert.Equal(citizen, await RequestAccess.OfCitizen(db, person).AnyAsync(r => r.Id == request.Id));
            Assert.Equal(agent, await RequestAccess.OfAgent(db, person).AnyAsync(r => r.Id == request.Id));
            Assert.Equal(citizen || agent, await RequestAccess.Readable(db, person).AnyAsync(r => r.Id == request.Id));
            Assert.Equal(email == GruApp.Administrator, await RequestAccess.Metadata(db, person).AnyAsync(r => r.Number == request.Number));
            if (!agent) Assert.False(await app.Get<RequestService>().WriteToCitizenAsync(request.Id, person, "Bonjour"));
            if (!citizen)
            {
                using var visitor = new Visitor(app);
                await visitor.SignInAsAsync(email);
                await visitor.GoAsync($"/mes-demandes/{request.Number}");
                Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
            }
        }
    }

    [Fact]
    public async Task Open_pages_of_the_department_hear_of_a_new_request_and_others_do_not()
    {
        var request = await Requests.SendAsync(app);
        await using var db = await app.OpenDatabaseAsync();
        var feed = app.Get<IRequestFeed>();
        var heard = new TaskCompletionSource<RequestEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
        var elsewhere = new List<RequestEvent>();
        using var here = feed.Listen([request.DepartmentId], e =>
        {
            if (e.Kind == TimelineKind.MessageToCitizen && e.RequestId == request.Id) heard.TrySetResult(e);
            return Task.CompletedTask;
        });
        using var there = feed.Listen(await db.Departments.Where(d => d.Key == "etat-civil").Select(d => d.Id).ToListAsync(), e =>
        {
            elsewhere.Add(e);
            return Task.CompletedTask;
        });

        await app.Get<RequestService>().WriteToCitizenAsync(request.Id, await app.PersonAsync(GruApp.RoadAgent), "Nous arrivons.");
        Assert.Equal(request.Number, (await heard.Task.WaitAsync(TimeSpan.FromSeconds(10))).Number);
        Assert.Empty(elsewhere);
    }

    [Fact]
    public async Task Files_of_the_questions_that_count_follow_the_request_and_the_others_go_with_the_draft()
    {
        var citizen = await app.PersonAsync(GruApp.Citizen);
        var draft = await Requests.DraftAsync(app);
        StoredFile kept, lost;
        await using (var db = await app.OpenDatabaseAsync())
        {
            var owner = (await db.Drafts.SingleAsync(d => d.Id == draft)).AccountId;
            (kept, lost) = (Photo(owner, draft), Photo(owner, draft));
            db.Files.AddRange(kept, lost);
            var answers = Requests.RoadAnswers[..^1] + $$""","photos":[{"id":"{{kept.Id}}","name":"banc.jpg","size":3,"contentType":"image/jpeg","sha256":"00"}]}""";
            (await db.Drafts.SingleAsync(d => d.Id == draft)).Save(answers, null, DateTimeOffset.UtcNow);
            await db.SaveChangesAsync();
        }

        var sent = await app.Get<RequestService>().SubmitAsync(draft, citizen);
        Assert.Equal([kept.Id], (await Requests.ReadAsync(app, sent!.Number!)).Files.Select(f => f.Id));
        await using var after = await app.OpenDatabaseAsync();
        Assert.False(await after.Files.AnyAsync(f => f.Id == lost.Id));
    }

    [Fact]
    public async Task A_citizen_begins_finds_again_and_deletes_a_draft()
    {
        using var visitor = new Visitor(app);
        await visitor.SignInAsAsync(GruApp.Administrator);
        await (await visitor.GoAsync("/demarches/acte-naissance")).PressAsync("Commencer ma demande");
        Assert.StartsWith("/demarches/acte-naissance/remplir/", visitor.Path, StringComparison.Ordinal);
        await visitor.GoAsync("/demarches/acte-naissance");
        Assert.Contains("Reprendre ma demande commencée le", visitor.Text, StringComparison.Ordinal);
        await (await visitor.GoAsync("/mes-demandes")).PressAsync("Supprimer ce brouillon");
        Assert.Contains("Vous n’avez pas encore de demande.", visitor.Text, StringComparison.Ordinal);
    }

    private static StoredFile Photo(Guid owner, Guid draft) => new()
    {
        AccountId = owner, DraftId = draft, FieldKey = "photos", Name = "banc.jpg", Size = 3, ContentType = "image/jpeg", Sha256 = "00", CreatedAt = DateTimeOffset.UtcNow,
    };
}
