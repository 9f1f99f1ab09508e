using System.Globalization;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Shell;

namespace GruBuilder.Web.Operations;

/// <summary>Prepares the database, and tells on the console how to come in.</summary>
public static class Start
{
    /// <summary>Screens speak French whatever the machine's language.</summary>
    public static void SpeakFrench()
    {
        var french = CultureInfo.GetCultureInfo("fr-FR");
        CultureInfo.DefaultThreadCurrentCulture = french;
        CultureInfo.DefaultThreadCurrentUICulture = french;
    }

    /// <summary>
    /// <c>dotnet run</c> in the sources is Development unless told otherwise. Done here rather than in launchSettings.json, which
    /// makes <c>dotnet run</c> write a line of its own before a command's JSON.
    /// </summary>
    public static void ChooseEnvironment()
    {
        string[] names = ["ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"];
        if (names.Any(n => Environment.GetEnvironmentVariable(n) is { Length: > 0 }) || !File.Exists("GruBuilder.Web.csproj")) return;
        Environment.SetEnvironmentVariable(names[0], Environments.Development);
    }

    /// <summary>Migrates, seeds, and prepares accounts. Prints the way in once the server listens.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        await app.Services.MigrateAsync();
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FirstStart>().RunAsync();
        var password = app.Environment.IsDevelopment() ? await scope.ServiceProvider.GetRequiredService<DemonstrationAccounts>().PrepareAsync() : null;
        var link = password is null ? await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().NewLinkAsync() : null;
        app.Lifetime.ApplicationStarted.Register(() => Print(app, password, link));
    }

    private static void Print(WebApplication app, string? password, string? link)
    {
        var site = app.Services.GetRequiredService<SiteAddress>();
        var address = site.Root;
        Console.WriteLine($"\n  GruBuilder : {address}\n");
        if (password is not null)
        {
            Console.WriteLine($"  Comptes de démonstration (mot de passe : {password}), aussi proposés sur {address}/connexion");
            foreach (var person in DemonstrationAccounts.People) Console.WriteLine($"    {person.Email,-40} {person.Title}");
            Console.WriteLine();
        }

        if (!app.Environment.IsDevelopment() && !site.IsConfigured)
        {
            Console.WriteLine("  Réglez Site:Address (par exemple https://demarches.exemple.fr) : les liens des courriels partent de là.\n");
        }

        if (link is not null)
        {
            Console.WriteLine("  Aucun compte d’administration n’existe. Créez-le avec ce lien, qui sert une fois et dure 24 heures :");
            Console.WriteLine($"    {address}{link}\n");
        }
    }
}
