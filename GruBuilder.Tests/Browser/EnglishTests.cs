using System.Text.Json.Nodes;
using GruBuilder.Tests.Forms;
using GruBuilder.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Browser;

/// <summary>A form that has English texts, filled in English on a telephone and on a computer.</summary>
[Collection(BrowserTests.Name)]
public class EnglishTests(BrowserFixture browser, EnglishTests.App app) : IClassFixture<EnglishTests.App>
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Someone_who_reads_no_French_fills_the_form_in_English(int width)
    {
        var page = await browser.OpenAsync(app.Address.ToString(), width, 900);
        await page.SignInAsync("Camille Lefebvre");
        await page.GotoAsync($"/demarches/{App.Slug}");
        await page.InspectAsync("procedure");
        await KeepAsync(page, $"procedure-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Fill in this form in English" }).ClickAsync();
        await page.WaitUntilLiveAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The party" })).ToBeVisibleAsync();

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

    // For whoever wants to look at them: GRU_LOOK names a directory.
    private static async Task KeepAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("GRU_LOOK") is { } directory) await page.ScreenshotAsync(new() { Path = Path.Combine(directory, $"english-{name}.png"), FullPage = true });
    }

    /// <summary>The application with a procedure whose form has English texts.</summary>
    public sealed class App : GruApp
    {
        public const string Slug = "salle-en-anglais";

        public App()
        {
            var procedures = Path.Combine(DataDirectory, "procedures.json");
            var all = JsonNode.Parse(File.ReadAllText(procedures))!.AsArray();
            var made = all[0]!.DeepClone();
            (made["slug"], made["form"], made["title"]) = (Slug, "in-english.json", "Salle pour une fête");
            all.Add(made);
            File.WriteAllText(procedures, all.ToJsonString());
            File.Copy(Path.Combine(CaseFiles.Folder, "forms", "in-english.json"), Path.Combine(DataDirectory, "forms", "in-english.json"));
        }
    }
}
