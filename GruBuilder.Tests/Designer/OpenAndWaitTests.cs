using GruBuilder.Tests.Browser;
using GruBuilder.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Designer;

/// <summary>What opens over the form, and what waits for a slow answer.</summary>
[Collection(ScreenBrowserTests.Name)]
public class OpenAndWaitTests(BrowserFixture browser, GruApp app) : WindowTests(browser), IClassFixture<GruApp>
{
    [Fact]
    public async Task What_opens_over_the_form_closes_by_Escape_and_by_a_click_beside_it()
    {
        var page = await OpenAsync("Ouvrir et fermer");
        await new Hand(page).AddAsync("Texte court", "Motif");
        foreach (var (button, opened) in new[]
        {
            ("#gd-findings", "[aria-label='Points à voir']"), ("#gd-publish", "section[aria-label='Publication']"),
            (".gd-middle-bar .gd-help-note > summary", ".gd-middle-bar .gd-help-text"), (".gd-insert--end > .gd-plus", ".gd-kinds"),
        })
        {
            await page.ClickAsync(button);
            await Expect(page.Locator(opened)).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.Locator(opened)).ToBeHiddenAsync();
            await Expect(page.Locator(button)).ToBeFocusedAsync();
            await page.ClickAsync(button);
            await Expect(page.Locator(opened)).ToBeVisibleAsync();
            await page.ClickAsync("#gd-form-title");
            await Expect(page.Locator(opened)).ToBeHiddenAsync();
        }

        await Expect(new Hand(page).Frame("Motif")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_typed_waits_for_its_box_when_the_box_comes_long_after_the_call_for_it()
    {
        var script = "";
        var page = await OpenAsync("Un écran en retard", clock: true, asks: url => script = url.Contains("/designer.", StringComparison.Ordinal) && url.EndsWith(".js", StringComparison.Ordinal) ? url : script);
        var hand = new Hand(page);
        await hand.AddAsync("Choix unique", "Vous êtes");
        await Expect(hand.Frame("Vous êtes")).ToBeVisibleAsync();
        await HoldAsync(page);
        await page.Keyboard.PressAsync("Enter");
        await hand.TypeAsync("Particulier");
        await page.EvaluateAsync("async script => (await import(script)).arrive('gd-option-0')", script);
        await page.Clock.FastForwardAsync(8_000);
        await page.EvaluateAsync("() => window.letGo()");
        await Expect(hand.Frame("Vous êtes").GetByText("Particulier", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_pressed_before_the_box_is_there_comes_in_its_turn()
    {
        var page = await OpenAsync("Des touches en avance");
        var hand = new Hand(page);
        await hand.AddAsync("Texte court", "Motif");
        await Expect(hand.Frame("Motif")).ToBeVisibleAsync();
        await HoldAsync(page);
        await hand.AddAsync("Oui ou non", "Urgent");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await page.Keyboard.PressAsync("Control+D");
        await hand.TypeAsync("Grave");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Delete");
        await page.EvaluateAsync("() => window.letGo()");

        await hand.OrderIsAsync("Urgent", "Grave");
        Assert.Equal(2, await page.Locator(".gd-paper > .gru-form > .gd-frame").CountAsync());
    }

    // The server hears nothing until it is let go.
    private static Task HoldAsync(IPage page) => page.EvaluateAsync("""
        () => {
          const send = WebSocket.prototype.send;
          const kept = [];
          WebSocket.prototype.send = function (data) { kept.push(() => send.call(this, data)); };
          window.letGo = () => { WebSocket.prototype.send = send; kept.forEach(one => one()); };
        }
        """);

    private async Task<IPage> OpenAsync(string title, bool clock = false, Action<string>? asks = null)
    {
        var id = await app.CreateProcedureAsync(title);
        var page = await Browser.OpenAsync(app.Address.ToString());
        if (asks is not null) page.Request += (_, request) => asks(request.Url);
        if (clock) await page.Clock.InstallAsync();
        await page.SignInAsync("Nadia Delattre");
        await page.GotoAsync($"/agent/demarches/{id}/dessiner");
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        return page;
    }
}
