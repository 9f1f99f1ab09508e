using System.Security.Claims;
using GruBuilder.Web.Features.Requests;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace GruBuilder.Web.Features.Accounts;

/// <summary>What the rest of the application asks of the person signed in.</summary>
public static class Person
{
    /// <summary>Their account's id, or null when nobody is signed in.</summary>
    public static Guid? Id(this ClaimsPrincipal person) => Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>Their given name, or empty.</summary>
    public static string GivenName(this ClaimsPrincipal person) => person.FindFirstValue(ClaimTypes.GivenName) ?? "";

    /// <summary>Their whole name, or empty.</summary>
    public static string FullName(this ClaimsPrincipal person) => $"{person.GivenName()} {person.FindFirstValue(ClaimTypes.Surname)}".Trim();

    /// <summary>Whether they work for the town.</summary>
    public static bool IsOfTown(this ClaimsPrincipal person) => Roles.OfTown.Any(person.IsInRole);

    /// <summary>Whether they process requests.</summary>
    public static bool IsAgent(this ClaimsPrincipal person) => person.IsInRole(Roles.Agent) || person.IsInRole(Roles.ServiceHead);

    /// <summary>Them, as an agent acting on a request.</summary>
    public static Actor AsAgent(this ClaimsPrincipal person) => new(person.Id(), person.FullName(), ActorKind.Agent);

    /// <summary>Them, as the citizen of a request.</summary>
    public static Actor AsCitizen(this ClaimsPrincipal person) => new(person.Id(), person.FullName(), ActorKind.Citizen);
}

/// <summary>Adds the names to what the sign-in cookie says.</summary>
internal sealed class PersonFactory(UserManager<Account> accounts, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account, IdentityRole<Guid>>(accounts, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ClaimTypes.GivenName, user.GivenName));
        identity.AddClaim(new Claim(ClaimTypes.Surname, user.FamilyName));
        return identity;
    }
}
