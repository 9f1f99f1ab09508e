using System.Data.Common;
using GruBuilder.Web.Data;
using GruBuilder.Web.Data.Outbox;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Catalogue;
using GruBuilder.Web.Features.Municipality;
using GruBuilder.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Designing.Publication;

/// <summary>Publishes what is planned once its moment has come, with the checks of every publication; what does not pass them is not published, and whom it concerns is told.</summary>
/// <param name="contexts">The database.</param>
/// <param name="desk">Checks and publishes.</param>
/// <param name="rooms">Tells who draws the form.</param>
/// <param name="town">The town, which signs mails.</param>
/// <param name="clock">The time.</param>
/// <param name="site">For links in mails.</param>
/// <param name="log">Where failures are told.</param>
public sealed partial class PlannedPublications(IDbContextFactory<GruContext> contexts, PublicationDesk desk, DesignRooms rooms, MunicipalityProfile town, TownClock clock, SiteAddress site, ILogger<PlannedPublications> log)
{
    /// <summary>Publishes what is due; also what fell due while the application did not run.</summary>
    /// <returns>How many were published.</returns>
    public async Task<int> PublishDueAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var now = clock.UtcNow;
        var published = 0;
        foreach (var id in await db.Procedures.Where(p => p.PlannedAt <= now).OrderBy(p => p.PlannedAt).Select(p => p.Id).ToListAsync(cancel))
        {
            try
            {
                if ((await rooms.MoveAsync(id, () => PublishAsync(id, cancel))).Number is not null) published++;
            }
            catch (Exception e) when (e is DbException or DbUpdateException)
            {
                NotPublished(e, id);
            }
        }

        return published;
    }

    private async Task<SaveResult> PublishAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var now = clock.UtcNow;
        // Given up, or changed, since it was looked for.
        if (await db.Procedures.FirstOrDefaultAsync(p => p.Id == id && p.PlannedAt <= now, cancel) is not { } procedure) return new SaveResult(SaveOutcome.Refused);
        var by = new Publisher(procedure.PlannedById, procedure.PlannedBy);
        if (desk.Obstacle(procedure) is not { } obstacle) return await desk.PublishAsync(db, procedure, by, ", à la date prévue", cancel);

        var reason = obstacle.Reason ?? "Le formulaire a des points qui empêchent de publier.";
        procedure.CancelPlan(now);
        db.PublicationSteps.Add(PublicationStep.Of(procedure, by, StepKind.PlanFailed, now, reason));
        var text = $"Ouvrez le formulaire, corrigez-le, puis publiez-le : {site.Of($"/agent/demarches/{id}/dessiner")}\n\nCe qui a empêché la publication : {reason}";
        foreach (var account in await ConcernedAsync(db, procedure, by.Id, cancel)) db.Outbox.Add(Letters.Write(town, clock, account, $"Publication non faite : {procedure.Title}", text));
        return await DesignDesk.WriteAsync(db, procedure, null, cancel);
    }

    // Who planned it, who approved it, and the heads of the department in charge: each once, and only who may still open the form.
    private static async Task<List<Account>> ConcernedAsync(GruContext db, Procedure procedure, Guid? plannedBy, CancellationToken cancel)
    {
        var approvedBy = await db.PublicationSteps.Where(s => s.ProcedureId == procedure.Id && s.Kind == StepKind.Approved).OrderByDescending(s => s.At).Select(s => s.ActorId).FirstOrDefaultAsync(cancel);
        return await ProcedureAccess.People(db, procedure.Id)
            .Where(a => a.Email != null && (a.Id == plannedBy || a.Id == approvedBy || (
                db.Memberships.Any(m => m.AccountId == a.Id && m.DepartmentId == procedure.DepartmentId) && db.UserRoles.Any(u => u.UserId == a.Id && db.Roles.Any(r => r.Id == u.RoleId && r.Name == Roles.ServiceHead)))))
            .OrderBy(a => a.Email).ToListAsync(cancel);
    }

    [LoggerMessage(LogLevel.Error, "The planned publication of procedure {Procedure} could not be done; trying again.")]
    private partial void NotPublished(Exception exception, Guid procedure);
}

/// <summary>Looks for planned publications for as long as the application runs.</summary>
public sealed class PlannedPublicationWorker(PlannedPublications planned, TimeProvider time, ILogger<PlannedPublicationWorker> log) : RepeatedWork(TimeSpan.FromSeconds(15), time, log)
{
    /// <inheritdoc/>
    protected override Task RunOnceAsync(CancellationToken cancel) => planned.PublishDueAsync(cancel);
}
