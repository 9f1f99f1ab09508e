using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer.Guide;
using GruBuilder.Tests.Browser;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Designing.Exercise;
using GruBuilder.Web.Features.Municipality;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Designer;

/// <summary>Learning to draw: the guided tour, the exercise, the help.</summary>
[Collection(BrowserTests.Name)]
public class ExerciseTests(BrowserFixture browser, GruApp app) : WindowTests(browser), IClassFixture<GruApp>
{
    [Fact]
    public async Task The_first_form_is_drawn_in_five_steps_and_becomes_a_procedure()
    {
        var page = await Browser.OpenAsync(app.Address.ToString());
        var hand = new Hand(page);
        await page.SignInAsync("Nadia Delattre");
        await page.GotoAsync("/agent/demarches");
        await page.InspectAsync("invitation");
        await page.ClickAsync("#take-tour");
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        await hand.AddAsync("Texte court", "Votre prénom");
        await NextAsync("Écrivez-la");
        await NextAsync("Demandez un oui ou un non");
        await hand.AddAsync("Oui ou non", "Venez-vous avec un enfant ?");
        await NextAsync("Ne demandez que l’utile");
        await hand.AddAsync("Nombre", "Âge de l’enfant");
        await page.InspectAsync("guided tour");
        await page.ClickAsync("#gd-panel-Rules");
        await page.ClickAsync("#gd-add-rule");
        await NextAsync("Essayez comme un usager");

        // Whoever comes back finds the form and the step again.
        await page.ReloadAsync();
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        await Expect(page.Locator("#gd-tour-title")).ToHaveTextAsync("Essayez comme un usager");
        await page.ClickAsync("#gd-view-preview");
        await NextAsync("Votre premier formulaire est prêt");

        await page.ClickAsync("#gd-tour-keep");
        await page.GetByLabel("Titre").FillAsync("Venir à la fête");
        await page.Locator("#q-theme").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer et dessiner le formulaire" }).ClickAsync();
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        await using var db = await app.OpenDatabaseAsync();
        var made = await db.Procedures.SingleAsync(p => p.Title == "Venir à la fête");
        Assert.Equal(["Votre prénom", "Venez-vous avec un enfant ?", "Âge de l’enfant"], DefinitionJson.Read(made.WorkingDefinition).Definition!.AllFields().Select(f => f.Label));
        await page.GotoAsync("/agent/demarches");
        await Expect(page.Locator("#take-tour")).ToHaveCountAsync(0);

        async Task NextAsync(string title)
        {
            await page.ClickAsync("#gd-tour-next");
            await Expect(page.Locator("#gd-tour-title")).ToHaveTextAsync(title);
        }
    }

    [Fact]
    public async Task Help_is_one_press_away_and_a_sentence_stands_on_each_control_that_asks_for_it()
    {
        var page = await Browser.OpenAsync(app.Address.ToString());
        var hand = new Hand(page);
        await page.SignInAsync("Léa Vasseur");
        await page.GotoAsync("/agent/exercice");
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        await page.ClickAsync("#gd-again");
        await page.InspectAsShownAsync("exercise menu");
        await page.ClickAsync("#gd-example");
        await Expect(page.Locator(".gd-frame").First).ToBeVisibleAsync();
        await page.ClickAsync("#gd-undo");
        await Expect(page.Locator(".gd-frame")).ToHaveCountAsync(0);

        await page.Locator(".gd-left .gd-help-note > summary").ClickAsync();
        await Expect(page.GetByText("Vous hésitez")).ToBeVisibleAsync();
        await page.ClickAsync("#gd-tips");
        await page.HoverAsync("#gd-view-paths");
        await Expect(page.GetByRole(AriaRole.Tooltip)).ToHaveTextAsync(Tips.All["gd-view-paths"]);
        await page.InspectAsShownAsync("help and tips");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Tooltip)).ToBeHiddenAsync();

        // Every sentence has its control: none has gone stale.
        await hand.AddAsync("Texte court", "Nom");
        await hand.AddAsync("Oui ou non", "Marié");
        var seen = new HashSet<string>();
        await LookAsync("gd-label-box");
        foreach (var (panel, sign) in new[] { ("Answer", "gd-panel"), ("Rules", "gd-add-rule"), ("PersonalData", "gd-purpose") })
        {
            await page.ClickAsync($"#gd-panel-{panel}");
            await LookAsync(sign);
        }

        Assert.Empty(Tips.All.Keys.Except(seen));
        await page.ClickAsync("#gd-tips");
        await page.HoverAsync("#gd-undo");
        await Expect(page.GetByRole(AriaRole.Tooltip)).ToBeHiddenAsync();

        async Task LookAsync(string sign)
        {
            await page.Locator($"#{sign}").WaitForAsync();
            seen.UnionWith(await page.Locator("[id]").EvaluateAllAsync<string[]>("all => all.map(e => e.id)"));
        }
    }

    [Fact]
    public async Task An_exercise_outlives_a_restart_and_is_forgotten_after_thirty_days_without_use()
    {
        var (nadia, lea) = (await AccountAsync(GruApp.RoadHead), await AccountAsync(GruApp.Communication));
        var form = ExerciseDesk.Blank with { Title = "Venir à la fête" };
        var desk = Desk(TimeProvider.System);
        desk.Note(nadia, form, 2);
        Assert.Equal(form, (await desk.OfAsync(nadia))!.Form);
        Assert.True(await desk.SaveAsync(nadia));

        // Another desk knows what is written down, and nothing else.
        var later = Desk(TimeProvider.System);
        var found = await later.OfAsync(nadia);
        Assert.Equal(("Venir à la fête", 2), (found!.Form.Title, found.TourAt));
        Assert.Null(await later.OfAsync(lea));

        await Desk(new Later(29)).SweepAsync();
        Assert.NotNull(await later.OfAsync(nadia));
        var used = Desk(new Later(29));
        used.Note(nadia, form, null);
        await used.SaveAsync(nadia);
        await Desk(new Later(31)).SweepAsync();
        Assert.Null((await later.OfAsync(nadia))!.TourAt);
        await Desk(new Later(60)).SweepAsync();
        Assert.Null(await later.OfAsync(nadia));
    }

    [Fact]
    public async Task An_exercise_too_long_to_be_kept_leaves_the_one_before()
    {
        var nadia = await AccountAsync(GruApp.RoadHead);
        var desk = Desk(TimeProvider.System);
        desk.Note(nadia, ExerciseDesk.Blank, null);
        await desk.SaveAsync(nadia);
        desk.Note(nadia, ExerciseDesk.Blank with { Description = new string('x', ExerciseDesk.MostCharacters) }, null);
        Assert.False(await desk.SaveAsync(nadia));
        Assert.Null((await Desk(TimeProvider.System).OfAsync(nadia))!.Form.Description);
    }

    [Fact]
    public async Task The_exercise_is_one_persons_own_and_only_for_those_who_draw()
    {
        using var citizen = new Visitor(app);
        await citizen.SignInAsAsync(GruApp.Citizen);
        await citizen.GoAsync("/agent/exercice");
        Assert.DoesNotContain("Mon exercice", citizen.Text, StringComparison.Ordinal);
        using var anyone = new Visitor(app);
        await anyone.GoAsync("/agent/exercice");
        Assert.StartsWith("/connexion", anyone.Path, StringComparison.Ordinal);
    }

    private async Task<Guid> AccountAsync(string email) => (await app.PersonAsync(email)).Id()!.Value;

    private ExerciseDesk Desk(TimeProvider time) => new(app.Get<IDbContextFactory<GruContext>>(), new TownClock(time, app.Get<MunicipalityProfile>()));

    private sealed class Later(int days) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow.AddDays(days);
    }
}
