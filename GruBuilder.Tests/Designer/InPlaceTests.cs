using GruBuilder.Tests.Browser;
using GruBuilder.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Designer;

[Collection(ScreenBrowserTests.Name)]
public class InPlaceTests(BrowserFixture browser, GruApp app) : WindowTests(browser), IClassFixture<GruApp>
{
    [Fact]
    public async Task Texts_are_written_where_they_stand()
    {
        var page = await CreateAsync("Sur place");
        var hand = new Hand(page);
        await page.FillAsync("#gd-paste", "Nom\nVous êtes : Particulier, Association");
        await hand.ClickAsync("text=Ajouter 2 questions");
        await hand.OrderIsAsync("Nom", "Vous êtes");

        await hand.Frame("Vous êtes").Locator("> .gd-pick").ClickAsync(new() { Position = new() { X = 5, Y = 5 } });
        await Expect(hand.Frame("Vous êtes")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("gd-selected"));

        // The first press takes the question in hand, the second one its text.
        await PressOnAsync(page, "Nom", ".gru-label");
        await Expect(hand.Frame("Nom")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("gd-selected"));
        await PressOnAsync(page, "Nom", ".gru-label");
        await Expect(page.Locator(".gd-inplace")).ToBeFocusedAsync();
        await page.InspectAsShownAsync("designer, a text written in place");
        await hand.TypeAsync("Nom de famille");
        await page.Keyboard.PressAsync("Enter");
        await hand.OrderIsAsync("Nom de famille", "Vous êtes");
        await Expect(hand.Frame("Nom de famille").Locator("> .gd-pick")).ToBeFocusedAsync();

        // By keyboard: F2, then Tab from text to text.
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(hand.Frame("Vous êtes")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("gd-selected"));
        await Expect(hand.Frame("Vous êtes").Locator("> .gd-pick")).ToHaveAttributeAsync("aria-description", "2 sur 2");
        await page.Keyboard.PressAsync("F2");
        await hand.TypeAsync("Qui êtes-vous");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await hand.TypeAsync("Club");
        await page.Keyboard.PressAsync("Enter");
        await hand.OrderIsAsync("Nom de famille", "Qui êtes-vous.*Particulier.*Club");

        // Escape leaves the text as it was.
        await page.Keyboard.PressAsync("F2");
        await hand.TypeAsync("Autre chose");
        await hand.OrderIsAsync("Nom de famille", "Autre chose");
        await page.Keyboard.PressAsync("Escape");
        await hand.OrderIsAsync("Nom de famille", "Qui êtes-vous");
        await hand.SavedAsync();
    }

    [Fact]
    public async Task Several_questions_are_taken_in_hand_and_copied_into_another_form()
    {
        var page = await CreateAsync("Plusieurs");
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var hand = new Hand(page);
        await page.FillAsync("#gd-paste", "Un\nDeux\nTrois\nQuatre");
        await hand.ClickAsync("text=Ajouter 4 questions");
        await hand.OrderIsAsync("Un", "Deux", "Trois", "Quatre");
        await hand.Frame("Deux").Locator("> .gd-pick").ClickAsync();
        await hand.Frame("Quatre").Locator("> .gd-pick").ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await Expect(page.Locator("#gd-many")).ToHaveTextAsync("3 questions choisies");
        await page.InspectAsShownAsync("designer, several in hand");
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await hand.OrderIsAsync("Deux", "Trois", "Quatre", "Un");
        await Expect(hand.Frame("Deux").Locator("> .gd-pick")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+c");
        await Expect(page.Locator("#gd-live")).ToHaveTextAsync("3 questions copiées");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#gd-many")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await Expect(page.Locator("#gd-many")).ToHaveTextAsync("2 questions choisies");
        await page.Keyboard.PressAsync("Delete");
        await hand.OrderIsAsync("Quatre", "Un");
        await hand.SavedAsync();

        await CreateAsync("Ailleurs", page);
        await page.FocusAsync(".gd-page-head > .gd-pick");
        await page.Keyboard.PressAsync("Control+v");
        await hand.OrderIsAsync("Deux", "Trois", "Quatre");
        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.Locator("#gd-paste")).ToBeVisibleAsync();
    }

    private static Task PressOnAsync(IPage page, string name, string text) => page.EvaluateAsync<float[]>(
        "([name, text]) => { const box = document.querySelector(`.gd-frame:has(> .gd-pick[data-gd-name='${name}']) ${text}`).getBoundingClientRect(); return [box.left + 12, box.top + box.height / 2]; }",
        new[] { name, text }).ContinueWith(at => page.Mouse.ClickAsync(at.Result[0], at.Result[1]), TaskScheduler.Default).Unwrap();

    private async Task<IPage> CreateAsync(string title, IPage? known = null)
    {
        var page = known ?? await Browser.OpenAsync(app.Address.ToString());
        if (known is null) await page.SignInAsync(GruApp.RoadHead);
        await page.GotoAsync("/agent/demarches/nouvelle");
        await page.GetByLabel("Titre").FillAsync(title);
        await page.GetByLabel("Thème").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByText("Créer et dessiner le formulaire").ClickAsync();
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        return page;
    }
}
