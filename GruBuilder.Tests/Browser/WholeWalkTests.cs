using GruBuilder.Tests.Designer;
using GruBuilder.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Browser;

/// <summary>The main job from end to end: a form is drawn, published, filled, received; the version it was made with stays.</summary>
[Collection(BrowserTests.Name)]
public class WholeWalkTests(BrowserFixture browser) : WindowTests(browser), IDisposable
{
    private const string Name = "Signaler un problème dans un parc";
    private readonly GruApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_form_is_drawn_published_filled_and_received()
    {
        var head = await Browser.OpenAsync(_app.Address.ToString());
        await head.SignInByHandAsync("Nadia Delattre");
        await DrawAsync(head);
        await PublishAsync(head, version: 1);

        var citizen = await Browser.OpenAsync(_app.Address.ToString(), 360, 740);
        await citizen.SignInAsync("Camille Lefebvre");
        await FillAsync(citizen);
        var number = await citizen.Locator("#request-number").InnerTextAsync();

        var agent = await Browser.OpenAsync(_app.Address.ToString());
        await agent.SignInByHandAsync("Samir Haddad");
        await agent.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await agent.WaitUntilLiveAsync();
        await Expect(agent.Locator(".case-answers")).ToContainTextAsync("Le banc");
        await Expect(agent.Locator(".case-answers")).ToContainTextAsync("lampadaire.png");

        await ChangeAndPublishAgainAsync(head);
        await agent.ReloadAsync();
        await Expect(agent.Locator(".case-answers")).ToContainTextAsync("Que voyez-vous");
        await Expect(agent.Locator(".case-version")).ToContainTextAsync("Version 1");
        await using var db = await _app.OpenDatabaseAsync();
        Assert.Equal([1, 2], await db.FormVersions.Where(v => v.Procedure!.Title == Name).OrderBy(v => v.Number).Select(v => v.Number).ToListAsync());
    }

    private static async Task DrawAsync(IPage page)
    {
        await page.GotoAsync("/agent/demarches");
        await page.GetByRole(AriaRole.Link, new() { Name = "Créer une démarche" }).ClickAsync();
        await page.GetByLabel("Titre").FillAsync(Name);
        await page.GetByLabel("Thème").SelectOptionAsync(new SelectOptionValue { Label = "Cadre de vie" });
        await page.GetByText("Créer et dessiner le formulaire").ClickAsync();
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();

        var hand = new Hand(page);
        await hand.AddAsync("Choix unique", "Que voyez-vous ?");
        await hand.ClickAsync("#gd-panel-Answer");
        await hand.ClickAsync("#gd-option-0");
        await hand.TypeAsync("Un objet cassé");
        await page.Keyboard.PressAsync("Enter");
        await hand.TypeAsync("Un déchet");

        // Dragged to its place, then asked only when it makes sense.
        await hand.DragAsync(page.Locator(".gd-tile", new() { HasText = "Texte court" }), hand.Frame("Que voyez-vous ?"), below: true);
        await hand.TypeAsync("Quel objet ?");
        await hand.ClickAsync("#gd-panel-Rules");
        await hand.ClickAsync("#gd-add-rule");
        await page.GetByLabel("Réponse", new() { Exact = true }).SelectOptionAsync("Un objet cassé");
        await Expect(page.Locator(".gd-selected .gd-rule")).ToHaveTextAsync("Afficher si « Que voyez-vous ? » est « Un objet cassé »");
        await hand.ClickAsync("#gd-add-page");
        await hand.TypeAsync("Une photo");
        await hand.AddAsync("Fichier ou photo", "Photo");
        await hand.SavedAsync();

        await hand.ClickAsync("#gd-view-preview");
        var preview = page.Locator(".gd-preview");
        await preview.GetByRole(AriaRole.Button, new() { Name = "Revenir" }).ClickAsync();
        await preview.GetByText("Un objet cassé", new() { Exact = true }).ClickAsync();
        await Expect(preview.GetByLabel("Quel objet ?")).ToBeVisibleAsync();
        await hand.ClickAsync("#gd-view-json");
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Télécharger" }).First.ClickAsync());
        Assert.Contains("\"kind\": \"singleChoice\"", await File.ReadAllTextAsync(await file.PathAsync()), StringComparison.Ordinal);
    }

    private async Task PublishAsync(IPage page, int version)
    {
        var reader = await Browser.OpenAsync(_app.Address.ToString());
        await reader.SignInAsync("Léa Vasseur");
        await new Hand(page).PublishAsync(reader);
        await Expect(page.Locator(".gd-state")).ToContainTextAsync($"Publié v{version}");
    }

    private static async Task FillAsync(IPage page)
    {
        await page.GotoAsync("/?q=parc");
        await page.GetByRole(AriaRole.Link, new() { Name = Name }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Commencer ma demande" }).ClickAsync();
        await page.WaitUntilLiveAsync();
        await Expect(page.GetByLabel("Quel objet ?")).ToHaveCountAsync(0);
        await page.GetByLabel("Un objet cassé").CheckAsync();
        await page.GetByLabel("Quel objet ?").FillAsync("Le banc");
        await page.ContinueToAsync("Une photo");
        await page.SetInputFilesAsync("input[type=file]", Screens.Photo);
        await page.GetByRole(AriaRole.Button, new() { Name = "Retirer" }).WaitForAsync();
        await page.ContinueToAsync("Vérifiez vos réponses");
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer ma demande" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Votre demande est envoyée" }).WaitForAsync();
    }

    private async Task ChangeAndPublishAgainAsync(IPage page)
    {
        await page.ClickAsync("#gd-view-drawing");
        var hand = new Hand(page);
        await page.Locator(".gd-tabs").GetByText("Page 1").Or(page.Locator("[id^=gd-tab-]").First).First.ClickAsync();
        await hand.Frame("Que voyez-vous ?").Locator("> .gd-pick").ClickAsync();
        await page.Keyboard.PressAsync("Delete");
        await Expect(hand.Frame("Que voyez-vous ?")).ToHaveCountAsync(0);
        await hand.Frame("Quel objet ?").Locator("> .gd-pick").ClickAsync();
        await hand.ClickAsync("#gd-panel-Rules");
        await page.GetByText("Toujours afficher").ClickAsync();
        await hand.SavedAsync();
        await PublishAsync(page, version: 2);
    }
}
