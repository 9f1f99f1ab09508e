using System.Text.RegularExpressions;
using GruBuilder.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Designer;

/// <summary>A hand that draws in a browser, with real mouse and keyboard events.</summary>
internal sealed class Hand(IPage page)
{
    /// <summary>Clicks a tile and types at once, as a person in a hurry.</summary>
    public async Task AddAsync(string kind, string label)
    {
        await page.Locator($".gd-tiles:not(.gd-tiles--recent) .gd-tile:has(> span:text-is('{kind}'))").ClickAsync();
        await TypeAsync(label);
    }

    public Task ClickAsync(string selector) => page.ClickAsync(selector);

    public Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);

    public ILocator Frame(string name) => page.Locator($".gd-frame:has(> .gd-pick[data-gd-name='{name}'])");

    public Task OrderIsAsync(params string[] names) => Expect(page.Locator(".gd-paper > .gru-form > .gd-frame")).ToHaveTextAsync([.. names.Select(n => Like(n))]);

    /// <summary>Waits until everything is in safety.</summary>
    public async Task SavedAsync()
    {
        // What was saved before still stands there while the last gesture is on its way.
        await page.EvaluateAsync("() => document.querySelector('[data-gd]').gdArrived()");
        await Expect(page.Locator("#gd-saved")).ToHaveTextAsync(Like("^Enregistré à"));
    }

    /// <summary>Has the form read over by somebody of communication, signed in on another page; approves and publishes it.</summary>
    public async Task PublishAsync(IPage reader)
    {
        await page.ClickAsync("#gd-publish");
        await page.ClickAsync("#gd-submit");
        await reader.GotoAsync(page.Url);
        await reader.ClickAsync("#gd-publish");
        await Expect(reader.Locator("#gd-review")).ToBeVisibleAsync();
        await reader.InspectAsShownAsync("publication menu");
        await reader.Locator("#gd-review").WaitForAsync();
        foreach (var point in await reader.Locator(".gd-publish input[type=checkbox]").AllAsync()) await point.CheckAsync();
        await reader.ClickAsync("#gd-review");
        await page.ClickAsync("#gd-approve");
        await page.ClickAsync("#gd-publish-now");
        await reader.CloseAsync();
    }

    private static Regex Like(string pattern) => new(pattern, RegexOptions.Singleline, TimeSpan.FromSeconds(1));

    public async Task DragAsync(ILocator what, ILocator onto, bool below)
    {
        await LiftAsync(what, onto, below);
        await page.Mouse.UpAsync();
    }

    public async Task LiftAsync(ILocator what, ILocator onto, bool below)
    {
        var from = (await what.BoundingBoxAsync())!;
        var to = (await onto.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(from.X + 30, from.Y + 20);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + 40, from.Y + 30);
        await page.Mouse.MoveAsync(to.X + 40, below ? to.Y + to.Height - 4 : to.Y + 4, new() { Steps = 5 });
    }
}
