using Microsoft.Playwright;

namespace GruBuilder.Tests.Browser;

/// <summary>One browser for the tests of a collection.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private const int Patience = 20_000;
    private IPlaywright? _playwright;

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var path = ChromiumFinder.FindOrInstall();
        // As long as an action may take: a page that comes late on a busy machine is not a wrong page.
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A fresh window: no cookies, French, of the given size.</summary>
    public async Task<IPage> OpenAsync(string address, int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            Locale = "fr-FR",
            TimezoneId = "Europe/Paris",
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

/// <summary>The walks; they run beside the screens, each with a browser of its own.</summary>
[CollectionDefinition(Name)]
public class BrowserTests : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Browser";
}

/// <summary>The screens one by one, and the designer.</summary>
[CollectionDefinition(Name)]
public class ScreenBrowserTests : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Screens";
}
