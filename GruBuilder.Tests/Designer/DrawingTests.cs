using GruBuilder.Forms.Definitions;
using GruBuilder.Tests.Browser;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Designing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Designer;

[Collection(ScreenBrowserTests.Name)]
public class DrawingTests(BrowserFixture browser, GruApp app) : WindowTests(browser), IClassFixture<GruApp>
{
    [Fact]
    public async Task A_service_head_draws_the_reference_form_with_few_gestures_and_loses_nothing_typed_at_once()
    {
        var page = await SignedInAsync();
        var hand = await CreateAsync(page, "Inscrire à la cantine");

        // Typing begins right after the click, before the server has answered.
        foreach (var (kind, label) in new[] { ("Texte court", "Nom"), ("Texte court", "Prénom"), ("Date", "Date de naissance"), ("Adresse e-mail", "E-mail"), ("Téléphone", "Téléphone") })
        {
            await hand.AddAsync(kind, label);
        }

        await hand.ClickAsync("#gd-required");
        await hand.AddAsync("Choix unique", "Vous êtes");
        await hand.ClickAsync("#gd-panel-Answer");
        await hand.ClickAsync("#gd-option-0");
        foreach (var (option, isLast) in new[] { ("Particulier", false), ("Association", false), ("Entreprise", true) })
        {
            await hand.TypeAsync(option);
            if (!isLast) await page.Keyboard.PressAsync("Enter");
        }

        await hand.AddAsync("Texte court", "Nom de l’association");
        await hand.ClickAsync("#gd-panel-Rules");
        await hand.ClickAsync("#gd-add-rule");
        await page.GetByLabel("Réponse", new() { Exact = true }).SelectOptionAsync("Association");
        await Expect(page.Locator(".gd-selected .gd-rule")).ToHaveTextAsync("Afficher si « Vous êtes » est « Association »");
        await hand.ClickAsync("#gd-add-page");
        await hand.TypeAsync("Vos enfants");
        await hand.AddAsync("Série de questions", "Enfants");
        await hand.AddAsync("Texte court", "Nom de l’enfant");
        await hand.AddAsync("Choix unique", "Classe");
        await page.Locator(".gd-frame--group > .gd-pick").ClickAsync(new() { Position = new() { X = 5, Y = 5 } });
        await hand.AddAsync("Nombre", "Repas par semaine");
        await hand.AddAsync("Calcul", "Tarif");
        await hand.ClickAsync("#gd-panel-Answer");
        await page.FillAsync("#gd-formula", "3,5 ×");
        await page.SelectOptionAsync("#gd-insert-question", new SelectOptionValue { Label = "Repas par semaine" });
        await hand.SavedAsync();

        var form = await SavedFormAsync(page);
        Assert.Equal(
            ["nom", "prenom", "date_de_naissance", "e_mail", "telephone", "vous_etes", "nom_de_l_association", "enfants", "nom_de_l_enfant", "classe", "repas_par_semaine", "tarif"],
            form.AllFields().Select(f => f.Key));
        Assert.Equal(["Particulier", "Association", "Entreprise"], ((ChoiceField)form.FindField("vous_etes")!).Options.Select(o => o.Label));
        Assert.Equal("enfants", form.Find("classe")!.Group);
        Assert.Equal("3,5 × repas_par_semaine", ((ComputedField)form.FindField("tarif")!).Formula);
        Assert.False(((InputField)form.FindField("telephone")!).Required);
    }

    [Fact]
    public async Task Rules_a_way_out_a_named_condition_and_a_tariff_are_made_without_code()
    {
        var page = await SignedInAsync();
        var hand = await CreateAsync(page, "Des règles");
        await hand.AddAsync("Nombre", "Quotient");
        await hand.AddAsync("Texte court", "Motif");
        await hand.ClickAsync("#gd-panel-Question");
        await page.UncheckAsync("#gd-required");
        await hand.ClickAsync("#gd-more > summary");
        await page.FillAsync("#gd-example", "Un changement d’adresse");
        await page.SelectOptionAsync("#gd-width", "Half");
        await page.FillAsync("#gd-english-label", "Reason");
        await hand.ClickAsync("#gd-panel-Rules");
        await hand.ClickAsync("#gd-add-required");
        await page.GetByLabel("Réponse", new() { Exact = true }).FillAsync("10");
        await page.Keyboard.PressAsync("Tab");
        await hand.SavedAsync();

        // The form itself: a condition under a name, and a tariff pasted from a spreadsheet.
        await hand.ClickAsync("#gd-form-rules");
        await hand.ClickAsync("#gd-add-condition");
        await page.Locator("summary", new() { HasText = "Nouvelle condition" }).ClickAsync();
        await page.GetByLabel("Nom", new() { Exact = true }).FillAsync("Foyer modeste");
        await hand.ClickAsync("#gd-add-table");
        await page.Locator("summary", new() { HasText = "Tarif" }).ClickAsync();
        await page.GetByLabel("Coller depuis un tableur").FillAsync("Quotient\tPrix\n0..500\t1,5\n> 500\t3");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByLabel("Résultat, ligne 1")).ToHaveValueAsync("1,5");
        await hand.SavedAsync();
        await page.InspectAsync("designer-rules");

        await hand.ClickAsync("[data-gd-page-tab]");
        await hand.ClickAsync("#gd-add-end");
        await hand.SavedAsync();
        await hand.ClickAsync("#gd-view-paths");
        await Expect(page.Locator(".gd-journeys > li").First).ToBeVisibleAsync();
        await page.InspectAsync("designer-paths");
        await page.GetByRole(AriaRole.Button, new() { Name = "Essayer ce parcours" }).First.ClickAsync();
        await Expect(page.Locator(".gd-preview")).ToBeVisibleAsync();

        var form = await SavedFormAsync(page);
        var reason = (InputField)form.FindField("motif")!;
        Assert.NotNull(reason.RequiredIf);
        Assert.Equal(("Un changement d’adresse", FieldWidth.Half, "Reason"), (reason.Example, reason.Width, reason.English?.Label));
        Assert.Equal("Foyer modeste", Assert.Single(form.Conditions).Label);
        Assert.Equal(2, Assert.Single(form.Tables).Rows.Length);
        Assert.Single(form.Pages[0].Ends);
    }

    [Fact]
    public async Task Nothing_typed_or_clicked_too_early_is_lost_on_a_slow_line()
    {
        var page = await SignedInAsync();
        var hand = await CreateAsync(page, "Une ligne lente");
        await page.EvaluateAsync("() => { const send = WebSocket.prototype.send; WebSocket.prototype.send = function (data) { setTimeout(() => send.call(this, data), 300); }; }");
        await hand.AddAsync("Texte court", "Nom");
        await hand.AddAsync("Choix unique", "Vous êtes");
        await hand.ClickAsync("#gd-panel-Answer");
        await hand.ClickAsync("#gd-option-0");
        await hand.TypeAsync("Particulier");
        await page.Keyboard.PressAsync("Enter");
        await hand.TypeAsync("Association");
        await page.Keyboard.PressAsync("Enter");
        await hand.TypeAsync("Entreprise");
        await hand.AddAsync("Date", "Date de naissance");
        await page.Keyboard.PressAsync("Enter");
        await hand.OrderIsAsync("Nom", "Particulier.*Association.*Entreprise", "Date de naissance");
        await hand.SavedAsync();

        var form = await SavedFormAsync(page);
        Assert.Equal(["nom", "vous_etes", "date_de_naissance"], form.AllFields().Select(f => f.Key));
    }

    [Fact]
    public async Task Questions_move_by_mouse_and_by_keyboard_and_everything_can_be_undone()
    {
        var page = await SignedInAsync();
        var hand = await CreateAsync(page, "Ranger des questions");
        await page.FillAsync("#gd-paste", "Un\nDeux\nTrois");
        await hand.ClickAsync("text=Ajouter 3 questions");
        await hand.OrderIsAsync("Un", "Deux", "Trois");

        await hand.DragAsync(hand.Frame("Un"), hand.Frame("Trois"), below: true);
        await hand.OrderIsAsync("Deux", "Trois", "Un");
        await Expect(page.Locator("#gd-live")).ToHaveTextAsync("« Un » est maintenant en position 3 sur 3");

        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await hand.OrderIsAsync("Deux", "Un", "Trois");
        await Expect(page.Locator("#gd-live")).ToHaveTextAsync("« Un » est maintenant en position 2 sur 3");
        await Expect(hand.Frame("Un").Locator("> .gd-pick")).ToBeFocusedAsync();

        await hand.DragAsync(page.Locator(".gd-tiles:not(.gd-tiles--recent) .gd-tile", new() { HasText = "Nombre" }), hand.Frame("Deux"), below: false);
        await hand.TypeAsync("Zéro");
        await hand.OrderIsAsync("Zéro", "Deux", "Un", "Trois");
        await page.Keyboard.PressAsync("Escape");
        await Expect(hand.Frame("Zéro").Locator("> .gd-pick")).ToBeFocusedAsync();

        foreach (var _ in Enumerable.Range(0, 2)) await page.Keyboard.PressAsync("Control+z");
        await hand.OrderIsAsync("Deux", "Un", "Trois");
        await Expect(page.Locator("#gd-undo")).ToHaveAttributeAsync("title", "Annuler : Déplacer « Un » après « Deux »");
        foreach (var _ in Enumerable.Range(0, 3)) await page.Keyboard.PressAsync("Control+z");
        await Expect(page.Locator("#gd-paste")).ToBeVisibleAsync();
        foreach (var _ in Enumerable.Range(0, 5)) await page.Keyboard.PressAsync("Control+y");
        await hand.OrderIsAsync("Zéro", "Deux", "Un", "Trois");
    }

    [Fact]
    public async Task Escape_gives_a_drag_up()
    {
        var page = await SignedInAsync();
        var hand = await CreateAsync(page, "Abandonner");
        await page.FillAsync("#gd-paste", "Un\nDeux");
        await hand.ClickAsync("text=Ajouter 2 questions");
        await hand.OrderIsAsync("Un", "Deux");
        await hand.LiftAsync(hand.Frame("Un"), hand.Frame("Deux"), below: true);
        await Expect(page.Locator(".gd-line")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Mouse.UpAsync();

        await Expect(page.Locator(".gd-line")).ToHaveCountAsync(0);
        await hand.OrderIsAsync("Un", "Deux");
    }

    [Fact]
    public async Task A_form_with_errors_is_not_published_and_each_error_leads_to_its_place()
    {
        var page = await SignedInAsync();
        var hand = await CreateAsync(page, "Publier");
        await page.FillAsync("#gd-paste", "Vous êtes : Particulier, Association\nNom de l’association");
        await hand.ClickAsync("text=Ajouter 2 questions");
        await hand.Frame("Nom de l’association").Locator("> .gd-pick").ClickAsync();
        await hand.ClickAsync("#gd-panel-Rules");
        await hand.ClickAsync("#gd-add-rule");
        await hand.Frame("Vous êtes").Locator("> .gd-pick").ClickAsync();
        await page.Keyboard.PressAsync("Delete");
        await hand.OrderIsAsync("Nom de l’association");

        await hand.ClickAsync("#gd-publish");
        await Expect(page.GetByText("Un point empêche de publier")).ToBeVisibleAsync();
        await page.Locator(".gd-publish .gd-finding--error").ClickAsync();
        await Expect(page.Locator("#gd-panel-Rules")).ToHaveAttributeAsync("aria-selected", "true");
        await page.GetByText("Toujours afficher").ClickAsync();
        var reader = await Browser.OpenAsync(app.Address.ToString());
        await reader.SignInAsync("Léa Vasseur");
        await hand.PublishAsync(reader);
        await Expect(page.Locator(".gd-state")).ToContainTextAsync("Publié v1");

        await using var db = await app.OpenDatabaseAsync();
        var id = IdIn(page);
        var version = await db.FormVersions.SingleAsync(v => v.ProcedureId == id);
        Assert.Equal(1, version.Number);
        Assert.Equal("Nadia Delattre", version.PublishedBy);
    }

    [Fact]
    public async Task A_bad_file_changes_nothing_and_says_where_it_is_wrong()
    {
        var page = await SignedInAsync();
        var hand = await CreateAsync(page, "Reprendre un fichier");
        await hand.ClickAsync("#gd-view-json");
        await page.SetInputFilesAsync("#gd-upload", new FilePayload { Name = "mauvais.json", MimeType = "application/json", Buffer = """{"key":"a","title":"A","pages":[{"key":"p","title":"P","fields":[{"kind":"hologram"}]}]}"""u8.ToArray() });
        await Expect(page.Locator(".gd-refusal")).ToContainTextAsync("pages[0].fields[0].kind");
        await Expect(page.Locator("#gd-form-title")).ToHaveValueAsync("Reprendre un fichier");

        await page.SetInputFilesAsync("#gd-upload", new FilePayload { Name = "bon.json", MimeType = "application/json", Buffer = """{"key":"a","title":"Bonne","pages":[{"key":"p","title":"P","fields":[]}]}"""u8.ToArray() });
        await Expect(page.Locator("#gd-form-title")).ToHaveValueAsync("Bonne");
        await page.Locator("#gd-undo").ClickAsync();
        await Expect(page.Locator("#gd-form-title")).ToHaveValueAsync("Reprendre un fichier");
    }

    [Fact]
    public async Task A_save_from_elsewhere_is_never_overwritten_unseen()
    {
        var page = await SignedInAsync();
        var hand = await CreateAsync(page, "À deux");
        await hand.AddAsync("Texte court", "Premier");
        await hand.SavedAsync();
        var head = await app.PersonAsync(GruApp.RoadHead);
        var desk = app.Get<DesignDesk>();
        await desk.SaveAsync(IdIn(page), head, Drawn.Form, null);
        await hand.AddAsync("Date", "Second");
        await Expect(page.GetByText("Ce formulaire a été enregistré par ailleurs")).ToBeVisibleAsync();
        await page.GetByText("Prendre l’autre version").ClickAsync();

        await hand.OrderIsAsync("Nom", "Prénom", "Vous êtes", "Nom de l’association");
        await page.Locator("#gd-undo").ClickAsync();
        await hand.OrderIsAsync("Premier", "Second");
        await hand.SavedAsync();
    }

    [Fact]
    public async Task Settings_are_kept_and_shown_to_citizens()
    {
        var page = await SignedInAsync();
        await page.GotoAsync("/agent/demarches");
        await page.GetByRole(AriaRole.Link, new() { Name = "Réglages de Signaler un problème sur la voirie" }).ClickAsync();
        await page.GetByLabel("Délai annoncé").FillAsync("Une équipe passe sous 3 jours.");
        await page.GetByLabel("Acceptation").CheckAsync();
        await page.GetByText("Enregistrer les réglages").ClickAsync();
        await Expect(page.GetByText("Les réglages sont enregistrés")).ToBeVisibleAsync();
        await page.GotoAsync("/demarches/signaler-probleme-voirie");
        await Expect(page.GetByText("Une équipe passe sous 3 jours.")).ToBeVisibleAsync();
        await Expect(page.GetByText("acceptée").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    public async Task No_state_of_the_designer_bars_anyone(int width, ColorScheme scheme)
    {
        // Every state once; the other screens are looked at where colours or widths change most.
        var isWhole = width == 1280 && scheme == ColorScheme.Light;
        var page = await SignedInAsync(width, scheme);
        await CheckAsync(page, "/agent/demarches");
        await page.GetByRole(AriaRole.Link, new() { Name = "Signaler un problème sur la voirie", Exact = true }).ClickAsync();
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        await CheckAsync(page);
        await page.Locator(".gd-frame > .gd-pick").Nth(2).ClickAsync();
        await Expect(page.Locator(".gd-bar")).ToBeVisibleAsync();
        if (width < 640) await page.GetByText("Réglages", new() { Exact = true }).ClickAsync();
        foreach (var panel in isWhole ? new[] { "Answer", "Rules", "PersonalData" } : ["Rules"])
        {
            await page.Locator($"#gd-panel-{panel}").ClickAsync();
            await CheckAsync(page);
        }

        if (width < 640) await page.Locator(".gd-right .gd-close").ClickAsync();
        await page.Locator("#gd-findings").ClickAsync();
        await CheckAsync(page);
        if (!isWhole) return;
        await page.Locator("#gd-findings").ClickAsync();
        await page.Locator("#gd-view-preview").ClickAsync();
        await Expect(page.Locator(".gd-preview .gru-flow")).ToBeVisibleAsync();
        await CheckAsync(page);
        await page.Locator("#gd-view-json").ClickAsync();
        await Expect(page.Locator(".gd-json pre")).ToBeVisibleAsync();
        await CheckAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Réglages de la démarche" }).ClickAsync();
        await page.GetByLabel("Base légale").FillAsync("");
        await page.GetByText("Enregistrer les réglages").ClickAsync();
        await Expect(page.Locator(".gru-summary")).ToBeVisibleAsync();
        await CheckAsync(page);
        await CheckAsync(page, "/agent/demarches/nouvelle");
        await page.GetByText("Créer et dessiner le formulaire").ClickAsync();
        await Expect(page.Locator(".gru-summary")).ToBeVisibleAsync();
        await CheckAsync(page);
    }

    private static async Task CheckAsync(IPage page, string? path = null)
    {
        if (path is not null) await page.GotoAsync(path);
        await page.InspectAsShownAsync(page.Url);
    }

    private async Task<IPage> SignedInAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await Browser.OpenAsync(app.Address.ToString(), width, 900, scheme);
        await page.SignInAsync(GruApp.RoadHead);
        return page;
    }

    private static async Task<Hand> CreateAsync(IPage page, string title)
    {
        await page.GotoAsync("/agent/demarches/nouvelle");
        await page.GetByLabel("Titre").FillAsync(title);
        await page.GetByLabel("Thème").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByText("Créer et dessiner le formulaire").ClickAsync();
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        return new Hand(page);
    }

    private static Guid IdIn(IPage page) => Guid.Parse(new Uri(page.Url).Segments[3].TrimEnd('/'));

    private async Task<FormDefinition> SavedFormAsync(IPage page)
    {
        await using var db = await app.OpenDatabaseAsync();
        var id = IdIn(page);
        return DefinitionJson.Read(await db.Procedures.Where(p => p.Id == id).Select(p => p.WorkingDefinition).SingleAsync()).Definition!;
    }
}
