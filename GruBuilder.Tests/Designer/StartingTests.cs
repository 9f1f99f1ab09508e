using System.Text;
using GruBuilder.Forms.Definitions;
using GruBuilder.Tests.Browser;
using GruBuilder.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Designer;

[Collection(ScreenBrowserTests.Name)]
public class StartingTests(BrowserFixture browser, GruApp app) : WindowTests(browser), IClassFixture<GruApp>
{
    private const string Reference = """
        # Vous
        Nom
        Prénom
        Date de naissance
        E-mail
        Téléphone (facultatif)
        Vous êtes : Particulier, Association, Entreprise
        Nom de l’association (si association)
        # Vos enfants
        Enfants (nom, classe : CP/CE1/CE2)
        Repas par semaine (1 à 5)
        Tarif = 3,5 × repas par semaine
        """;

    [Fact]
    public async Task The_reference_form_pasted_as_a_list_takes_at_most_six_pointer_actions()
    {
        var page = await SignedInAsync();
        await page.GotoAsync("/agent/demarches/nouvelle");
        await page.WaitForSelectorAsync("[data-start=Text] [data-live=true]", new() { State = WaitForSelectorState.Attached });
        await page.EvaluateAsync("() => { window.presses = 0; addEventListener('pointerdown', () => sessionStorage.setItem('presses', ++window.presses), true); }");

        await page.ClickAsync("#q-title");
        await page.Keyboard.TypeAsync("Inscrire mon enfant à la cantine");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.ClickAsync(".start-card:has-text('Une liste')");
        await page.ClickAsync("#q-text");
        await page.Keyboard.InsertTextAsync(Reference);
        await Expect(page.Locator(".gp-count")).ToHaveTextAsync("2 pages, 10 questions");
        await page.ClickAsync("text=Créer et dessiner le formulaire");
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();

        var presses = int.Parse(await page.EvaluateAsync<string>("sessionStorage.getItem('presses')"), System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(presses, 1, 6);
        var form = await SavedFormAsync(page);
        Assert.Equal(["Vous", "Vos enfants"], form.Pages.Select(p => p.Title));
        Assert.Equal(
            ["shortText nom", "shortText prenom", "date date_de_naissance", "email e_mail", "telephone telephone", "singleChoice vous_etes", "shortText nom_de_l_association", "repeatedGroup enfants", "shortText enfant_nom", "singleChoice classe", "number repas_par_semaine", "computed tarif"],
            form.AllFields().Select(f => $"{FieldKinds.NameOf(f)} {f.Key}"));
        Assert.Equal(["telephone"], form.AllFields().OfType<InputField>().Where(f => !f.Required).Select(f => f.Key));
        Assert.Equal("vous_etes", ((Comparison)form.FindField("nom_de_l_association")!.VisibleIf!).Field);
        Assert.Equal("enfants", form.Find("classe")!.Group);
        Assert.Equal(["CP", "CE1", "CE2"], ((ChoiceField)form.FindField("classe")!).Options.Select(o => o.Label));
        Assert.Equal((1m, 5m), (((NumberField)form.FindField("repas_par_semaine")!).Min, ((NumberField)form.FindField("repas_par_semaine")!).Max));
        Assert.Equal("3,5 × repas_par_semaine", ((ComputedField)form.FindField("tarif")!).Formula);
    }

    [Fact]
    public async Task A_guess_is_changed_before_the_form_is_made()
    {
        var page = await SignedInAsync();
        await BeginAsync(page, "Changer un type", "Une liste");
        await page.FillAsync("#q-text", "Couleur\nQuartier");
        await page.GetByLabel("Type de « Couleur »").SelectOptionAsync("longText");
        await Expect(page.GetByLabel("Type de « Couleur »")).ToHaveValueAsync("longText");
        await page.ClickAsync("text=Créer et dessiner le formulaire");
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();

        Assert.Equal(["longText", "shortText"], (await SavedFormAsync(page)).AllFields().Select(FieldKinds.NameOf));
    }

    [Fact]
    public async Task A_template_and_another_form_are_copied()
    {
        var page = await SignedInAsync();
        await BeginAsync(page, "D’après un modèle", "Un modèle");
        await page.GetByLabel("acte de naissance").CheckAsync();
        await page.ClickAsync("text=Créer et dessiner le formulaire");
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        var copied = await SavedFormAsync(page);
        Assert.Equal("D’après un modèle", copied.Title);
        Assert.NotEmpty(copied.AllFields());

        await BeginAsync(page, "D’après un autre", "Un autre formulaire");
        await page.GetByRole(AriaRole.Radio, new() { Name = "D’après un modèle" }).CheckAsync();
        await page.ClickAsync("text=Créer et dessiner le formulaire");
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        Assert.Equal(copied.AllFields().Select(f => f.Key), (await SavedFormAsync(page)).AllFields().Select(f => f.Key));
    }

    [Fact]
    public async Task A_file_is_imported_and_what_could_not_be_carried_over_is_said()
    {
        var page = await SignedInAsync();
        await BeginAsync(page, "D’un fichier", "Un fichier");
        await page.SetInputFilesAsync("#q-file", Payload("questions.csv", "question;type;obligatoire;couleur\nNom;Texte court;oui;bleu\nAvis;Hologramme;peut-être;\n"));
        await page.ClickAsync("text=Créer et dessiner le formulaire");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Le formulaire est repris");
        await Expect(page.Locator(".start-findings > li")).ToHaveCountAsync(3);
        await page.InspectAsync("import report");
        await page.ClickAsync("text=Voir le formulaire");
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        Assert.Equal(["nom", "avis"], (await SavedFormAsync(page)).AllFields().Select(f => f.Key));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_says_why_and_nothing_typed_is_lost()
    {
        var page = await SignedInAsync();
        await BeginAsync(page, "Un mauvais fichier", "Un fichier");
        await page.SetInputFilesAsync("#q-file", Payload("mauvais.json", "{ \"components\": [ "));
        await page.ClickAsync("text=Créer et dessiner le formulaire");
        await Expect(page.Locator(".gru-summary")).ToContainTextAsync("JSON");
        await Expect(page.GetByLabel("Titre")).ToHaveValueAsync("Un mauvais fichier");
        await Expect(page.Locator("#q-file")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task No_starting_point_bars_anyone(int width)
    {
        var page = await SignedInAsync(width);
        foreach (var card in new[] { "Une page blanche", "Une liste", "Un modèle", "Un autre formulaire", "Un fichier" })
        {
            await BeginAsync(page, "Accessible", card);
            if (card == "Une liste") await page.FillAsync("#q-text", Reference + "\nSIRET (si société)\n" + string.Join('\n', Enumerable.Range(1, 30).Select(i => $"Question {i}")));
            await page.InspectAsync($"{card} {width}");
        }

        await page.ClickAsync("text=Créer et dessiner le formulaire");
        await Expect(page.Locator(".gru-summary")).ToBeVisibleAsync();
        await page.InspectAsync($"refusal {width}");
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough()
    {
        var page = await SignedInAsync();
        await BeginAsync(page, "Au clavier", "Une page blanche");
        await page.FocusAsync(".start-card input:checked");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#q-text")).ToBeFocusedAsync();
        await page.Keyboard.InsertTextAsync("Nom\nÂge");
        await Expect(page.Locator(".gp-count")).ToHaveTextAsync("1 page, 2 questions");
        for (var tabs = 0; tabs < 8 && !await page.EvaluateAsync<bool>("document.activeElement.type === 'submit'"); tabs++) await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByText("Créer et dessiner le formulaire")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
    }

    private static FilePayload Payload(string name, string text) => new() { Name = name, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(text) };

    private static async Task BeginAsync(IPage page, string title, string card)
    {
        await page.GotoAsync("/agent/demarches/nouvelle");
        await Expect(page.Locator(".start-live[data-live=true]")).ToHaveCountAsync(3);
        await page.GetByLabel("Titre").FillAsync(title);
        await page.GetByLabel("Thème").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator(".start-card", new() { HasText = card }).Locator("input").CheckAsync();
    }

    private async Task<IPage> SignedInAsync(int width = 1280)
    {
        var page = await Browser.OpenAsync(app.Address.ToString(), width);
        await page.SignInAsync(GruApp.RoadHead);
        return page;
    }

    private async Task<FormDefinition> SavedFormAsync(IPage page)
    {
        await using var db = await app.OpenDatabaseAsync();
        var id = Guid.Parse(new Uri(page.Url).Segments[3].TrimEnd('/'));
        return DefinitionJson.Read(await db.Procedures.Where(p => p.Id == id).Select(p => p.WorkingDefinition).SingleAsync()).Definition!;
    }
}
