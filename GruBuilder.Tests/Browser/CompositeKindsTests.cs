using System.Text.Json;
using GruBuilder.Forms.Answers;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Requests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Browser;

/// <summary>Questions in parts, answered by hand in a real browser: keyboard, mouse, suggestions, map, pen.</summary>
[Collection(BrowserTests.Name)]
public sealed class CompositeKindsTests(BrowserFixture browser) : WindowTests(browser)
{
    private PlaceServer _places = null!;
    private CompositeApp _app = null!;

    public override async Task InitializeAsync()
    {
        _places = await PlaceServer.StartAsync();
        _app = new CompositeApp(_places.Address);
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _app.DisposeAsync();
        await _places.DisposeAsync();
    }

    private async Task<IPage> BeginAsync(int width, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await Browser.OpenAsync(_app.Address.ToString(), width, scheme: scheme);
        await page.Context.GrantPermissionsAsync(["geolocation"]);
        await page.Context.SetGeolocationAsync(new Geolocation { Latitude = 50.6f, Longitude = 3.09f });
        await page.SignInAsync("Camille Lefebvre");
        await page.BeginAsync(CompositeApp.Slug);
        return page;
    }

    [Fact]
    public async Task A_keyboard_alone_answers_every_kind()
    {
        var page = await BeginAsync(1280);
        var refused = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error") refused.Add(message.Text);
        };
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).First).ToBeFocusedAsync();
        await page.InspectAsync("composite kinds with errors");
        await page.GetByRole(AriaRole.Link, new() { Name = "Indiquez le nom de naissance" }).ClickAsync();
        await Expect(page.GetByLabel("Nom de naissance")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Lefebvre");
        await page.GetByLabel("Prénoms").FillAsync("Camille");

        await page.GetByLabel("Code postal").First.FillAsync("59152");
        await page.Locator("select#q-commune-1").SelectOptionAsync("Tressin");

        var street = page.GetByLabel("Numéro et rue");
        await street.PressSequentiallyAsync("12 rue");
        await Expect(page.Locator("#q-adresse-list [role=option]")).ToHaveCountAsync(2);
        await page.InspectAsShownAsync("suggestions");
        await street.PressAsync("ArrowDown");
        await Expect(page.Locator("#q-adresse-list [aria-selected=true]")).ToContainTextAsync("Leclerc");
        await street.PressAsync("Enter");
        await Expect(street).ToHaveValueAsync("12 Rue du Général Leclerc");
        await Expect(page.GetByLabel("Code postal").Nth(1)).ToHaveValueAsync("59790");

        var map = page.GetByRole(AriaRole.Application, new() { Name = "Carte" });
        await map.FocusAsync();
        await map.PressAsync("ArrowUp");
        await Expect(page.GetByText("Repère placé : 50.605, 3.0889")).ToBeVisibleAsync();
        await map.PressAsync("+");
        await map.PressAsync("ArrowRight");
        await Expect(page.GetByText("Repère placé : 50.605, 3.0889")).ToBeHiddenAsync();

        await page.GetByLabel("Ou signez en écrivant vos prénom et nom").FillAsync("Camille Lefebvre");
        await page.GetByLabel("Je signe").CheckAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "L'accueil Très bien" }).CheckAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Le délai Moyen" }).CheckAsync();
        await page.ContinueToAsync("Vérifiez vos réponses");
        await Expect(page.GetByText("Signé par Camille Lefebvre")).ToBeVisibleAsync();
        await page.InspectAsync("composite kinds, review");
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer ma demande" }).ClickAsync();
        await page.WaitForURLAsync(url => url.EndsWith("/envoyee", StringComparison.Ordinal));
        Assert.Empty(refused);
        Assert.True(_places.Tiles > 3);

        var answers = await AnswersAsync();
        Assert.Equal("""{"givenNames":"Camille","birthName":"Lefebvre"}""", answers.GetProperty("identite").GetRawText());
        Assert.Equal("""{"postalCode":"59152","city":"Tressin","inseeCode":"59602"}""", answers.GetProperty("commune").GetRawText());
        Assert.Equal("Ronchin", answers.GetProperty("adresse").GetProperty("city").GetString());
        Assert.InRange(answers.GetProperty("lieu").GetProperty("longitude").GetDecimal(), 3.08891m, 3.09m);
        Assert.Equal("""{"accueil":"bien","delai":"moyen"}""", answers.GetProperty("avis").GetRawText());
    }

    [Fact]
    public async Task What_is_pressed_stays_beneath_the_hand_until_it_is_let_go()
    {
        var page = await BeginAsync(1280);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
        await Expect(page.GetByText("Erreur : Signez", new() { Exact = false }).First).ToBeVisibleAsync();
        await page.EvaluateAsync("() => { window.sent = 0; document.addEventListener('change', () => window.sent++); }");
        await page.GetByLabel("Ou signez en écrivant vos prénom et nom").FillAsync("Camille Lefebvre");
        // Sent once in a pause of typing; leaving the box sends it again, which has to wait.
        await page.WaitForFunctionAsync("() => window.sent === 1");
        await page.GetByLabel("Je signe").ScrollIntoViewIfNeededAsync();
        var box = (await page.GetByLabel("Je signe").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
        await page.Mouse.DownAsync();
        Assert.Equal(1, await page.EvaluateAsync<int>("() => window.sent"));
        await page.Mouse.UpAsync();
        Assert.Equal(3, await page.EvaluateAsync<int>("() => window.sent"));
        await Expect(page.GetByLabel("Je signe")).ToBeCheckedAsync();
        await Expect(page.GetByText("Erreur : Signez")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_hand_points_draws_and_is_located_on_a_telephone()
    {
        var page = await BeginAsync(360, ColorScheme.Dark);
        await page.InspectAsShownAsync("composite kinds, narrow and dark");
        await page.GetByRole(AriaRole.Button, new() { Name = "Utiliser ma position" }).ClickAsync();
        await Expect(page.GetByText("Repère placé : 50.6, 3.09")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Retirer le repère" }).ClickAsync();
        var map = page.Locator(".gru-map");
        await map.ClickAsync(new() { Position = new() { X = 100, Y = 150 } });
        await Expect(page.GetByText("Repère placé : 50.60")).ToBeVisibleAsync();
        await Expect(page.GetByText(", 3.08")).ToBeVisibleAsync();
        var before = await page.Locator(".gru-map-point").TextContentAsync();
        await DragAsync(page, ".gru-map-marker", 60, 30);
        await Expect(page.Locator(".gru-map-point")).Not.ToHaveTextAsync(before!);

        await page.Locator(".gru-signature").ScrollIntoViewIfNeededAsync();
        await DragAsync(page, ".gru-signature", 80, 20);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Effacer la signature" })).ToBeVisibleAsync();
        var drawn = await page.Locator(".gru-signature path").GetAttributeAsync("d");
        Assert.NotNull(SignatureStrokes.Read(drawn));
        await page.InspectAsShownAsync("composite kinds, answered");

        // What was drawn is in the draft: it comes back.
        await Expect(page.Locator("#fill-saved")).ToContainTextAsync("Enregistré");
        await page.ReloadAsync();
        await page.WaitUntilLiveAsync();
        await Expect(page.Locator(".gru-signature path")).ToHaveAttributeAsync("d", drawn!);
        await Expect(page.GetByText("Repère placé")).ToBeVisibleAsync();
    }

    private static async Task DragAsync(IPage page, string selector, int right, int down)
    {
        var box = (await page.Locator(selector).BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + (box.Width / 2) + right, box.Y + (box.Height / 2) + down, new() { Steps = 8 });
        await page.Mouse.UpAsync();
    }

    private async Task<JsonElement> AnswersAsync()
    {
        await using var db = await _app.OpenDatabaseAsync();
        var request = await db.Set<Request>().SingleAsync();
        return JsonDocument.Parse(request.Answers).RootElement;
    }

    /// <summary>A town with one more procedure, that asks every kind in parts.</summary>
    private sealed class CompositeApp : GruApp
    {
        public const string Slug = "signaler-probleme-voirie";

        private const string Form = """
            {"key":"signaler-probleme-voirie","title":"Tout demander","pages":[{"key":"p","title":"Vos réponses","fields":[
              {"kind":"identity","key":"identite","label":"Votre identité","required":true,"isOwnIdentity":true},
              {"kind":"commune","key":"commune","label":"Votre commune de naissance","required":true},
              {"kind":"postalAddress","key":"adresse","label":"Votre adresse","required":true,"isOwnAddress":true},
              {"kind":"mapPlace","key":"lieu","label":"Où est-ce ?","required":true,"bounds":{"south":50.55,"west":3.03,"north":50.66,"east":3.14}},
              {"kind":"signature","key":"signature","label":"Votre signature","required":true},
              {"kind":"matrix","key":"avis","label":"Êtes-vous satisfait ?","required":true,
                "lines":[{"value":"accueil","label":"L'accueil"},{"value":"delai","label":"Le délai"}],
                "options":[{"value":"bien","label":"Très bien"},{"value":"moyen","label":"Moyen"},{"value":"mal","label":"Mal"}]},
              {"kind":"file","key":"photos","label":"Vos photos","maxFiles":3,"families":["image"],"camera":true}
            ]}]}
            """;

        private readonly string _places;

        public CompositeApp(string places)
        {
            _places = places;
            File.WriteAllText(Path.Combine(DataDirectory, "forms", Slug + ".json"), Form);
            File.Copy(Path.Combine(RepositoryRoot, "data", "communes.csv"), Path.Combine(DataDirectory, "communes.csv"));
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Addresses:Url", _places);
            builder.UseSetting("Map:Tiles", _places + "/{z}/{x}/{y}.svg");
            builder.UseSetting("Map:Attribution", "© les contributeurs d'OpenStreetMap");
        }
    }
}
