using System.Diagnostics;
using System.Globalization;
using GruBuilder.Forms.Definitions;
using GruBuilder.Tests.Browser;
using GruBuilder.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Designer;

/// <summary>Several people in one form, each with a browser window and a circuit of their own.</summary>
[Collection(ScreenBrowserTests.Name)]
public class TogetherTests(BrowserFixture browser, GruApp app) : WindowTests(browser), IClassFixture<GruApp>
{
    private const int EditsEach = 4;

    // Five browsers' windows on one machine.
    private static readonly LocatorAssertionsToBeVisibleOptions Slowly = new() { Timeout = 30_000 };

    [Fact]
    public async Task Two_people_see_each_other_and_what_each_does_and_take_back_their_own()
    {
        var (id, nadia) = await CreateAsync("Dessiner à deux");
        var helene = await OpenAsync(id, GruApp.Communication);
        await Expect(nadia.Locator(".gd-person")).ToHaveCountAsync(1);
        await Expect(helene.Locator("#gd-people")).ToContainTextAsync("Nadia Delattre");

        await new Hand(nadia).AddAsync("Texte court", "Motif");
        var seen = helene.Locator(".gd-frame:has(> .gd-pick[data-gd-name='Motif'])");
        await Expect(seen).ToBeVisibleAsync();
        await Expect(seen.Locator(".gd-here")).ToHaveTextAsync("Nadia Delattre");
        await helene.InspectAsShownAsync("together");
        await new Hand(helene).AddAsync("Date", "Jour");
        await Expect(nadia.Locator(".gd-frame:has(> .gd-pick[data-gd-name='Jour'])")).ToBeVisibleAsync();
        // The form's first state had no question: both are here, and each takes back only their own.
        await nadia.Locator("#gd-undo").ClickAsync();
        await Expect(nadia.Locator("#gd-undo")).ToHaveAttributeAsync("title", "Annuler\u202f: Ajouter «\u202fTexte court\u202f»");
        await nadia.Locator("#gd-undo").ClickAsync();
        await new Hand(helene).OrderIsAsync("Jour");
        await Expect(helene.Locator("#gd-undo")).ToBeEnabledAsync();

        await helene.Context.CloseAsync();
        await Expect(nadia.Locator(".gd-person:not(.gd-person--away)")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_history_shows_who_did_what_and_brings_an_earlier_state_back()
    {
        var (id, nadia) = await CreateAsync("Revenir en arrière");
        await new Hand(nadia).AddAsync("Texte court", "Motif");
        var helene = await OpenAsync(id, GruApp.Communication);
        await helene.Locator(".gd-frame > .gd-pick").First.ClickAsync();
        await helene.Keyboard.PressAsync("Delete");
        await Expect(nadia.Locator(".gd-paper > .gru-form > .gd-frame")).ToHaveCountAsync(0);

        await nadia.ClickAsync("#gd-view-history");
        var steps = nadia.Locator(".gd-step");
        await Expect(steps.First).ToContainTextAsync("Supprimer");
        await Expect(steps.First).ToContainTextAsync("Léa Vasseur");
        await nadia.InspectAsShownAsync("history");
        await steps.Nth(1).ClickAsync();
        await Expect(nadia.Locator(".gd-then")).ToContainTextAsync("Motif");
        await nadia.InspectAsShownAsync("history, an earlier state");
        await nadia.ClickAsync("#gd-restore");
        await new Hand(nadia).OrderIsAsync("Motif");
        await new Hand(helene).OrderIsAsync("Motif");
        await nadia.Locator("#gd-undo").ClickAsync();
        await Expect(helene.Locator(".gd-paper > .gru-form > .gd-frame")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Made_up_answers_fill_the_preview_at_a_click_and_stay_while_another_draws()
    {
        var (id, nadia) = await CreateAsync("Essayer");
        await new Hand(nadia).AddAsync("Texte court", "Prénom");
        await nadia.ClickAsync("#gd-view-preview");
        await nadia.ClickAsync("#gd-fill");
        await Expect(nadia.Locator(".gd-preview").GetByLabel("Prénom")).ToHaveValueAsync("Camille");
        var helene = await OpenAsync(id, GruApp.Communication);
        await new Hand(helene).AddAsync("Date", "Jour");
        await Expect(nadia.Locator(".gd-preview").GetByText("Jour").First).ToBeVisibleAsync();
        await Expect(nadia.Locator(".gd-preview").GetByLabel("Prénom")).ToHaveValueAsync("Camille");
    }

    [Fact]
    public async Task A_page_that_two_people_delete_goes_once_and_nothing_else_with_it()
    {
        var (id, nadia) = await CreateAsync("Supprimer à deux");
        await new Hand(nadia).ClickAsync("#gd-add-page");
        await Expect(nadia.Locator(".gd-page-tabs button")).ToHaveCountAsync(2);
        var helene = await OpenAsync(id, GruApp.Communication);
        await helene.Locator(".gd-page-tabs button").Nth(1).ClickAsync();
        await Expect(helene.Locator("#gd-remove-page")).ToBeVisibleAsync();
        await Expect(nadia.Locator("#gd-remove-page")).ToBeVisibleAsync();
        await nadia.ClickAsync("#gd-remove-page");
        // Whoever was about to do the same is told, and has no other page's button beneath the hand.
        await Expect(helene.Locator(".gd-refusal")).ToContainTextAsync("Nadia Delattre l’a supprimé");
        await Expect(helene.Locator("#gd-remove-page")).ToHaveCountAsync(0);
        await Expect(nadia.Locator(".gd-page-tabs button")).ToHaveCountAsync(1);
        await Expect(helene.Locator(".gd-page-tabs button")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Five_people_at_once_lose_nothing_double_nothing_and_end_with_the_same_form()
    {
        // A few edits each by default; GRU_TOGETHER_MINUTES makes it as long as one likes.
        var minutes = double.TryParse(Environment.GetEnvironmentVariable("GRU_TOGETHER_MINUTES"), CultureInfo.InvariantCulture, out var wanted) ? wanted : 0;
        var (id, first) = await CreateAsync("Dessiner à cinq");
        var pages = new List<IPage> { first };
        foreach (var email in new[] { GruApp.Communication, GruApp.Administrator, GruApp.RoadHead, GruApp.Communication }) pages.Add(await OpenAsync(id, email));
        var watch = Stopwatch.StartNew();
        var made = await Task.WhenAll(pages.Select((page, who) => DrawAsync(page, who, () => watch.Elapsed.TotalMinutes < minutes)));

        var expected = made.SelectMany(labels => labels).Order(StringComparer.Ordinal).ToList();
        foreach (var page in pages)
        {
            await Expect(page.Locator(".gd-paper > .gru-form > .gd-frame")).ToHaveCountAsync(expected.Count);
            await page.ClickAsync("#gd-view-json");
        }

        var shown = new List<string>();
        foreach (var page in pages)
        {
            await Expect(page.Locator(".gd-json pre")).ToContainTextAsync(expected[^1]);
            shown.Add((await page.Locator(".gd-json pre").TextContentAsync())!);
        }

        Assert.Single(shown.Distinct(StringComparer.Ordinal));
        var form = DefinitionJson.Read(shown[0]).Definition!;
        Assert.Equal(expected, form.AllFields().Select(f => f.Label).Order(StringComparer.Ordinal));
        await new Hand(first).SavedAsync();
        await using var db = await app.OpenDatabaseAsync();
        var saved = DefinitionJson.Read((await db.Procedures.SingleAsync(p => p.Id == id)).WorkingDefinition).Definition!;
        Assert.Equal(DefinitionJson.Write(form), DefinitionJson.Write(saved));
    }

    // Every person adds questions, types their texts and moves them about, as fast as the page lets them.
    private static async Task<List<string>> DrawAsync(IPage page, int who, Func<bool> goesOn)
    {
        var labels = new List<string>();
        var hand = new Hand(page);
        for (var i = 0; i < EditsEach || goesOn(); i++)
        {
            var label = $"Personne {who} question {i}";
            await hand.AddAsync(i % 2 == 0 ? "Texte court" : "Date", label);
            try
            {
                await Expect(hand.Frame(label)).ToBeVisibleAsync(Slowly);
            }
            catch (PlaywrightException missing)
            {
                Assert.Fail($"{label} is not there. {missing.Message}\n{await TypingLog.TellAsync(page)}");
            }

            labels.Add(label);
            if (i % 3 != 2) continue;
            // From the text to its question, and up with that.
            await page.Keyboard.PressAsync("Escape");
            await page.Keyboard.PressAsync("Alt+ArrowUp");
        }

        return labels;
    }

    private async Task<(Guid Id, IPage Page)> CreateAsync(string title)
    {
        var id = await app.CreateProcedureAsync(title);
        return (id, await OpenAsync(id, GruApp.RoadHead));
    }

    private async Task<IPage> OpenAsync(Guid id, string email)
    {
        var page = await Browser.OpenAsync(app.Address.ToString());
        await TypingLog.ListenAsync(page);
        await page.SignInAsync(email);
        await page.GotoAsync($"/agent/demarches/{id}/dessiner");
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        return page;
    }
}
