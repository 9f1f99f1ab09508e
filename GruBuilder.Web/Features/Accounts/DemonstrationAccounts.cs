using System.Security.Cryptography;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Municipality;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Accounts;

/// <summary>Someone of the demonstration.</summary>
/// <param name="Email">Their address.</param>
/// <param name="Title">Who they are, on the sign-in page.</param>
/// <param name="GivenName">Given name.</param>
/// <param name="FamilyName">Family name.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="Department">Key of their department, or null.</param>
public sealed record DemonstrationPerson(string Email, string Title, string GivenName, string FamilyName, string Role, string? Department);

/// <summary>The accounts that come in Development, and only there. Their password is new at each start.</summary>
/// <param name="contexts">The database.</param>
/// <param name="hasher">Identity's password hashing.</param>
/// <param name="clock">The time.</param>
public sealed class DemonstrationAccounts(IDbContextFactory<GruContext> contexts, IPasswordHasher<Account> hasher, TownClock clock)
{
    /// <summary>Everyone of the demonstration.</summary>
    public static IReadOnlyList<DemonstrationPerson> People { get; } =
    [
        new("citoyen@demo.ronchin.test", "Usager : Camille Lefebvre", "Camille", "Lefebvre", Roles.Citizen, null),
        new("agent@demo.ronchin.test", "Agent de la voirie : Samir Haddad", "Samir", "Haddad", Roles.Agent, "voirie"),
        new("agent.etatcivil@demo.ronchin.test", "Agente de l’état civil : Odile Dubois", "Odile", "Dubois", Roles.Agent, "etat-civil"),
        new("agent.scolaire@demo.ronchin.test", "Agent des affaires scolaires : Bruno Caron", "Bruno", "Caron", Roles.Agent, "affaires-scolaires"),
        new("chef.voirie@demo.ronchin.test", "Cheffe du service voirie : Nadia Delattre", "Nadia", "Delattre", Roles.ServiceHead, "voirie"),
        new("communication@demo.ronchin.test", "Communication : Léa Vasseur", "Léa", "Vasseur", Roles.Communication, null),
        new("admin@demo.ronchin.test", "Administratrice : Hélène Marchal", "Hélène", "Marchal", Roles.Administrator, null),
    ];

    /// <summary>Creates who is missing and gives everyone the same new password.</summary>
    /// <returns>The password.</returns>
    public async Task<string> PrepareAsync(CancellationToken cancel = default)
    {
        var password = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 14);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var emails = People.Select(p => p.Email).ToList();
        var known = await db.Users.Where(u => emails.Contains(u.Email!)).ToDictionaryAsync(u => u.Email!, cancel);
        var roles = await db.Roles.ToDictionaryAsync(r => r.Name!, r => r.Id, cancel);
        var departments = await db.Departments.ToDictionaryAsync(d => d.Key, d => d.Id, cancel);
        string? hash = null;
        foreach (var person in People)
        {
            if (!known.TryGetValue(person.Email, out var account))
            {
                account = ToAccount(person);
                db.Users.Add(account);
                db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = account.Id, RoleId = roles[person.Role] });
                if (person.Department is not null && departments.TryGetValue(person.Department, out var department))
                {
                    db.Memberships.Add(new Membership { AccountId = account.Id, DepartmentId = department });
                }
            }

            // One hash for all: each costs a tenth of a second, and the start is to be quick.
            account.PasswordHash = hash ??= hasher.HashPassword(account, password);
            account.LockoutEnd = null;
            account.AccessFailedCount = 0;
        }

        await db.SaveChangesAsync(cancel);
        return password;
    }

    private Account ToAccount(DemonstrationPerson person) => new()
    {
        UserName = person.Email,
        NormalizedUserName = person.Email.ToUpperInvariant(),
        Email = person.Email,
        NormalizedEmail = person.Email.ToUpperInvariant(),
        EmailConfirmed = true,
        GivenName = person.GivenName,
        FamilyName = person.FamilyName,
        SecurityStamp = Guid.NewGuid().ToString(),
        LockoutEnabled = true,
        CreatedAt = clock.UtcNow,
    };
}
