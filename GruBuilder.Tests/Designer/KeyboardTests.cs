using GruBuilder.Forms.Definitions;
using GruBuilder.Tests.Browser;
using GruBuilder.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Designer;

/// <summary>The designer without a mouse: everything is come to, and the place of the keyboard is always seen and never lost.</summary>
[Collection(ScreenBrowserTests.Name)]
public class KeyboardTests(BrowserFixture browser, GruApp app) : WindowTests(browser), IClassFixture<GruApp>
{
    [Fact]
    public async Task A_form_is_drawn_read_over_and_published_without_a_mouse()
    {
        var page = await OpenAsync("Sans souris", null);
        await ReachAsync(page, "#gd-search");
        await page.Keyboard.TypeAsync("texte court");
        await ReachAsync(page, ".gd-tile[data-gd-drag=shortText]");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Motif");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Pick(page, "Motif")).ToBeFocusedAsync();

        await ReachAsync(page, ".gd-insert--end > .gd-plus");
        await page.Keyboard.PressAsync("Enter");
        await ReachAsync(page, ".gd-kinds button:has-text('Oui ou non')");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Est-ce urgent");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await new Hand(page).OrderIsAsync("Est-ce urgent", "Motif");
        await new Hand(page).SavedAsync();

        await ReachAsync(page, "#gd-publish", back: true);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#gd-review")).ToBeVisibleAsync();
        foreach (var point in await page.Locator(".gd-publish input[type=checkbox]").AllAsync())
        {
            await page.Keyboard.PressAsync("Tab");
            await Expect(point).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Space");
        }

        foreach (var step in new[] { "#gd-review", "#gd-approve", "#gd-publish-now" })
        {
            await Expect(page.Locator(step)).ToBeEnabledAsync();
            await ReachAsync(page, step);
            await page.Keyboard.PressAsync("Enter");
        }

        await Expect(page.Locator(".gd-state")).ToContainTextAsync("Publié v1");
        await Expect(page.Locator("#gd-publish")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Escape_from_within_gives_the_keyboard_back_to_what_opened_it()
    {
        var page = await OpenAsync("Fermer", EveryStateForm.Form);
        foreach (var (opener, opened, within) in new[]
        {
            ("#gd-findings", ".gd-findings", ".gd-finding"),
            ("#gd-publish", ".gd-publish > .gd-findings", ".gd-finding"),
            (".gd-insert--end > .gd-plus", ".gd-kinds", ".gd-kinds button"),
            (".gd-left .gd-help-note > summary", ".gd-left .gd-help-text", ".gd-left .gd-help-note > summary"),
            ("#gd-keys", "#gd-shortcuts", "#gd-shortcuts button"),
        })
        {
            await page.FocusAsync(opener);
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator(opened)).ToBeVisibleAsync();
            await page.Locator(within).First.FocusAsync();
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.Locator(opened)).ToBeHiddenAsync();
            await Expect(page.Locator(opener)).ToBeFocusedAsync();
        }
    }

    [Fact]
    public async Task What_goes_away_passes_the_keyboard_on()
    {
        var page = await OpenAsync("Passer la main", EveryStateForm.Form);

        // A question: to the next one; the last one of a page: to the box that begins it.
        await Pick(page, "Question orpheline").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.Locator("[data-gd-frame=orpheline]")).ToHaveCountAsync(0);
        await Expect(page.Locator(".gd-selected > .gd-pick")).ToBeFocusedAsync();

        // An answer that is offered.
        await Pick(page, "Vous êtes").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-gd-frame=statut].gd-selected")).ToBeVisibleAsync();
        await page.FocusAsync("#gd-panel-Question");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Locator("button[aria-label='Retirer Association']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("button[aria-label='Retirer Association']")).ToHaveCountAsync(0);
        await IsSomewhereAsync(page, ".gd-right");

        // A page: to the tab of the one that is shown instead.
        await page.FocusAsync("#gd-tab-vous");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.FocusAsync("#gd-remove-page");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#gd-tab-vous")).ToBeFocusedAsync();

        // A step that cannot be taken back any further.
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await page.FocusAsync("#gd-undo");
            await page.Keyboard.PressAsync("Enter");
        }

        await Expect(page.Locator("#gd-undo")).ToBeDisabledAsync();
        await Expect(page.Locator("#gd-redo")).ToBeFocusedAsync();

        // A finding: to the question that it is about.
        await page.FocusAsync("#gd-findings");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".gd-finding", new() { HasText = "Question orpheline" }).First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(Pick(page, "Question orpheline")).ToBeFocusedAsync();

        // A view that leads to another one.
        await page.FocusAsync("#gd-view-cases");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Partir d’un parcours" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".gd-journeys")).ToBeVisibleAsync();
        await IsSomewhereAsync(page, ".gd-ground");
    }

    private static ILocator Pick(IPage page, string name) => page.Locator($".gd-pick[data-gd-name='{name}']");

    private static Task IsSomewhereAsync(IPage page, string within) => page.WaitForFunctionAsync("within => document.activeElement.closest(within) !== null", within);

    // As by hand: Tab until it is there, and each place on the way is seen.
    private static async Task ReachAsync(IPage page, string what, bool back = false)
    {
        for (var steps = 0; steps < 150; steps++)
        {
            var (isThere, unseen) = await LookAsync(page, what);
            Assert.Null(unseen);
            if (isThere) return;
            await page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
        }

        Assert.Fail($"{what} is not come to by Tab.");
    }

    private static async Task<(bool IsThere, string? Unseen)> LookAsync(IPage page, string what)
    {
        var found = await page.Locator(what).First.EvaluateAsync<string>("""
            wanted => {
              const at = document.activeElement, style = getComputedStyle(at);
              // Within a date with its hour, the browser marks the part that the keyboard is in.
              const ringed = at.matches(':focus-visible') && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              return at === wanted ? 'there' : at === document.body || at.closest('.skip') || at.type === 'datetime-local' || ringed ? '' : at.outerHTML.slice(0, 200);
            }
            """);
        return (found == "there", found is "there" or "" ? null : found);
    }

    private async Task<IPage> OpenAsync(string title, FormDefinition? form)
    {
        var id = await app.CreateProcedureAsync(title, GruApp.Administrator, "Famille et école", form);
        var page = await Browser.OpenAsync(app.Address.ToString());
        await page.SignInAsync(GruApp.Administrator);
        await page.GotoAsync($"/agent/demarches/{id}/dessiner");
        await page.Locator("[data-gd-live]").WaitForAsync();
        return page;
    }
}
