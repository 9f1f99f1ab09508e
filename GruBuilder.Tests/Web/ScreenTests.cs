using GruBuilder.Tests.Browser;
using GruBuilder.Web.Features.Requests;
using GruBuilder.Web.Features.Requests.Receipts;
using Microsoft.Playwright;

namespace GruBuilder.Tests.Web;

/// <summary>Citizens' pages and the frame of agents' screens, in a real browser.</summary>
[Collection(ScreenBrowserTests.Name)]
public sealed class ScreenTests(BrowserFixture browser, GruApp app) : WindowTests(browser), IClassFixture<GruApp>
{
    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Open_pages_have_no_accessibility_violation_and_never_scroll_sideways(int width, ColorScheme scheme)
    {
        var page = await Browser.OpenAsync(app.Address.ToString(), width, scheme: scheme);
        foreach (var path in new[] { "/", "/?q=cantine", "/?q=rien", "/demarches/acte-naissance", "/connexion", "/inscription", "/mot-de-passe", "/verifier", "/verifier?code=AAAA-AAAA-AAAA", "/accessibilite", "/donnees-personnelles", "/mentions-legales", "/nulle-part", "/acces-refuse", "/erreur" })
        {
            await page.GotoAsync(path);
            await page.InspectAsShownAsync(path);
        }

        await page.GotoAsync("/inscription");
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer mon compte" }).ClickAsync();
        await page.InspectAsShownAsync("/inscription with errors");
    }

    [Theory]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task A_citizens_own_pages_have_no_accessibility_violation(int width, ColorScheme scheme)
    {
        var request = await Requests.SendAsync(app);
        await Requests.DraftAsync(app);
        await app.Get<RequestService>().ChangeStateAsync(request.Id, await app.PersonAsync(GruApp.RoadAgent), RequestState.WaitingForCitizen, "De quel banc s’agit-il ?");
        var page = await Browser.OpenAsync(app.Address.ToString(), width, scheme: scheme);
        await page.SignInAsync("Usager : Camille Lefebvre");
        var receipt = await app.Get<ReceiptDesk>().AcknowledgementAsync(request.Id);
        foreach (var path in new[] { "/mes-demandes", $"/mes-demandes/{request.Number}", $"/mes-demandes/{request.Number}/documents/{receipt.Code}", $"/verifier/{receipt.Code}", "/demarches/signaler-probleme-voirie" })
        {
            await page.GotoAsync(path);
            foreach (var summary in await page.Locator("main summary").AllAsync()) await summary.ClickAsync();
            await page.InspectAsShownAsync(path);
        }
    }

    [Fact]
    public async Task After_a_mistake_the_list_of_errors_has_focus_and_its_link_leads_to_the_question()
    {
        var page = await Browser.OpenAsync(app.Address.ToString());
        await page.GotoAsync("/inscription");
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer mon compte" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Indiquez votre nom." }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Nom", new() { Exact = true })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_keyboard_reaches_the_content_first()
    {
        var page = await Browser.OpenAsync(app.Address.ToString());
        await page.GotoAsync("/demarches/acte-naissance");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Aller au contenu" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Papiers et état civil" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Following_a_link_moves_the_focus_to_the_new_title()
    {
        var page = await Browser.OpenAsync(app.Address.ToString());
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Demander un acte de naissance" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Demander un acte de naissance" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Pages_to_read_open_no_circuit_break_no_policy_and_stay_light()
    {
        var page = await Browser.OpenAsync(app.Address.ToString());
        var (sockets, complaints, bytes) = (0, new List<string>(), 0);
        page.WebSocket += (_, _) => sockets++;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add(message.Text);
        };
        page.RequestFinished += async (_, request) => bytes += (await request.SizesAsync()).ResponseBodySize;
        await page.GotoAsync("/demarches/acte-naissance", new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.InRange(bytes, 1, 120_000);
        foreach (var path in new[] { "/", "/connexion" }) await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.Equal(0, sockets);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Agents_come_to_their_screens_and_leave_them()
    {
        var page = await Browser.OpenAsync(app.Address.ToString());
        await page.SignInByHandAsync("Administratrice : Hélène Marchal");
        await page.GetByText("Hélène Marchal").ClickAsync();
        await page.InspectAsShownAsync(page.Url);
        await page.GetByRole(AriaRole.Button, new() { Name = "Me déconnecter" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Se connecter" })).ToBeVisibleAsync();
    }
}
