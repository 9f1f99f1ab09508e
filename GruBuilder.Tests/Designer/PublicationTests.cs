using System.Security.Claims;
using GruBuilder.Forms.Definitions;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Catalogue;
using GruBuilder.Web.Features.Designing;
using GruBuilder.Web.Features.Designing.Publication;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Tests.Designer;

[Collection(WebTests.Name)]
public class PublicationTests(GruApp app)
{
    private PublicationDesk Desk => app.Get<PublicationDesk>();

    [Fact]
    public async Task A_form_is_read_over_then_approved_then_published_and_each_step_is_kept()
    {
        var (head, reader) = (await app.PersonAsync(GruApp.RoadHead), await app.PersonAsync(GruApp.Communication));
        var (id, stamp) = await CreateAsync(head);
        stamp = Done(await Desk.SubmitAsync(id, head, stamp));
        stamp = Done(await Desk.ReviewAsync(id, reader, stamp, ReviewPoints.All));
        stamp = Done(await Desk.ApproveAsync(id, head, stamp));
        Assert.Equal(1, (await Desk.PublishAsync(id, head, stamp)).Number);

        var steps = (await Desk.ViewAsync(id, head))!.History;
        Assert.Equal([StepKind.Published, StepKind.Approved, StepKind.Reviewed, StepKind.Submitted], steps.OrderByDescending(s => s.Id).Select(s => s.Kind));
        await using var db = await app.OpenDatabaseAsync();
        Assert.Equal((await db.FormVersions.SingleAsync(v => v.ProcedureId == id)).Sha256, steps.Single(s => s.Kind == StepKind.Published).Sha256);
        db.Remove(await db.PublicationSteps.FirstAsync(s => s.ProcedureId == id));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task A_head_does_not_read_over_where_there_is_communication_and_communication_does_not_approve()
    {
        var (head, reader) = (await app.PersonAsync(GruApp.RoadHead), await app.PersonAsync(GruApp.Communication));
        var (id, stamp) = await CreateAsync(head);
        Assert.Equal(SaveOutcome.Refused, (await Desk.ReviewAsync(id, head, stamp, ReviewPoints.All)).Outcome);
        stamp = Done(await Desk.ReviewAsync(id, reader, stamp, ReviewPoints.All));
        Assert.Equal(SaveOutcome.Refused, (await Desk.ApproveAsync(id, reader, stamp)).Outcome);
        Assert.Equal(SaveOutcome.Refused, (await Desk.PublishAsync(id, head, stamp)).Outcome);
    }

    [Fact]
    public async Task What_was_not_wholly_read_over_is_neither_approved_nor_published()
    {
        var admin = await app.PersonAsync(GruApp.Administrator);
        var (id, stamp) = await CreateAsync(admin);
        foreach (var refused in new[]
        {
            await Desk.ReviewAsync(id, admin, stamp, ReviewPoints.All & ~ReviewPoints.Accessibility), await Desk.ApproveAsync(id, admin, stamp), await Desk.PublishAsync(id, admin, stamp),
            await Desk.SendBackAsync(id, admin, stamp, "À revoir"), await Desk.SendBackAsync(id, admin, stamp, " "), await Desk.SubmitAsync(id, admin, stamp, new string('x', PublicationDesk.LongestWord + 1)),
        })
        {
            Assert.Equal(SaveOutcome.Refused, refused.Outcome);
            Assert.NotEmpty(refused.Reason!);
        }
    }

    [Fact]
    public async Task A_change_takes_the_approval_back_and_the_same_form_saved_again_does_not()
    {
        var admin = await app.PersonAsync(GruApp.Administrator);
        var (id, stamp) = await CreateAsync(admin);
        stamp = Done(await Desk.ReviewAsync(id, admin, stamp, ReviewPoints.All));
        stamp = Done(await Desk.ApproveAsync(id, admin, stamp));
        var form = (await app.Get<DesignDesk>().OpenAsync(id, admin))!.Form;

        var same = await app.Get<DesignDesk>().SaveAsync(id, admin, form, stamp);
        Assert.Equal(FormStage.Approved, same.Standing!.Stage);
        var changed = await app.Get<DesignDesk>().SaveAsync(id, admin, form with { Title = "Autre" }, same.Stamp);
        Assert.Equal(FormStage.InReview, changed.Standing!.Stage);
        Assert.Equal(SaveOutcome.Refused, (await Desk.PublishAsync(id, admin, changed.Stamp)).Outcome);
        Assert.Contains((await Desk.ViewAsync(id, admin))!.History, s => s.Kind == StepKind.Changed);
    }

    [Fact]
    public async Task A_form_sent_back_with_a_word_is_drawn_again()
    {
        var (head, reader) = (await app.PersonAsync(GruApp.RoadHead), await app.PersonAsync(GruApp.Communication));
        var (id, stamp) = await CreateAsync(head);
        stamp = Done(await Desk.SubmitAsync(id, head, stamp));
        var back = await Desk.SendBackAsync(id, reader, stamp, "Plus court");
        Assert.Equal(FormStage.Draft, back.Standing!.Stage);
        Assert.Contains((await Desk.ViewAsync(id, head))!.History, s => s.Word == "Plus court");
    }

    [Fact]
    public async Task A_head_alone_in_a_town_without_communication_does_every_step()
    {
        await using var town = new GruApp();
        var head = await town.PersonAsync(GruApp.RoadHead);
        await using (var db = await town.OpenDatabaseAsync())
        {
            db.UserRoles.RemoveRange(db.UserRoles.Where(u => db.Roles.Any(r => r.Id == u.RoleId && r.Name == "Communication")));
            await db.SaveChangesAsync();
        }

        var desk = town.Get<PublicationDesk>();
        var (id, stamp) = await CreateAsync(head, town);
        stamp = Done(await desk.ReviewAsync(id, head, stamp, ReviewPoints.All));
        stamp = Done(await desk.ApproveAsync(id, head, stamp));
        Done(await desk.PublishAsync(id, head, stamp));
    }

    private static Guid Done(SaveResult result)
    {
        Assert.Equal((SaveOutcome.Done, null), (result.Outcome, result.Reason));
        return result.Stamp;
    }

    private async Task<(Guid Id, Guid Stamp)> CreateAsync(ClaimsPrincipal person, GruApp? town = null)
    {
        var desk = (town ?? app).Get<DesignDesk>();
        var form = new FormDefinition { Key = "essai", Title = "Essai", Pages = [new Page { Key = "p", Title = "P", Fields = [new ShortTextField { Key = "nom", Label = "Votre nom", Purpose = "Vous répondre." }] }] };
        var id = (await desk.CreateAsync(person, "Demander un essai", (await desk.DepartmentsAsync(person))[0].Id, "Famille et école", form))!.Value;
        return (id, (await desk.OpenAsync(id, person))!.Procedure.WorkingVersionStamp);
    }
}
