using GruBuilder.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Browser;

/// <summary>
/// Takes the README's pictures from the running application. They are written into <c>docs/images</c> where they are missing, and
/// all of them again with <c>GRU_PICTURES=1</c>; otherwise the tree stays as it is.
/// </summary>
[Collection(BrowserTests.Name)]
public class PicturesTests(BrowserFixture browser, GruApp app) : WindowTests(browser), IClassFixture<GruApp>
{
    [Fact]
    public async Task The_designer_and_a_citizens_form_can_be_pictured()
    {
        var head = await Browser.OpenAsync(app.Address.ToString());
        await head.SignInAsync("Nadia Delattre");
        await head.GotoAsync("/agent/demarches");
        await head.GetByRole(AriaRole.Link, new() { Name = "Signaler un problème sur la voirie", Exact = true }).ClickAsync();
        await Expect(head.Locator("[data-gd-live]")).ToBeVisibleAsync();
        await head.Locator(".gd-frame > .gd-pick").Nth(2).ClickAsync();
        await head.ClickAsync("#gd-panel-Rules");
        await Expect(head.GetByLabel("Réponse", new() { Exact = true })).ToBeVisibleAsync();
        await KeepAsync(head, "designer.png");

        var citizen = await Browser.OpenAsync(app.Address.ToString(), 400, 900);
        await citizen.SignInAsync("Camille Lefebvre");
        await citizen.BeginAsync("signaler-probleme-voirie");
        await citizen.GetByLabel("Éclairage").CheckAsync();
        await citizen.GetByLabel("Il clignote").CheckAsync();
        await citizen.EvaluateAsync("window.scrollTo(0, 0)");
        await KeepAsync(citizen, "form.png");
    }

    private static async Task KeepAsync(IPage page, string name)
    {
        var picture = await page.ScreenshotAsync();
        Assert.True(picture.Length > 10_000, $"The picture {name} is nearly empty.");
        var path = Path.Combine(GruApp.RepositoryRoot, "docs", "images", name);
        if (File.Exists(path) && Environment.GetEnvironmentVariable("GRU_PICTURES") is null) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, picture);
    }
}
