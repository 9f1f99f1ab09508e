using System.Security.Claims;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Catalogue;
using GruBuilder.Web.Features.Municipality;

namespace GruBuilder.Web.Features.Designing;

/// <summary>
/// Who may draw which procedures, and who may read them over: the one place that decides. Service heads draw those of their departments;
/// communication and administrators draw all; agents read over those of their departments. What is not in the query is answered as if it
/// did not exist.
/// </summary>
public static class ProcedureAccess
{
    /// <summary>The procedures that the person may draw and publish.</summary>
    public static IQueryable<Procedure> Drawable(GruContext db, ClaimsPrincipal person)
    {
        var departments = Departments(db, person);
        return db.Procedures.Where(p => departments.Any(d => d.Id == p.DepartmentId));
    }

    /// <summary>The procedures whose form the person may confirm as read over: communication's part, and administrators stand in; where the town has nobody in communication, so do who approves.</summary>
    public static IQueryable<Procedure> Reviewable(GruContext db, ClaimsPrincipal person) =>
        person.IsInRole(Roles.Communication) || person.IsInRole(Roles.Administrator)
            ? db.Procedures
            : Approvable(db, person).Where(_ => !db.UserRoles.Any(u => db.Roles.Any(r => r.Id == u.RoleId && r.Name == Roles.Communication)));

    /// <summary>The procedures that the person may approve, withdraw from the catalogue and open again: the head of the department in charge, and administrators stand in.</summary>
    public static IQueryable<Procedure> Approvable(GruContext db, ClaimsPrincipal person)
    {
        if (person.IsInRole(Roles.Administrator)) return db.Procedures;
        var id = person.IsInRole(Roles.ServiceHead) ? person.Id() ?? Guid.Empty : Guid.Empty;
        return db.Procedures.Where(p => db.Memberships.Any(m => m.AccountId == id && m.DepartmentId == p.DepartmentId));
    }

    /// <summary>The procedures whose form the person may open and speak about: who draws it, and agents of the department in charge.</summary>
    public static IQueryable<Procedure> Discussable(GruContext db, ClaimsPrincipal person)
    {
        var departments = Departments(db, person);
        var id = person.IsInRole(Roles.Agent) ? person.Id() ?? Guid.Empty : Guid.Empty;
        return db.Procedures.Where(p => departments.Any(d => d.Id == p.DepartmentId) || db.Memberships.Any(m => m.AccountId == id && m.DepartmentId == p.DepartmentId));
    }

    /// <summary>Everybody who may open a procedure's form, to draw it or to read it over: the same rule, seen from the form.</summary>
    public static IQueryable<Account> People(GruContext db, Guid id) => db.Users.Where(a => db.UserRoles.Any(u => u.UserId == a.Id && db.Roles.Any(r => r.Id == u.RoleId
        && (r.Name == Roles.Communication || r.Name == Roles.Administrator
            || (r.Name == Roles.ServiceHead || r.Name == Roles.Agent) && db.Procedures.Any(p => p.Id == id && db.Memberships.Any(m => m.AccountId == a.Id && m.DepartmentId == p.DepartmentId))))));

    /// <summary>The departments for which the person may create procedures.</summary>
    public static IQueryable<Department> Departments(GruContext db, ClaimsPrincipal person)
    {
        if (person.IsInRole(Roles.Communication) || person.IsInRole(Roles.Administrator)) return db.Departments;
        var id = person.IsInRole(Roles.ServiceHead) ? person.Id() ?? Guid.Empty : Guid.Empty;
        return db.Departments.Where(d => db.Memberships.Any(m => m.AccountId == id && m.DepartmentId == d.Id));
    }
}
