using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace GruBuilder.Web.Data;

/// <summary>Lets <c>dotnet ef migrations add</c> see the model without starting the application.</summary>
public sealed class DesignTimeContext : IDesignTimeDbContextFactory<GruContext>
{
    /// <inheritdoc/>
    public GruContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<GruContext>().UseSqlite("Data Source=design.db", s => s.MigrationsHistoryTable("Migrations")).Options);
}
