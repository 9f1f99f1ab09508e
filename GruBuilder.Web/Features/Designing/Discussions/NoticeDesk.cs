using System.Security.Claims;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Municipality;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Designing.Discussions;

/// <summary>A line of what a person is told.</summary>
/// <param name="Notice">What they are told, with its thread and message.</param>
/// <param name="Title">Title of the procedure.</param>
public sealed record NoticeLine(ThreadNotice Notice, string Title)
{
    /// <summary>What happened, in French, behind the name of who did it.</summary>
    public string InWords => Notice.Kind switch
    {
        NoticeKind.Mentioned => "vous cite",
        NoticeKind.Decided => Notice.Thread!.Proposal?.Decision == WordingDecision.Refused ? "a refusé votre texte" : "a répondu à votre texte",
        _ => "a répondu",
    };
}

/// <summary>What each person is told of talks about forms. What is out of a person's reach by now is not told.</summary>
/// <param name="contexts">The database.</param>
/// <param name="clock">The time.</param>
public sealed class NoticeDesk(IDbContextFactory<GruContext> contexts, TownClock clock)
{
    private const int MostShown = 100;

    /// <summary>How many things the person has not seen.</summary>
    public async Task<int> CountAsync(ClaimsPrincipal person, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Of(db, person).CountAsync(n => n.ReadAt == null, cancel);
    }

    /// <summary>The last things that the person was told, newest first.</summary>
    public async Task<IReadOnlyList<NoticeLine>> ListAsync(ClaimsPrincipal person, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var notices = await Of(db, person).AsNoTracking().Include(n => n.Thread).Include(n => n.Message).OrderByDescending(n => n.At).Take(MostShown).ToListAsync(cancel);
        var ids = notices.Select(n => n.Thread!.ProcedureId).Distinct().ToList();
        var titles = await db.Procedures.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Title, cancel);
        return [.. notices.Select(n => new NoticeLine(n, titles[n.Thread!.ProcedureId]))];
    }

    /// <summary>Notes that the person has seen what they were told.</summary>
    /// <param name="person">Who.</param>
    /// <param name="procedureId">Of this procedure only; null for all.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The threads that held something new.</returns>
    public async Task<IReadOnlyList<Guid>> ReadAsync(ClaimsPrincipal person, Guid? procedureId = null, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var unread = await Of(db, person).Where(n => n.ReadAt == null && (procedureId == null || n.Thread!.ProcedureId == procedureId)).ToListAsync(cancel);
        foreach (var notice in unread) notice.ReadAt = clock.UtcNow;
        await db.SaveChangesAsync(cancel);
        return [.. unread.Select(n => n.ThreadId).Distinct()];
    }

    private static IQueryable<ThreadNotice> Of(GruContext db, ClaimsPrincipal person)
    {
        var id = person.Id() ?? Guid.Empty;
        var procedures = ProcedureAccess.Discussable(db, person).Select(p => p.Id);
        return db.ThreadNotices.Where(n => n.AccountId == id && procedures.Contains(n.Thread!.ProcedureId));
    }
}
