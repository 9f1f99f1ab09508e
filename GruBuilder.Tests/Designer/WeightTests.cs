using System.Globalization;
using GruBuilder.Forms.Definitions;
using GruBuilder.Tests.Browser;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Designing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Designer;

[Collection(ScreenBrowserTests.Name)]
public class WeightTests(BrowserFixture browser, GruApp app) : WindowTests(browser), IClassFixture<GruApp>
{
    private const int Most = 4096;

    [Fact]
    public async Task An_edit_of_a_form_of_500_questions_sends_the_browser_less_than_4_kB()
    {
        await using var relay = new CountingRelay(app.Address);
        var page = await Browser.OpenAsync(relay.Address.ToString());
        await page.SignInAsync(GruApp.RoadHead);
        await page.GotoAsync("/agent/demarches");
        await page.GetByRole(AriaRole.Link, new() { Name = "Signaler un problème sur la voirie", Exact = true }).ClickAsync();
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        var id = Guid.Parse(new Uri(page.Url).Segments[3].TrimEnd('/'));
        var form = FormDefinition.Empty with { Key = "long", Title = "Long", Pages = [new Page { Key = "p", Title = "Page", Fields = [.. Enumerable.Range(0, 500).Select(i => new ShortTextField { Key = $"q{i}", Label = $"Question {i}" })] }] };
        await page.GotoAsync("/agent/demarches");
        await app.Get<DesignDesk>().SaveAsync(id, await app.PersonAsync(GruApp.RoadHead), form, null);
        await page.GotoAsync($"/agent/demarches/{id}/dessiner");
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        var hand = new Hand(page);
        await hand.Frame("Question 3").Locator("> .gd-pick").ClickAsync();
        await Expect(page.Locator("#gd-label-box")).ToHaveValueAsync("Question 3");
        await page.FocusAsync("#gd-label-box");
        await page.Keyboard.PressAsync("End");
        await hand.SavedAsync();

        var weights = new List<string>();
        await WeighAsync("key", () => page.Keyboard.TypeAsync("x"));
        await hand.SavedAsync();
        await WeighAsync("tick", () => page.ClickAsync("#gd-required"));
        await hand.SavedAsync();
        await WeighAsync("add", () => hand.AddAsync("Date", ""));
        await hand.SavedAsync();
        await WeighAsync("undo", () => page.ClickAsync("#gd-undo"));
        await hand.SavedAsync();
        await page.FocusAsync(".gd-selected > .gd-pick");
        await WeighAsync("move", () => page.Keyboard.PressAsync("Alt+ArrowDown"));
        await hand.SavedAsync();
        await WeighAsync("remove", () => page.Keyboard.PressAsync("Delete"));
        await hand.SavedAsync();
        Assert.True(weights.TrueForAll(w => int.Parse(w.Split(' ')[1], CultureInfo.InvariantCulture) < Most), string.Join(", ", weights));

        async Task WeighAsync(string what, Func<Task> edit)
        {
            await page.EvaluateAsync("() => document.querySelector('[data-gd]').gdArrived()");
            var before = relay.Received;
            await edit();
            await page.EvaluateAsync("() => document.querySelector('[data-gd]').gdArrived()");
            weights.Add($"{what} {relay.Received - before}");
        }
    }
}
