using System.Text.RegularExpressions;
using GruBuilder.Tests.Browser;
using GruBuilder.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Designer;

/// <summary>Test cases and planned publications on the designer's screen.</summary>
[Collection(ScreenBrowserTests.Name)]
public class CaseScreenTests(BrowserFixture browser, GruApp app) : WindowTests(browser), IClassFixture<GruApp>
{
    [Fact]
    public async Task A_form_is_planned_from_the_menu_and_a_change_takes_that_back_and_says_so()
    {
        var (page, hand) = await OpenAsync("Publier plus tard");
        await hand.AddAsync("Texte court", "Motif");
        await hand.SavedAsync();
        await page.ClickAsync("#gd-publish");
        await page.Locator("#gd-review").WaitForAsync();
        foreach (var point in await page.Locator(".gd-publish input[type=checkbox]").AllAsync()) await point.CheckAsync();
        await page.ClickAsync("#gd-review");
        await page.ClickAsync("#gd-approve");
        await page.FillAsync("#gd-plan-at", "2020-01-02T08:00");
        await page.ClickAsync("#gd-plan");
        await Expect(page.GetByText("Ce moment est passé.")).ToBeVisibleAsync();
        await page.FillAsync("#gd-plan-at", $"{DateTime.Today.AddDays(3):yyyy-MM-dd}T08:30");
        await Expect(page.Locator("#gd-plan")).ToContainTextAsync(new Regex(@"à 8\sh\s30", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.ClickAsync("#gd-plan");
        await Expect(page.Locator("#gd-planned")).ToContainTextAsync("La publication est prévue le");
        await page.InspectAsShownAsync("a planned publication");

        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer à dessiner" }).ClickAsync();
        await hand.AddAsync("Date", "Jour");
        await hand.SavedAsync();
        await page.ClickAsync("#gd-publish");
        await Expect(page.GetByText("Le formulaire a changé après la relecture")).ToContainTextAsync("La publication prévue le");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_case_is_recorded_in_one_click_turns_red_with_a_change_and_the_menu_tells_it()
    {
        var (page, hand) = await OpenAsync("Garder des essais");
        await hand.AddAsync("Texte court", "Motif");
        await hand.SavedAsync();

        await page.ClickAsync("#gd-view-cases");
        await page.GetByRole(AriaRole.Button, new() { Name = "Répondre dans l’aperçu" }).ClickAsync();
        await page.ClickAsync("#gd-fill");
        await page.ClickAsync("#gd-record");
        await page.Locator("#gd-recorded").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.Locator(".gd-case-mark--same")).ToHaveTextAsync("Résultat attendu");
        await page.GetByLabel("Nom de l’essai").FillAsync("Le cas simple");
        await page.Keyboard.PressAsync("Tab");
        await page.InspectAsync("test cases");

        await page.ClickAsync("#gd-view-drawing");
        await hand.Frame("Motif").Locator("> .gd-pick").ClickAsync();
        await page.Keyboard.PressAsync("Delete");
        await hand.AddAsync("Date", "Jour");
        await page.ClickAsync("#gd-view-cases");
        await Expect(page.Locator(".gd-case-mark--other")).ToHaveTextAsync("Résultat différent");
        await page.InspectAsShownAsync("a test case that differs");
        await page.ClickAsync("#gd-publish");
        await Expect(page.Locator("#gd-cases-told")).ToHaveTextAsync("Le seul essai ne donne plus le résultat attendu.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Le cas simple" }).And(page.Locator(".gd-publish .gd-finding")).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Accepter le nouveau résultat" }).ClickAsync();
        await Expect(page.Locator(".gd-case-mark--same")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Supprimer Le cas simple" }).ClickAsync();
        await page.ClickAsync("#gd-case-back");
        await Expect(page.GetByLabel("Nom de l’essai")).ToHaveValueAsync("Le cas simple");
        await page.Context.CloseAsync();
    }

    private async Task<(IPage Page, Hand Hand)> OpenAsync(string title)
    {
        var page = await Browser.OpenAsync(app.Address.ToString());
        await page.SignInAsync(GruApp.Administrator);
        var id = await app.CreateProcedureAsync(title, GruApp.Administrator, "Famille et école");
        await page.GotoAsync($"/agent/demarches/{id}/dessiner");
        await page.Locator("[data-gd-live]").WaitForAsync();
        return (page, new Hand(page));
    }
}
