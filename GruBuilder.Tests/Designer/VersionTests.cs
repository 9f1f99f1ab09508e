using System.Net;
using System.Security.Claims;
using GruBuilder.Forms.Definitions;
using GruBuilder.Tests.Browser;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Designing;
using GruBuilder.Web.Features.Designing.Publication;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Designer;

/// <summary>Published versions in a list, and two of them side by side.</summary>
[Collection(ScreenBrowserTests.Name)]
public class VersionTests(BrowserFixture browser, GruApp app) : WindowTests(browser), IClassFixture<GruApp>
{
    [Fact]
    public async Task Two_versions_stand_side_by_side_with_what_was_added_changed_and_removed_marked_in_words()
    {
        var id = await PublishTwiceAsync();
        using var visitor = new Visitor(app);
        await visitor.SignInAsAsync(GruApp.Administrator);
        await visitor.GoAsync($"/agent/demarches/{id}/versions");
        Assert.Equal(["Version 2", "Version 1"], visitor.Page.QuerySelectorAll("tbody th").Select(h => h.TextContent));
        Assert.Equal("De la version 1 à la version 2", visitor.Page.QuerySelector("#changements")!.TextContent);
        string Mark(string place) => visitor.Page.QuerySelector($"#{place} > .version-mark")?.TextContent ?? "";
        Assert.Equal(
            ("Modifiée", "Modifiée", "Retirée", "Ajoutée", "", "Modifiée"),
            (Mark("avant-question-nom"), Mark("apres-question-nom"), Mark("avant-question-fax"), Mark("apres-question-courriel"), Mark("apres-question-motif"), Mark("apres-question-prenom")));
        foreach (var link in visitor.Page.QuerySelectorAll(".version-changes a"))
        {
            Assert.NotNull(visitor.Page.GetElementById(link.GetAttribute("href")!.Split('#')[1]));
        }

        await visitor.GoAsync($"/agent/demarches/{id}/versions?avant=2&apres=2");
        Assert.Contains("Choisissez deux versions différentes.", visitor.Text, StringComparison.Ordinal);
        await visitor.GoAsync($"/agent/demarches/{id}/versions?avant=2&apres=1");
        Assert.Equal("De la version 1 à la version 2", visitor.Page.QuerySelector("#changements")!.TextContent);
    }

    [Fact]
    public async Task Who_may_not_draw_a_form_does_not_see_its_versions()
    {
        var id = await PublishTwiceAsync();
        foreach (var (email, status) in new[] { (GruApp.RoadHead, HttpStatusCode.NotFound), (GruApp.Communication, HttpStatusCode.OK) })
        {
            using var visitor = new Visitor(app);
            await visitor.SignInAsAsync(email);
            Assert.Equal(status, (await visitor.GoAsync($"/agent/demarches/{id}/versions")).Status);
        }

        using var citizen = new Visitor(app);
        await citizen.SignInAsAsync(GruApp.Citizen);
        await citizen.GoAsync($"/agent/demarches/{id}/versions");
        Assert.DoesNotContain("Version 1", citizen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_version_is_drawn_again_as_one_step_that_can_be_undone()
    {
        var id = await PublishTwiceAsync();
        var page = await Browser.OpenAsync(app.Address.ToString());
        await page.SignInAsync(GruApp.Administrator);
        await page.GotoAsync($"/agent/demarches/{id}/versions");
        await page.InspectAsync("versions");
        await page.SetViewportSizeAsync(360, 740);
        await page.InspectAsShownAsync("versions on a phone");
        await page.SetViewportSizeAsync(1280, 900);

        // A question that both have stands at one height in both, though one has a question more before it; untied, each scrolls by itself.
        await page.SetViewportSizeAsync(1280, 500);
        await page.EvaluateAsync("() => { const pane = document.querySelector('[data-version-pane=avant]'); pane.scrollTop = pane.scrollHeight / 3; }");
        await Expect(page.Locator("[data-version-pane=apres]")).Not.ToHaveJSPropertyAsync("scrollTop", 0);
        var heights = await page.EvaluateAsync<double[]>("""
            () => {
              const pane = document.querySelector('[data-version-pane=avant]');
              const line = pane.getBoundingClientRect().top + pane.clientHeight / 3;
              const both = [...pane.querySelectorAll('[id^=avant-question-]')].filter(q => document.getElementById(q.id.replace('avant', 'apres')));
              const near = both.reduce((a, b) => Math.abs(a.getBoundingClientRect().top - line) < Math.abs(b.getBoundingClientRect().top - line) ? a : b);
              return [near.getBoundingClientRect().top - line, document.getElementById(near.id.replace('avant', 'apres')).getBoundingClientRect().top - line];
            }
            """);
        Assert.True(Math.Abs(heights[0] - heights[1]) < 60, $"{heights[0]} and {heights[1]} px from the line");
        await page.UncheckAsync("#version-linked");
        var stays = await page.EvaluateAsync<double>("() => document.querySelector('[data-version-pane=apres]').scrollTop");
        await page.EvaluateAsync("() => new Promise(done => { const pane = document.querySelector('[data-version-pane=avant]'); pane.addEventListener('scroll', () => requestAnimationFrame(() => done()), { once: true }); pane.scrollTop = 0; })");
        Assert.Equal(stays, await page.EvaluateAsync<double>("() => document.querySelector('[data-version-pane=apres]').scrollTop"));
        await page.SetViewportSizeAsync(1280, 900);

        await page.GetByRole(AriaRole.Link, new() { Name = "Reprendre cette version\u202f: 1" }).ClickAsync();
        await page.Locator("[data-gd-live]").WaitForAsync();
        await page.InspectAsShownAsync("taking a version");
        await page.ClickAsync("#take-version-do");
        await Expect(new Hand(page).Frame("Fax")).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new Uri(app.Address, $"/agent/demarches/{id}/dessiner").ToString());
        await Expect(page.Locator("#gd-undo")).ToHaveAttributeAsync("title", "Annuler\u202f: Reprendre la version 1");
        await page.ClickAsync("#gd-undo");
        await Expect(new Hand(page).Frame("Fax")).ToHaveCountAsync(0);

        await page.GotoAsync($"/agent/demarches/{id}/dessiner?version=1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Garder le dessin actuel" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(app.Address, $"/agent/demarches/{id}/dessiner").ToString());
        await page.ReloadAsync();
        await page.Locator("[data-gd-live]").WaitForAsync();
        await Expect(page.Locator("#take-version")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    private async Task<Guid> PublishTwiceAsync()
    {
        var admin = await app.PersonAsync(GruApp.Administrator);
        var desk = app.Get<DesignDesk>();
        var id = (await desk.CreateAsync(admin, "Comparer", (await desk.DepartmentsAsync(admin)).Single(d => d.Name == "État civil").Id, "Famille et école", Form(
            new ShortTextField { Key = "nom", Label = "Nom", Purpose = "Savoir." },
            new ShortTextField { Key = "motif", Label = "Motif", Purpose = "Savoir." },
            new ShortTextField { Key = "fax", Label = "Fax", Purpose = "Savoir." },
            Children("Prénom"))))!.Value;
        await PublishAsync(id, admin, null);
        await PublishAsync(id, admin, Form(
            new ShortTextField { Key = "nom", Label = "Nom de famille", Purpose = "Savoir." },
            new ShortTextField { Key = "motif", Label = "Motif", Purpose = "Savoir." },
            new EmailField { Key = "courriel", Label = "Courriel", Purpose = "Savoir.", VisibleIf = new Comparison("nom", Comparator.IsAnswered) },
            Children("Prénom usuel")));
        return id;
    }

    private static RepeatedGroupField Children(string label) => new() { Key = "enfants", Label = "Enfants", RowLabel = "enfant", Fields = [new ShortTextField { Key = "prenom", Label = label, Purpose = "Savoir." }] };

    private static FormDefinition Form(params Field[] fields) => new() { Key = "comparer", Title = "Comparer", Pages = [new Page { Key = "p", Title = "Vous", Fields = [.. fields] }] };

    private async Task PublishAsync(Guid id, ClaimsPrincipal admin, FormDefinition? form)
    {
        var (desk, publication) = (app.Get<DesignDesk>(), app.Get<PublicationDesk>());
        var open = (await desk.OpenAsync(id, admin))!;
        var stamp = open.Procedure.WorkingVersionStamp;
        if (form is not null) stamp = (await desk.SaveAsync(id, admin, form with { Key = open.Form.Key }, stamp)).Stamp;
        stamp = (await publication.ReviewAsync(id, admin, stamp, ReviewPoints.All)).Stamp;
        stamp = (await publication.ApproveAsync(id, admin, stamp)).Stamp;
        Assert.NotNull((await publication.PublishAsync(id, admin, stamp)).Number);
    }
}
