using System.CommandLine;
using System.Text.Json;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Municipality;
using GruBuilder.Web.Shell;

namespace GruBuilder.Web.Operations.CommandLine;

/// <summary><c>users add</c>: creates an account from the server, the first administrator's included.</summary>
internal static class UserCommands
{
    public static Command Build() => new("users", "Looks after accounts.") { BuildAdd() };

    private static Command BuildAdd()
    {
        var email = new Option<string>("--email") { Required = true, Description = "E-mail, which is also the name to sign in with." };
        var role = new Option<string>("--role") { Required = true, Description = $"One of {string.Join(", ", Roles.All)}." };
        var departments = new Option<string[]>("--department") { Description = "Key of a department that the person works for; may be repeated.", DefaultValueFactory = _ => [] };
        var givenName = new Option<string>("--given-name") { Required = true };
        var familyName = new Option<string>("--family-name") { Required = true };
        var passwordFromInput = new Option<bool>("--password-stdin") { Description = "Reads the password from standard input; without it the person asks for one by « Mot de passe oublié »." };
        var command = new Command("add", "Creates an account.") { email, role, departments, givenName, familyName, passwordFromInput };
        command.SetAction(async (parsed, cancel) =>
        {
            var given = parsed.GetRequiredValue(role);
            var known = Roles.All.FirstOrDefault(r => string.Equals(r, given, StringComparison.OrdinalIgnoreCase))
                ?? throw new BadInputException($"{given}: there is no such role; choose one of {string.Join(", ", Roles.All)}.");
            var password = parsed.GetValue(passwordFromInput) ? (await Console.In.ReadLineAsync(cancel) ?? "") : null;
            await using var services = Services();
            await services.MigrateAsync(cancel);
            await services.GetRequiredService<FirstStart>().RunAsync(cancel);
            await using var scope = services.CreateAsyncScope();
            var desk = scope.ServiceProvider.GetRequiredService<AccountDesk>();
            var account = desk.NewAccount(parsed.GetRequiredValue(givenName), parsed.GetRequiredValue(familyName), parsed.GetRequiredValue(email));
            var created = await desk.CreateAsync(account, password, known, parsed.GetValue(departments) ?? []);
            if (!created.Succeeded) throw new BadInputException(string.Join(' ', created.Errors.Select(e => e.Description).Distinct(StringComparer.Ordinal)));
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { id = account.Id, email = account.Email, role = known, departments = parsed.GetValue(departments) }));
            return 0;
        });
        return command;
    }

    /// <summary>The application's services, without the server.</summary>
    private static ServiceProvider Services()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddGruData(builder.Configuration, builder.Environment).AddMunicipality().AddAccounts();
        builder.Services.AddSingleton<SiteAddress>();
        return builder.Services.BuildServiceProvider();
    }
}
