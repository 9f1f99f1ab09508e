using System.Security.Claims;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Municipality;
using GruBuilder.Web.Features.Requests.Receipts;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Requests.Desk;

/// <summary>The lists of an agent's desk.</summary>
public enum DeskView
{
    /// <summary>Arrived, nobody has taken it yet.</summary>
    ToDo,

    /// <summary>Somebody works on it.</summary>
    InProgress,

    /// <summary>The citizen is to answer.</summary>
    Waiting,

    /// <summary>Open, and its date is past or less than a week away.</summary>
    Late,

    /// <summary>Ended.</summary>
    Ended,

    /// <summary>Every one.</summary>
    All,
}

/// <summary>One line of the list.</summary>
public sealed record DeskRow(
    Guid Id, string Number, string Who, string What, RequestState State, DateTimeOffset SubmittedAt, DateOnly? SilenceOn, TimelineKind? LastKind, string? LastWord, DateTimeOffset? LastAt);

/// <summary>What an agent asks to see.</summary>
/// <param name="View">Which list.</param>
/// <param name="Search">Number, name or procedure; empty for all.</param>
/// <param name="Take">How many lines at most.</param>
public sealed record DeskFilter(DeskView View, string Search = "", int Take = 50);

/// <summary>Reads an agent's lists: only requests of their departments.</summary>
public sealed class DeskQueries(IDbContextFactory<GruContext> contexts, TownClock clock)
{
    /// <summary>How many days before its date a request counts as late or nearly so.</summary>
    public const int DaysBefore = 7;

    /// <summary>The number of requests in each list.</summary>
    public async Task<IReadOnlyDictionary<DeskView, int>> CountAsync(ClaimsPrincipal agent, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var mine = RequestAccess.OfAgent(db, agent);
        var byState = await mine.GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var late = await In(mine, DeskView.Late).CountAsync(cancellation);
        int Of(params RequestState[] states) => states.Sum(s => byState.GetValueOrDefault(s));
        return new Dictionary<DeskView, int>
        {
            [DeskView.ToDo] = Of(RequestState.Received),
            [DeskView.InProgress] = Of(RequestState.InProgress),
            [DeskView.Waiting] = Of(RequestState.WaitingForCitizen),
            [DeskView.Late] = late,
            [DeskView.Ended] = Of(RequestState.Granted, RequestState.Refused, RequestState.Closed),
            [DeskView.All] = byState.Values.Sum(),
        };
    }

    /// <summary>The lines, newest first; those to be done, oldest first. One more than asked for tells that there are more.</summary>
    public async Task<IReadOnlyList<DeskRow>> RowsAsync(ClaimsPrincipal agent, DeskFilter filter, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await Ordered(Matching(db, agent, filter), filter.View).Take(filter.Take + 1).Select(r => new
        {
            Request = r,
            Who = r.Account!.GivenName + " " + r.Account.FamilyName,
            What = r.Procedure!.Title,
            Last = r.Timeline.Where(t => t.Kind == TimelineKind.MessageFromCitizen || t.Kind == TimelineKind.MessageToCitizen).OrderByDescending(t => t.At).Select(t => new { t.Kind, t.Text, t.At }).FirstOrDefault(),
        }).Select(x => new DeskRow(
            x.Request.Id, x.Request.Number, x.Who, x.What, x.Request.State, x.Request.SubmittedAt, x.Request.SilenceOn,
            x.Last == null ? null : x.Last.Kind, x.Last == null ? null : x.Last.Text, x.Last == null ? null : x.Last.At)).ToListAsync(cancellation);
    }

    /// <summary>How many requests match, whatever the number of lines asked for.</summary>
    public async Task<int> CountAsync(ClaimsPrincipal agent, DeskFilter filter, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await Matching(db, agent, filter).CountAsync(cancellation);
    }

    /// <summary>The requests that match, without their content, in the order of the list.</summary>
    public async Task<List<FoundRequest>> FindAsync(ClaimsPrincipal agent, DeskFilter filter, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await Ordered(Matching(db, agent, filter), filter.View).Take(filter.Take).Select(r => new FoundRequest(r.Id, r.Number)).ToListAsync(cancellation);
    }

    private IQueryable<Request> Matching(GruContext db, ClaimsPrincipal agent, DeskFilter filter)
    {
        var requests = In(RequestAccess.OfAgent(db, agent), filter.View);
        if (filter.Search.Trim() is not { Length: > 0 } search) return requests;
        var like = "%" + search.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_") + "%";
        return requests.Where(r =>
            EF.Functions.Like(r.Number, like, "\\") ||
            EF.Functions.Like(r.Account!.GivenName + " " + r.Account.FamilyName, like, "\\") ||
            EF.Functions.Like(r.Procedure!.Title, like, "\\"));
    }

    private static IQueryable<Request> Ordered(IQueryable<Request> requests, DeskView view) =>
        view is DeskView.ToDo or DeskView.Late ? requests.OrderBy(r => r.SubmittedAt) : requests.OrderByDescending(r => r.UpdatedAt);

    private IQueryable<Request> In(IQueryable<Request> requests, DeskView view)
    {
        var soon = clock.Today.AddDays(DaysBefore);
        return view switch
        {
            DeskView.ToDo => requests.Where(r => r.State == RequestState.Received),
            DeskView.InProgress => requests.Where(r => r.State == RequestState.InProgress),
            DeskView.Waiting => requests.Where(r => r.State == RequestState.WaitingForCitizen),
            DeskView.Late => requests.Where(r => r.SilenceOn <= soon && (r.State == RequestState.Received || r.State == RequestState.InProgress || r.State == RequestState.WaitingForCitizen)),
            DeskView.Ended => requests.Where(r => r.State == RequestState.Granted || r.State == RequestState.Refused || r.State == RequestState.Closed),
            _ => requests,
        };
    }
}

/// <summary>The French words of the desk's lists.</summary>
public static class DeskViews
{
    /// <summary>The list's name.</summary>
    public static string Name(this DeskView view) => view switch
    {
        DeskView.ToDo => "À traiter",
        DeskView.InProgress => "En cours",
        DeskView.Waiting => "En attente de l’usager",
        DeskView.Late => "En retard ou presque",
        DeskView.Ended => "Terminées",
        _ => "Toutes",
    };

    /// <summary>What an empty list says.</summary>
    public static string Empty(this DeskView view) => view switch
    {
        DeskView.ToDo => "Tout est pris en charge. Les nouvelles demandes apparaissent ici d’elles-mêmes.",
        DeskView.Late => "Aucune demande n’approche de sa date limite.",
        DeskView.Waiting => "Vous n’attendez la réponse d’aucun usager.",
        _ => "Aucune demande ici pour l’instant.",
    };
}
