using System.IO.Compression;
using System.Security.Claims;
using System.Text;
using GruBuilder.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Requests.Receipts;

/// <summary>A request that was found for an export.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Number">Its number.</param>
public sealed record FoundRequest(Guid Id, string Number);

/// <summary>Writes acknowledgements into a ZIP, one at a time: memory does not grow with their number.</summary>
public sealed partial class ReceiptArchive(IDbContextFactory<GruContext> contexts, ReceiptDesk desk, RequestService requests, ILogger<ReceiptArchive> logger) : IDisposable
{
    /// <summary>The entry that lists what could not be written.</summary>
    public const string Errors = "erreurs.txt";

    // All exports together take half of the processors, so that citizens' pages never wait for them. A place is held while a receipt is
    // made, not while it is sent: a slow connection holds up nobody.
    private readonly SemaphoreSlim _places = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Writes the archive. Whether the agent may see a request is asked again when its turn comes.</summary>
    /// <param name="body">Where to.</param>
    /// <param name="found">The requests, in order.</param>
    /// <param name="agent">Who exports.</param>
    /// <param name="export">Counts.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task WriteAsync(Stream body, IReadOnlyList<FoundRequest> found, ClaimsPrincipal agent, ReceiptExport export, CancellationToken cancel)
    {
        var errors = new List<string>();
        await using var zip = await ZipArchive.CreateAsync(body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        foreach (var request in found)
        {
            cancel.ThrowIfCancellationRequested();
            if (export.IsStopped) throw new OperationCanceledException("The export was stopped.");
            var (paper, problem) = await MakeAsync(request, agent, cancel);
            // The PDF's streams are compressed already.
            if (paper is not null) await AddAsync(zip, paper.Name, paper.Content, CompressionLevel.NoCompression, cancel);
            else errors.Add($"{request.Number} : {problem}");
            export.Count(paper is not null);
        }

        if (errors.Count > 0) await AddAsync(zip, Errors, Encoding.UTF8.GetBytes(Told(errors)), CompressionLevel.Optimal, cancel);
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    private async Task<(Paper? Paper, string Problem)> MakeAsync(FoundRequest found, ClaimsPrincipal agent, CancellationToken cancel)
    {
        await _places.WaitAsync(cancel);
        try
        {
            // A request that changes meanwhile is read anew, once.
            return await TryMakeAsync(found, agent, cancel) ?? await TryMakeAsync(found, agent, cancel)
                ?? (null, "cette demande a changé pendant l’export. Exportez-la à nouveau.");
        }
        catch (Exception e) when (e is not OutOfMemoryException && !cancel.IsCancellationRequested)
        {
            NotWritten(e, found.Number);
            return (null, "le récépissé n’a pas pu être écrit. Réessayez plus tard ; s’il manque encore, prévenez l’administrateur.");
        }
        finally
        {
            _places.Release();
        }
    }

    // Nothing where somebody acted on the request at the same moment.
    private async Task<(Paper? Paper, string Problem)?> TryMakeAsync(FoundRequest found, ClaimsPrincipal agent, CancellationToken cancel)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var request = await RequestAccess.OfAgent(db, agent).AsNoTracking().FirstOrDefaultAsync(r => r.Id == found.Id, cancel);
            if (request is null) return (null, "vous n’avez plus accès à cette demande.");
            var receipt = await desk.AcknowledgementAsync(request.Id, cancel);
            var file = await desk.WriteAsync(receipt, request.Answers, isOneOfMany: true, cancel);
            // Noted before it leaves: no receipt goes out unseen.
            return await requests.NoteExportAsync(request.Id, agent, cancel)
                ? (new Paper(file, ReceiptDesk.FileName(receipt, request.Number)), "")
                : (null, "vous n’avez plus accès à cette demande.");
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }

    private static async Task AddAsync(ZipArchive zip, string name, byte[] content, CompressionLevel level, CancellationToken cancel)
    {
        await using var entry = await zip.CreateEntry(name, level).OpenAsync(cancel);
        await entry.WriteAsync(content, cancel);
    }

    private static string Told(List<string> errors) =>
        $"{(errors.Count == 1 ? "Un récépissé manque" : $"{errors.Count} récépissés manquent")} dans cette archive.\n\n{string.Join('\n', errors)}\n";

    [LoggerMessage(LogLevel.Error, "The receipt of request {Number} could not be exported; the archive says so.")]
    private partial void NotWritten(Exception exception, string number);
}
