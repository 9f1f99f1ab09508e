using GruBuilder.Forms.Receipts;
using GruBuilder.Forms.Receipts.Law;
using GruBuilder.Tests.Browser;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Requests.Receipts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Receipts;

/// <summary>The town's own sentences on its papers.</summary>
[Collection(BrowserTests.Name)]
public sealed class WordingTests(BrowserFixture browser) : WindowTests(browser), IDisposable
{
    private readonly GruApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public void Names_in_braces_become_what_they_name_and_are_read_once()
    {
        var facts = Samples.Facts(SilenceRegime.Rejection) with { ProcedureTitle = "Avoir {numero}" };
        var filled = new ReceiptWording { Welcome = "Merci ! {ville} traite {demarche}, dossier {numero}, reçu le {date}. {service} : {telephone}. {" }.ApplyTo(facts);
        Assert.Equal("Merci ! Ville de Ronchin traite Avoir {numero}, dossier R-2026-004217-K, reçu le 25 novembre 2026. Service de l’état civil : 03 20 16 60 00. {", filled.Welcome!.Replace('\u00A0', ' '));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("Sans nom.", false)]
    [InlineData("{numero} et {date", false)]
    [InlineData("{nom}", true)]
    [InlineData("{}", true)]
    public void A_name_that_stands_for_nothing_is_told(string? text, bool isWrong) => Assert.Equal(isWrong, ReceiptWording.Problem(text) is not null);

    [Fact]
    public void A_text_beyond_measure_is_told() => Assert.Contains("2000", ReceiptWording.Problem(new string('a', 2001)), StringComparison.Ordinal);

    [Fact]
    public void A_procedures_own_ways_of_appeal_come_before_the_towns()
    {
        var wording = new ReceiptWording { Appeal = "De la ville." };
        var facts = Samples.Facts(SilenceRegime.Rejection);
        Assert.Equal("De la ville.", wording.ApplyTo(facts).Appeal.Text);
        Assert.Equal("De la démarche.", wording.ApplyTo(facts with { Appeal = new("De la démarche.") }).Appeal.Text);
    }

    [Theory]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task An_administrator_words_papers_with_their_look_beside_and_receipts_to_come_say_so(int width, ColorScheme scheme)
    {
        var page = await Browser.OpenAsync(_app.Address.ToString(), width, scheme: scheme);
        await page.SignInAsync("Hélène Marchal");
        await page.GotoAsync("/agent/textes");
        await page.Locator("form[data-live=true]").WaitForAsync();
        await page.InspectAsync("wording");
        await page.GetByLabel("Mot d’accueil").FillAsync("Bienvenue, dossier {nom}");
        await Expect(page.GetByText("« {nom} » ne correspond à rien.")).ToBeVisibleAsync();
        await page.InspectAsync("wording with an error");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer les textes" }).ClickAsync();
        Assert.Null(_app.Get<WordingDesk>().Current.Welcome);
        await page.GetByLabel("Mot d’accueil").FillAsync("Bienvenue, dossier ");
        await page.GetByRole(AriaRole.Button, new() { Name = "{numero}" }).First.ClickAsync();
        await Expect(page.Locator(".wording-preview")).ToContainTextAsync("Bienvenue, dossier 26");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer les textes" }).ClickAsync();
        await Expect(page.GetByText("Les textes sont enregistrés.")).ToBeVisibleAsync();

        var request = await Requests.SendAsync(_app);
        Assert.Equal($"Bienvenue, dossier {request.Number}", (await _app.Get<ReceiptDesk>().AcknowledgementAsync(request.Id)).ReadFacts().Welcome);
    }

    [Fact]
    public async Task Only_an_administrator_words_papers()
    {
        foreach (var email in new[] { GruApp.Citizen, GruApp.RoadAgent, GruApp.RoadHead, GruApp.Communication })
        {
            using var visitor = new Visitor(_app);
            await visitor.SignInAsAsync(email);
            await visitor.GoAsync("/agent/textes");
            Assert.StartsWith("/acces-refuse", visitor.Path, StringComparison.Ordinal);
        }
    }
}
