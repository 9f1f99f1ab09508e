using GruBuilder.Forms.Definitions;
using GruBuilder.Tests.Browser;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Designing;
using GruBuilder.Web.Features.Designing.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Designer;

/// <summary>The states that a form was left in, kept beyond the time that it is open.</summary>
[Collection(BrowserTests.Name)]
public class KeptFormTests(BrowserFixture browser) : WindowTests(browser), IDisposable
{
    private readonly GruApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task One_state_is_kept_for_each_stretch_that_somebody_draws()
    {
        var (id, before) = await RoadAsync();
        await SaveAsync(id, GruApp.RoadHead, "Un");
        await SaveAsync(id, GruApp.RoadHead, "Deux");
        await SaveAsync(id, GruApp.Administrator, "Trois");
        await SaveAsync(id, GruApp.Administrator, "Trois");

        var archive = _app.Get<KeptForms>().Of(id, await _app.PersonAsync(GruApp.RoadHead));
        var kept = await archive.ListAsync();
        Assert.Equal(["Hélène Marchal", "Nadia Delattre", ""], kept.Select(k => k.By));
        Assert.Equal(["Trois", "Deux", before.Title], await Task.WhenAll(kept.Select(async k => (await archive.ReadAsync(k.Id))!.Title)));
    }

    [Fact]
    public async Task The_states_of_a_form_are_for_those_who_may_open_it()
    {
        var (id, _) = await RoadAsync();
        await SaveAsync(id, GruApp.RoadHead, "Un");
        await using var db = await _app.OpenDatabaseAsync();
        var state = await db.KeptForms.Where(k => k.ProcedureId == id).Select(k => k.Id).FirstAsync();
        foreach (var email in new[] { GruApp.Citizen, GruApp.CivilAgent })
        {
            var archive = _app.Get<KeptForms>().Of(id, await _app.PersonAsync(email));
            Assert.Empty(await archive.ListAsync());
            Assert.Null(await archive.ReadAsync(state));
        }
    }

    [Fact]
    public async Task What_was_drawn_another_day_can_be_looked_at_and_brought_back()
    {
        var (id, before) = await RoadAsync();
        await SaveAsync(id, GruApp.Administrator, "Signaler autrement");
        var page = await Browser.OpenAsync(_app.Address.ToString());
        await page.SignInAsync("Nadia Delattre");
        await page.GotoAsync($"/agent/demarches/{id}/dessiner");
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        await page.ClickAsync("#gd-view-history");
        await Expect(page.Locator("#gd-earlier li")).ToHaveCountAsync(2);
        await Expect(page.Locator("#gd-earlier li").First).ToContainTextAsync("Hélène Marchal");
        await page.Locator("#gd-earlier li").Last.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.Locator(".gd-then")).ToContainTextAsync("En y revenant");
        await page.InspectAsync("earlier states");
        await page.ClickAsync("#gd-restore");
        await Expect(page.GetByLabel("Titre du formulaire")).ToHaveValueAsync(before.Title);
        await page.ClickAsync("#gd-undo");
        await Expect(page.GetByLabel("Titre du formulaire")).ToHaveValueAsync("Signaler autrement");
    }

    private async Task<(Guid Id, FormDefinition Form)> RoadAsync()
    {
        await using var db = await _app.OpenDatabaseAsync();
        var procedure = await db.Procedures.SingleAsync(p => p.Slug == "signaler-probleme-voirie");
        return (procedure.Id, DefinitionJson.Read(procedure.WorkingDefinition).Definition!);
    }

    private async Task SaveAsync(Guid id, string email, string title)
    {
        var person = await _app.PersonAsync(email);
        var desk = _app.Get<DesignDesk>();
        var open = await desk.OpenAsync(id, person);
        Assert.Equal(SaveOutcome.Done, (await desk.SaveAsync(id, person, open!.Form with { Title = title }, open.Procedure.WorkingVersionStamp)).Outcome);
    }
}
