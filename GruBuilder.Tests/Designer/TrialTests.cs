using System.Net;
using System.Text;
using GruBuilder.Tests.Browser;
using GruBuilder.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Designer;

[Collection(ScreenBrowserTests.Name)]
public class TrialTests(BrowserFixture browser, GruApp app) : WindowTests(browser), IClassFixture<GruApp>
{
    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task The_receipt_the_mail_the_agents_view_and_the_paper_are_seen_before_anything_is_published(int width, ColorScheme scheme)
    {
        var page = await Browser.OpenAsync(app.Address.ToString(), width, 900, scheme);
        await page.SignInAsync(GruApp.RoadHead);
        await page.GotoAsync("/agent/demarches");
        await page.GetByRole(AriaRole.Link, new() { Name = "Signaler un problème sur la voirie", Exact = true }).ClickAsync();
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        await page.ClickAsync("#gd-view-preview");
        await page.Locator(".gd-preview").GetByLabel("Propreté", new() { Exact = false }).CheckAsync();
        await page.Locator(".gd-preview").GetByLabel("Gravats").CheckAsync();
        var trial = await page.RunAndWaitForPopupAsync(() => page.ClickAsync("#gd-trial"));

        await Expect(trial.GetByText("les réponses que vous avez données dans l’aperçu")).ToBeVisibleAsync();
        await Expect(trial.Locator(".trial-paper").First).ToContainTextAsync("Gravats");
        await Expect(trial.GetByText("Demande ESSAI bien reçue")).ToBeVisibleAsync();
        await trial.InspectAsync("trial");
        var receipt = await trial.Context.APIRequest.GetAsync(await trial.GetByRole(AriaRole.Link, new() { Name = "Ouvrir en PDF" }).First.EvaluateAsync<string>("a => a.href"));
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(await receipt.BodyAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/recepisse.pdf")]
    [InlineData("/papier.pdf")]
    public async Task Who_may_not_draw_a_form_cannot_try_it(string part)
    {
        await using var db = await app.OpenDatabaseAsync();
        var id = await db.Procedures.Where(p => p.Slug == "signaler-probleme-voirie").Select(p => p.Id).SingleAsync();
        var birth = await db.Procedures.Where(p => p.Slug == "acte-naissance").Select(p => p.Id).SingleAsync();
        foreach (var (email, procedure, status) in new[]
        {
            (GruApp.RoadHead, id, HttpStatusCode.OK), (GruApp.Communication, id, HttpStatusCode.OK), (GruApp.RoadHead, birth, HttpStatusCode.NotFound),
        })
        {
            using var visitor = new Visitor(app);
            await visitor.SignInAsAsync(email);
            Assert.Equal(status, (await visitor.GoAsync($"/agent/demarches/{procedure}/essai{part}")).Status);
        }

        using var citizen = new Visitor(app);
        await citizen.SignInAsAsync(GruApp.Citizen);
        await citizen.GoAsync($"/agent/demarches/{id}/essai{part}");
        Assert.StartsWith("/acces-refuse", citizen.Path, StringComparison.Ordinal);
    }
}
