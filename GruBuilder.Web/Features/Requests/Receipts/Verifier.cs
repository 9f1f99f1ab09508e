using GruBuilder.Forms.Receipts.Pdf;
using GruBuilder.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Requests.Receipts;

/// <summary>What anyone may know of a receipt whose code they hold: nothing about persons.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="Procedure">The procedure's title, as it was.</param>
/// <param name="Fingerprints">The fingerprints of its files, the latest first.</param>
public sealed record VerifiedReceipt(ReceiptKind Kind, DateTimeOffset IssuedAt, string Procedure, IReadOnlyList<string> Fingerprints);

/// <summary>What a comparison found.</summary>
public enum FileComparison
{
    /// <summary>The very file, signed by the town.</summary>
    SameAndSigned,

    /// <summary>The very file, without a signature.</summary>
    Same,

    /// <summary>The file has the right beginning, and something was added to it.</summary>
    Altered,

    /// <summary>Another file.</summary>
    Other,
}

/// <summary>Tells whether receipts are the town's.</summary>
public sealed class Verifier(IDbContextFactory<GruContext> contexts)
{
    /// <summary>The receipt with this code; null when there is none.</summary>
    public async Task<VerifiedReceipt?> FindAsync(string? code, CancellationToken cancel = default)
    {
        if (ReceiptCode.Read(code) is not { } read) return null;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var receipt = await db.Receipts.AsNoTracking().Include(r => r.Fingerprints).FirstOrDefaultAsync(r => r.Code == read, cancel);
        return receipt is null ? null : new VerifiedReceipt(
            receipt.Kind, receipt.IssuedAt, receipt.ReadFacts().ProcedureTitle, [.. receipt.Fingerprints.OrderByDescending(f => f.MadeAt).Select(f => f.Sha256)]);
    }

    /// <summary>Compares a file with a receipt's.</summary>
    public static FileComparison Compare(VerifiedReceipt receipt, ReadOnlySpan<byte> file)
    {
        var reading = SealReading.Of(file);
        if (!receipt.Fingerprints.Contains(reading.Fingerprint, StringComparer.Ordinal)) return FileComparison.Other;
        return reading.State switch
        {
            SealState.Sound => FileComparison.SameAndSigned,
            SealState.None => FileComparison.Same,
            _ => FileComparison.Altered,
        };
    }
}
