using System.Text;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Guide;
using Microsoft.Playwright;

namespace GruBuilder.Tests.Designer;

/// <summary>The states of the designer and of the pages around it, in the order in which they are come to.</summary>
internal static class States
{
    private const string Left = ".gd-left";
    private const string Right = ".gd-right";

    /// <summary>The canvas, the panels beside it, and what opens over them.</summary>
    public static State[] Drawing { get; } =
    [
        new("a form", [], ".gd-frame"),
        new("palette, nothing found", [], ".gd-palette > .gd-hint", Left) { Does = p => p.FillAsync("#gd-search", "zzz") },
        new("palette, something found", [], ".gd-tile", Left) { Does = p => p.FillAsync("#gd-search", "date") },
        new("blocks, nothing in hand", ["#gd-left-blocks"], ".gd-block", Left),
        new("a block", [".gd-block:has-text('Compte bancaire') > summary"], "#gd-copy-banque", Left),
        new("a linked question", ["#gd-link-banque", ".gd-frame:has(.gd-rule--block) > .gd-pick >> nth=0"], "#gd-linked"),
        new("a block that cannot be kept", [Pick("nom")], "#gd-block-problem:not(:empty)", Left) { Does = async p => { await p.FillAsync("#gd-block-name", "Compte bancaire"); await p.ClickAsync("#gd-keep-block"); } },
        new("outline", ["#gd-left-outline"], ".gd-outline", Left),
        new("a question in hand", ["#gd-left-palette", Pick("nom")], "#gd-label-box"),
        new("more of a question", ["#gd-more > summary", ".gd-right summary:has-text('Nom technique')"], "#gd-english-label", Right),
        new("a name that is refused", [], ".gd > .gd-refusal") { Does = async p => { await p.FillAsync("#gd-key", "deux mots"); await p.Keyboard.PressAsync("Tab"); } },
        new("no rule yet", ["#gd-panel-Rules"], "#gd-add-rule", Right),
        new("a rule", ["#gd-add-rule"], ".gd-rule-row", Right),
        new("a rule in groups", ["text='Ajouter un groupe'"], ".gd-rule-group .gd-rule-group", Right),
        new("a rule that makes an answer needed", ["#gd-panel-Question", "#gd-required", "#gd-panel-Rules", "#gd-add-required"], ".gd-right .gd-rule-row >> nth=1", Right),
        new("personal data", ["#gd-panel-PersonalData"], "#gd-purpose", Right),
        new("a rule on a question that is gone", [Pick("orpheline"), "#gd-panel-Rules"], ".gd-right select:has(option:has-text('supprimée'))", Right),
        new("answers in detail", [Pick("statut"), "#gd-panel-Answer", "#gd-options-more"], "#gd-option-0", Right),
        new("answers as lines", ["text='Coller une liste'"], "#gd-lines", Right),
        new("several in hand", ["text='Ne rien changer'", Pick("nom")], "#gd-many") { Does = p => p.Locator(Pick("association")).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] }) },
        new("findings", ["#gd-findings"], ".gd-findings .gd-finding--error"),
        new("publication, barred", ["#gd-findings", "#gd-publish"], ".gd-publish .gd-finding--error", ".gd-publish"),
        new("a page", ["#gd-publish", $"#gd-tab-{EveryStateForm.KindsPage}"], "#gd-remove-page"),
        new("a page that ends", ["#gd-tab-vous", "#gd-add-end"], ".gd-right .gd-card", Right),
        new("the form's rules", ["#gd-form-rules", "#gd-add-condition", ".gd-right summary:has-text('Nouvelle condition')"], ".gd-right details[open] .gd-rule-row", Right),
        new("a table", ["#gd-add-table", ".gd-right summary:has-text('Tarif')"], ".gd-grid", Right),
        new("kinds between two questions", [Pick("nom"), "[data-gd-frame=nom] > .gd-insert > .gd-plus"], ".gd-kinds"),
        new("kinds after the last question", [".gd-insert--open > .gd-plus", ".gd-insert--end > .gd-plus"], ".gd-insert--end .gd-kinds"),
        new("a text written in its place", [".gd-insert--open > .gd-plus", Pick("nom")], ".gd-inplace") { Does = p => p.Keyboard.PressAsync("F2") },
        new("a drag under way", [], ".gd-line") { Does = async p => { await p.Keyboard.PressAsync("Escape"); await new Hand(p).LiftAsync(p.Locator("[data-gd-frame=nom]"), p.Locator("[data-gd-frame=association]"), below: true); } },
        new("shortcuts", [], "#gd-shortcuts[open]") { Does = async p => { await p.Keyboard.PressAsync("Escape"); await p.Mouse.UpAsync(); await p.ClickAsync("#gd-keys"); } },
        new("a tip", ["#gd-shortcuts button", "#gd-tips"], "[role=tooltip]") { Does = p => p.HoverAsync("#gd-view-paths") },
        new("help on the left", ["#gd-tips", ".gd-left .gd-help-note > summary"], ".gd-left .gd-help-text", Left),
        new("help in the middle", [".gd-middle-bar .gd-help-note > summary"], ".gd-middle-bar .gd-help-text", ".gd-middle-bar"),
        new("help on the right", [".gd-middle-bar .gd-help-note > summary", ".gd-right .gd-help-note > summary"], ".gd-right .gd-help-text", Right),
        new("a telephone's width", ["[title='Téléphone']"], ".gd-width-phone", ".gd-middle"),
        new("a tablet's width", ["[title='Tablette']"], ".gd-width-tablet", ".gd-middle"),
    ];

    /// <summary>Each kind of question that the palette has, with its settings.</summary>
    public static IEnumerable<State> EveryKind =>
    [
        new("all kinds on a page", ["[title='Ordinateur']", $"#gd-tab-{EveryStateForm.KindsPage}"], $"[data-gd-frame='{KindCatalogue.All[^1].Fresh.Key}']"),
        .. KindCatalogue.All.Select(k => new State($"settings of {k.Name}", [Pick(k.Fresh.Key)], $".gd-right .gd-what:has-text('{k.Name}')", Right)
        {
            Does = async p =>
            {
                // The question before had its own panels.
                await p.Locator($"[data-gd-frame='{k.Fresh.Key}'].gd-selected").WaitForAsync();
                if (await p.Locator("#gd-panel-Answer").IsVisibleAsync()) await p.ClickAsync("#gd-panel-Answer");
            },
        }),
        new("a calculation being completed", [Pick(KindCatalogue.All.Single(k => k.Fresh is ComputedField).Fresh.Key), "#gd-panel-Answer"], "[aria-label='Compléter le dernier mot']", Right) { Does = p => p.FillAsync("#gd-formula", "3 × rep") },
        new("a calculation that is wrong", [".gd-right summary:has-text('Ce que l’on peut calculer')"], ".gd-right .gd-problem", Right) { Does = p => p.FillAsync("#gd-formula", "3 × (") },
    ];

    /// <summary>The other views, full and empty, right and wrong.</summary>
    public static State[] Views { get; } =
    [
        new("paths", ["#gd-view-paths"], ".gd-journeys"),
        new("test cases, none", ["#gd-view-cases"], ".gd-cases .gd-empty", ".gd-middle"),
        new("links", ["#gd-view-links"], ".gd-links-words"),
        new("links of one question", [".gd-link-node >> nth=0"], ".gd-link-node[aria-pressed=true]", ".gd-middle"),
        new("history, nothing yet", ["#gd-view-history"], ".gd-history .gd-empty", ".gd-middle"),
        new("texts", ["#gd-view-texts"], ".gd-text-row"),
        new("texts without English", ["#gd-texts-missing"], "#gd-texts-missing[aria-pressed=true]", ".gd-texts-filter"),
        new("texts to be read again", ["#gd-texts-all"], ".gd-text-mark:has-text('à revoir')", ".gd-text-row:has(#gd-text-0)") { Does = async p => { await p.FillAsync("#gd-text-0-en", "All states"); await p.FillAsync("#gd-text-0", "Toutes les vues, et plus"); } },
        new("file", ["#gd-view-json"], ".gd-json pre"),
        new("file that is refused", [], ".gd-json .gd-refusal") { Does = p => p.SetInputFilesAsync("#gd-upload", File("""{"key":"a","title":"A","pages":[{"key":"p","title":"P","fields":[{"kind":"hologram"}]}]}""")) },
        new("preview", ["#gd-view-preview"], ".gd-preview .gru-flow"),
        new("preview with errors", [".gd-preview button:has-text('Continuer')"], ".gd-preview .gru-summary"),
        new("preview filled", ["#gd-fill"], ".gd-preview .gru-flow", ".gd-middle"),
        new("preview recorded", ["#gd-record"], "#gd-recorded", ".gd-preview > .gd-recorded"),
        new("preview in English", ["#gd-english"], "#gd-english[aria-pressed=true]", ".gd-preview"),
        new("test cases, passing", ["#gd-view-cases"], ".gd-case-mark--same"),
        new("test cases, failing", ["#gd-view-drawing", Pick("repas")], ".gd-case-mark--other")
        {
            Does = async p =>
            {
                await p.Keyboard.PressAsync("Delete");
                await p.Locator("[data-gd-frame=repas]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
                await p.ClickAsync("#gd-view-cases");
            },
        },
        new("publication, barred by a test case or an error", ["#gd-publish"], ".gd-publish > .gd-findings", ".gd-publish"),
        new("a test case that was removed", ["#gd-publish", ".gd-case-actions button:has-text('Supprimer')"], "#gd-case-back"),
        new("history", ["#gd-view-history"], ".gd-step"),
        new("history, an earlier state", ["#gd-step-0"], ".gd-then"),
    ];

    /// <summary>What is said about a form.</summary>
    public static State[] Talking { get; } =
    [
        new("talk, nothing yet", [Pick("motif"), "#gd-talk"], ".talk-empty"),
        new("talk, naming somebody", ["#talk-begin", "#talk-new"], "#talk-people [role=option]") { Does = p => p.Keyboard.TypeAsync("Assez clair, @") },
        new("talk, refused", [], ".talk-box .gd-problem", Right) { Does = async p => { await p.FillAsync("#talk-new", " "); await p.ClickAsync("#talk-new-send"); } },
        new("a thread", [], ".talk-thread") { Does = async p => { await p.FillAsync("#talk-new", "Assez clair, @Léa Vasseur ?"); await p.ClickAsync("#talk-new-send"); } },
        new("answering", ["[data-talk-answer]"], ".talk-thread textarea", Right),
        new("a message about to be deleted", [".talk-thread button:has-text('Fermer')", ".talk-messages button:has-text('Supprimer')"], "text='Garder le message'", Right),
        new("a message being changed", ["text='Garder le message'", ".talk-messages button:has-text('Modifier')"], ".talk-messages textarea", Right),
        new("proposing a wording", [".talk-messages button:has-text('Fermer')", "#talk-propose"], "#talk-proposed", Right),
        new("a proposed wording", [], "[data-talk-accept]", Right) { Does = async p => { await p.FillAsync("#talk-proposed", "Objet"); await p.ClickAsync("#talk-why-send"); } },
        new("refusing a wording", ["[data-talk-refuse]"], "[id^=talk-refuse]", Right),
        new("a withdrawn wording", [".talk-thread button:has-text('Fermer')", "[data-talk-withdraw]", "#talk-filter-settled"], ".talk-settled", Right),
        new("talk beside another view", ["#talk-filter-open", "#gd-view-texts"], ".talk-thread"),
        new("a question that is spoken about", ["#gd-view-drawing", "#gd-talk-close"], ".gd-talks"),
    ];

    /// <summary>What happens to a form by others, or by the line.</summary>
    public static State[] Mishaps { get; } =
    [
        new("saved by somebody else", [], ".gd-notice") { Does = p => new Hand(p).AddAsync("Date", "Jour") },
        .. new[] { "show", "retrying", "failed", "paused", "resume-failed" }.Select(line => new State($"line: {line}", [], "#components-reconnect-modal", "#components-reconnect-modal")
        {
            Does = p => p.EvaluateAsync("line => { const told = document.getElementById('components-reconnect-modal'); told.className = `components-reconnect-${line}`; told.setAttribute('open', ''); }", line),
        }),
    ];

    /// <summary>The publication menu from the first look to a published version.</summary>
    public static State[] Publishing { get; } =
    [
        new("publication, a draft", ["#gd-publish"], "#gd-review"),
        new("publication, reviewed", [], "#gd-approve", ".gd-publish") { Does = async p => { foreach (var point in await p.Locator(".gd-publish input[type=checkbox]").AllAsync()) await point.CheckAsync(); await p.ClickAsync("#gd-review"); } },
        new("publication, sent back without a word", ["#gd-send-back"], ".gd-publish .gd-refusal", ".gd-publish"),
        new("publication, approved", ["#gd-approve"], "#gd-publish-now", ".gd-publish"),
        new("publication, planned in the past", [], ".gd-publish .gd-refusal", ".gd-publish") { Does = async p => { await p.FillAsync("#gd-plan-at", "2020-01-02T08:00"); await p.ClickAsync("#gd-plan"); } },
        new("publication, planned", [], "#gd-planned", ".gd-publish") { Does = async p => { await p.FillAsync("#gd-plan-at", $"{DateTime.Today.AddDays(3):yyyy-MM-dd}T08:30"); await p.ClickAsync("#gd-plan"); } },
        new("publication, done", ["#gd-cancel-plan", "#gd-publish-now"], ".gd-state:has-text('Publié v1')"),
        new("publication, nothing changed", ["#gd-publish"], ".gd-publish > .gd-findings", ".gd-publish"),
        new("versions", [".gd-state a:has-text('Versions')"], ".page h1"),
    ];

    /// <summary>The pages around the designer.</summary>
    public static State[] Around { get; } =
    [
        At("list of procedures", "/agent/demarches") with { Main = true },
        new("new procedure", [], "#q-title")
        {
            Does = async p =>
            {
                await p.GotoAsync("/agent/demarches/nouvelle");
                await p.Locator(".start-live[data-live=true]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
            },
            Main = true,
        },
        new("new procedure, nothing given", ["text='Créer et dessiner le formulaire'"], ".gru-summary"),
        .. new[] { "Une liste", "Un modèle", "Un autre formulaire", "Un fichier" }.Select(card => new State($"new procedure: {card}", [], $".start-card:has-text('{card}')")
        {
            Does = p => p.Locator(".start-card", new() { HasText = card }).Locator("input").First.CheckAsync(),
        }),
        new("settings", [], "text='Enregistrer les réglages'") { Does = async p => { await p.GotoAsync("/agent/demarches"); await p.ClickAsync("a:has-text('Réglages') >> nth=0"); }, Main = true },
        new("settings with an error", [], ".gru-summary") { Does = async p => { await p.GetByLabel("Base légale").FillAsync(""); await p.ClickAsync("text='Enregistrer les réglages'"); } },
        At("blocks of the town", "/agent/blocs") with { Main = true },
        new("a block", [".page a:has-text('Compte bancaire')"], "[data-gd-live]"),
        new("what a block changes", ["#gd-save-block"], "#gd-save-block-now"),
        At("mentions, none", "/agent/mentions") with { Main = true },
        At("exercise", "/agent/exercice") with { Sees = "[data-gd-live]" },
        new("exercise menu", ["#gd-again"], "#gd-blank"),
        new("the tour's first step", ["#gd-tour-start"], "#gd-tour-title"),
        .. Enumerable.Range(2, GuidedTour.Steps.Length - 1).Select(step => new State($"the tour's step {step}", ["#gd-tour-skip"], $".gd-tour:has-text('Étape {step}')", ".gd-tour")),
        new("the tour's end", ["#gd-tour-skip"], "#gd-tour-keep", ".gd-tour"),
    ];

    /// <summary>The designer in a narrow window, where its panels slide in.</summary>
    public static State[] Narrow { get; } =
    [
        new("a form", [], ".gd-frame"),
        new("palette", [".gd-middle-bar >> text='Questions'"], ".gd[data-left=open]"),
        new("settings of a question", [".gd-left .gd-close", Pick("statut"), ".gd-middle-bar >> text='Réglages'"], ".gd[data-right=open]"),
        new("answers", ["#gd-panel-Answer"], "#gd-option-0"),
        new("rules", ["#gd-panel-Rules", "#gd-add-rule"], ".gd-rule-row"),
        new("findings", [".gd-right .gd-close", "#gd-findings"], ".gd-findings .gd-finding"),
        new("publication", ["#gd-findings", "#gd-publish"], ".gd-publish > .gd-findings"),
        new("preview", ["#gd-publish", "#gd-view-preview"], ".gd-preview .gru-flow"),
        new("paths", ["#gd-view-paths"], ".gd-journeys"),
        new("links", ["#gd-view-links"], ".gd-links-words"),
        new("texts", ["#gd-view-texts"], ".gd-text-row"),
        new("file", ["#gd-view-json"], ".gd-json pre"),
        new("talk", ["#gd-talk"], "#talk-begin"),
    ];

    private static string Pick(string key) => $"[data-gd-frame='{key}'] > .gd-pick";

    private static State At(string name, string path) => new(name, [], "main h1") { Does = p => p.GotoAsync(path) };

    private static FilePayload File(string json) => new() { Name = "mauvais.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(json) };
}
