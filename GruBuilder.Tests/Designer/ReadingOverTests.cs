using GruBuilder.Tests.Browser;
using GruBuilder.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Designer;

/// <summary>An agent who reads a form over in a browser, beside who draws it.</summary>
[Collection(ScreenBrowserTests.Name)]
public class ReadingOverTests(BrowserFixture browser, GruApp app) : WindowTests(browser), IClassFixture<GruApp>
{
    [Fact]
    public async Task An_agent_comments_and_proposes_a_wording_by_the_keyboard_and_who_draws_accepts_it()
    {
        var (id, nadia) = await CreateAsync("Relire à deux");
        await new Hand(nadia).AddAsync("Texte court", "Motif de la demande");
        await new Hand(nadia).SavedAsync();
        var samir = await OpenAsync($"/agent/demarches/{id}/dessiner", 1280);
        await Expect(samir.Locator("#gd-reading")).ToHaveTextAsync("Vous relisez ce formulaire\u202f: vos remarques vont à ceux qui le dessinent.");
        await Expect(nadia.Locator(".gd-person--reading")).ToContainTextAsync("Samir Haddad, en relecture");
        await samir.InspectAsync("reading over");

        // What changes a form does nothing, and says why.
        await samir.Locator(".gd-frame > .gd-pick").First.ClickAsync();
        await samir.Keyboard.PressAsync("Delete");
        await Expect(samir.Locator(".gd-refusal")).ToContainTextAsync("Vous relisez ce formulaire");
        await samir.Locator(".gd-frame > .gd-pick").First.FocusAsync();
        await samir.Keyboard.PressAsync("Tab");
        await Expect(samir.Locator("#gd-comment")).ToBeFocusedAsync();
        await samir.Keyboard.PressAsync("Enter");
        await Expect(samir.Locator("#talk-new")).ToBeFocusedAsync();
        await samir.Keyboard.TypeAsync("Trop long.");
        await samir.Keyboard.PressAsync("Control+Enter");
        await Expect(nadia.Locator(".gd-talks")).ToHaveTextAsync("1");
        await samir.ClickAsync("#gd-talk-close");
        await samir.ClickAsync("#gd-read-propose");
        await Expect(samir.Locator("#talk-proposed")).ToBeFocusedAsync();
        await samir.FillAsync("#talk-proposed", "Motif");
        await samir.ClickAsync("#talk-why-send");
        await Expect(samir.Locator("[data-talk-withdraw]")).ToBeVisibleAsync();
        await Expect(samir.Locator("[data-talk-accept], [data-talk-refuse]")).ToHaveCountAsync(0);

        await nadia.ClickAsync("#gd-talk");
        await nadia.ClickAsync("[data-talk-accept]");
        await Expect(samir.Locator(".gd-frame .gru-label")).ToHaveTextAsync("Motif");
        await Expect(nadia.Locator("#gd-undo")).ToHaveAttributeAsync("title", "Annuler\u202f: Libellé proposé par Samir Haddad, accepté par Nadia Delattre");
        await samir.ClickAsync("#gd-view-history");
        await Expect(samir.Locator(".gd-step").First).ToContainTextAsync("Libellé proposé par Samir Haddad");
        await samir.Locator(".gd-step").Last.ClickAsync();
        await Expect(samir.Locator(".gd-then")).ToBeVisibleAsync();
        await Expect(samir.Locator("#gd-restore")).ToHaveCountAsync(0);
        await samir.ClickAsync("#gd-publication");
        await Expect(samir.GetByRole(AriaRole.Region, new() { Name = "Publication" })).ToContainTextAsync("Brouillon");
        await samir.InspectAsync("history and publication, read over");
        await samir.Context.CloseAsync();
        await Expect(nadia.Locator(".gd-person:not(.gd-person--away)")).ToHaveCountAsync(0);
        await nadia.Context.CloseAsync();
    }

    [Fact]
    public async Task On_a_telephone_an_agent_finds_their_forms_and_reads_every_view()
    {
        var samir = await OpenAsync("/agent/demarches", 360);
        await samir.InspectAsync("procedures to read over");
        await samir.GetByRole(AriaRole.Link, new() { Name = "Signaler un problème sur la voirie", Exact = true }).ClickAsync();
        await Expect(samir.Locator("[data-gd-live]")).ToBeVisibleAsync();
        await samir.Locator(".gd-frame > .gd-pick").Nth(1).ClickAsync();
        await Expect(samir.Locator("#gd-comment")).ToBeVisibleAsync();
        await samir.GetByRole(AriaRole.Button, new() { Name = "Détails" }).ClickAsync();
        await Expect(samir.Locator("#gd-reading-panel")).ToContainTextAsync("Confier votre signalement à la bonne équipe.");
        await samir.InspectAsync("a question read over on a telephone");
        foreach (var view in new[] { "preview", "paths", "cases", "links", "texts" })
        {
            await samir.ClickAsync($"#gd-view-{view}");
            await Expect(samir.Locator($"[data-view='{view}'] .gd-ground > :first-child")).ToBeVisibleAsync();
            await samir.InspectAsShownAsync($"{view} read over");
        }

        await Expect(samir.Locator("#gd-record, #gd-texts textarea, #gd-trial")).ToHaveCountAsync(0);
        await samir.Context.CloseAsync();
    }

    private async Task<(Guid Id, IPage Page)> CreateAsync(string title)
    {
        var id = await app.CreateProcedureAsync(title);
        return (id, await OpenAsync($"/agent/demarches/{id}/dessiner", 1280, GruApp.RoadHead));
    }

    private async Task<IPage> OpenAsync(string path, int width, string email = GruApp.RoadAgent)
    {
        var page = await Browser.OpenAsync(app.Address.ToString(), width);
        await page.GotoAsync("/connexion");
        await page.Locator($"button[value='{email}']").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("connexion", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        await page.GotoAsync(path);
        if (path.EndsWith("dessiner", StringComparison.Ordinal)) await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        return page;
    }
}
