using System.Security.Claims;
using GruBuilder.Forms.Definitions;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Catalogue;
using GruBuilder.Web.Features.Designing;
using GruBuilder.Web.Features.Designing.Publication;
using GruBuilder.Web.Features.Municipality;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GruBuilder.Tests.Designer;

/// <summary>A form that is approved now and published later, by itself.</summary>
public class PlannedPublicationTests : IAsyncLifetime
{
    private readonly ClockApp _app = new();
    private ClaimsPrincipal _admin = null!;
    private Guid _id;

    private PublicationDesk Desk => _app.Get<PublicationDesk>();

    private DateTimeOffset Tomorrow => _app.Clock.Now.AddDays(1);

    public async Task InitializeAsync()
    {
        _admin = await _app.PersonAsync(GruApp.Administrator);
        await using var db = await _app.OpenDatabaseAsync();
        _id = await db.Procedures.Where(p => p.Slug == "acte-naissance").Select(p => p.Id).SingleAsync();
    }

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    [Fact]
    public async Task A_planned_form_is_published_at_its_moment_once_also_long_after_an_outage()
    {
        await PlanAsync(Tomorrow);
        Assert.Equal(0, await _app.Get<PlannedPublications>().PublishDueAsync());
        Assert.Equal(Tomorrow, (await ReadAsync()).PlannedAt);

        _app.Clock.Now += TimeSpan.FromDays(4);
        var published = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _app.Get<PlannedPublications>().PublishDueAsync())));
        Assert.Equal(1, published.Sum());
        var procedure = await ReadAsync();
        Assert.Equal((2, null, FormStage.Draft), (procedure.PublishedNumber, procedure.PlannedAt, procedure.Stage));
        var step = (await Desk.ViewAsync(_id, _admin))!.History[0];
        Assert.Equal((StepKind.Published, "Version 2, à la date prévue", _admin.FullName()), (step.Kind, step.Word, step.ActorName));
    }

    [Fact]
    public async Task A_change_takes_the_planning_back_and_says_so()
    {
        var stamp = await PlanAsync(Tomorrow);
        var desk = _app.Get<DesignDesk>();
        var saved = await desk.SaveAsync(_id, _admin, (await desk.OpenAsync(_id, _admin))!.Form with { Description = "Autre" }, stamp);
        Assert.Equal((FormStage.InReview, null), (saved.Standing!.Stage, saved.Standing.PlannedAt));
        Assert.StartsWith("La publication prévue le ", (await Desk.ViewAsync(_id, _admin))!.History[0].Word, StringComparison.Ordinal);
        _app.Clock.Now += TimeSpan.FromDays(2);
        Assert.Equal(0, await _app.Get<PlannedPublications>().PublishDueAsync());
    }

    [Fact]
    public async Task A_form_sent_back_is_no_longer_planned_and_the_history_says_so()
    {
        var back = await Desk.SendBackAsync(_id, _admin, await PlanAsync(Tomorrow), "À revoir.");
        Assert.Equal((FormStage.Draft, null), (back.Standing!.Stage, back.Standing.PlannedAt));
        Assert.StartsWith("À revoir. La publication prévue le ", (await Desk.ViewAsync(_id, _admin))!.History[0].Word, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_planned_publication_can_be_given_up_and_the_approval_stands()
    {
        var stamp = await PlanAsync(Tomorrow);
        var given = await Desk.CancelPlanAsync(_id, _admin, stamp);
        Assert.Equal((SaveOutcome.Done, FormStage.Approved, null), (given.Outcome, given.Standing!.Stage, given.Standing.PlannedAt));
        _app.Clock.Now += TimeSpan.FromDays(2);
        Assert.Equal(0, await _app.Get<PlannedPublications>().PublishDueAsync());
        Assert.Equal(SaveOutcome.Refused, (await Desk.CancelPlanAsync(_id, _admin, given.Stamp)).Outcome);
        Assert.Equal(SaveOutcome.Done, (await Desk.PublishAsync(_id, _admin, given.Stamp)).Outcome);
    }

    [Fact]
    public async Task What_does_not_pass_the_checks_at_its_moment_is_not_published_and_whom_it_concerns_is_told_once()
    {
        await AddHeadAsync("chef.etatcivil@demo.ronchin.test");
        await ApproveAsync();
        // A list that the form takes its answers from is no longer there.
        await using (var db = await _app.OpenDatabaseAsync())
        {
            var procedure = await db.Procedures.SingleAsync(p => p.Id == _id);
            var form = DefinitionJson.Read(procedure.WorkingDefinition).Definition!;
            var broken = form with { Pages = [.. form.Pages, new Page { Key = "page_liste", Title = "Liste", Fields = [new SingleChoiceField { Key = "dans_liste", Label = "Votre rue", List = "liste-disparue", Purpose = "Vous situer." }] }] };
            procedure.SaveWorking(DefinitionJson.Write(broken), _app.Clock.Now);
            procedure.MoveTo(FormStage.Approved, _app.Clock.Now);
            var planner = await _app.PersonAsync(GruApp.Communication);
            procedure.Plan(Tomorrow, planner.Id(), planner.FullName(), _app.Clock.Now);
            await db.SaveChangesAsync();
        }

        _app.Clock.Now += TimeSpan.FromDays(2);
        Assert.Equal(0, await _app.Get<PlannedPublications>().PublishDueAsync());
        var after = await ReadAsync();
        Assert.Equal((1, null), (after.PublishedNumber, after.PlannedAt));
        Assert.Equal(StepKind.PlanFailed, (await Desk.ViewAsync(_id, _admin))!.History[0].Kind);
        await using var mails = await _app.OpenDatabaseAsync();
        var told = await mails.Outbox.OrderBy(m => m.To).ToListAsync();
        // Who approved, the head of the department in charge, who planned; nobody else, and no other department's head.
        Assert.Equal([GruApp.Administrator, "chef.etatcivil@demo.ronchin.test", GruApp.Communication], told.Select(m => m.To));
        Assert.All(told, mail =>
        {
            Assert.StartsWith("Publication non faite : ", mail.Subject, StringComparison.Ordinal);
            Assert.Contains($"/agent/demarches/{_id}/dessiner", mail.Body, StringComparison.Ordinal);
            Assert.Contains("Ce qui a empêché la publication : Le formulaire a des points qui empêchent de publier.", mail.Body, StringComparison.Ordinal);
        });
        Assert.Equal(0, await _app.Get<PlannedPublications>().PublishDueAsync());
    }

    [Fact]
    public async Task Who_planned_approved_and_heads_the_department_at_once_gets_one_mail_when_it_fails()
    {
        await AddHeadAsync(GruApp.Administrator);
        await PlanAsync(Tomorrow);
        await using (var db = await _app.OpenDatabaseAsync())
        {
            // What was approved is no longer what is there.
            await db.Procedures.Where(p => p.Id == _id).ExecuteUpdateAsync(p => p.SetProperty(x => x.StageSha256, "autre"));
        }

        _app.Clock.Now += TimeSpan.FromDays(2);
        Assert.Equal(0, await _app.Get<PlannedPublications>().PublishDueAsync());
        await using var mails = await _app.OpenDatabaseAsync();
        var mail = await mails.Outbox.SingleAsync();
        Assert.Equal(GruApp.Administrator, mail.To);
        Assert.Contains("Le formulaire doit être relu, puis approuvé, tel qu’il est maintenant.", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_approved_form_is_planned_by_who_may_and_only_for_a_moment_to_come()
    {
        var stamp = (await ReadAsync()).WorkingVersionStamp;
        Assert.Equal(SaveOutcome.Refused, (await Desk.PlanAsync(_id, _admin, stamp, Tomorrow)).Outcome);
        stamp = await ApproveAsync();
        foreach (var at in new[] { _app.Clock.Now, _app.Clock.Now.AddMinutes(-1), _app.Clock.Now.AddYears(3) })
        {
            Assert.Equal(SaveOutcome.Refused, (await Desk.PlanAsync(_id, _admin, stamp, at)).Outcome);
        }

        Assert.Equal(SaveOutcome.Gone, (await Desk.PlanAsync(_id, await _app.PersonAsync(GruApp.RoadHead), stamp, Tomorrow)).Outcome);
        Assert.Equal(SaveOutcome.SavedByAnother, (await Desk.PlanAsync(_id, _admin, Guid.NewGuid(), Tomorrow)).Outcome);
        Assert.Null((await ReadAsync()).PlannedAt);
    }

    [Fact]
    public async Task Who_draws_the_form_meanwhile_goes_on_from_what_was_published()
    {
        await PlanAsync(Tomorrow);
        var rooms = _app.Get<DesignRooms>();
        var seat = (await rooms.EnterAsync(_id, _admin, action => action()))!;
        _app.Clock.Now += TimeSpan.FromDays(2);
        Assert.Equal(1, await _app.Get<PlannedPublications>().PublishDueAsync());
        Assert.Equal((2, 2), (seat.Room.Standing.Number, seat.Room.JustPublished));
        seat.Session.ChangeForm(f => f with { Description = "La suite" });
        await seat.Room.FlushAsync();
        Assert.Equal((null, true), (seat.Room.ConflictAt, seat.Room.Document.IsSaved));
        await rooms.LeaveAsync(seat);
    }

    [Fact]
    public void The_town_tells_the_hours_that_its_clocks_pass_over()
    {
        var clock = _app.Get<TownClock>();
        Assert.Null(clock.Moment(new DateTime(2027, 3, 28, 2, 30, 0)));
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 7, 0, 0, TimeSpan.Zero), clock.Moment(new DateTime(2026, 12, 1, 8, 0, 0)));
        Assert.Equal(new DateTimeOffset(2027, 10, 31, 0, 30, 0, TimeSpan.Zero), clock.Moment(new DateTime(2027, 10, 31, 2, 30, 0)));
    }

    private async Task<Guid> PlanAsync(DateTimeOffset at)
    {
        var planned = await Desk.PlanAsync(_id, _admin, await ApproveAsync(), at);
        Assert.Equal((SaveOutcome.Done, null, at), (planned.Outcome, planned.Reason, planned.Standing!.PlannedAt));
        return planned.Stamp;
    }

    // Makes somebody, known or new, the head of the department in charge.
    private async Task AddHeadAsync(string email)
    {
        await using var db = await _app.OpenDatabaseAsync();
        var account = await db.Users.FirstOrDefaultAsync(u => u.Email == email);
        if (account is null) db.Users.Add(account = new Account { UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, NormalizedEmail = email.ToUpperInvariant(), GivenName = "Inès", FamilyName = "Roy", SecurityStamp = "x" });
        db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = account.Id, RoleId = await db.Roles.Where(r => r.Name == Roles.ServiceHead).Select(r => r.Id).SingleAsync() });
        db.Memberships.Add(new Membership { AccountId = account.Id, DepartmentId = await db.Procedures.Where(p => p.Id == _id).Select(p => p.DepartmentId).SingleAsync() });
        await db.SaveChangesAsync();
    }

    private async Task<Guid> ApproveAsync()
    {
        var result = await Desk.ReviewAsync(_id, _admin, (await ReadAsync()).WorkingVersionStamp, ReviewPoints.All);
        return (await Desk.ApproveAsync(_id, _admin, result.Stamp)).Stamp;
    }

    private async Task<Procedure> ReadAsync()
    {
        await using var db = await _app.OpenDatabaseAsync();
        return await db.Procedures.AsNoTracking().SingleAsync(p => p.Id == _id);
    }

    private sealed class ClockApp : GruApp
    {
        public MovedClock Clock { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services =>
            {
                services.AddSingleton<TimeProvider>(Clock);
                // The tests call it themselves.
                services.Remove(services.Single(s => s.ImplementationType == typeof(PlannedPublicationWorker)));
            });
        }
    }

    private sealed class MovedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
