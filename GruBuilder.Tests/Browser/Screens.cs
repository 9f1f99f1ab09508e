using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace GruBuilder.Tests.Browser;

/// <summary>What is checked of every screen that a test comes to.</summary>
internal static class Screens
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>A small photo.</summary>
    public static FilePayload Photo { get; } = new()
    {
        Name = "lampadaire.png",
        MimeType = "image/png",
        Buffer = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mP8z8BQz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC"),
    };

    /// <summary>No accessibility fault, in the light and in the dark; nothing that spills over the width.</summary>
    public static async Task InspectAsync(this IPage page, string name)
    {
        await page.InspectAsShownAsync(name);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        // Only colours differ in the dark.
        await page.RunAsync($"{name}, dark", "color-contrast");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
    }

    /// <summary>The same in the colours that the window has now.</summary>
    public static async Task InspectAsShownAsync(this IPage page, string name)
    {
        await page.RunAsync(name, null);
        var spill = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(spill <= 0, $"{name} is {spill} px wider than its window.");
    }

    // The script goes into each document once, and only what is wrong comes back: many times quicker than the whole report.
    private static async Task RunAsync(this IPage page, string name, string? onlyRule)
    {
        if (!await page.EvaluateAsync<bool>("() => typeof axe !== 'undefined'")) await page.EvaluateAsync(Axe);
        var faults = await page.EvaluateAsync<string[]>("""
            async rule => {
              const found = await axe.run(document, { resultTypes: ['violations'], ...(rule ? { runOnly: [rule] } : {}) });
              return found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${v.help}\n    ${n.html}\n    ${n.failureSummary}`));
            }
            """, onlyRule);
        Assert.True(faults.Length == 0, $"{name}:\n{string.Join('\n', faults)}");
    }

    /// <summary>Signs in as a demonstration account by its button.</summary>
    public static async Task SignInAsync(this IPage page, string name)
    {
        await page.GotoAsync("/connexion");
        await page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/connexion", StringComparison.Ordinal));
    }

    /// <summary>Begins a request as a citizen who is signed in.</summary>
    public static async Task BeginAsync(this IPage page, string slug)
    {
        await page.GotoAsync($"/demarches/{slug}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Commencer" }).ClickAsync();
        await page.WaitUntilLiveAsync();
    }

    /// <summary>Waits until a form answers.</summary>
    public static Task WaitUntilLiveAsync(this IPage page) => page.Locator("[data-gru-form][data-live=true]").First.WaitForAsync();

    /// <summary>Goes on to the step with this title.</summary>
    public static async Task ContinueToAsync(this IPage page, string title)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }).WaitForAsync();
    }

    /// <summary>Fills the road report from its first page to its review.</summary>
    public static async Task FillRoadReportAsync(this IPage page)
    {
        await page.GetByLabel("Éclairage").CheckAsync();
        await page.GetByLabel("Il clignote").CheckAsync();
        await page.GetByLabel("Décrivez ce que vous avez vu").FillAsync("Il clignote depuis lundi, surtout le soir.");
        await page.ContinueToAsync("Le lieu");
        await page.GetByLabel("Rue ou place").FillAsync("12 rue du Général-Leclerc");
        await page.GetByLabel("Quand l'avez-vous vu").FillAsync(DateTime.Today.AddDays(-2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await page.SetInputFilesAsync("input[type=file]", Photo);
        await page.GetByRole(AriaRole.Button, new() { Name = "Retirer" }).WaitForAsync();
        await page.ContinueToAsync("Vous joindre");
        await page.GetByLabel("Non").CheckAsync();
        await page.ContinueToAsync("Vérifiez vos réponses");
    }
}
