using GruBuilder.Forms.Definitions;
using GruBuilder.Tests.Browser;
using GruBuilder.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Designer;

/// <summary>The form by which designers are compared, drawn with real mouse and keyboard events that are counted.</summary>
[Collection(ScreenBrowserTests.Name)]
public class ReferenceFormTests(BrowserFixture browser, GruApp app, ITestOutputHelper output) : WindowTests(browser), IClassFixture<GruApp>
{
    private const string Pasted = """
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
    public async Task The_reference_form_is_drawn_by_hand_with_at_most_20_clicks_and_150_characters()
    {
        var (id, page) = await OpenAsync("Inscrire à la cantine");
        var hand = new CountedHand(page);

        // Nothing is waited for: typing begins right after each click, before the server has answered.
        await hand.AddAsync("Texte court", "Nom");
        await hand.AddAsync("Texte court", "Prénom");
        await hand.AddAsync("Date", "Date de naissance");
        await hand.AddAsync("Adresse e-mail", "E-mail");
        await hand.AddAsync("Téléphone");
        await hand.ClickAsync("#gd-required");
        await hand.AddAsync("Choix unique", "Vous êtes");
        foreach (var option in new[] { "Particulier", "Association", "Entreprise" })
        {
            await hand.PressAsync("Enter");
            await hand.TypeAsync(option);
        }

        await hand.AddAsync("Texte court", "Nom de l’association");
        await hand.ClickAsync("#gd-panel-Rules");
        await hand.ClickAsync("#gd-add-rule");
        await Expect(page.GetByLabel("Réponse", new() { Exact = true })).ToBeFocusedAsync();
        await hand.PressAsync("ArrowDown");
        await hand.ClickAsync("#gd-add-page");
        await hand.AddAsync("Série de questions", "Enfants");
        await hand.AddAsync("Texte court", "Nom");
        await hand.AddAsync("Choix unique", "Classe");
        foreach (var option in new[] { "CP", "CE1", "CE2" })
        {
            await hand.PressAsync("Enter");
            await hand.TypeAsync(option);
        }

        await hand.PressAsync("Escape");
        await hand.PressAsync("Escape");
        await hand.AddAsync("Nombre", "Repas par semaine");
        await hand.PressAsync("Enter");
        await hand.TypeAsync("1");
        await hand.PressAsync("Tab");
        await hand.TypeAsync("5");
        await hand.AddAsync("Calcul", "Tarif");
        await hand.PressAsync("Enter");
        await hand.TypeAsync("3,5×re");
        await hand.ClickAsync(page.GetByRole(AriaRole.Group, new() { Name = "Compléter le dernier mot" }).GetByRole(AriaRole.Button).First);
        await new Hand(page).SavedAsync();

        output.WriteLine($"By hand: {hand}");
        await IsTheReferenceFormAsync(id);
        Assert.True(hand.Clicks <= 20 && hand.Characters <= 150, hand.ToString());
    }

    [Fact]
    public async Task The_reference_form_is_made_of_a_pasted_list_with_at_most_6_actions()
    {
        var (id, page) = await OpenAsync("Inscrire à la cantine, collée");
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.EvaluateAsync("text => navigator.clipboard.writeText(text)", Pasted);
        var hand = new CountedHand(page);
        await hand.ClickAsync("#gd-paste");
        await hand.PressAsync("Control+V");
        await hand.ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Ajouter 10 questions" }));
        await new Hand(page).SavedAsync();

        output.WriteLine($"Pasted: {hand}");
        await IsTheReferenceFormAsync(id);
        Assert.True(hand.Clicks + hand.Keys <= 6 && hand.Characters == 0, hand.ToString());
    }

    private async Task IsTheReferenceFormAsync(Guid id)
    {
        await using var db = await app.OpenDatabaseAsync();
        var form = DefinitionJson.Read(await db.Procedures.Where(p => p.Id == id).Select(p => p.WorkingDefinition).SingleAsync()).Definition!;
        Assert.Equal(2, form.Pages.Length);
        Assert.Equal(
            ["Nom", "Prénom", "Date de naissance", "E-mail", "Téléphone", "Vous êtes", "Nom de l’association"], form.Pages[0].Fields.Select(f => f.Label));
        Assert.Collection(
            form.Pages[0].Fields,
            name => Assert.True(((ShortTextField)name).Required),
            firstName => Assert.True(((ShortTextField)firstName).Required),
            birth => Assert.True(((DateField)birth).Required),
            mail => Assert.True(((EmailField)mail).Required),
            telephone => Assert.False(((TelephoneField)telephone).Required),
            who => Assert.Equal(["Particulier", "Association", "Entreprise"], ((SingleChoiceField)who).Options.Select(o => o.Label)),
            association => Assert.Equal(new Comparison("vous_etes", Comparator.IsEqualTo, GruBuilder.Forms.Answers.AnswerValue.Of("association")), ((ShortTextField)association).VisibleIf));
        Assert.Collection(
            form.Pages[1].Fields,
            children => Assert.Collection(
                ((RepeatedGroupField)children).Fields,
                name => Assert.Equal("nom", ((ShortTextField)name).Label, ignoreCase: true),
                schoolClass => Assert.Equal(["CP", "CE1", "CE2"], ((SingleChoiceField)schoolClass).Options.Select(o => o.Label))),
            meals => Assert.Equal((1m, 5m), (((NumberField)meals).Min, ((NumberField)meals).Max)),
            tariff => Assert.Equal("3,5×repas_par_semaine", ((ComputedField)tariff).Formula.Replace(" ", "", StringComparison.Ordinal)));
    }

    private async Task<(Guid Id, IPage Page)> OpenAsync(string title)
    {
        var id = await app.CreateProcedureAsync(title);
        var page = await Browser.OpenAsync(app.Address.ToString());
        await page.SignInAsync("Nadia Delattre");
        await page.GotoAsync($"/agent/demarches/{id}/dessiner");
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        return (id, page);
    }
}
