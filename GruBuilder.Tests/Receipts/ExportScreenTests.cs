using GruBuilder.Tests.Browser;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace GruBuilder.Tests.Receipts;

/// <summary>The export of a whole list, as an agent sees it.</summary>
[Collection(ScreenBrowserTests.Name)]
public sealed class ExportScreenTests(BrowserFixture browser) : WindowTests(browser), IDisposable
{
    private readonly GruApp _app = new();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task An_agent_sees_how_far_an_export_is_stops_it_and_is_told_how_it_ended(int width, ColorScheme scheme)
    {
        var numbers = await Requests.SendManyAsync(_app, 1500);
        var page = await Browser.OpenAsync(_app.Address.ToString(), width, scheme: scheme);
        await page.SignInAsync("Agent de la voirie : Samir Haddad");
        await page.GotoAsync("/agent/demandes", new() { WaitUntil = WaitUntilState.NetworkIdle });
        var offer = page.Locator("#desk-export-list");
        await Assertions.Expect(offer).ToHaveTextAsync("Exporter les 1\u202F500 demandes");

        // The list as a whole is not offered while some of its lines are ticked.
        await page.GetByLabel($"Choisir {numbers[0]}").CheckAsync();
        await Assertions.Expect(offer).ToHaveCountAsync(0);
        await page.GetByLabel($"Choisir {numbers[0]}").UncheckAsync();

        await offer.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Progressbar, new() { Name = "Export en cours" })).ToBeVisibleAsync();
        await Assertions.Expect(offer).ToBeFocusedAsync();
        await page.InspectAsShownAsync("desk with an export under way");
        await page.GetByRole(AriaRole.Button, new() { Name = "Arrêter l’export" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Export arrêté après")).ToBeVisibleAsync();
        await Assertions.Expect(offer).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Searchbox).FillAsync(numbers[7]);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(offer).ToHaveTextAsync("Exporter la demande");
        var download = await page.RunAndWaitForDownloadAsync(() => offer.ClickAsync());
        Assert.Equal("recepisses.zip", download.SuggestedFilename);
        Assert.Null(await download.FailureAsync());
        await Assertions.Expect(page.GetByText("La demande est exportée.")).ToBeVisibleAsync();
        await using var db = await _app.OpenDatabaseAsync();
        Assert.InRange(await db.Timeline.CountAsync(t => t.Kind == TimelineKind.ReceiptExported), 2, 1499);
    }
}
