using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Designing;
using GruBuilder.Web.Features.Designing.Publication;
using GruBuilder.Web.Features.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Browser;

/// <summary>A form that has English texts, filled in English on a telephone and on a computer.</summary>
[Collection(BrowserTests.Name)]
public class EnglishTests(BrowserFixture browser, EnglishTests.App app) : WindowTests(browser), IClassFixture<EnglishTests.App>
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Someone_who_reads_no_French_fills_the_form_in_English(int width)
    {
        var page = await Browser.OpenAsync(app.Address.ToString(), width, 900);
        await page.SignInAsync("Camille Lefebvre");
        await page.GotoAsync($"/demarches/{App.Slug}");
        await Expect(page.Locator("#name-in-english")).ToHaveTextAsync("Room for a party");
        await page.InspectAsync("procedure");
        await KeepAsync(page, $"procedure-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Fill in this form in English" }).ClickAsync();
        await page.WaitUntilLiveAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The party" })).ToBeVisibleAsync();
        await Expect(page.Locator(".fill-name")).ToHaveTextAsync("Room for a party");

        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is a problem with 2 answers");
        await page.InspectAsync("errors");
        await KeepAsync(page, $"errors-{width}");
        await page.GetByLabel("Name of the party").FillAsync("Summer");
        await page.GetByLabel("Day", new() { Exact = true }).FillAsync("1");
        await page.GetByLabel("Month").FillAsync("7");
        await page.GetByLabel("Year").FillAsync("2027");
        await page.GetByLabel("The large one").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a guest" }).ClickAsync();
        await page.GetByLabel("First name").FillAsync("Zoé");
        await page.GetByLabel("First name").BlurAsync();
        await Expect(page.Locator("#fill-saved")).ToContainTextAsync("Saved at");

        // The other language, and back: every answer stays.
        await page.GetByRole(AriaRole.Link, new() { Name = "Français" }).ClickAsync();
        await page.WaitUntilLiveAsync();
        await Expect(page.GetByLabel("Nom de la fête")).ToHaveValueAsync("Summer");
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await page.WaitUntilLiveAsync();
        await Expect(page.GetByLabel("Name of the party")).ToHaveValueAsync("Summer");

        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Check your answers" })).ToBeVisibleAsync();
        await Expect(page.GetByText("1 July 2027")).ToBeVisibleAsync();
        await page.InspectAsync("review");
        await KeepAsync(page, $"review-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send my request" }).ClickAsync();
        await page.WaitForURLAsync("**/envoyee");
        await using var db = await app.OpenDatabaseAsync();
        Assert.Contains(await db.Requests.Select(r => r.Answers).ToListAsync(), a => a.Contains("\"salle\":\"grande\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_closed_form_says_so_in_English_where_it_is_read_in_English()
    {
        await using var own = new App();
        var (head, citizen) = (await own.PersonAsync(GruApp.RoadHead), await own.PersonAsync(GruApp.Citizen));
        var draft = await own.Get<RequestService>().BeginAsync(App.Slug, citizen);
        await using (var db = await own.OpenDatabaseAsync())
        {
            var id = await db.Procedures.Where(p => p.Slug == App.Slug).Select(p => p.Id).SingleAsync();
            Assert.Equal(SaveOutcome.Done, (await own.Get<RetirementDesk>().RetireAsync(id, head, new Retirement { Reason = "Salle en travaux." })).Outcome);
        }

        var page = await Browser.OpenAsync(own.Address.ToString(), 360, 740);
        await page.SignInAsync("Camille Lefebvre");
        await page.GotoAsync($"/demarches/{App.Slug}");
        await Expect(page.Locator("#closed-title")).ToContainTextAsync("Cette démarche est fermée depuis le");
        await page.ClickAsync("#closed-in-english");
        await Expect(page.Locator("#closed[lang=en] #closed-title")).ToContainTextAsync("This service has been closed since ");
        await Expect(page.Locator("#closed [lang=fr]")).ToHaveTextAsync("Salle en travaux.");
        await page.InspectAsync("closed procedure, in English");
        await page.GotoAsync($"/demarches/{App.Slug}/remplir/{draft}?lang=en");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "This request can no longer be sent" })).ToBeVisibleAsync();
        await Expect(page.Locator("#closed")).ToContainTextAsync("look for another service");
        await page.InspectAsync("closed draft, in English");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Whoever_draws_the_form_writes_its_texts_side_by_side(int width)
    {
        var page = await Browser.OpenAsync(app.Address.ToString(), width, 900);
        await page.SignInAsync("Nadia Delattre");
        await page.GotoAsync("/agent/demarches");
        await page.GetByRole(AriaRole.Link, new() { Name = "Salle pour une fête", Exact = true }).ClickAsync();
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        await page.ClickAsync("#gd-view-texts");
        await Expect(page.Locator("#gd-texts [role=status]")).ToContainTextAsync("anglais");
        var row = page.Locator(".gd-text-row").Filter(new() { HasText = "Question" }).First;
        await row.GetByLabel("Anglais").FillAsync($"Name {width}");
        await row.GetByLabel("Français").FillAsync($"Nom {width}");
        await Expect(row).ToContainTextAsync("le français a changé");
        await page.InspectAsync("texts");
        await KeepAsync(page, $"texts-{width}");
        await row.GetByRole(AriaRole.Button, new() { Name = "L’anglais est toujours juste" }).ClickAsync();
        await Expect(row).Not.ToContainTextAsync("le français a changé");
    }

    [Fact]
    public async Task Someone_who_reads_with_difficulty_switches_to_easy_words()
    {
        var page = await Browser.OpenAsync(app.Address.ToString(), 360, 900);
        await page.SignInAsync("Camille Lefebvre");
        await page.BeginAsync(App.Slug);
        await page.GetByRole(AriaRole.Link, new() { Name = "Facile à lire" }).ClickAsync();
        await page.WaitUntilLiveAsync();
        await Expect(page.GetByLabel("Comment s'appelle la fête ?")).ToBeVisibleAsync();
        await page.InspectAsync("easy words");
    }

    // For whoever wants to look at them: GRU_LOOK names a directory.
    private static async Task KeepAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("GRU_LOOK") is { } directory) await page.ScreenshotAsync(new() { Path = Path.Combine(directory, $"english-{name}.png"), FullPage = true });
    }

    /// <summary>The application with a procedure whose form has English texts.</summary>
    public sealed class App() : OneFormApp(Slug, "in-english.json", "Salle pour une fête")
    {
        public const string Slug = "salle-en-anglais";
    }
}
