using System.Text.Json.Nodes;
using GruBuilder.Tests.Forms;
using GruBuilder.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Browser;

/// <summary>A form with every kind of question beside the usual ones: filled by keyboard and mouse, inspected on a telephone and on a computer.</summary>
[Collection(BrowserTests.Name)]
public class KindsTests(BrowserFixture browser, KindsTests.App app) : WindowTests(browser), IClassFixture<KindsTests.App>
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task A_citizen_answers_every_kind_of_question(int width)
    {
        var page = await Browser.OpenAsync(app.Address.ToString(), width, 900);
        await page.SignInAsync("Camille Lefebvre");
        await page.GotoAsync($"/demarches/{App.Slug}?origine=affiche-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Commencer" }).ClickAsync();
        await page.WaitUntilLiveAsync();

        Assert.Equal(10, await page.GetByAltText("Le plan de la salle").EvaluateAsync<int>("image => image.naturalWidth"));
        await page.InspectAsync("moments");
        await KeepAsync(page, $"moments-{width}");
        await page.GetByLabel("Loyer mensuel").FillAsync("1234,5");
        await page.GetByLabel("Heure d'arrivée").FillAsync("09:15");
        await page.GetByLabel("Jour", new() { Exact = true }).FillAsync("2026-12-24");
        await page.GetByLabel("Heure", new() { Exact = true }).FillAsync("18:30");
        await page.GetByLabel("Mois", new() { Exact = true }).SelectOptionAsync("septembre");
        await page.GetByLabel("Année").FillAsync("2026");
        await page.GetByLabel("Premier jour").FillAsync("2027-07-01");
        await page.GetByLabel("Dernier jour").FillAsync("2027-07-09");
        await Expect(page.GetByLabel("Loyer mensuel")).ToHaveValueAsync("1\u202f234,50");
        await page.ContinueToAsync("Choix");

        await page.GetByLabel("Autre").First.CheckAsync();
        await page.GetByLabel("Précisez").FillAsync("À vélo");
        await page.GetByLabel("Aucune").CheckAsync();
        await page.GetByLabel("Oui", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Lequel ?").FillAsync("Une rampe");
        await Expect(page.GetByText("Choisissez d’abord « Département ».")).ToBeVisibleAsync();
        await page.GetByLabel("Département").SelectOptionAsync("Nord");
        var commune = page.GetByRole(AriaRole.Combobox, new() { Name = "Commune" });
        await commune.PressSequentiallyAsync("ron");
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = "Ronchin" })).ToBeVisibleAsync();
        await KeepAsync(page, $"combobox-{width}");
        await commune.PressAsync("ArrowDown");
        await Expect(commune).ToHaveAttributeAsync("aria-activedescendant", new System.Text.RegularExpressions.Regex("list-0$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await commune.PressAsync("Enter");
        await Expect(commune).ToHaveValueAsync("Ronchin");
        await page.GetByRole(AriaRole.Button, new() { Name = "Monter « Échecs »" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Monter « Échecs »" })).ToBeFocusedAsync();
        await page.GetByLabel("4 sur 5").CheckAsync();
        await page.InspectAsync("choices");
        await KeepAsync(page, $"choices-{width}");
        await page.ContinueToAsync("Numéros et accords");

        await page.GetByLabel("IBAN").FillAsync("FR7630006000011234567890189");
        await page.GetByLabel("SIRET").FillAsync("73282932000074");
        await page.GetByLabel("Adresse e-mail").FillAsync("camille@exemple.fr");
        await page.GetByLabel("La même adresse").FillAsync("camile@exemple.fr");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("écrivez deux fois la même adresse");
        await page.InspectAsync("numbers");
        await KeepAsync(page, $"numbers-{width}");
        await Expect(page.GetByLabel("IBAN")).ToHaveValueAsync("FR76 3000 6000 0112 3456 7890 189");
        await page.GetByLabel("La même adresse").FillAsync("camille@exemple.fr");
        await page.GetByLabel("Prénom").Nth(0).FillAsync("Zoé");
        await page.GetByLabel("Prénom").Nth(1).FillAsync("Ali");
        await page.GetByLabel("J'accepte le règlement").CheckAsync();
        await page.ContinueToAsync("Vérifiez vos réponses");

        foreach (var text in new[] { "1\u202f234,50\u00a0€", "24 décembre 2026 à 18\u00a0h\u00a030", "septembre 2026", "Autre\u00a0: À vélo", "Oui\u00a0: Une rampe", "1. Judo, 2. Échecs, 3. Danse", "4 sur 5" })
        {
            await Expect(page.GetByText(text)).ToBeVisibleAsync();
        }

        await Expect(page.GetByText("affiche")).ToHaveCountAsync(0);
        await page.InspectAsync("review");
        await KeepAsync(page, $"review-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer ma demande" }).ClickAsync();
        await page.WaitForURLAsync("**/envoyee");
        await using var db = await app.OpenDatabaseAsync();
        Assert.Contains(await db.Requests.Select(r => r.Answers).ToListAsync(), a => a.Contains($"\"origine\":\"affiche-{width}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_designer_draws_every_kind_and_offers_its_settings()
    {
        var page = await Browser.OpenAsync(app.Address.ToString(), 1280, 1000);
        await page.SignInAsync("Nadia Delattre");
        await page.GotoAsync("/agent/demarches");
        await page.GetByRole(AriaRole.Link, new() { Name = "Tous les types de questions", Exact = true }).ClickAsync();
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        await KeepAsync(page, "designer-moments");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Choix" }).ClickAsync();
        await page.Locator("[data-gd-frame=allergies] > .gd-pick").ClickAsync(new() { Position = new() { X = 5, Y = 5 } });
        await page.ClickAsync("#gd-panel-Answer");
        await Expect(page.GetByLabel("Exclut les autres « Aucune »")).ToBeCheckedAsync();
        await page.InspectAsShownAsync("settings of a multiple choice");
        await KeepAsync(page, "designer-multiple");
        await page.Locator("[data-gd-frame=commune] > .gd-pick").ClickAsync(new() { Position = new() { X = 5, Y = 5 } });
        await Expect(page.GetByText("3 réponses. Elles suivent la liste de la ville.")).ToBeVisibleAsync();
        await KeepAsync(page, "designer-linked");
    }

    // For whoever wants to look at them: GRU_LOOK names a directory.
    private static async Task KeepAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("GRU_LOOK") is not { } directory) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(directory, name + ".png"), FullPage = true });
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await page.ScreenshotAsync(new() { Path = Path.Combine(directory, name + "-dark.png"), FullPage = true });
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
    }

    /// <summary>The application with one more procedure, a list and an image.</summary>
    public sealed class App : GruApp
    {
        public const string Slug = "tous-les-types";

        public App()
        {
            var procedures = Path.Combine(DataDirectory, "procedures.json");
            var all = JsonNode.Parse(File.ReadAllText(procedures))!.AsArray();
            var made = all[0]!.DeepClone();
            (made["slug"], made["form"], made["title"]) = (Slug, "every-kind.json", "Tous les types de questions");
            all.Add(made);
            File.WriteAllText(procedures, all.ToJsonString());
            File.Copy(Path.Combine(CaseFiles.Folder, "forms", "every-kind.json"), Path.Combine(DataDirectory, "forms", "every-kind.json"));
            Directory.CreateDirectory(Path.Combine(DataDirectory, "lists"));
            File.WriteAllText(Path.Combine(DataDirectory, "lists", "communes.csv"), "value;label;parent\n59507;Ronchin;59\n59512;Roubaix;59\n62041;Arras;62\n");
            Directory.CreateDirectory(Path.Combine(DataDirectory, "images"));
            File.WriteAllBytes(Path.Combine(DataDirectory, "images", "plan.png"), Screens.Photo.Buffer);
        }
    }
}
