using GruBuilder.Forms.Receipts;
using GruBuilder.Forms.Receipts.Law;
using GruBuilder.Forms.Receipts.Pdf;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Municipality;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Requests.Receipts;

/// <summary>Finds the receipts of a request that the caller may see, and writes them as files.</summary>
public sealed class ReceiptDesk(IDbContextFactory<GruContext> contexts, ReceiptLedger ledger, IReceiptWriter writer, TownPapers papers, ReceiptFiles files, IRequestFeed feed, TownClock clock)
{
    /// <summary>What a request's pages need to have loaded.</summary>
    public static IQueryable<Request> WithAll(IQueryable<Request> requests) =>
        requests.AsNoTracking().Include(r => r.Account).Include(r => r.Department).Include(r => r.Procedure).Include(r => r.FormVersion);

    /// <summary>The receipts of a request, in the order of what happened.</summary>
    public async Task<IReadOnlyList<IssuedReceipt>> OfAsync(Guid requestId, CancellationToken cancel = default)
    {
        await AcknowledgementAsync(requestId, cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Receipts.AsNoTracking().Include(r => r.Fingerprints).Where(r => r.RequestId == requestId).OrderBy(r => r.IssuedAt).ThenBy(r => r.Id).ToListAsync(cancel);
    }

    /// <summary>The acknowledgement; one is issued where the request is older than kept receipts.</summary>
    public async Task<IssuedReceipt> AcknowledgementAsync(Guid requestId, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var receipt = await ledger.AcknowledgementAsync(db, requestId, cancel);
        return await SavedAsync(db, receipt, cancel);
    }

    /// <summary>One receipt of a request; null when it has none with this code.</summary>
    public async Task<IssuedReceipt?> FindAsync(Guid requestId, string? code, CancellationToken cancel = default)
    {
        if (ReceiptCode.Read(code) is not { } read) return null;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Receipts.AsNoTracking().FirstOrDefaultAsync(r => r.RequestId == requestId && r.Code == read, cancel);
    }

    /// <summary>Whether silence has granted a request, so that its citizen may ask for the attestation (L232-3).</summary>
    /// <param name="request">The request.</param>
    /// <param name="facts">What its acknowledgement stated.</param>
    public bool IsImplicitlyGranted(Request request, ReceiptFacts facts) =>
        facts.Regime == SilenceRegime.Acceptance && request.SilenceOn < clock.Today && request.State is RequestState.Received or RequestState.InProgress;

    /// <summary>The attestation that silence has granted a request, issued the first time it is asked for; null when silence has not.</summary>
    public async Task<IssuedReceipt?> AttestAsync(Guid requestId, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Receipts.AsNoTracking().FirstOrDefaultAsync(r => r.RequestId == requestId && r.Kind == ReceiptKind.ImplicitAcceptance, cancel) is { } kept) return kept;
        var request = await db.Requests.Include(r => r.Department).SingleAsync(r => r.Id == requestId, cancel);
        var facts = (await ledger.AcknowledgementAsync(db, requestId, cancel)).ReadFacts();
        if (!IsImplicitlyGranted(request, facts)) return null;
        var receipt = await ledger.TellAsync(db, request, new ImplicitAcceptance(clock.Local(clock.UtcNow), request.SilenceOn!.Value), cancel);
        return await SavedAsync(db, receipt, cancel);
    }

    /// <summary>A receipt as a PDF. A fingerprint that it did not have before is kept, and a file that was owed is owed no more.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="answers">The request's answers.</param>
    /// <param name="isOneOfMany">One of an export: nobody will ask for it again soon.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<byte[]> WriteAsync(IssuedReceipt receipt, string answers, bool isOneOfMany = false, CancellationToken cancel = default)
    {
        var file = isOneOfMany ? Make(receipt, answers) : files.Get(receipt, answers, () => Make(receipt, answers));
        var fingerprint = PdfFingerprint.Of(file);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var kept = await db.Receipts.Where(r => r.Id == receipt.Id).Select(r => new { IsKnown = r.Fingerprints.Any(f => f.Sha256 == fingerprint), IsOwed = r.Owed != null }).SingleAsync(cancel);
        if (!kept.IsKnown)
        {
            db.Add(new ReceiptFingerprint { ReceiptId = receipt.Id, Sha256 = fingerprint, MadeAt = clock.UtcNow });
            await TrySaveAsync(db, cancel);
        }

        if (kept.IsOwed) await SettleAsync(receipt, cancel);
        return file;
    }

    /// <summary>A receipt's file name.</summary>
    public static string FileName(IssuedReceipt receipt, string number) => $"{receipt.Kind.FileName()}-{number}{(receipt.Ordinal > 1 ? $"-{receipt.Ordinal}" : "")}.pdf";

    private byte[] Make(IssuedReceipt receipt, string answers)
    {
        using var stream = new MemoryStream();
        writer.Write(papers.Illustrated(receipt.ReadDocument(answers)), stream);
        return stream.ToArray();
    }

    // However the file came, the agent who was told that it did not reads that it has.
    private async Task SettleAsync(IssuedReceipt receipt, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.OwedReceipts.FirstOrDefaultAsync(o => o.ReceiptId == receipt.Id, cancel) is not { } owed) return;
        var request = await db.Requests.SingleAsync(r => r.Id == receipt.RequestId, cancel);
        db.Remove(owed);
        request.Note(Actor.System, TimelineKind.InternalNote, $"Le document « {receipt.Kind.Word()} » est maintenant disponible en PDF.", clock.UtcNow);

        // Where somebody acts on the request at the same moment, the next time that the file is asked for settles it.
        if (await TrySaveAsync(db, cancel)) feed.Tell(new RequestEvent(request.Id, request.Number, request.DepartmentId, request.AccountId, TimelineKind.InternalNote));
    }

    private async Task<IssuedReceipt> SavedAsync(GruContext db, IssuedReceipt receipt, CancellationToken cancel)
    {
        if (!db.ChangeTracker.HasChanges() || await TrySaveAsync(db, cancel)) return receipt;
        await using var fresh = await contexts.CreateDbContextAsync(cancel);
        return await fresh.Receipts.AsNoTracking().SingleAsync(r => r.RequestId == receipt.RequestId && r.Kind == receipt.Kind && r.Ordinal == receipt.Ordinal, cancel);
    }

    // Somebody asked for the same at the same moment: the index lets one through, and theirs serves as well.
    private static async Task<bool> TrySaveAsync(GruContext db, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }
}
