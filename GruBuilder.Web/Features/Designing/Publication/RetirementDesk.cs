using System.Security.Claims;
using FluentValidation;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Catalogue;
using GruBuilder.Web.Features.Municipality;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Designing.Publication;

/// <summary>What is asked to withdraw a procedure from the catalogue.</summary>
public sealed class Retirement
{
    /// <summary>Why, in words for citizens.</summary>
    public string? Reason { get; set; }

    /// <summary>The procedure that takes its place, or null.</summary>
    public Guid? Successor { get; set; }
}

/// <summary>What it must hold.</summary>
public sealed class RetirementRules : AbstractValidator<Retirement>
{
    /// <summary>The longest reason.</summary>
    public const int LongestReason = 500;

    /// <summary>States the rules.</summary>
    public RetirementRules() => RuleFor(r => r.Reason)
        .Must(r => !string.IsNullOrWhiteSpace(r)).WithMessage("Dites en une phrase pourquoi la démarche ferme, par exemple : La piscine est fermée pour travaux.")
        .MaximumLength(LongestReason).WithMessage($"Raccourcissez la phrase : {LongestReason} caractères au plus.");
}

/// <summary>What the page of settings shows of the catalogue.</summary>
/// <param name="MayDecide">Whether the person may withdraw it and open it again.</param>
/// <param name="Last">The last withdrawal or reopening, or null.</param>
/// <param name="Closure">What citizens are told while it is withdrawn, or null.</param>
/// <param name="Others">The open procedures that may take its place, by title.</param>
public sealed record RetirementView(bool MayDecide, PublicationStep? Last, Closure? Closure, IReadOnlyList<(Guid Id, string Title)> Others);

/// <summary>Withdraws procedures from the catalogue and opens them again. Each operation checks the person's right on the object, and notes its step.</summary>
/// <param name="contexts">The database.</param>
/// <param name="rooms">Tells who draws the form.</param>
/// <param name="clock">The time.</param>
public sealed class RetirementDesk(IDbContextFactory<GruContext> contexts, DesignRooms rooms, TownClock clock)
{
    /// <summary>What the page shows; null when the procedure is out of this person's reach.</summary>
    public async Task<RetirementView?> ViewAsync(Guid id, ClaimsPrincipal person, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await ProcedureAccess.Drawable(db, person).AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel) is not { } procedure) return null;
        var last = await db.PublicationSteps.AsNoTracking().Where(s => s.ProcedureId == id && (s.Kind == StepKind.Retired || s.Kind == StepKind.Reopened)).OrderByDescending(s => s.At).FirstOrDefaultAsync(cancel);
        var others = await Successors(db, id).Select(p => new { p.Id, p.Title }).ToListAsync(cancel);
        return new RetirementView(
            await ProcedureAccess.Approvable(db, person).AnyAsync(p => p.Id == id, cancel), last, await Closure.OfAsync(db, procedure, cancel),
            [.. others.Select(o => (o.Id, o.Title)).OrderBy(o => o.Title, StringComparer.CurrentCulture)]);
    }

    /// <summary>Withdraws a procedure: no new request begins, none is sent, those already sent go on.</summary>
    /// <param name="id">The procedure.</param>
    /// <param name="person">Who decides.</param>
    /// <param name="retirement">Why, and what takes its place.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<SaveResult> RetireAsync(Guid id, ClaimsPrincipal person, Retirement retirement, CancellationToken cancel = default)
    {
        if (new RetirementRules().Validate(retirement) is { IsValid: false, Errors: [var first, ..] }) return Refuse(first.ErrorMessage);
        return await DecideAsync(id, person, StepKind.Retired, async (db, procedure) =>
        {
            if (!procedure.IsOpen) return (procedure.Status == ProcedureStatus.Retired ? "La démarche est déjà retirée du catalogue." : "La démarche n’est pas encore publiée.", "");
            string? title = null;
            if (retirement.Successor is { } successor)
            {
                title = await Successors(db, id).Where(p => p.Id == successor).Select(p => p.Title).FirstOrDefaultAsync(cancel);
                if (title is null) return ("La démarche qui remplace n’est plus dans le catalogue. Choisissez-en une autre.", "");
            }

            var reason = retirement.Reason!.Trim();
            procedure.Retire(reason, retirement.Successor, clock.UtcNow);
            return (null, title is null ? reason : $"{reason} Remplacée par «\u202f{title}\u202f».");
        }, cancel);
    }

    /// <summary>Opens a withdrawn procedure to citizens again.</summary>
    public Task<SaveResult> ReopenAsync(Guid id, ClaimsPrincipal person, CancellationToken cancel = default) =>
        DecideAsync(id, person, StepKind.Reopened, (_, procedure) =>
        {
            if (procedure.Status != ProcedureStatus.Retired) return Task.FromResult<(string?, string)>(("La démarche n’est pas retirée du catalogue.", ""));
            procedure.Reopen();
            return Task.FromResult<(string?, string)>((null, $"Version {procedure.PublishedNumber}"));
        }, cancel);

    private static IQueryable<Procedure> Successors(GruContext db, Guid id) => db.Procedures.Where(p => p.Id != id && p.PublishedNumber != null && p.Status == ProcedureStatus.Published);

    private static SaveResult Refuse(string reason) => new(SaveOutcome.Refused, Reason: reason);

    private async Task<SaveResult> DecideAsync(Guid id, ClaimsPrincipal person, StepKind kind, Func<GruContext, Procedure, Task<(string? Obstacle, string Word)>> decide, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await ProcedureAccess.Drawable(db, person).FirstOrDefaultAsync(p => p.Id == id, cancel) is not { } procedure) return new SaveResult(SaveOutcome.Gone);
        if (!await ProcedureAccess.Approvable(db, person).AnyAsync(p => p.Id == id, cancel)) return Refuse("Le chef de service décide de retirer ou de rouvrir la démarche.");
        var (obstacle, word) = await decide(db, procedure);
        if (obstacle is not null) return Refuse(obstacle);
        db.PublicationSteps.Add(PublicationStep.Of(procedure, person, kind, clock.UtcNow, word));
        var result = await DesignDesk.WriteAsync(db, procedure, null, cancel);
        if (result.Standing is { } standing) rooms.Tell(id, standing);
        return result;
    }
}
