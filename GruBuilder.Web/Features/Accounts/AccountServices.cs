using GruBuilder.Web.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace GruBuilder.Web.Features.Accounts;

/// <summary>Registers accounts, sign-in and what each role may do.</summary>
public static class AccountServices
{
    /// <summary>Adds accounts and the rule that everything asks for a sign-in unless it says otherwise.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentity<Account, IdentityRole<Guid>>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "";
                options.Password = new PasswordOptions
                {
                    RequiredLength = 12, RequiredUniqueChars = 5, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false,
                };
                options.Lockout.MaxFailedAccessAttempts = 8;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddEntityFrameworkStores<GruContext>()
            .AddClaimsPrincipalFactory<PersonFactory>()
            .AddErrorDescriber<FrenchIdentityErrors>()
            .AddDefaultTokenProviders();
        services.Configure<DataProtectionTokenProviderOptions>(o => o.TokenLifespan = TimeSpan.FromHours(2));
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = "/connexion";
            cookie.AccessDeniedPath = "/acces-refuse";
            cookie.ReturnUrlParameter = "retour";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.Cookie.Name = "gru";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
        });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Policies.Town, p => p.RequireRole(Roles.OfTown))
            .AddPolicy(Policies.Processing, p => p.RequireRole(Roles.Agent, Roles.ServiceHead))
            .AddPolicy(Policies.Designing, p => p.RequireRole(Roles.ServiceHead, Roles.Communication, Roles.Administrator))
            .AddPolicy(Policies.Administration, p => p.RequireRole(Roles.Administrator));
        services.AddCascadingAuthenticationState();
        services.AddScoped<AccountDesk>();
        services.AddScoped<DemonstrationAccounts>();
        services.AddScoped<FirstAdministrator>();
        return services;
    }
}
