using System.Security.Claims;
using GruBuilder.Forms.Definitions;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Designing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GruBuilder.Tests.Web;

/// <summary>The application as it runs: real Kestrel on a free port, own data directory with the town's files, own SQLite file.</summary>
public class GruApp : WebApplicationFactory<Program>
{
    // Migrations take a good part of a start; the applications of one run begin with copies of one file that has the last shape.
    private static readonly Lazy<byte[]> Migrated = new(Migrate);
    private const string DatabaseName = "gru.db";

    public const string Citizen = "citoyen@demo.ronchin.test";
    public const string RoadAgent = "agent@demo.ronchin.test";
    public const string CivilAgent = "agent.etatcivil@demo.ronchin.test";
    public const string RoadHead = "chef.voirie@demo.ronchin.test";
    public const string Communication = "communication@demo.ronchin.test";
    public const string Administrator = "admin@demo.ronchin.test";

    public GruApp()
        : this("Development")
    {
    }

    protected GruApp(string environment)
    {
        Kind = environment;
        CopyTownFiles(Path.Combine(RepositoryRoot, "data"), DataDirectory);
        // The one in Production begins with nothing at all.
        if (environment == Environments.Development) File.WriteAllBytes(Path.Combine(DataDirectory, DatabaseName), Migrated.Value);
        UseKestrel(0);
    }

    /// <summary>The directory that holds the solution.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>This application's own data directory.</summary>
    public string DataDirectory { get; } = Directory.CreateTempSubdirectory("gru-test-").FullName;

    /// <summary>Where it listens, ending in a slash.</summary>
    public Uri Address
    {
        get
        {
            StartServer();
            return ClientOptions.BaseAddress;
        }
    }

    private string Kind { get; }

    /// <summary>A new procedure of the person's first department, its form to be drawn.</summary>
    public async Task<Guid> CreateProcedureAsync(string title, string email = RoadHead, string theme = "Voirie", FormDefinition? form = null)
    {
        var (desk, person) = (Get<DesignDesk>(), await PersonAsync(email));
        return (await desk.CreateAsync(person, title, (await desk.DepartmentsAsync(person))[0].Id, theme, form))!.Value;
    }

    public async Task<GruContext> OpenDatabaseAsync()
    {
        StartServer();
        return await Services.GetRequiredService<IDbContextFactory<GruContext>>().CreateDbContextAsync();
    }

    public T Get<T>()
        where T : notnull
    {
        StartServer();
        return Services.GetRequiredService<T>();
    }

    /// <summary>Someone as the application sees them once signed in.</summary>
    public async Task<ClaimsPrincipal> PersonAsync(string email)
    {
        StartServer();
        await using var scope = Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByEmailAsync(email);
        return await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account!);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Kind);
        builder.UseSetting("Data:Directory", DataDirectory);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing) return;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(DataDirectory)) Directory.Delete(DataDirectory, recursive: true);
    }

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "GruBuilder.sln"))) at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("GruBuilder.sln stands in no directory above the tests: run them from the repository.");
    }

    private static byte[] Migrate()
    {
        var directory = Directory.CreateTempSubdirectory("gru-test-").FullName;
        var host = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        host.Configuration["Data:Directory"] = directory;
        host.Services.AddGruData(host.Configuration, host.Environment).AddAccounts();
        using (var services = host.Services.BuildServiceProvider()) services.MigrateAsync().GetAwaiter().GetResult();
        // The last connection that closes brings all into the one file.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var bytes = File.ReadAllBytes(Path.Combine(directory, DatabaseName));
        Directory.Delete(directory, recursive: true);
        return bytes;
    }

    private static void CopyTownFiles(string from, string to)
    {
        foreach (var name in new[] { "municipality.json", "procedures.json" }) File.Copy(Path.Combine(from, name), Path.Combine(to, name));
        foreach (var folder in new[] { "forms", "blocks" })
        {
            Directory.CreateDirectory(Path.Combine(to, folder));
            foreach (var form in Directory.GetFiles(Path.Combine(from, folder), "*.json")) File.Copy(form, Path.Combine(to, folder, Path.GetFileName(form)));
        }
    }
}

/// <summary>The application in Production, empty.</summary>
public sealed class ProductionApp() : GruApp("Production");

[CollectionDefinition(Name)]
public class WebTests : ICollectionFixture<GruApp>
{
    public const string Name = "Web";
}
