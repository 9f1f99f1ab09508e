using System.Data.Common;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Tests.Browser;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Designing;
using GruBuilder.Web.Features.Designing.Blocks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using Clip = GruBuilder.Forms.Designer.Edits.Clip;

namespace GruBuilder.Tests.Designer;

/// <summary>The town's library of blocks: who adds and changes them, and the forms that follow.</summary>
[Collection(BrowserTests.Name)]
public class BlockLibraryTests(BrowserFixture browser) : WindowTests(browser), IDisposable
{
    private readonly CountedApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task The_town_starts_with_its_four_blocks_each_good_to_publish()
    {
        var blocks = await _app.Get<BlockDesk>().ListAsync(await _app.PersonAsync(GruApp.RoadHead));
        Assert.Equal(["adresse", "banque", "ecole", "identite"], blocks.Select(b => b.Key).Order(StringComparer.Ordinal));
        Assert.All(blocks, b => Assert.Null(BlockDesk.Problem(b.Form)));
        Assert.All(blocks.SelectMany(b => b.Form.AllFields()).OfType<InputField>(), f => Assert.False(string.IsNullOrEmpty(f.Purpose), f.Key));
    }

    [Fact]
    public async Task Only_communication_and_administrators_change_a_block_and_only_those_who_draw_see_any()
    {
        var desk = _app.Get<BlockDesk>();
        var (head, officer, citizen) = (await _app.PersonAsync(GruApp.RoadHead), await _app.PersonAsync(GruApp.Communication), await _app.PersonAsync(GruApp.Citizen));
        Assert.Empty(await desk.ListAsync(citizen));
        Assert.Empty(await desk.ListAsync(await _app.PersonAsync(GruApp.RoadAgent)));
        Assert.Null(await desk.OpenAsync("adresse", head));
        var form = (await desk.OpenAsync("adresse", officer))!.Form;
        Assert.NotNull((await desk.SaveAsync("adresse", head, form, 1)).Problem);
        await desk.KeepAsync("adresse", head, form with { Title = "Autre" });
        Assert.Equal("Adresse", (await desk.OpenAsync("adresse", officer))!.Form.Title);
        Assert.NotNull(await desk.AddAsync(citizen, "Le mien", new Clip(form, false)));

        Assert.Null(await desk.AddAsync(head, "Mon chantier", new Clip(form, false)));
        Assert.Contains(await desk.ListAsync(head), b => b.Name == "Mon chantier");
        Assert.Contains("déjà", await desk.AddAsync(head, "Mon chantier", new Clip(form, false)), StringComparison.Ordinal);
        Assert.NotNull((await desk.SaveAsync("adresse", officer, form, 1)).Block);
        Assert.Contains("vient d’enregistrer", (await desk.SaveAsync("adresse", officer, form, 1)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_block_that_depends_on_a_question_outside_it_is_refused()
    {
        var clip = Clip.OfFields(Drawn.Form, ["nom_association"])!;
        Assert.Contains("Un bloc doit se suffire", await _app.Get<BlockDesk>().AddAsync(await _app.PersonAsync(GruApp.RoadHead), "Association", clip), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_version_reaches_the_forms_that_follow_open_or_closed_and_no_published_one()
    {
        var (desk, uses, rooms) = (_app.Get<BlockDesk>(), _app.Get<BlockUses>(), _app.Get<DesignRooms>());
        var officer = await _app.PersonAsync(GruApp.Communication);
        Guid[] ids;
        await using (var db = await _app.OpenDatabaseAsync()) ids = [.. await db.Procedures.OrderBy(p => p.Slug).Select(p => p.Id).Take(2).ToListAsync()];
        var bank = (await desk.ListAsync(officer)).Single(b => b.Key == "banque");
        foreach (var id in ids)
        {
            var seat = (await rooms.EnterAsync(id, officer, a => a()))!;
            seat.Session.Insert(bank, isLinked: true);
            await rooms.LeaveAsync(seat);
        }

        // The first is being drawn while the block changes, the second is closed.
        var open = (await rooms.EnterAsync(ids[0], officer, a => a()))!;
        var form = (await desk.OpenAsync("banque", officer))!.Form;
        form = new ChangeField(form.FindField("titulaire")! with { Label = "Titulaire" }, nameof(Field.Label)).Apply(form);
        var told = await uses.OfAsync(bank with { Version = 2, Form = form }, officer);
        Assert.Equal(2, told.Length);
        Assert.All(told, t => Assert.Contains("Titulaire", Assert.Single(t.Changes), StringComparison.Ordinal));
        var (saved, _) = await desk.SaveAsync("banque", officer, form, 1);
        Assert.Empty(await uses.UpdateAsync(saved!, officer));

        Assert.Equal("Titulaire", open.Session.Form.FindField("titulaire")!.Label);
        await rooms.LeaveAsync(open);
        await using var after = await _app.OpenDatabaseAsync();
        foreach (var procedure in await after.Procedures.Where(p => ids.Contains(p.Id)).Include(p => p.Versions).ToListAsync())
        {
            Assert.Equal(new BlockLink("banque", 2, "titulaire", "banque"), DefinitionJson.Read(procedure.WorkingDefinition).Definition!.FindField("titulaire")!.Block);
            Assert.All(procedure.Versions, v => Assert.DoesNotContain("\"block\"", v.Definition, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Looking_at_blocks_asks_the_database_as_often_whatever_the_number_of_forms_and_blocks()
    {
        var (desk, uses, rooms) = (_app.Get<BlockDesk>(), _app.Get<BlockUses>(), _app.Get<DesignRooms>());
        var officer = await _app.PersonAsync(GruApp.Communication);
        Guid[] ids;
        await using (var db = await _app.OpenDatabaseAsync()) ids = [.. await db.Procedures.OrderBy(p => p.Slug).Select(p => p.Id).Take(3).ToListAsync()];
        var blocks = await desk.ListAsync(officer);
        var bank = blocks.Single(b => b.Key == "banque");
        var coming = bank with { Version = 2, Form = new RemoveField("rib").Apply(bank.Form) };

        await InsertAsync(ids[0], bank);
        var few = await LookAsync(1);
        foreach (var block in blocks) await InsertAsync(ids[1], block);
        await InsertAsync(ids[2], bank);
        Assert.Equal(few, await LookAsync(3));

        async Task InsertAsync(Guid id, FormBlock block)
        {
            var seat = (await rooms.EnterAsync(id, officer, a => a()))!;
            seat.Session.Insert(block, isLinked: true);
            await rooms.LeaveAsync(seat);
        }

        async Task<(int Changes, int Page, int Opening)> LookAsync(int followers)
        {
            var changes = _app.Commands.Count;
            Assert.Equal(followers, (await uses.OfAsync(coming, officer)).Length);
            var page = _app.Commands.Count;
            Assert.Equal(followers, (await uses.TitlesAsync(officer))["banque"].Count());
            var opening = _app.Commands.Count;
            var seat = (await rooms.EnterAsync(ids[0], officer, a => a()))!;
            var entered = _app.Commands.Count;
            await uses.CatchUpAsync(seat, blocks);
            Assert.Equal(entered, _app.Commands.Count);
            await rooms.LeaveAsync(seat);
            return (page - changes, opening - page, entered - opening);
        }
    }

    [Fact]
    public async Task A_rule_of_a_forms_own_outlives_a_new_version_of_its_block()
    {
        var (desk, uses, rooms) = (_app.Get<BlockDesk>(), _app.Get<BlockUses>(), _app.Get<DesignRooms>());
        var officer = await _app.PersonAsync(GruApp.Communication);
        Guid id;
        await using (var db = await _app.OpenDatabaseAsync()) id = await db.Procedures.OrderBy(p => p.Slug).Select(p => p.Id).FirstAsync();
        var bank = (await desk.ListAsync(officer)).Single(b => b.Key == "banque");
        var seat = (await rooms.EnterAsync(id, officer, a => a()))!;
        seat.Session.Insert(bank, isLinked: true);
        var rule = new Comparison(Comparison.AccountPrefix + "signedIn", Comparator.IsEqualTo, AnswerValue.Of(true));
        seat.Session.ChangeRule(seat.Session.NumberOf("titulaire"), _ => rule);
        await seat.Room.FlushAsync();

        var form = new ChangeField(bank.Form.FindField("titulaire")! with { Label = "Nom", VisibleIf = new Comparison("rib", Comparator.IsAnswered) }, nameof(Field.Label)).Apply(bank.Form);
        Assert.DoesNotContain(Assert.Single(await uses.OfAsync(bank with { Version = 2, Form = form }, officer)).Changes, c => c.Contains("affich", StringComparison.Ordinal));
        await uses.UpdateAsync((await desk.SaveAsync("banque", officer, form, 1)).Block!, officer);
        Assert.Equal((rule, "Nom"), (seat.Session.Form.FindField("titulaire")!.VisibleIf, seat.Session.Form.FindField("titulaire")!.Label));
        await rooms.LeaveAsync(seat);
    }

    [Fact]
    public async Task A_form_that_lags_behind_follows_as_it_is_opened()
    {
        var (desk, rooms) = (_app.Get<BlockDesk>(), _app.Get<DesignRooms>());
        var officer = await _app.PersonAsync(GruApp.Communication);
        Guid id;
        await using (var db = await _app.OpenDatabaseAsync()) id = await db.Procedures.Select(p => p.Id).FirstAsync();
        var bank = (await desk.ListAsync(officer)).Single(b => b.Key == "banque");
        var seat = (await rooms.EnterAsync(id, officer, a => a()))!;
        seat.Session.Insert(bank, isLinked: true);
        var (saved, _) = await desk.SaveAsync("banque", officer, new RemoveField("rib").Apply(bank.Form), 1);
        Assert.NotNull(seat.Session.Form.FindField("rib"));
        await _app.Get<BlockUses>().CatchUpAsync(seat, [saved!]);
        Assert.Null(seat.Session.Form.FindField("rib"));
        await rooms.LeaveAsync(seat);
    }

    [Fact]
    public async Task Blocks_are_inserted_followed_made_and_changed_by_hand()
    {
        var nadia = await OpenDesignerAsync("Nadia Delattre");
        await nadia.ClickAsync("#gd-left-blocks");
        await nadia.Locator(".gd-block", new() { HasText = "Compte bancaire" }).Locator("summary").ClickAsync();
        await nadia.InspectAsync("blocks");
        await nadia.ClickAsync("#gd-link-banque");
        await Expect(nadia.Locator(".gd-rule--block")).ToHaveCountAsync(3);
        await nadia.Locator(".gd-frame:has(.gd-rule--block) > .gd-pick").First.ClickAsync();
        await Expect(nadia.Locator("#gd-linked")).ToContainTextAsync("suit le bloc");
        await nadia.InspectAsync("linked question");
        await nadia.ClickAsync("#gd-linked #gd-add-rule");
        await nadia.ClickAsync("#gd-share-rule");
        await Expect(nadia.Locator(".gd-frame:has(.gd-rule--block):has-text('Afficher si')")).ToHaveCountAsync(3);
        await nadia.InspectAsync("rule of a form's own");
        await nadia.ClickAsync("#gd-take-rules");
        await Expect(nadia.Locator("#gd-own-rule")).ToHaveCountAsync(0);
        await Expect(nadia.Locator("#gd-linked")).ToBeFocusedAsync();
        await new Hand(nadia).Frame("Quel est le problème ?").Locator("> .gd-pick").ClickAsync();
        await nadia.FillAsync("#gd-block-name", "Compte bancaire");
        await nadia.ClickAsync("#gd-keep-block");
        await Expect(nadia.Locator("#gd-block-problem")).ToContainTextAsync("déjà");
        await nadia.FillAsync("#gd-block-name", "Ma question");
        await nadia.ClickAsync("#gd-keep-block");
        await Expect(nadia.Locator(".gd-block", new() { HasText = "Ma question" })).ToBeVisibleAsync();
        await new Hand(nadia).SavedAsync();

        var lea = await Browser.OpenAsync(_app.Address.ToString());
        await lea.SignInAsync("Léa Vasseur");
        await lea.GotoAsync("/agent/blocs");
        await lea.InspectAsync("list of blocks");
        await lea.GetByRole(AriaRole.Link, new() { Name = "Compte bancaire" }).ClickAsync();
        await Expect(lea.Locator("[data-gd-live]")).ToBeVisibleAsync();
        await lea.Locator(".gd-frame > .gd-pick").First.ClickAsync();
        await Expect(lea.Locator("#gd-panel-Question")).ToBeVisibleAsync();
        await lea.FillAsync("#gd-label-box", "Titulaire du compte");
        await lea.ClickAsync("#gd-save-block");
        await Expect(lea.GetByRole(AriaRole.Region, new() { Name = "Enregistrer le bloc" })).ToContainTextAsync("Titulaire du compte");
        await lea.InspectAsShownAsync("what a block changes");
        await lea.ClickAsync("#gd-save-block-now");
        await Expect(lea.Locator("#gd-block-said")).ToHaveTextAsync("Version 2 enregistrée.");

        // Who draws the form sees it at once.
        await Expect(nadia.Locator(".gd-frame", new() { HasText = "Titulaire du compte" }).First).ToBeVisibleAsync();
    }

    private async Task<IPage> OpenDesignerAsync(string name)
    {
        var page = await Browser.OpenAsync(_app.Address.ToString());
        await page.SignInAsync(name);
        await page.GotoAsync("/agent/demarches");
        await page.GetByRole(AriaRole.Link, new() { Name = "Signaler un problème sur la voirie", Exact = true }).ClickAsync();
        await Expect(page.Locator("[data-gd-live]")).ToBeVisibleAsync();
        return page;
    }

    private sealed class CountedApp : GruApp
    {
        public CommandCounter Commands { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.ConfigureDbContext<GruContext>(options => options.AddInterceptors(Commands)));
        }
    }

    /// <summary>Counts what is read of blocks and procedures: work in the background reads other tables.</summary>
    private sealed class CommandCounter : DbCommandInterceptor
    {
        private int _count;

        public int Count => _count;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("WorkingDefinition", StringComparison.Ordinal) || command.CommandText.Contains("BlockVersions", StringComparison.Ordinal)) Interlocked.Increment(ref _count);
            return ValueTask.FromResult(result);
        }
    }
}
