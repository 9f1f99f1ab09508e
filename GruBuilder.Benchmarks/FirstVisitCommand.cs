using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace GruBuilder.Benchmarks;

/// <summary>
/// A citizen's first visit to a form, in headless Chromium with an empty cache: bytes on the wire, time to the first paint
/// (from then on whatever is typed or pressed counts) and time until the page answers; plain, and on 4G (9 Mb/s, 60 ms) with
/// the processor slowed 4 times. Needs the application running in Development, and Chromium (<c>GRU_CHROMIUM</c> or /usr/bin/chromium).
/// </summary>
internal static class FirstVisitCommand
{
    private const int Runs = 9;

    public static async Task RunAsync(string address)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("GRU_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu"],
        });
        await using var first = await browser.NewContextAsync(new() { BaseURL = address });
        var page = await first.NewPageAsync();
        await page.GotoAsync("/connexion");
        await page.GetByRole(AriaRole.Button, new() { Name = "Camille" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/connexion", StringComparison.Ordinal));
        await page.GotoAsync("/demarches/signaler-probleme-voirie");
        await page.GetByRole(AriaRole.Button, new() { Name = "Commencer" }).First.ClickAsync();
        await page.Locator("[data-live=true]").WaitForAsync();
        var cookies = (await first.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }).ToList();
        foreach (var slow in new[] { false, true })
        {
            var visits = new List<(double Bytes, double Paint, double Live)>();
            for (var i = 0; i < Runs; i++) visits.Add(await VisitAsync(browser, page.Url, cookies, slow));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(slow ? "4G, processor / 4" : "plain"),-18} {Median(visits.Select(v => v.Bytes)) / 1000:0} kB, painted after {Median(visits.Select(v => v.Paint)):0} ms, answers after {Median(visits.Select(v => v.Live)):0} ms (medians of {Runs})"));
        }
    }

    private static async Task<(double Bytes, double Paint, double Live)> VisitAsync(IBrowser browser, string url, List<Cookie> cookies, bool slow)
    {
        await using var context = await browser.NewContextAsync();
        await context.AddCookiesAsync(cookies);
        var page = await context.NewPageAsync();
        var devTools = await context.NewCDPSessionAsync(page);
        await devTools.SendAsync("Network.enable");
        double bytes = 0;
        devTools.Event("Network.loadingFinished").OnEvent += (_, e) => bytes += e!.Value.GetProperty("encodedDataLength").GetDouble();
        foreach (var frame in new[] { "Network.webSocketFrameReceived", "Network.webSocketFrameSent" })
        {
            // Base64 of what crosses the wire.
            devTools.Event(frame).OnEvent += (_, e) => bytes += e!.Value.GetProperty("response").GetProperty("payloadData").GetString()!.Length * 0.75;
        }

        if (slow)
        {
            await devTools.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object> { ["offline"] = false, ["latency"] = 60, ["downloadThroughput"] = 9e6 / 8, ["uploadThroughput"] = 4e6 / 8 });
            await devTools.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = 4 });
        }

        await page.AddInitScriptAsync("new MutationObserver(() => { if (!window.live && document.querySelector('[data-live=true]')) window.live = performance.now(); }).observe(document, { subtree: true, childList: true, attributes: true });");
        await page.GotoAsync(url);
        await page.Locator("[data-live=true]").First.WaitForAsync();
        var times = await page.EvaluateAsync<JsonElement>("() => ({ live: window.live, paint: performance.getEntriesByName('first-contentful-paint')[0].startTime })");
        return (bytes, times.GetProperty("paint").GetDouble(), times.GetProperty("live").GetDouble());
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
