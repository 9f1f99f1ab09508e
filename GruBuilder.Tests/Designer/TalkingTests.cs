using GruBuilder.Tests.Browser;
using GruBuilder.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Designer;

/// <summary>Two people who speak about a form, each with a browser window and a circuit of their own.</summary>
[Collection(ScreenBrowserTests.Name)]
public class TalkingTests(BrowserFixture browser, GruApp app) : WindowTests(browser), IClassFixture<GruApp>
{
    [Fact]
    public async Task A_message_reaches_the_other_at_once_and_what_is_being_typed_outlives_the_question()
    {
        var (id, nadia) = await CreateAsync("Parler à deux");
        var hand = new Hand(nadia);
        await hand.AddAsync("Texte court", "Motif");
        await hand.SavedAsync();
        var lea = await OpenAsync($"/agent/demarches/{id}/dessiner", GruApp.Communication);
        await lea.ClickAsync("#gd-talk");
        await Expect(lea.Locator(".talk-empty")).ToBeVisibleAsync();

        // By the keyboard alone, the other named from the list.
        await nadia.Locator("#gd-talk").FocusAsync();
        await nadia.Keyboard.PressAsync("Enter");
        await nadia.Locator("#talk-begin").PressAsync("Enter");
        await Expect(nadia.Locator("#talk-new")).ToBeFocusedAsync();
        await nadia.Keyboard.TypeAsync("Assez clair, @vass");
        await Expect(nadia.Locator("#talk-people [role=option]")).ToHaveTextAsync(["Léa Vasseur"]);
        await nadia.InspectAsShownAsync("talk, naming somebody");
        await nadia.Keyboard.PressAsync("Enter");
        await Expect(nadia.Locator("#talk-new")).ToHaveValueAsync("Assez clair, @Léa Vasseur ");
        await nadia.Keyboard.PressAsync("Control+Enter");
        await Expect(nadia.Locator("#talk-begin")).ToBeFocusedAsync();
        await Expect(lea.Locator(".talk-text")).ToHaveTextAsync("Assez clair, @Léa Vasseur");
        await Expect(lea.Locator(".gd-talks")).ToHaveTextAsync("1");
        await lea.InspectAsync("talk");

        // What Léa types about a question that Nadia takes away meanwhile is still there, and is sent.
        await lea.Locator(".gd-frame > .gd-pick").First.ClickAsync();
        await lea.ClickAsync("#talk-begin");
        await lea.FillAsync("#talk-new", "Je dirais « objet ».");
        await nadia.Locator(".gd-frame > .gd-pick").First.ClickAsync();
        await nadia.Keyboard.PressAsync("Delete");
        await Expect(lea.Locator(".talk-box label")).ToContainTextAsync("vient d’être retiré");
        await Expect(lea.Locator("#talk-new")).ToHaveValueAsync("Je dirais « objet ».");
        await lea.ClickAsync("#talk-new-send");
        await Expect(nadia.Locator(".talk-section")).ToHaveTextAsync(["Questions retirées"]);
        await Expect(nadia.Locator(".talk-thread")).ToHaveCountAsync(2);
        await nadia.ClickAsync("#gd-undo");
        await Expect(nadia.Locator(".gd-talks")).ToHaveTextAsync("2");
    }

    [Fact]
    public async Task A_mention_is_counted_in_the_navigation_and_leads_to_the_question_on_a_telephone_too()
    {
        var (id, nadia) = await CreateAsync("Mener à la question");
        await new Hand(nadia).AddAsync("Texte court", "Motif");
        await new Hand(nadia).SavedAsync();
        await nadia.ClickAsync("#gd-talk");
        await nadia.ClickAsync("#talk-begin");
        await nadia.FillAsync("#talk-new", "Qu’en dit @Hélène Marchal ?");
        await nadia.ClickAsync("#talk-new-send");
        await Expect(nadia.Locator(".talk-mention")).ToHaveTextAsync("@Hélène Marchal");

        var helene = await OpenAsync("/agent/mentions", GruApp.Administrator, 360);
        await Expect(helene.Locator(".nav-count")).ToHaveTextAsync("1");
        await helene.InspectAsync("mentions");
        await helene.GetByRole(AriaRole.Link, new() { Name = "Nadia Delattre vous cite sur « Motif »" }).ClickAsync();
        await Expect(helene.Locator(".talk-thread")).ToBeVisibleAsync();
        await Expect(helene.Locator(".gd-frame.gd-selected")).ToContainTextAsync("Motif");
        await Expect(helene.Locator(".nav-count")).ToHaveCountAsync(0);
        await helene.ClickAsync("[data-talk-answer]");
        await helene.FillAsync(".talk-thread textarea", "Du bien.");
        await helene.InspectAsShownAsync("talk on a telephone");
        await helene.ClickAsync(".talk-thread [data-talk-send]");
        await Expect(nadia.Locator(".talk-text")).ToHaveTextAsync(["Qu’en dit @Hélène Marchal ?", "Du bien."]);
        await helene.GotoAsync("/agent/mentions");
        await Expect(helene.Locator(".notice")).ToHaveCountAsync(1);
        await Expect(helene.Locator(".notice--new")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_wording_is_proposed_shown_as_a_difference_and_accepted_in_one_click()
    {
        var (id, nadia) = await CreateAsync("Mieux dire");
        await new Hand(nadia).AddAsync("Texte court", "Motif de la demande");
        await new Hand(nadia).SavedAsync();
        var lea = await OpenAsync($"/agent/demarches/{id}/dessiner", GruApp.Communication);
        await lea.Locator(".gd-frame > .gd-pick").First.ClickAsync();
        await lea.ClickAsync("#gd-talk");
        await lea.ClickAsync("#talk-propose");
        await Expect(lea.Locator("#talk-proposed")).ToHaveValueAsync("Motif de la demande");
        await lea.FillAsync("#talk-proposed", "");
        await Expect(lea.Locator("#talk-proposed")).ToHaveValueAsync("");
        await lea.FillAsync("#talk-proposed", "Objet de la demande");
        await lea.InspectAsShownAsync("proposing a wording");
        await lea.ClickAsync("#talk-why-send");

        await nadia.ClickAsync("#gd-talk");
        await Expect(nadia.Locator(".talk-diff del")).ToContainTextAsync("Motif");
        await Expect(nadia.Locator(".talk-diff ins")).ToContainTextAsync("Objet");
        await nadia.InspectAsync("a proposed wording");
        await Expect(nadia.Locator(".talk-actions")).ToContainTextAsync("Accepter ce texte");
        await nadia.ClickAsync("[data-talk-accept]");
        await Expect(lea.Locator(".gd-frame")).ToContainTextAsync("Objet de la demande");
        await Expect(nadia.Locator("#gd-undo")).ToHaveAttributeAsync("title", "Annuler : Libellé proposé par Léa Vasseur, accepté par Nadia Delattre");
    }

    private async Task<(Guid Id, IPage Page)> CreateAsync(string title)
    {
        var id = await app.CreateProcedureAsync(title);
        return (id, await OpenAsync($"/agent/demarches/{id}/dessiner", GruApp.RoadHead));
    }

    private async Task<IPage> OpenAsync(string path, string email, int width = 1280)
    {
        var page = await Browser.OpenAsync(app.Address.ToString(), width);
        await page.SignInAsync(email);
        await page.GotoAsync(path);
        if (path.EndsWith("dessiner", StringComparison.Ordinal)) await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        return page;
    }
}
