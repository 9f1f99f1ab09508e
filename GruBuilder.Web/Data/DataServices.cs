using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Data;

/// <summary>Registers and prepares the database.</summary>
public static class DataServices
{
    /// <summary>Adds the data directory, the database and the keys kept in it.</summary>
    public static IServiceCollection AddGruData(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var directory = DataDirectory.From(configuration, environment);
        services.AddSingleton(directory);
        services.AddDbContextFactory<GruContext>(options => options
            .UseSqlite($"Data Source={directory.Database}", sqlite => sqlite.MigrationsHistoryTable("Migrations"))
            .AddInterceptors(new SqlitePragmas(), new AppendOnlyGuard()));
        services.AddDataProtection().SetApplicationName("GruBuilder").PersistKeysToFileSystem(new DirectoryInfo(directory.Keys));
        return services;
    }

    /// <summary>Brings the database to this version's shape.</summary>
    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken cancel = default)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<GruContext>>().CreateDbContextAsync(cancel);
        await db.Database.MigrateAsync(cancel);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancel);
    }
}
