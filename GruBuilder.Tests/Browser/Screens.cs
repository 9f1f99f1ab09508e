using AngleSharp;
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
    public static async Task InspectAsync(this IPage page, string name) => Refuse(await page.FaultsAsync(name));

    /// <summary>The same in the colours that the window has now.</summary>
    public static async Task InspectAsShownAsync(this IPage page, string name) => Refuse(await page.FaultsAsync(name, dark: false));

    /// <summary>Whatever is wrong with a screen, or with a part of it.</summary>
    /// <param name="page">The screen.</param>
    /// <param name="name">What it is called in the answer.</param>
    /// <param name="part">Which part is looked at; null for the whole.</param>
    /// <param name="dark">Looks at it in the dark as well.</param>
    public static async Task<IReadOnlyList<string>> FaultsAsync(this IPage page, string name, string? part = null, bool dark = true)
    {
        var faults = new List<string>(await page.RunAsync(name, part, null));
        var spill = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (spill > 0) faults.Add($"{name} is {spill} px wider than its window.");
        // No rule of axe any more, and labels and tips go to the wrong one of two.
        var twice = await page.EvaluateAsync<string[]>("() => { const all = [...document.querySelectorAll('[id]')].map(e => e.id); return [...new Set(all.filter((id, i) => all.indexOf(id) !== i))]; }");
        faults.AddRange(twice.Select(id => $"{name} has two elements with the id '{id}'."));
        if (!dark) return faults;
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        // Only colours differ in the dark.
        faults.AddRange(await page.RunAsync($"{name}, dark", part, "color-contrast"));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        return faults;
    }

    /// <summary>What an agent presses and that is lower than 32 px, or narrower than 24; links within a sentence are as high as it.</summary>
    public static async Task<IReadOnlyList<string>> SmallTargetsAsync(this IPage page, string name) => await page.EvaluateAsync<string[]>("""
        name => [...document.querySelectorAll('.agent :is(button, a[href], input, select, textarea, summary, [role=tab], [role=option])')]
          .filter(e => !e.closest('[inert], .gru-form, .gru-flow') && !e.matches(':disabled, [type=hidden], .gru-sr, .skip'))
          .filter(e => e.checkVisibility({ visibilityProperty: true }) && !(e.matches('a') && getComputedStyle(e).display === 'inline'))
          .map(e => [e, (e.matches('[type=checkbox], [type=radio]') && e.closest('label') || e).getBoundingClientRect()])
          .filter(([, box]) => box.width > 0 && (box.height < 31.5 || box.width < 23.5))
          .map(([e, box]) => `${name}: ${Math.round(box.width)} by ${Math.round(box.height)} px\n    ${e.outerHTML.slice(0, 160)}`)
        """, name);

    private static void Refuse(IReadOnlyList<string> faults) => Assert.True(faults.Count == 0, string.Join('\n', faults));

    // The script goes into each document once, and only what is wrong comes back: many times quicker than the whole report.
    private static async Task<string[]> RunAsync(this IPage page, string name, string? part, string? onlyRule)
    {
        if (!await page.EvaluateAsync<bool>("() => typeof axe !== 'undefined'")) await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>("""
            async ([name, part, rule]) => {
              const found = await axe.run(part ?? document, { resultTypes: ['violations'], ...(rule ? { runOnly: [rule] } : { rules: { 'target-size': { enabled: true } } }) });
              // What lies half under something that is open is not aimed at: a click beside closes that first.
              const open = document.querySelector('[data-gd-popover]');
              const isAimedAt = (v, n) => v.id !== 'target-size' || !open || open.contains(document.querySelector(n.target[0]));
              return found.violations.flatMap(v => v.nodes.filter(n => isAimedAt(v, n)).map(n => `${name}: ${v.id}: ${v.help}\n    ${n.html}\n    ${n.failureSummary}`));
            }
            """, new[] { name, part, onlyRule });
    }

    /// <summary>
    /// Signs in as a demonstration account: the same two requests as by its button, made with the window's cookies, without drawing two
    /// pages that the test does not look at. The window shows what it showed.
    /// </summary>
    /// <param name="page">Any page of the window.</param>
    /// <param name="who">The account's address, or a part of what its button says.</param>
    public static async Task SignInAsync(this IPage page, string who)
    {
        await using var sent = await page.APIRequest.GetAsync("/connexion");
        var html = await sent.TextAsync();
        using var context = BrowsingContext.New(Configuration.Default);
        using var screen = await context.OpenAsync(r => r.Content(html));
        var button = screen.QuerySelectorAll("button[name=compte]").Single(b => b.GetAttribute("value") == who || b.TextContent.Contains(who, StringComparison.Ordinal));
        var fields = page.APIRequest.CreateFormData();
        foreach (var hidden in button.Closest("form")!.QuerySelectorAll("input[name]")) fields.Set(hidden.GetAttribute("name")!, hidden.GetAttribute("value") ?? "");
        fields.Set("compte", button.GetAttribute("value")!);
        await using var entered = await page.APIRequest.PostAsync(button.Closest("form")!.GetAttribute("action")!, new() { Form = fields, MaxRedirects = 0 });
        Assert.Equal(302, entered.Status);
    }

    /// <summary>Signs in as a demonstration account by its button, and comes to its first screen.</summary>
    public static async Task SignInByHandAsync(this IPage page, string name)
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
