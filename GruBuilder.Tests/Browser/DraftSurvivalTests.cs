using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Browser;

/// <summary>What a citizen has typed outlives a closed browser, a killed server and a lost connection.</summary>
[Collection(BrowserTests.Name)]
public class DraftSurvivalTests(BrowserFixture browser) : WindowTests(browser)
{
    [Fact]
    public async Task A_draft_survives_a_killed_server_and_a_closed_browser()
    {
        await using var app = new RunningApp();
        await app.StartAsync();
        var page = await Browser.OpenAsync(app.Address);
        await page.SignInAsync("Camille Lefebvre");
        await page.BeginAsync("signaler-probleme-voirie");
        await page.GetByLabel("Éclairage").CheckAsync();
        await page.GetByLabel("Il clignote").CheckAsync();
        await Expect(page.Locator("#fill-saved")).ToContainTextAsync("Enregistré à");

        // Typed, and the server is gone before the browser has sent it.
        await page.GetByLabel("Numéro du lampadaire").PressSequentiallyAsync("R 1204");
        await app.KillAsync();
        await page.GetByLabel("Décrivez ce que vous avez vu").FillAsync("Écrit pendant la panne.");
        await page.EvaluateAsync("() => { document.body.dataset.beforeTheCrash = ''; }");
        await app.StartAsync();

        // The page comes back by itself.
        await Expect(page.Locator("body[data-before-the-crash]")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await page.WaitUntilLiveAsync();
        await Expect(page.GetByLabel("Décrivez ce que vous avez vu")).ToHaveValueAsync("Écrit pendant la panne.");
        await Expect(page.GetByLabel("Numéro du lampadaire")).ToHaveValueAsync("R 1204");
        await Expect(page.GetByLabel("Il clignote")).ToBeCheckedAsync();
        await page.ContinueToAsync("Le lieu");
        await page.Context.CloseAsync();

        var later = await Browser.OpenAsync(app.Address, 360, 740);
        await later.SignInAsync("Camille Lefebvre");
        await later.GotoAsync("/mes-demandes");
        await later.GetByRole(AriaRole.Link, new() { Name = "Reprendre" }).First.ClickAsync();
        await later.WaitUntilLiveAsync();
        await Expect(later.GetByRole(AriaRole.Heading, new() { Name = "Le lieu" })).ToBeVisibleAsync();
        await later.GetByRole(AriaRole.Button, new() { Name = "Revenir" }).ClickAsync();
        await Expect(later.GetByLabel("Décrivez ce que vous avez vu")).ToHaveValueAsync("Écrit pendant la panne.");
        await Expect(later.GetByLabel("Numéro du lampadaire")).ToHaveValueAsync("R 1204");
    }

    [Fact]
    public async Task What_is_typed_while_the_connection_is_lost_is_saved_once_it_is_back()
    {
        await using var app = new RunningApp();
        await app.StartAsync();
        var page = await Browser.OpenAsync(app.Address);
        var sockets = new List<IWebSocketRoute>();
        await page.RouteWebSocketAsync("**/_blazor**", socket =>
        {
            socket.ConnectToServer();
            sockets.Add(socket);
        });
        await page.SignInAsync("Camille Lefebvre");
        await page.BeginAsync("signaler-probleme-voirie");
        await page.GetByLabel("Autre chose").CheckAsync();
        await Expect(page.Locator("#fill-saved")).ToContainTextAsync("Enregistré à");

        await page.GetByLabel("Décrivez ce que vous avez vu").FillAsync("Écrit sans connexion.");
        await sockets[^1].CloseAsync();
        await Expect(page.Locator("#components-reconnect-modal")).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await page.ContinueToAsync("Le lieu");
        await page.ReloadAsync();
        await page.WaitUntilLiveAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Revenir" }).ClickAsync();
        await Expect(page.GetByLabel("Décrivez ce que vous avez vu")).ToHaveValueAsync("Écrit sans connexion.");
    }

    [Fact]
    public async Task What_is_typed_and_pressed_before_the_page_answers_counts()
    {
        await using var app = new RunningApp();
        await app.StartAsync();
        var page = await Browser.OpenAsync(app.Address);
        await page.SignInAsync("Camille Lefebvre");
        await page.BeginAsync("signaler-probleme-voirie");
        var address = page.Url;

        // The script that makes the page live comes only after the person has typed.
        var typed = new TaskCompletionSource();
        await page.RouteAsync("**/blazor.web*.js", async route =>
        {
            await typed.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Commit });
        await page.GetByLabel("Décrivez ce que vous avez vu").FillAsync("Tapé très tôt.");
        await page.GetByLabel("Autre chose").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
        typed.SetResult();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Le lieu", Exact = true }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Revenir" }).ClickAsync();
        await Expect(page.GetByLabel("Décrivez ce que vous avez vu")).ToHaveValueAsync("Tapé très tôt.");
        await Expect(page.GetByLabel("Autre chose")).ToBeCheckedAsync();
    }
}
