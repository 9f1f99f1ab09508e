using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Tests.Browser;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Designing;
using Microsoft.Playwright;

namespace GruBuilder.Tests.Designer;

/// <summary>
/// The designer in every state, errors and dialogs included: nothing that axe finds, in the light and in the dark, no target smaller than
/// an agent's hand, nothing wider than its window. The states stand in tables (<see cref="States"/>): a new one is one line.
/// </summary>
[Collection(ScreenBrowserTests.Name)]
public class EveryStateTests(BrowserFixture browser, GruApp app) : WindowTests(browser), IClassFixture<GruApp>
{
    private const int MostUnreached = 3;
    private readonly List<string> _faults = [];
    private int _unreached;

    [Fact]
    public async Task Drawing_bars_nobody_in_any_state()
    {
        var page = await OpenAsync(await CreateAsync("Tous les états", EveryStateForm.Form));
        await LookAsync(page, States.Drawing);
        await LookAsync(page, States.EveryKind);
        Finish();
    }

    [Fact]
    public async Task No_view_bars_anybody_in_any_state()
    {
        var page = await OpenAsync(await CreateAsync("Toutes les vues", EveryStateForm.Form));
        await LookAsync(page, States.Views);
        Finish();
    }

    [Fact]
    public async Task Talking_bars_nobody_in_any_state()
    {
        var id = await CreateAsync("Tous les échanges", Sound);
        var page = await OpenAsync(id);
        await LookAsync(page, States.Talking);
        // What happens to a form by others, or by the line.
        var head = await app.PersonAsync(GruApp.Administrator);
        await app.Get<DesignDesk>().SaveAsync(id, head, Drawn.Form, null);
        await LookAsync(page, States.Mishaps);
        Finish();
    }

    [Fact]
    public async Task Publishing_bars_nobody_at_any_stage()
    {
        var page = await OpenAsync(await CreateAsync("Toutes les étapes", Sound));
        await LookAsync(page, States.Publishing);
        Finish();
    }

    [Fact]
    public async Task The_pages_around_the_designer_bar_nobody()
    {
        var page = await SignedInAsync(1280);
        await LookAsync(page, States.Around);
        Finish();
    }

    [Theory]
    [InlineData(360)]
    [InlineData(768)]
    public async Task The_main_states_bar_nobody_on_a_small_screen(int width)
    {
        var page = await OpenAsync(await CreateAsync($"Sur {width} pixels", EveryStateForm.Form), width);
        await LookAsync(page, States.Narrow);
        await LookAsync(page, States.Around.Where(s => s.Main));
        Finish();
    }

    // A form that can be published.
    private static FormDefinition Sound { get; } = new()
    {
        Key = "saine",
        Title = "Saine",
        Pages = [new Page { Key = "vous", Title = "Vous", Fields = [new ShortTextField { Key = "motif", Label = "Motif", Purpose = "Vous répondre", Required = true }] }],
    };

    private async Task LookAsync(IPage page, IEnumerable<State> states)
    {
        foreach (var state in states)
        {
            try
            {
                await state.ComeAsync(page);
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException)
            {
                // One may be passed over for the next; of many, the reason is the first.
                _faults.Add($"'{state.Name}' was not reached: {e.Message}");
                if (++_unreached == MostUnreached) return;
                continue;
            }

            _faults.AddRange(await page.FaultsAsync(state.Name, state.Part));
            _faults.AddRange(await page.SmallTargetsAsync(state.Name));
            await KeepAsync(page, state.Name);
        }
    }

    private void Finish() => Assert.True(_faults.Count == 0, string.Join('\n', _faults.Distinct(StringComparer.Ordinal)));

    // For whoever wants to look at them: GRU_LOOK names a directory.
    private static async Task KeepAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("GRU_LOOK") is not { } directory) return;
        var file = $"{page.ViewportSize!.Width}-{FieldKeys.From(name)}";
        await page.ScreenshotAsync(new() { Path = Path.Combine(directory, $"{file}.png") });
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.ScreenshotAsync(new() { Path = Path.Combine(directory, $"{file}-dark.png") });
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    private Task<Guid> CreateAsync(string title, FormDefinition form) => app.CreateProcedureAsync(title, GruApp.Administrator, "Famille et école", form);

    private async Task<IPage> SignedInAsync(int width)
    {
        var page = await Browser.OpenAsync(app.Address.ToString(), width);
        await page.SignInAsync(GruApp.Administrator);
        return page;
    }

    private async Task<IPage> OpenAsync(Guid id, int width = 1280)
    {
        var page = await SignedInAsync(width);
        await page.GotoAsync($"/agent/demarches/{id}/dessiner");
        await page.Locator("[data-gd-live]").WaitForAsync();
        return page;
    }
}
