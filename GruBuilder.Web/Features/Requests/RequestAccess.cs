using System.Security.Claims;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Accounts;

namespace GruBuilder.Web.Features.Requests;

/// <summary>
/// Who may see which requests: the one place that decides. Pages and endpoints start from one of these queries; what is not in it
/// is answered as if it did not exist. Departments are read from the database each time, so that a change takes effect at once.
/// </summary>
public static class RequestAccess
{
    /// <summary>The requests that the person made.</summary>
    public static IQueryable<Request> OfCitizen(GruContext db, ClaimsPrincipal person)
    {
        var id = person.Id() ?? Guid.Empty;
        return db.Requests.Where(r => r.AccountId == id);
    }

    /// <summary>The requests of the departments that the person works for, as agent or service head; else none.</summary>
    public static IQueryable<Request> OfAgent(GruContext db, ClaimsPrincipal person)
    {
        if (!person.IsAgent()) return db.Requests.Where(_ => false);
        var id = person.Id() ?? Guid.Empty;
        return db.Requests.Where(r => db.Memberships.Any(m => m.AccountId == id && m.DepartmentId == r.DepartmentId));
    }

    /// <summary>Every request whose answers the person may read: their own, and those of their departments.</summary>
    public static IQueryable<Request> Readable(GruContext db, ClaimsPrincipal person)
    {
        var id = person.Id() ?? Guid.Empty;
        var agent = person.IsAgent();
        return db.Requests.Where(r => r.AccountId == id || (agent && db.Memberships.Any(m => m.AccountId == id && m.DepartmentId == r.DepartmentId)));
    }

    /// <summary>What an administrator may see of every request: where it stands, never the answers nor the dialogue. Others see none.</summary>
    public static IQueryable<RequestMetadata> Metadata(GruContext db, ClaimsPrincipal person) =>
        RequestMetadata.Of(person.IsInRole(Roles.Administrator) ? db.Requests : db.Requests.Where(_ => false));

    /// <summary>The files that the person may read: those of their drafts, and those of requests they may read; what agents joined, only as an agent.</summary>
    public static IQueryable<StoredFile> Files(GruContext db, ClaimsPrincipal person)
    {
        var id = person.Id() ?? Guid.Empty;
        var (readable, processed) = (Readable(db, person), OfAgent(db, person));
        return db.Files.Where(f => (f.DraftId != null && f.AccountId == id) || (f.ForDepartment ? processed.Any(r => r.Id == f.RequestId) : readable.Any(r => r.Id == f.RequestId)));
    }

    /// <summary>The drafts that the person began.</summary>
    public static IQueryable<Draft> Drafts(GruContext db, ClaimsPrincipal person)
    {
        var id = person.Id() ?? Guid.Empty;
        return db.Drafts.Where(d => d.AccountId == id);
    }

    /// <summary>The departments that the person works for.</summary>
    public static IQueryable<Guid> Departments(GruContext db, ClaimsPrincipal person)
    {
        var id = person.Id() ?? Guid.Empty;
        return db.Memberships.Where(m => m.AccountId == id).Select(m => m.DepartmentId);
    }
}

/// <summary>Where a request stands, without its content.</summary>
public sealed record RequestMetadata
{
    /// <summary>Its number.</summary>
    public required string Number { get; init; }

    /// <summary>What is asked for.</summary>
    public required string Procedure { get; init; }

    /// <summary>The department in charge.</summary>
    public required string Department { get; init; }

    /// <summary>Where it stands.</summary>
    public required RequestState State { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>When something last happened.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Leaves the content out, in the database already.</summary>
    internal static IQueryable<RequestMetadata> Of(IQueryable<Request> requests) => requests.Select(r => new RequestMetadata
    {
        Number = r.Number, Procedure = r.Procedure!.Title, Department = r.Department!.Name, State = r.State, SubmittedAt = r.SubmittedAt, UpdatedAt = r.UpdatedAt,
    });
}
