using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GruBuilder.Web.Data;

/// <summary>Marks entities that are written once: never changed, never removed.</summary>
public interface IAppendOnly;

/// <summary>Refuses to save a change or a removal of an <see cref="IAppendOnly"/> entity.</summary>
public sealed class AppendOnlyGuard : SaveChangesInterceptor
{
    /// <inheritdoc/>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context);
        return result;
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Check(DbContext? context)
    {
        var entry = context?.ChangeTracker.Entries<IAppendOnly>().FirstOrDefault(e => e.State is EntityState.Modified or EntityState.Deleted);
        if (entry is null) return;
        throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} never changes once saved, but one was {(entry.State == EntityState.Deleted ? "removed" : "modified")}: add a new one instead.");
    }
}
