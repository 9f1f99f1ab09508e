using Microsoft.Playwright;

namespace GruBuilder.Tests.Designer;

/// <summary>A hand whose every gesture is counted: real clicks, real keys.</summary>
internal sealed class CountedHand(IPage page)
{
    /// <summary>Clicks of the mouse.</summary>
    public int Clicks { get; private set; }

    /// <summary>Keys that write nothing: Enter, Tab, Escape, with or without others held.</summary>
    public int Keys { get; private set; }

    /// <summary>Characters typed.</summary>
    public int Characters { get; private set; }

    public Task ClickAsync(string selector) => ClickAsync(page.Locator(selector));

    public async Task ClickAsync(ILocator what)
    {
        Clicks++;
        await what.ClickAsync();
    }

    public Task AddAsync(string kind) => ClickAsync($".gd-tiles:not(.gd-tiles--recent) .gd-tile:has(> span:text-is('{kind}'))");

    public async Task AddAsync(string kind, string label)
    {
        await AddAsync(kind);
        await TypeAsync(label);
    }

    public async Task TypeAsync(string text)
    {
        Characters += text.Length;
        await page.Keyboard.TypeAsync(text);
    }

    public async Task PressAsync(string key)
    {
        Keys++;
        await page.Keyboard.PressAsync(key);
    }

    public override string ToString() => $"{Clicks} clicks, 0 drags, {Keys} other keys, {Characters} characters";
}
