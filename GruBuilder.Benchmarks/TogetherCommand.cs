using System.Globalization;
using Microsoft.Playwright;

namespace GruBuilder.Benchmarks;

/// <summary>
/// How soon one person sees what another does to the form that both draw: two windows of headless Chromium, from the key in one until the
/// change stands in the other. Needs the application running in Development, and Chromium (<c>GRU_CHROMIUM</c> or /usr/bin/chromium).
/// </summary>
internal static class TogetherCommand
{
    private const int Keys = 60;

    // Notes when each key is pressed here, or when each new text of the canvas stands there, by the clock that both windows share.
    private const string Pressed = "() => { window.at = []; document.addEventListener('keydown', () => window.at.push(performance.timeOrigin + performance.now()), true); }";
    private const string Drawn = """
        () => {
          window.at = [];
          let before = '';
          new MutationObserver(() => {
            const text = [...document.querySelectorAll('.gd-paper .gru-label')].map(l => l.textContent).find(t => t.startsWith('Mesure')) ?? '';
            if (text !== before) window.at.push(performance.timeOrigin + performance.now());
            before = text;
          }).observe(document.querySelector('.gd-middle'), { subtree: true, childList: true, characterData: true });
        }
        """;

    public static async Task RunAsync(string address)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("GRU_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu"],
        });
        var writer = await OpenAsync(browser, address, "Nadia");
        var reader = await OpenAsync(browser, address, "Hélène");
        await writer.Locator(".gd-tile", new() { HasText = "Texte court" }).First.ClickAsync();
        await writer.Keyboard.TypeAsync("Mesure");
        await reader.Locator(".gd-paper .gru-label", new() { HasText = "Mesure" }).WaitForAsync();
        await writer.EvaluateAsync(Pressed);
        await reader.EvaluateAsync(Drawn);
        for (var i = 1; i <= Keys; i++)
        {
            // One key is on its way at a time: a second would be drawn with the first.
            await writer.Keyboard.PressAsync("a");
            await reader.WaitForFunctionAsync("count => window.at.length >= count", i);
        }

        var (pressed, drawn) = (await writer.EvaluateAsync<double[]>("() => window.at"), await reader.EvaluateAsync<double[]>("() => window.at"));
        var waits = pressed.Zip(drawn, (from, to) => to - from).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"a key in one window stands in the other after {waits[Keys / 2]:0} ms (median of {Keys}), {waits[Keys * 95 / 100]:0} ms (95 of 100), {waits[^1]:0} ms (slowest)"));
        await writer.Keyboard.PressAsync("Control+z");
    }

    private static async Task<IPage> OpenAsync(IBrowser browser, string address, string who)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = address, ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/connexion");
        await page.GetByRole(AriaRole.Button, new() { Name = who }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/connexion", StringComparison.Ordinal));
        await page.GotoAsync("/agent/demarches");
        await page.GetByRole(AriaRole.Link, new() { Name = "Signaler un problème sur la voirie", Exact = true }).ClickAsync();
        await page.Locator("[data-gd-live]").WaitForAsync();
        return page;
    }
}
