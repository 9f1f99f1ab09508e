using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Tests.Browser;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Designing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Designer;

/// <summary>A browser that is so busy that the server waits before it draws more: what is on the screen is older than the form.</summary>
[Collection(ScreenBrowserTests.Name)]
public class LaggingScreenTests(BrowserFixture browser, GruApp app) : WindowTests(browser), IClassFixture<GruApp>
{
    // More drawings than the server sends before one is answered.
    private const int Drawings = 15;

    private readonly GruApp _app = app;

    [Fact]
    public async Task What_is_typed_reaches_the_question_that_it_was_typed_into()
    {
        var (page, lea) = await OpenAsync("Un écran chargé");
        await new Hand(page).AddAsync("Date", "Jour");
        await Expect(new Hand(page).Frame("Jour")).ToBeVisibleAsync();
        var key = lea.Session.Form.AllFields().Single(f => f.Label == "Jour").Key;
        await MeanwhileAsync(page, lea, () =>
        {
            lea.Session.Rename(lea.Session.NumberOf(key), "jour_du_rendez_vous");
            lea.Session.Add("date");
            lea.Session.Rename(lea.Session.NumberOf(lea.Session.Selection.Key), key);
        }, "box => { box.setRangeText('s prévus', box.value.length, box.value.length, 'end'); box.dispatchEvent(new Event('input', { bubbles: true })); }");

        await Expect(new Hand(page).Frame("Jours prévus")).ToBeVisibleAsync();
        await Expect(page.Locator("#gd-label-box")).ToHaveValueAsync("Jours prévus");
        await Expect(page.Locator(".gd-refusal")).ToHaveCountAsync(0);
        Assert.Equal(("Jours prévus", "Date"), (lea.Session.Form.FindField("jour_du_rendez_vous")!.Label, lea.Session.Form.FindField(key)!.Label));
        await _app.Get<DesignRooms>().LeaveAsync(lea);
    }

    [Fact]
    public async Task A_box_that_is_left_gives_its_name_to_its_own_question_alone()
    {
        var (page, lea) = await OpenAsync("Un écran chargé, une zone quittée");
        await new Hand(page).AddAsync("Date", "Jour");
        await Expect(new Hand(page).Frame("Jour")).ToBeVisibleAsync();
        await MeanwhileAsync(page, lea, () => { }, "box => { box.dispatchEvent(new Event('change', { bubbles: true })); }");
        await Expect(page.Locator("#gd-undo")).ToBeEnabledAsync();

        // Told twice, as after a text that came early and was written further: meanwhile the first name has gone to another's question.
        await page.Locator(".gd-frame > .gd-pick").First.FocusAsync();
        await new Hand(page).SavedAsync();
        Assert.Equal("jour", lea.Session.Form.AllFields().Single(f => f.Label == "Jour").Key);
        await MeanwhileAsync(page, lea, () =>
        {
            lea.Session.Rename(lea.Session.NumberOf("jour"), "jour_du_rendez_vous");
            lea.Session.Add("date");
            lea.Session.Change<Field>(lea.Session.NumberOf(lea.Session.Selection.Key), nameof(Field.Label), f => f with { Label = "Autre d" });
            lea.Session.Rename(lea.Session.NumberOf(lea.Session.Selection.Key), "jour");
        }, "box => { box.dispatchEvent(new Event('change', { bubbles: true })); }");
        await new Hand(page).SavedAsync();
        Assert.Equal(("Jour", "Autre d"), (lea.Session.Form.FindField("jour_du_rendez_vous")!.Label, lea.Session.Form.FindField("jour")!.Label));
        await _app.Get<DesignRooms>().LeaveAsync(lea);
    }

    // While the browser stands still: so much happens that the server draws no more, then what is told; then the act, before the browser takes in any of it.
    private static async Task MeanwhileAsync(IPage page, DesignSeat lea, Action happens, string act)
    {
        var title = lea.Session.Form.Title;
        await page.UnrouteAllAsync();
        await page.RouteAsync("**/meanwhile", async route =>
        {
            for (var i = 0; i < Drawings; i++) lea.Session.ChangeForm(f => f with { Title = $"{title} {i}" });
            happens();
            await route.FulfillAsync(new() { Body = "" });
        });
        await page.EvaluateAsync($$"""
            act => {
              const box = document.getElementById('gd-label-box');
              const request = new XMLHttpRequest();
              request.open('GET', '/meanwhile', false);
              request.send();
              ({{act}})(box);
            }
            """);
    }

    private async Task<(IPage Page, DesignSeat Lea)> OpenAsync(string title)
    {
        var id = await _app.CreateProcedureAsync(title);
        var page = await Browser.OpenAsync(_app.Address.ToString());
        await page.SignInAsync(GruApp.RoadHead);
        await page.GotoAsync($"/agent/demarches/{id}/dessiner");
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        var lea = (await _app.Get<DesignRooms>().EnterAsync(id, await _app.PersonAsync(GruApp.Communication), act => act()))!;
        lea.Session.Select(Selection.Form);
        return (page, lea);
    }
}
