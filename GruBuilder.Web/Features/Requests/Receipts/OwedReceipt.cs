using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Municipality;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Requests.Receipts;

/// <summary>A receipt that is kept but whose file could not be written yet. Gone once the file has come.</summary>
public sealed class OwedReceipt
{
    /// <summary>The receipt.</summary>
    public required Guid ReceiptId { get; init; }

    /// <summary>When to try next.</summary>
    public required DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>How many times writing has failed.</summary>
    public required int Failures { get; set; }
}

/// <summary>Tries owed receipts again, later and later, until they come; the agent is told once how it ended.</summary>
public sealed partial class OwedReceipts(IDbContextFactory<GruContext> contexts, ReceiptDesk desk, IRequestFeed feed, TownClock clock, ILogger<OwedReceipts> logger)
{
    /// <summary>A receipt that failed this often, over more than a day, is left for a person to look at.</summary>
    public const int MostFailures = 12;

    private const int Batch = 20;

    /// <summary>Tries those that are due.</summary>
    /// <returns>How many came.</returns>
    public async Task<int> RetryDueAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var now = clock.UtcNow;
        var due = await db.OwedReceipts.AsNoTracking().Where(o => o.Failures < MostFailures && o.NextAttemptAt <= now).OrderBy(o => o.NextAttemptAt).Take(Batch).ToListAsync(cancel);
        var came = 0;
        foreach (var owed in due)
        {
            if (await TakeAsync(db, owed, cancel) && await RetryAsync(owed.ReceiptId, cancel)) came++;
        }

        return came;
    }

    // No two workers try the same; one that dies with it leaves it to the others after a while.
    private async Task<bool> TakeAsync(GruContext db, OwedReceipt owed, CancellationToken cancel)
    {
        var until = clock.UtcNow + TimeSpan.FromMinutes(5);
        return await db.OwedReceipts.Where(o => o.ReceiptId == owed.ReceiptId && o.NextAttemptAt == owed.NextAttemptAt)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.NextAttemptAt, until), cancel) == 1;
    }

    private async Task<bool> RetryAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var receipt = await db.Receipts.AsNoTracking().SingleAsync(r => r.Id == id, cancel);
        var request = await db.Requests.SingleAsync(r => r.Id == receipt.RequestId, cancel);

        // The desk settles what has come.
        if (await TryWriteAsync(receipt, request, cancel)) return true;
        if (await db.OwedReceipts.FirstOrDefaultAsync(o => o.ReceiptId == id, cancel) is not { } owed) return false;
        owed.NextAttemptAt = clock.UtcNow + RepeatedWork.PauseAfter(++owed.Failures);
        var isGivenUp = owed.Failures == MostFailures;
        if (isGivenUp) request.Note(Actor.System, TimelineKind.InternalNote, $"Le document « {receipt.Kind.Word()} » n’a toujours pas pu être écrit en PDF, après {MostFailures} essais. Prévenez l’administrateur.", clock.UtcNow);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody acted on the request at the same moment: what was found is written down at the next attempt.
            return false;
        }

        if (isGivenUp) feed.Tell(new RequestEvent(request.Id, request.Number, request.DepartmentId, request.AccountId, TimelineKind.InternalNote));
        return false;
    }

    private async Task<bool> TryWriteAsync(IssuedReceipt receipt, Request request, CancellationToken cancel)
    {
        try
        {
            await desk.WriteAsync(receipt, request.Answers, cancel: cancel);
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException && !cancel.IsCancellationRequested)
        {
            NotWritten(e, receipt.Kind, request.Number);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "The receipt {Kind} of request {Number} could not be written as a PDF again.")]
    private partial void NotWritten(Exception exception, ReceiptKind kind, string number);
}

/// <summary>Looks for owed receipts for as long as the application runs.</summary>
public sealed class OwedReceiptWorker(OwedReceipts owed, TimeProvider time, ILogger<OwedReceiptWorker> log) : RepeatedWork(TimeSpan.FromSeconds(20), time, log)
{
    /// <inheritdoc/>
    protected override Task RunOnceAsync(CancellationToken cancel) => owed.RetryDueAsync(cancel);
}
