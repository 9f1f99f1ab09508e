using System.IO.Compression;
using GruBuilder.Forms.Receipts;
using GruBuilder.Forms.Receipts.Pdf;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Accounts;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Requests.Receipts;

/// <summary>Downloads of receipts.</summary>
public static class ReceiptEndpoints
{
    /// <summary>Most receipts in one download.</summary>
    public const int MostInOne = 500;

    private const string Pdf = "application/pdf";

    /// <summary>Adds the desk and the PDF writer.</summary>
    public static IServiceCollection AddReceipts(this IServiceCollection services) => services
        .AddSingleton<IReceiptWriter, PdfReceiptWriter>()
        .AddSingleton<ReceiptDesk>();

    /// <summary>Maps the citizen's receipt, the agent's, and the selection of an agent.</summary>
    public static void MapReceipts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/mes-demandes/{number}/recepisse.pdf", async (string number, HttpContext http, IDbContextFactory<GruContext> contexts, ReceiptDesk desk) =>
        {
            await using var db = await contexts.CreateDbContextAsync(http.RequestAborted);
            return await FindAsync(RequestAccess.OfCitizen(db, http.User), number, http.RequestAborted) is { } request
                ? Results.File(await desk.WriteAsync(request), Pdf, ReceiptDesk.FileName(request))
                : Results.NotFound();
        }).RequireAuthorization();

        routes.MapGet("/agent/demandes/{number}/recepisse.pdf", async (string number, HttpContext http, IDbContextFactory<GruContext> contexts, ReceiptDesk desk, RequestService requests) =>
        {
            await using var db = await contexts.CreateDbContextAsync(http.RequestAborted);
            if (await FindAsync(RequestAccess.OfAgent(db, http.User), number, http.RequestAborted) is not { } request) return Results.NotFound();
            var pdf = await desk.WriteAsync(request);
            await requests.NoteExportAsync(request.Id, http.User);
            return Results.File(pdf, Pdf, ReceiptDesk.FileName(request));
        }).RequireAuthorization(Policies.Processing);

        routes.MapGet("/agent/demandes/recepisses.zip", async ([FromQuery(Name = "numero")] string[] numbers, HttpContext http, IDbContextFactory<GruContext> contexts, ReceiptDesk desk, RequestService requests) =>
        {
            var asked = numbers.Take(MostInOne + 1).Select(n => RequestNumber.TryParse(n, out var read) ? read.Format() : "").ToHashSet(StringComparer.Ordinal);
            if (asked.Count is 0 or > MostInOne) return Results.Problem($"Choisissez de 1 à {MostInOne} demandes.", statusCode: StatusCodes.Status400BadRequest);
            await using var db = await contexts.CreateDbContextAsync(http.RequestAborted);
            var ids = await RequestAccess.OfAgent(db, http.User).Where(r => asked.Contains(r.Number)).OrderBy(r => r.SubmittedAt).Select(r => r.Id).ToListAsync(http.RequestAborted);
            if (ids.Count == 0) return Results.NotFound();
            return Results.Stream(body => WriteZipAsync(body, ids, http, contexts, desk, requests), "application/zip", "recepisses.zip");
        }).RequireAuthorization(Policies.Processing);
    }

    // One receipt at a time, straight to the browser: memory does not grow with the selection.
    private static async Task WriteZipAsync(Stream body, List<Guid> ids, HttpContext http, IDbContextFactory<GruContext> contexts, ReceiptDesk desk, RequestService requests)
    {
        // An archive's entry writes its last bytes synchronously when it is closed.
        http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        await using var zip = await ZipArchive.CreateAsync(body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, http.RequestAborted);
        foreach (var id in ids)
        {
            await using var db = await contexts.CreateDbContextAsync(http.RequestAborted);
            var request = await ReceiptDesk.WithAll(RequestAccess.OfAgent(db, http.User)).FirstOrDefaultAsync(r => r.Id == id, http.RequestAborted);
            if (request is null) continue;
            // The PDF's streams are compressed already.
            var entry = zip.CreateEntry(ReceiptDesk.FileName(request), CompressionLevel.NoCompression);
            await using (var content = await entry.OpenAsync(http.RequestAborted))
            {
                await content.WriteAsync(await desk.WriteAsync(request), http.RequestAborted);
            }

            await requests.NoteExportAsync(id, http.User, http.RequestAborted);
        }
    }

    private static async Task<Request?> FindAsync(IQueryable<Request> reachable, string number, CancellationToken cancellation)
    {
        if (!RequestNumber.TryParse(number, out var read)) return null;
        var text = read.Format();
        return await ReceiptDesk.WithAll(reachable).FirstOrDefaultAsync(r => r.Number == text, cancellation);
    }
}
