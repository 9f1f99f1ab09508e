using GruBuilder.Web.Shell;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace GruBuilder.Web.Features.Accounts;

/// <summary>What is done with accounts outside pages.</summary>
public static class AccountEndpoints
{
    /// <summary>Maps sign-out, the way in after sign-in, and in Development the demonstration's sign-in.</summary>
    public static void MapAccounts(this WebApplication app)
    {
        app.MapPost("/deconnexion", async ([FromForm] string? retour, SignInManager<Account> signIn) =>
        {
            await signIn.SignOutAsync();
            return Results.LocalRedirect(LocalAddress.Or(retour, "/"));
        }).AllowAnonymous();

        app.MapGet("/bienvenue", (HttpContext http) => Results.LocalRedirect(HomeOf(http.User))).RequireAuthorization();

        if (!app.Environment.IsDevelopment()) return;
        app.MapPost("/demonstration", async ([FromForm] string compte, [FromForm] string? retour, UserManager<Account> accounts, SignInManager<Account> signIn) =>
        {
            var person = DemonstrationAccounts.People.FirstOrDefault(p => string.Equals(p.Email, compte, StringComparison.Ordinal));
            if (person is null || await accounts.FindByEmailAsync(person.Email) is not { } account) return Results.NotFound();
            await signIn.SignInAsync(account, isPersistent: false);
            return Results.LocalRedirect(LocalAddress.Or(retour, "/bienvenue"));
        }).AllowAnonymous();
    }

    private static string HomeOf(System.Security.Claims.ClaimsPrincipal person) => person switch
    {
        _ when person.IsAgent() => "/agent/demandes",
        _ when person.IsOfTown() => "/agent/demarches",
        _ => "/mes-demandes",
    };
}
