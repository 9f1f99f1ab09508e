using Microsoft.Playwright;

namespace GruBuilder.Tests.Browser;

/// <summary>One browser for the tests of a collection.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private const int Patience = 20_000;
    private readonly List<IBrowserContext> _windows = [];
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
        _windows.Add(context);
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    /// <summary>Closes every window that was opened since the last time.</summary>
    public async Task CloseWindowsAsync()
    {
        foreach (var window in _windows) await window.CloseAsync();
        _windows.Clear();
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

/// <summary>
/// Tests in a browser. What a test opened is closed behind it: pages that stay go on drawing, and hold their circuit and their place in
/// the rooms, at the expense of all tests that follow.
/// </summary>
/// <param name="browser">The browser of the collection.</param>
public abstract class WindowTests(BrowserFixture browser) : IAsyncLifetime
{
    /// <summary>The browser.</summary>
    protected BrowserFixture Browser { get; } = browser;

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual Task DisposeAsync() => Browser.CloseWindowsAsync();
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
