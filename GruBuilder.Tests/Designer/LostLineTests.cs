using GruBuilder.Forms.Definitions;
using GruBuilder.Tests.Browser;
using GruBuilder.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GruBuilder.Tests.Designer;

/// <summary>The connection dies while somebody draws: for a while nobody notices, then the page says so and connects again.</summary>
[Collection(ScreenBrowserTests.Name)]
public class LostLineTests(BrowserFixture browser, GruApp app) : WindowTests(browser), IClassFixture<GruApp>
{
    private readonly GruApp _app = app;
    private IWebSocketRoute? _socket;
    private bool _isDead;
    private bool _hears;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_written_meanwhile_reaches_the_form_once_the_connection_is_back(bool inPlace)
    {
        var (id, page) = await OpenAsync($"Une ligne coupée {inPlace}");
        var hand = new Hand(page);
        await hand.AddAsync("Texte court", "Motif");
        await hand.SavedAsync();
        if (inPlace)
        {
            await page.Locator(".gd-frame > .gd-pick").First.FocusAsync();
            await page.Keyboard.PressAsync("F2");
            await Expect(page.Locator(".gd-inplace")).ToBeFocusedAsync();
        }

        await page.Keyboard.PressAsync("End");
        _isDead = true;
        await hand.TypeAsync(" de la demande");
        await BackAsync(page);
        await hand.SavedAsync();

        Assert.Equal(["Motif de la demande"], await LabelsAsync(id));
        await Expect(page.Locator(inPlace ? ".gd-inplace" : "#gd-label-box")).ToHaveValueAsync("Motif de la demande");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_question_asked_for_meanwhile_comes_once_with_its_text(bool heard)
    {
        var (id, page) = await OpenAsync($"Une question demandée {heard}");
        var hand = new Hand(page);
        await hand.AddAsync("Texte court", "Motif");
        await hand.SavedAsync();
        if (heard)
        {
            // The server hears of it; its answer is lost.
            _hears = true;
            _isDead = true;
            await hand.AddAsync("Date", "Jour");
            await Once(async () => (await LabelsAsync(id)).Count == 2);
        }
        else
        {
            _isDead = true;
            await hand.AddAsync("Date", "Jour");
        }

        await BackAsync(page);
        await Expect(hand.Frame("Jour")).ToBeVisibleAsync();
        await hand.SavedAsync();

        Assert.Equal(["Motif", "Jour"], await LabelsAsync(id));
    }

    private async Task BackAsync(IPage page)
    {
        var told = page.EvaluateAsync("() => new Promise(done => document.addEventListener('gru-line-back', () => done(true), { once: true }))");
        var socket = _socket!;
        _isDead = false;
        await socket.CloseAsync();
        await told;
    }

    private async Task<List<string>> LabelsAsync(Guid id)
    {
        await using var db = await _app.OpenDatabaseAsync();
        var saved = await db.Procedures.AsNoTracking().SingleAsync(p => p.Id == id);
        return [.. DefinitionJson.Read(saved.WorkingDefinition).Definition!.AllFields().Select(f => f.Label)];
    }

    private static async Task Once(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await holds()) await pulse.WaitForNextTickAsync(limit.Token);
    }

    private async Task<(Guid Id, IPage Page)> OpenAsync(string title)
    {
        var id = await _app.CreateProcedureAsync(title);
        var page = await Browser.OpenAsync(_app.Address.ToString());
        await page.RouteWebSocketAsync("**/_blazor**", socket =>
        {
            var server = socket.ConnectToServer();
            socket.OnMessage(message =>
            {
                if (!_isDead || _hears) Pass(server, message);
            });
            server.OnMessage(message =>
            {
                if (!_isDead) Pass(socket, message);
            });
            _socket = socket;
        });
        await page.SignInAsync(GruApp.RoadHead);
        await page.GotoAsync($"/agent/demarches/{id}/dessiner");
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        return (id, page);
    }

    private static void Pass(IWebSocketRoute to, IWebSocketFrame message)
    {
        if (message.Binary is { } binary) to.Send(binary);
        else to.Send(message.Text!);
    }
}
