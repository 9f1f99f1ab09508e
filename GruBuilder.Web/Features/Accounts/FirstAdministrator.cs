using System.Security.Cryptography;
using System.Text;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Municipality;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Accounts;

/// <summary>The one-time link by which the first administrator's account is created.</summary>
/// <param name="contexts">The database.</param>
/// <param name="desk">Creates the account.</param>
/// <param name="clock">The time.</param>
public sealed class FirstAdministrator(IDbContextFactory<GruContext> contexts, AccountDesk desk, TownClock clock)
{
    private const string Purpose = "first-administrator";

    /// <summary>A new link's path when there is no administrator, else null. Earlier links stop working.</summary>
    public async Task<string?> NewLinkAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await HasAdministratorAsync(db, cancel)) return null;
        await db.OneTimeLinks.Where(l => l.Purpose == Purpose).ExecuteDeleteAsync(cancel);
        var token = RandomNumberGenerator.GetHexString(48, lowercase: true);
        db.OneTimeLinks.Add(new OneTimeLink { Purpose = Purpose, TokenHash = Hash(token), ExpiresAt = clock.UtcNow.AddHours(24) });
        await db.SaveChangesAsync(cancel);
        return $"/premiere-installation?jeton={token}";
    }

    /// <summary>Whether a token works now.</summary>
    public async Task<bool> IsValidAsync(string? token)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await Usable(db, token).AnyAsync() && !await HasAdministratorAsync(db, default);
    }

    /// <summary>Uses the token and creates the administrator.</summary>
    public async Task<IdentityResult> CreateAsync(string? token, SignUpAnswers answers)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var now = clock.UtcNow;
        var taken = await HasAdministratorAsync(db, default) ? 0 : await Usable(db, token).ExecuteUpdateAsync(s => s.SetProperty(l => l.UsedAt, now));
        if (taken == 0) return IdentityResult.Failed(new FrenchIdentityErrors().InvalidToken());
        var created = await desk.CreateAsync(desk.NewAccount(answers.GivenName!, answers.FamilyName!, answers.Email!), answers.Password, Roles.Administrator, []);
        if (!created.Succeeded)
        {
            var hash = Hash(token!);
            await db.OneTimeLinks.Where(l => l.TokenHash == hash).ExecuteUpdateAsync(s => s.SetProperty(l => l.UsedAt, (DateTimeOffset?)null));
        }

        return created;
    }

    private IQueryable<OneTimeLink> Usable(GruContext db, string? token)
    {
        var hash = Hash(token ?? "");
        var now = clock.UtcNow;
        return db.OneTimeLinks.Where(l => l.Purpose == Purpose && l.TokenHash == hash && l.UsedAt == null && l.ExpiresAt > now);
    }

    private static Task<bool> HasAdministratorAsync(GruContext db, CancellationToken cancel) =>
        db.UserRoles.AnyAsync(ur => db.Roles.Any(r => r.Id == ur.RoleId && r.Name == Roles.Administrator), cancel);

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
