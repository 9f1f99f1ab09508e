using GruBuilder.Web.Data;
using GruBuilder.Web.Data.Outbox;
using GruBuilder.Web.Features.Municipality;
using GruBuilder.Web.Shell;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Accounts;

/// <summary>Creates accounts, signs in, and mends forgotten passwords.</summary>
/// <param name="accounts">Identity's accounts.</param>
/// <param name="signIn">Identity's sign-in.</param>
/// <param name="contexts">The database.</param>
/// <param name="town">The town, which signs mails.</param>
/// <param name="clock">The time.</param>
/// <param name="site">For links in mails.</param>
public sealed class AccountDesk(UserManager<Account> accounts, SignInManager<Account> signIn, IDbContextFactory<GruContext> contexts, MunicipalityProfile town, TownClock clock, SiteAddress site)
{
    // Hashed once so that an unknown address takes as long to refuse as a wrong password.
    private static readonly string DecoyHash = new PasswordHasher<Account>().HashPassword(new Account { GivenName = "", FamilyName = "" }, Guid.NewGuid().ToString());

    /// <summary>Signs in.</summary>
    /// <returns>Whether it worked; false for an unknown address, a wrong password and a locked account alike.</returns>
    public async Task<bool> SignInAsync(string email, string password)
    {
        var account = await accounts.FindByEmailAsync(email.Trim());
        if (account is null)
        {
            accounts.PasswordHasher.VerifyHashedPassword(new Account { GivenName = "", FamilyName = "" }, DecoyHash, password);
            return false;
        }

        var result = await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded;
    }

    /// <summary>Creates a citizen's account and signs them in.</summary>
    public async Task<IdentityResult> SignUpAsync(string givenName, string familyName, string email, string password)
    {
        var account = NewAccount(givenName, familyName, email);
        var created = await CreateAsync(account, password, Roles.Citizen, []);
        if (created.Succeeded) await signIn.SignInAsync(account, isPersistent: false);
        return created;
    }

    /// <summary>Creates an account with a role, all or nothing.</summary>
    /// <param name="account">The account, see <see cref="NewAccount"/>.</param>
    /// <param name="password">The password, or null: the person then asks for one by *Mot de passe oublié*.</param>
    /// <param name="role">One of <see cref="Roles"/>.</param>
    /// <param name="departmentKeys">The departments that the person works for.</param>
    public async Task<IdentityResult> CreateAsync(Account account, string? password, string role, IReadOnlyList<string> departmentKeys)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var departments = await db.Departments.Where(d => departmentKeys.Contains(d.Key)).ToListAsync();
        var unknown = departmentKeys.Except(departments.Select(d => d.Key)).ToList();
        if (unknown.Count > 0) return IdentityResult.Failed(new IdentityError { Code = "UnknownDepartment", Description = $"Aucun service ne porte la clé « {unknown[0]} »." });

        var result = password is null ? await accounts.CreateAsync(account) : await accounts.CreateAsync(account, password);
        if (!result.Succeeded) return result;
        result = await accounts.AddToRoleAsync(account, role);
        if (!result.Succeeded)
        {
            await accounts.DeleteAsync(account);
            return result;
        }

        db.Memberships.AddRange(departments.Select(d => new Membership { AccountId = account.Id, DepartmentId = d.Id }));
        await db.SaveChangesAsync();
        return result;
    }

    /// <summary>An account not yet saved.</summary>
    public Account NewAccount(string givenName, string familyName, string email) => new()
    {
        UserName = email.Trim(), Email = email.Trim(), GivenName = givenName.Trim(), FamilyName = familyName.Trim(), CreatedAt = clock.UtcNow,
    };

    /// <summary>Mails a link to choose a new password, if the address has an account; says nothing either way.</summary>
    /// <param name="email">The address.</param>
    public async Task SendResetLinkAsync(string email)
    {
        var account = await accounts.FindByEmailAsync(email.Trim());
        if (account is null) return;
        var token = await accounts.GeneratePasswordResetTokenAsync(account);
        var link = QueryHelpers.AddQueryString(site.Of("/mot-de-passe/nouveau"), new Dictionary<string, string?> { ["compte"] = account.Id.ToString(), ["jeton"] = token });
        await using var db = await contexts.CreateDbContextAsync();
        db.Outbox.Add(Letters.Write(town, clock, account, "Choisissez un nouveau mot de passe",
            $"Pour choisir un nouveau mot de passe, ouvrez ce lien dans les deux heures :\n{link}\n\nVous n’avez rien demandé ? Ne faites rien : votre mot de passe reste le même."));
        await db.SaveChangesAsync();
    }

    /// <summary>Sets a new password from a mailed link.</summary>
    public async Task<IdentityResult> ResetAsync(string accountId, string token, string password)
    {
        var account = await accounts.FindByIdAsync(accountId);
        if (account is null) return IdentityResult.Failed(new FrenchIdentityErrors().InvalidToken());
        var result = await accounts.ResetPasswordAsync(account, token, password);
        if (result.Succeeded) await accounts.SetLockoutEndDateAsync(account, null);
        return result;
    }
}
