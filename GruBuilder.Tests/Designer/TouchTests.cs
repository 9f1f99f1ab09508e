using GruBuilder.Tests.Browser;
using GruBuilder.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Designer;

/// <summary>A form drawn with a finger, on a tablet.</summary>
[Collection(BrowserTests.Name)]
public class TouchTests(BrowserFixture browser) : WindowTests(browser), IDisposable
{
    private readonly GruApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_finger_that_rests_lifts_a_question_and_one_that_moves_at_once_only_scrolls()
    {
        await using var context = await Browser.Browser.NewContextAsync(new() { BaseURL = _app.Address.ToString(), Locale = "fr-FR", HasTouch = true, IsMobile = true, ViewportSize = new() { Width = 820, Height = 900 } });
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();
        await page.SignInAsync("Nadia Delattre");
        await page.GotoAsync("/agent/exercice");
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        await page.FillAsync("#gd-paste", "Un\nDeux\nTrois");
        await page.TapAsync("text=Ajouter 3 questions");
        var hand = new Hand(page);
        await hand.OrderIsAsync("Un", "Deux", "Trois");

        var finger = await context.NewCDPSessionAsync(page);
        var (from, to) = ((await hand.Frame("Un").BoundingBoxAsync())!, (await hand.Frame("Trois").BoundingBoxAsync())!);
        await TouchAsync("touchStart", from.X + 60, from.Y + 20);
        await Expect(page.Locator(".gd-ghost")).ToBeVisibleAsync();
        for (var step = 1; step <= 6; step++) await TouchAsync("touchMove", from.X + 60, from.Y + ((to.Y + to.Height - 6 - from.Y) * step / 6));
        await Expect(page.Locator(".gd-line")).ToBeVisibleAsync();
        await TouchAsync("touchEnd");
        await hand.OrderIsAsync("Deux", "Trois", "Un");

        await TouchAsync("touchStart", from.X + 60, from.Y + 20);
        for (var step = 1; step <= 4; step++) await TouchAsync("touchMove", from.X + 60, from.Y + 20 - (step * 15));
        await TouchAsync("touchEnd");
        await Expect(page.Locator(".gd-ghost")).ToHaveCountAsync(0);
        await hand.OrderIsAsync("Deux", "Trois", "Un");

        Task TouchAsync(string what, double x = 0, double y = 0) => finger.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object>
        {
            ["type"] = what,
            ["touchPoints"] = what == "touchEnd" ? Array.Empty<object>() : new object[] { new Dictionary<string, object> { ["x"] = x, ["y"] = y } },
        });
    }
}
