using System.Security.Claims;
using GruBuilder.Forms.Receipts;
using GruBuilder.Forms.Receipts.Pdf;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Requests.Receipts;

/// <summary>Downloads of receipts.</summary>
public static class ReceiptEndpoints
{
    private const string Pdf = "application/pdf";

    /// <summary>Adds what makes, keeps and writes receipts.</summary>
    public static IServiceCollection AddReceipts(this IServiceCollection services) => TimestampClient.Add(services)
        .AddSingleton<TownSeal>()
        .AddSingleton<TownPapers>()
        .AddSingleton<WordingDesk>()
        .AddSingleton<ReceiptFiles>()
        .AddSingleton<IReceiptWriter>(provider => new PdfReceiptWriter(provider.GetRequiredService<TownSeal>().Seal))
        .AddSingleton<Verifier>()
        .AddRateLimiter(VerificationLimit.Add)
        .AddSingleton<ReceiptFactory>()
        .AddSingleton<ReceiptLedger>()
        .AddSingleton<ReceiptDesk>()
        .AddSingleton<PaperDesk>()
        .AddSingleton<OwedReceipts>()
        .AddHostedService<OwedReceiptWorker>()
        .AddSingleton<ReceiptArchive>()
        .AddSingleton<ReceiptExports>();

    /// <summary>Maps the citizen's documents, the same for agents, and the selections of agents.</summary>
    public static void MapReceipts(this IEndpointRouteBuilder routes)
    {
        // A certificate that does not open, or a logo that is no image, is found out when the application starts.
        routes.ServiceProvider.GetRequiredService<TownSeal>();
        routes.ServiceProvider.GetRequiredService<TownPapers>();
        MapDocuments(routes.MapGroup("/mes-demandes/{number}").RequireAuthorization(), RequestAccess.OfCitizen, (_, _) => Task.CompletedTask);
        MapDocuments(routes.MapGroup("/agent/demandes/{number}").RequireAuthorization(Policies.Processing), RequestAccess.OfAgent,
            (request, http) => http.RequestServices.GetRequiredService<RequestService>().NoteExportAsync(request.Id, http.User));

        routes.MapSelections();
        routes.MapGet("/demarches/{slug}/formulaire.pdf", async (string slug, HttpContext http, PaperDesk papers) =>
            await papers.BlankAsync(slug, http.RequestAborted) is { } paper ? Results.File(paper.Content, Pdf, paper.Name) : Results.NotFound()).AllowAnonymous();
    }

    private static void MapDocuments(RouteGroupBuilder routes, Func<GruContext, ClaimsPrincipal, IQueryable<Request>> access, Func<Request, HttpContext, Task> written)
    {
        void Map(string pattern, Func<Request, HttpContext, Task<Paper?>> make) => routes.MapGet(pattern, async (string number, HttpContext http, IDbContextFactory<GruContext> contexts) =>
        {
            await using var db = await contexts.CreateDbContextAsync(http.RequestAborted);
            if (await FindAsync(access(db, http.User), number, http.RequestAborted) is not { } request || await make(request, http) is not { } paper) return Results.NotFound();
            await written(request, http);
            return Results.File(paper.Content, Pdf, paper.Name);
        });

        void MapReceipt(string pattern, Func<ReceiptDesk, Request, HttpContext, Task<IssuedReceipt?>> find) => Map(pattern, async (request, http) =>
        {
            var desk = http.RequestServices.GetRequiredService<ReceiptDesk>();
            return await find(desk, request, http) is { } receipt ? new Paper(await desk.WriteAsync(receipt, request.Answers, cancel: http.RequestAborted), ReceiptDesk.FileName(receipt, request.Number)) : null;
        });

        MapReceipt("/recepisse.pdf", async (desk, request, http) => await desk.AcknowledgementAsync(request.Id, http.RequestAborted));
        MapReceipt("/attestation.pdf", (desk, request, http) => desk.AttestAsync(request.Id, http.RequestAborted));
        MapReceipt("/documents/{code}.pdf", (desk, request, http) => desk.FindAsync(request.Id, http.GetRouteValue("code") as string, http.RequestAborted));
        Map("/dossier.pdf", async (request, http) => await http.RequestServices.GetRequiredService<PaperDesk>().CopyAsync(request.Id, http.RequestAborted));
        Map("/ticket.pdf", async (request, http) => await http.RequestServices.GetRequiredService<PaperDesk>().TicketAsync(request.Id, http.RequestAborted));
    }

    private static async Task<Request?> FindAsync(IQueryable<Request> reachable, string number, CancellationToken cancellation)
    {
        if (!RequestNumber.TryParse(number, out var read)) return null;
        var text = read.Format();
        return await reachable.AsNoTracking().FirstOrDefaultAsync(r => r.Number == text, cancellation);
    }
}
