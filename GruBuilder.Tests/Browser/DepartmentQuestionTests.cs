using System.Text.RegularExpressions;
using GruBuilder.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Browser;

/// <summary>An agent answers the questions kept for the department: files, and answers of its own to each row that the citizen gave.</summary>
[Collection(BrowserTests.Name)]
public class DepartmentQuestionTests(BrowserFixture browser, DepartmentFileTests.App app) : WindowTests(browser), IClassFixture<DepartmentFileTests.App>
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task An_agent_joins_files_and_answers_for_each_row(int width)
    {
        var request = await app.SendAsync();
        var page = await Browser.OpenAsync(app.Address.ToString(), width, 900);
        await page.SignInAsync("Samir Haddad");
        await page.GotoAsync($"/agent/demandes/{request.Number}");
        await Expect(page.Locator(".department[data-live]")).ToBeVisibleAsync();
        var tom = page.GetByRole(AriaRole.Group, new() { Name = "Enfant 2" }).Last;
        await Expect(tom).ToContainTextAsync("Tom");
        await tom.GetByLabel("Oui").CheckAsync();
        await tom.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "tom.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4 tom"u8.ToArray() });
        await Expect(tom.GetByRole(AriaRole.Link, new() { Name = "tom.pdf" })).ToBeVisibleAsync();
        var department = page.Locator(".department");
        await Expect(department.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Ajouter un (enfant|adulte)") })).ToHaveCountAsync(0);
        await Expect(department.GetByRole(AriaRole.Rowheader)).ToContainTextAsync("Alice");
        await department.GetByRole(AriaRole.Cell).GetByRole(AriaRole.Textbox).FillAsync("Favorable");
        await department.GetByRole(AriaRole.Cell).GetByRole(AriaRole.Textbox).BlurAsync();
        await Expect(page.Locator("#department-unsaved")).ToBeVisibleAsync();
        await page.InspectAsync("questions of the department");
        if (Environment.GetEnvironmentVariable("GRU_LOOK") is { } directory) await department.ScreenshotAsync(new() { Path = Path.Combine(directory, $"department-{width}.png") });

        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer ces réponses" }).ClickAsync();
        await Expect(page.Locator(".department[data-saved='1']")).ToBeVisibleAsync();
        var kept = await Requests.ReadAsync(app, request.Number);
        Assert.StartsWith("""{"enfants":[{},{"inscrit":true,"fiche":[{"id":""", kept.DepartmentAnswers, StringComparison.Ordinal);
        Assert.Contains("""{"avis":"Favorable"}""", kept.DepartmentAnswers, StringComparison.Ordinal);
        Assert.Equal(request.Answers, kept.Answers);
    }
}
