using System.Net;
using System.Security.Claims;
using GruBuilder.Tests.Browser;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Catalogue;
using GruBuilder.Web.Features.Designing;
using GruBuilder.Web.Features.Designing.Publication;
using GruBuilder.Web.Features.Filling;
using GruBuilder.Web.Features.Requests;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Designer;

/// <summary>A procedure that is withdrawn from the catalogue, and opened again.</summary>
[Collection(ScreenBrowserTests.Name)]
public class RetirementTests(BrowserFixture browser) : WindowTests(browser)
{
    private const string Road = "signaler-probleme-voirie";
    private readonly GruApp _app = new();
    private ClaimsPrincipal _head = null!;
    private ClaimsPrincipal _citizen = null!;

    private RetirementDesk Desk => _app.Get<RetirementDesk>();

    public override async Task InitializeAsync() => (_head, _citizen) = (await _app.PersonAsync(GruApp.RoadHead), await _app.PersonAsync(GruApp.Citizen));

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_closed_procedure_says_so_and_leads_to_its_successor_and_is_found_no_more()
    {
        await RetireAsync("Le service change d’adresse.", "acte-naissance");
        using var visitor = new Visitor(_app);
        await visitor.GoAsync($"/demarches/{Road}");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.StartsWith("Cette démarche est fermée depuis le ", visitor.Page.QuerySelector("#closed-title")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Le service change d’adresse.", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("/demarches/acte-naissance", visitor.Page.QuerySelector("#closed-successor")!.GetAttribute("href"));
        Assert.DoesNotContain("Commencer ma demande", visitor.Text, StringComparison.Ordinal);
        await visitor.GoAsync("/?q=lampadaire");
        Assert.Empty(visitor.Page.QuerySelectorAll(".results a"));
        using var paper = await visitor.RawAsync($"/demarches/{Road}/formulaire.pdf");
        Assert.Equal(HttpStatusCode.NotFound, paper.StatusCode);
    }

    [Fact]
    public async Task A_closed_procedure_takes_no_new_request_also_from_a_page_opened_before()
    {
        using var visitor = new Visitor(_app);
        await visitor.SignInAsAsync(GruApp.Citizen);
        await visitor.GoAsync($"/demarches/{Road}");
        await RetireAsync("Fermée.");
        await visitor.PressAsync("Commencer ma demande");
        Assert.Equal($"/demarches/{Road}", visitor.Path);
        Assert.NotNull(visitor.Page.QuerySelector("#closed"));
        Assert.Null(await _app.Get<RequestService>().BeginAsync(Road, _citizen));
        await using var db = await _app.OpenDatabaseAsync();
        Assert.Empty(await db.Drafts.ToListAsync());
    }

    [Fact]
    public async Task A_draft_of_a_closed_procedure_is_not_sent_keeps_its_answers_and_can_be_deleted()
    {
        var draft = await Requests.DraftAsync(_app);
        await RetireAsync("Fermée.", "acte-naissance");
        var refused = await _app.Get<RequestService>().SubmitAsync(draft, _citizen);
        Assert.Equal((null, true), (refused!.Number, refused.IsClosed));

        var open = await _app.Get<DraftDesk>().OpenAsync(draft, _citizen.Id()!.Value);
        Assert.Equal("/demarches/acte-naissance", open!.Closure!.SuccessorAddress);
        Assert.Equal("Un banc est cassé.", open.State["description"].AsText);
        using var visitor = new Visitor(_app);
        await visitor.SignInAsAsync(GruApp.Citizen);
        await visitor.GoAsync($"/demarches/{Road}/remplir/{draft}");
        Assert.Contains("Un banc est cassé.", visitor.Text, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector("#closed-successor"));
        await visitor.GoAsync("/mes-demandes");
        Assert.Contains("ce brouillon ne peut plus être envoyé", visitor.Text, StringComparison.Ordinal);
        await visitor.PressAsync("Supprimer ce brouillon");
        await using var db = await _app.OpenDatabaseAsync();
        Assert.Empty(await db.Drafts.ToListAsync());
    }

    [Fact]
    public async Task A_request_already_sent_goes_on_after_its_procedure_closed()
    {
        var request = await Requests.SendAsync(_app);
        await RetireAsync("Fermée.");
        var agent = await _app.PersonAsync(GruApp.RoadAgent);
        Assert.True(await _app.Get<RequestService>().ChangeStateAsync(request.Id, agent, RequestState.InProgress, ""));
        Assert.True(await _app.Get<RequestService>().ReplyAsync(request.Id, _citizen, "Merci."));
    }

    [Fact]
    public async Task Publishing_does_not_reopen_a_withdrawn_procedure_reopening_does_and_each_step_is_kept()
    {
        var id = await RetireAsync("Fermée.");
        var admin = await _app.PersonAsync(GruApp.Administrator);
        var publication = _app.Get<PublicationDesk>();
        var stamp = (await _app.Get<DesignDesk>().OpenAsync(id, admin))!.Procedure.WorkingVersionStamp;
        stamp = (await publication.ReviewAsync(id, admin, stamp, ReviewPoints.All)).Stamp;
        stamp = (await publication.ApproveAsync(id, admin, stamp)).Stamp;
        var published = await publication.PublishAsync(id, admin, stamp);
        Assert.Equal((2, ProcedureStatus.Retired), (published.Number, published.Standing!.Status));
        Assert.Null(await _app.Get<RequestService>().BeginAsync(Road, _citizen));

        Assert.Equal(SaveOutcome.Done, (await Desk.ReopenAsync(id, _head)).Outcome);
        Assert.NotNull(await _app.Get<RequestService>().BeginAsync(Road, _citizen));
        Assert.Equal([StepKind.Reopened, StepKind.Published, StepKind.Approved, StepKind.Reviewed, StepKind.Retired], (await publication.ViewAsync(id, admin))!.History.Select(s => s.Kind));
    }

    [Fact]
    public async Task Only_who_approves_withdraws_and_only_with_a_reason_and_an_open_successor()
    {
        var id = await IdAsync(Road);
        var reader = await _app.PersonAsync(GruApp.Communication);
        var agent = await _app.PersonAsync(GruApp.RoadAgent);
        Assert.Equal(SaveOutcome.Refused, (await Desk.RetireAsync(id, reader, new Retirement { Reason = "Fermée." })).Outcome);
        Assert.Equal(SaveOutcome.Gone, (await Desk.RetireAsync(id, agent, new Retirement { Reason = "Fermée." })).Outcome);
        Assert.Equal(SaveOutcome.Gone, (await Desk.RetireAsync(await IdAsync("acte-naissance"), _head, new Retirement { Reason = "Fermée." })).Outcome);
        foreach (var refused in new[] { new Retirement { Reason = " " }, new Retirement { Reason = "Fermée.", Successor = id }, new Retirement { Reason = "Fermée.", Successor = Guid.NewGuid() } })
        {
            Assert.Equal(SaveOutcome.Refused, (await Desk.RetireAsync(id, _head, refused)).Outcome);
        }

        Assert.Equal(SaveOutcome.Refused, (await Desk.ReopenAsync(id, _head)).Outcome);
        await using var db = await _app.OpenDatabaseAsync();
        Assert.False(await db.PublicationSteps.AnyAsync(s => s.Kind == StepKind.Retired));
    }

    [Fact]
    public async Task A_successor_withdrawn_in_its_turn_leads_on_to_its_own()
    {
        await RetireAsync("Fermée.", "acte-naissance");
        var admin = await _app.PersonAsync(GruApp.Administrator);
        await Desk.RetireAsync(await IdAsync("acte-naissance"), admin, new Retirement { Reason = "Fermée aussi.", Successor = await IdAsync("restauration-scolaire") });
        using var visitor = new Visitor(_app);
        await visitor.GoAsync($"/demarches/{Road}");
        Assert.Equal("/demarches/restauration-scolaire", visitor.Page.QuerySelector("#closed-successor")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_head_withdraws_and_reopens_from_the_settings_and_the_list_shows_it()
    {
        using var visitor = new Visitor(_app);
        await visitor.SignInAsAsync(GruApp.RoadHead);
        var settings = $"/agent/demarches/{await IdAsync(Road)}/reglages";
        await visitor.GoAsync(settings);
        await visitor.PressAsync("Retirer la démarche");
        Assert.Contains("Dites en une phrase pourquoi la démarche ferme", visitor.Text, StringComparison.Ordinal);
        await visitor.PressAsync("Retirer la démarche", ("Pourquoi elle ferme", "Travaux."));
        Assert.Contains("Cette démarche est fermée depuis le", visitor.Text, StringComparison.Ordinal);
        await visitor.GoAsync("/agent/demarches");
        Assert.Contains("Retirée du catalogue", visitor.Text, StringComparison.Ordinal);
        await visitor.GoAsync(settings);
        await visitor.PressAsync("Rouvrir la démarche");
        Assert.Contains("Démarche rouverte par", visitor.Text, StringComparison.Ordinal);
        await visitor.GoAsync($"/demarches/{Road}");
        Assert.Null(visitor.Page.QuerySelector("#closed"));
    }

    [Fact]
    public async Task A_procedure_that_closes_while_a_person_fills_it_in_loses_nothing_of_theirs()
    {
        var page = await Browser.OpenAsync(_app.Address.ToString(), 360, 740);
        await page.SignInAsync(GruApp.Citizen);
        await page.GotoAsync($"/demarches/{Road}/remplir/{await Requests.DraftAsync(_app)}");
        await page.WaitUntilLiveAsync();
        await page.ContinueToAsync("Vérifiez vos réponses");
        await RetireAsync("Le service déménage.", "acte-naissance");
        await page.ClickAsync("#gru-send");
        await Expect(page.Locator("#closed-draft[role=alert]")).ToContainTextAsync("Vos réponses sont gardées.");
        await Expect(page.GetByText("Un banc est cassé.")).ToBeVisibleAsync();
        await page.InspectAsync("closed draft");
        await page.ClickAsync("#closed-successor");
        await page.WaitForURLAsync(url => url.EndsWith("/demarches/acte-naissance", StringComparison.Ordinal));
        await page.GotoAsync($"/demarches/{Road}");
        await page.InspectAsync("closed procedure");
        await page.Context.CloseAsync();
    }

    private async Task<Guid> RetireAsync(string reason, string? successor = null)
    {
        var id = await IdAsync(Road);
        var result = await Desk.RetireAsync(id, _head, new Retirement { Reason = reason, Successor = successor is null ? null : await IdAsync(successor) });
        Assert.Equal((SaveOutcome.Done, null), (result.Outcome, result.Reason));
        return id;
    }

    private async Task<Guid> IdAsync(string slug)
    {
        await using var db = await _app.OpenDatabaseAsync();
        return await db.Procedures.Where(p => p.Slug == slug).Select(p => p.Id).SingleAsync();
    }
}
