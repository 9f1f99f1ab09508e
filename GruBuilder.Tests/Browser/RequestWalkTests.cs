using System.Text.RegularExpressions;
using GruBuilder.Tests.Web;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Browser;

/// <summary>A citizen asks, an agent answers: the walk through both sides. Screens that <see cref="ScreenTests"/> does not see are inspected on the way.</summary>
[Collection(BrowserTests.Name)]
public class RequestWalkTests(BrowserFixture browser) : WindowTests(browser), IDisposable
{
    private readonly GruApp _app = new();

    public void Dispose() => _app.Dispose();

    private Task<IPage> OpenAsync(int width = 1280, int height = 900) => Browser.OpenAsync(_app.Address.ToString(), width, height);

    [Fact]
    public async Task A_citizen_asks_and_an_agent_answers()
    {
        var agent = await OpenAsync();
        await agent.SignInByHandAsync("Samir Haddad");
        await Expect(agent.GetByText("Tout est pris en charge")).ToBeVisibleAsync();
        await agent.InspectAsync("desk, empty");

        var citizen = await OpenAsync(360, 740);
        await citizen.GotoAsync("/");
        await citizen.GetByLabel("Chercher une démarche").FillAsync("lampadaire eteint");
        await citizen.GetByRole(AriaRole.Button, new() { Name = "Chercher" }).ClickAsync();
        await citizen.GetByRole(AriaRole.Link, new() { Name = "Signaler un problème sur la voirie" }).ClickAsync();
        await citizen.GetByRole(AriaRole.Link, new() { Name = "Commencer ma demande" }).WaitForAsync();
        await SignUpAsync(citizen);

        var number = await SendAsync(citizen);
        await ReceiveAsync(agent, number);
        await FollowAsync(citizen, agent, number);
        await OtherDepartmentAsync(number);
    }

    private static async Task SignUpAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Commencer ma demande" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Se connecter" }).WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Créer mon compte" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer mon compte" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await page.GetByLabel("Prénom").FillAsync("Jeanne");
        await page.GetByLabel("Nom", new() { Exact = true }).FillAsync("Dupont");
        await page.GetByLabel("Adresse électronique").FillAsync("jeanne.dupont@exemple.fr");
        await page.GetByLabel("Mot de passe").First.FillAsync("un-lampadaire-clignote-26");
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer mon compte" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Commencer ma demande" }).ClickAsync();
        await page.WaitUntilLiveAsync();
    }

    private static async Task<string> SendAsync(IPage page)
    {
        await page.InspectAsync("form");
        await page.GetByLabel("Éclairage").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
        var summary = page.Locator(".gru-summary");
        await Expect(summary).ToBeFocusedAsync();
        await Expect(summary.GetByRole(AriaRole.Link)).ToHaveCountAsync(2);
        await page.InspectAsync("form with errors");
        await summary.GetByRole(AriaRole.Link, new() { Name = "Décrivez ce que vous avez vu" }).ClickAsync();
        var description = page.GetByLabel("Décrivez ce que vous avez vu");
        await Expect(description).ToBeFocusedAsync();
        await Expect(description).ToHaveAttributeAsync("aria-describedby", new Regex("error"));

        await page.FillRoadReportAsync();
        await page.InspectAsync("review");
        await page.GetByRole(AriaRole.Button, new() { Name = "Modifier : Rue ou place" }).ClickAsync();
        await Expect(page.GetByLabel("Rue ou place")).ToBeFocusedAsync();
        await page.GetByLabel("Rue ou place").FillAsync("14 rue du Général-Leclerc");
        await page.GetByRole(AriaRole.Button, new() { Name = "Revenir à la vérification" }).ClickAsync();
        await Expect(page.GetByText("14 rue du Général-Leclerc")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer ma demande" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Votre demande est envoyée" }).WaitForAsync();
        await page.InspectAsync("sent");
        return await page.Locator("#request-number").InnerTextAsync();
    }

    private static async Task ReceiveAsync(IPage agent, string number)
    {
        // The list was open all along, and nobody reloads it.
        var link = agent.GetByRole(AriaRole.Link, new() { Name = number });
        await Expect(link).ToBeVisibleAsync();
        await agent.InspectAsync("desk with a new request");
        await agent.Keyboard.PressAsync("j");
        await Expect(link).ToBeFocusedAsync();
        await agent.Keyboard.PressAsync("?");
        await Expect(agent.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await agent.InspectAsync("shortcuts");
        await agent.Keyboard.PressAsync("Escape");
        await agent.Keyboard.PressAsync("x");
        await Expect(agent.GetByRole(AriaRole.Link, new() { Name = "Exporter le récépissé" })).ToBeVisibleAsync();
        var zip = await agent.RunAndWaitForDownloadAsync(() => agent.GetByRole(AriaRole.Link, new() { Name = "Exporter le récépissé" }).ClickAsync());
        using (var archive = await System.IO.Compression.ZipFile.OpenReadAsync(await zip.PathAsync())) Assert.Equal($"recepisse-{number}.pdf", Assert.Single(archive.Entries).FullName);

        await link.ClickAsync();
        await agent.WaitUntilLiveAsync();
        await Expect(agent.GetByText("14 rue du Général-Leclerc")).ToBeVisibleAsync();
        await Expect(agent.GetByRole(AriaRole.Link, new() { Name = "lampadaire.png" })).ToBeVisibleAsync();
        await Expect(agent.Locator(".case-answers input, .case-answers textarea")).ToHaveCountAsync(0);
        await agent.InspectAsync("request");
        await agent.GetByRole(AriaRole.Button, new() { Name = "Envoyer à Jeanne Dupont" }).ClickAsync();
        await Expect(agent.GetByText("Écrivez votre message, puis envoyez-le.")).ToBeVisibleAsync();
        await agent.InspectAsync("request with an error");
        await agent.GetByLabel("Votre message").FillAsync("Bonjour, est-ce devant l'école ?");
        await agent.GetByRole(AriaRole.Button, new() { Name = "Envoyer à Jeanne Dupont" }).ClickAsync();
        await Expect(agent.Locator(".message--out")).ToContainTextAsync("est-ce devant l'école");
        await agent.GetByLabel("Votre message").FillAsync("Vu avec l'équipe de nuit.");
        await agent.GetByRole(AriaRole.Button, new() { Name = "Garder en note interne" }).ClickAsync();
        await Expect(agent.Locator(".timeline")).ToContainTextAsync("a laissé une note interne");
        await agent.GetByRole(AriaRole.Button, new() { Name = "Prendre en charge" }).ClickAsync();
        await agent.Locator("#confirm-step").ClickAsync();
        await Expect(agent.Locator(".case-facts")).ToContainTextAsync("En cours");
    }

    private static async Task FollowAsync(IPage citizen, IPage agent, string number)
    {
        await citizen.GetByRole(AriaRole.Link, new() { Name = "Suivre ma demande" }).ClickAsync();
        await Expect(citizen.GetByText("est-ce devant l'école").First).ToBeVisibleAsync();
        await Expect(citizen.GetByText("équipe de nuit")).ToHaveCountAsync(0);
        await citizen.GetByLabel("Votre message").FillAsync("Oui, devant l'école Jules-Ferry.");
        await citizen.GetByRole(AriaRole.Button, new() { Name = "Envoyer mon message" }).ClickAsync();
        await Expect(citizen.GetByText("Oui, devant l'école Jules-Ferry.").First).ToBeVisibleAsync();
        await Expect(agent.Locator(".message--in")).ToContainTextAsync("Oui, devant l'école");
        foreach (var step in new[] { "a envoyé la demande", "a remis l’accusé de réception", "a écrit à l’usager", "a changé l’état", "a écrit au service", "a exporté le récépissé" })
        {
            await Expect(agent.Locator(".timeline")).ToContainTextAsync(step);
        }

        var pdf = await citizen.RunAndWaitForDownloadAsync(() => citizen.GetByRole(AriaRole.Link, new() { Name = "PDF : Accusé de réception" }).ClickAsync());
        using (var document = PdfDocument.Open(await pdf.PathAsync()))
        {
            var text = string.Concat(document.GetPages().Select(p => p.Text));
            Assert.Contains(number, text, StringComparison.Ordinal);
            Assert.Contains("Voirie et espaces publics", text, StringComparison.Ordinal);
        }

        await citizen.GotoAsync("/mes-demandes");
        await Expect(citizen.GetByText(number)).ToBeVisibleAsync();
    }

    private async Task OtherDepartmentAsync(string number)
    {
        var other = await OpenAsync();
        await other.SignInByHandAsync("Odile Dubois");
        await Expect(other.GetByText("Tout est pris en charge")).ToBeVisibleAsync();
        foreach (var address in new[] { $"/agent/demandes/{number}", $"/agent/demandes/{number}/recepisse.pdf", $"/agent/demandes/recepisses.zip?numero={number}", $"/mes-demandes/{number}", $"/mes-demandes/{number}/recepisse.pdf" })
        {
            Assert.Equal(404, (await other.APIRequest.GetAsync(address)).Status);
        }
    }
}
