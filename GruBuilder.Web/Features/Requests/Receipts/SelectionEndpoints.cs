using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Requests.Desk;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Requests.Receipts;

/// <summary>Downloads of several receipts at once: those that an agent ticked, or all those of a list of the desk.</summary>
public static class SelectionEndpoints
{
    /// <summary>Most receipts joined, and most that can be ticked: their numbers stand in the address, of which servers read eight kilobytes.</summary>
    public const int MostInOne = 300;

    /// <summary>Most receipts of a list.</summary>
    public const int MostInList = 10_000;

    /// <summary>The address that exports a list of the desk.</summary>
    /// <param name="filter">The list.</param>
    /// <param name="extension"><c>zip</c>, or <c>pdf</c> for up to <see cref="MostInOne"/> receipts.</param>
    /// <param name="export">What watches it, or null.</param>
    public static string AddressOf(DeskFilter filter, string extension, ReceiptExport? export = null) =>
        $"/agent/demandes/liste.{extension}?vue={filter.View}&recherche={Uri.EscapeDataString(filter.Search)}{(export is null ? "" : $"&suivi={export.Id}")}";

    /// <summary>Maps them.</summary>
    public static void MapSelections(this IEndpointRouteBuilder routes)
    {
        var selections = routes.MapGroup("/agent/demandes").RequireAuthorization(Policies.Processing);
        selections.MapGet("/recepisses.zip", (HttpContext http, [FromQuery(Name = "numero")] string[] numbers) =>
            TickedAsync(http, numbers, found => Task.FromResult(Zip(http, found, new ReceiptExport(http.User.Id() ?? Guid.Empty)))));
        selections.MapGet("/recepisses.pdf", (HttpContext http, [FromQuery(Name = "numero")] string[] numbers) =>
            TickedAsync(http, numbers, found => PdfAsync(http, found)));
        selections.MapGet("/liste.zip", (HttpContext http, DeskView vue, string? recherche, Guid? suivi) =>
            ListAsync(http, new DeskFilter(vue, recherche ?? "", MostInList), found => Task.FromResult(Zip(http, found, http.RequestServices.GetRequiredService<ReceiptExports>().Of(suivi, http.User)))));
        selections.MapGet("/liste.pdf", (HttpContext http, DeskView vue, string? recherche) =>
            ListAsync(http, new DeskFilter(vue, recherche ?? "", MostInOne), found => PdfAsync(http, found)));
    }

    private static async Task<IResult> TickedAsync(HttpContext http, string[] numbers, Func<List<FoundRequest>, Task<IResult>> answer)
    {
        var asked = numbers.Take(MostInOne + 1).Select(n => RequestNumber.TryParse(n, out var read) ? read.Format() : "").ToHashSet(StringComparer.Ordinal);
        if (asked.Count is 0 or > MostInOne) return Results.Problem($"Choisissez de 1 à {MostInOne} demandes.", statusCode: StatusCodes.Status400BadRequest);
        await using var db = await http.RequestServices.GetRequiredService<IDbContextFactory<GruContext>>().CreateDbContextAsync(http.RequestAborted);
        var found = await RequestAccess.OfAgent(db, http.User).Where(r => asked.Contains(r.Number)).OrderBy(r => r.SubmittedAt)
            .Select(r => new FoundRequest(r.Id, r.Number)).ToListAsync(http.RequestAborted);
        return found.Count == 0 ? Results.NotFound() : await answer(found);
    }

    private static async Task<IResult> ListAsync(HttpContext http, DeskFilter filter, Func<List<FoundRequest>, Task<IResult>> answer)
    {
        if (!Enum.IsDefined(filter.View)) return Results.NotFound();
        var found = await http.RequestServices.GetRequiredService<DeskQueries>().FindAsync(http.User, filter, http.RequestAborted);
        return found.Count == 0 ? Results.NotFound() : await answer(found);
    }

    private static async Task<IResult> PdfAsync(HttpContext http, List<FoundRequest> found)
    {
        var ids = found.ConvertAll(f => f.Id);
        var paper = await http.RequestServices.GetRequiredService<PaperDesk>().JoinAsync(ids, http.RequestAborted);
        var requests = http.RequestServices.GetRequiredService<RequestService>();
        foreach (var id in ids) await requests.NoteExportAsync(id, http.User, http.RequestAborted);
        return Results.File(paper.Content, "application/pdf", paper.Name);
    }

    private static IResult Zip(HttpContext http, List<FoundRequest> found, ReceiptExport export)
    {
        // Asked for again while it is under way: nothing happens.
        if (!export.TryBegin(found.Count, http.Abort)) return Results.NoContent();
        return Results.Stream(body => WriteAsync(body, http, found, export), "application/zip", "recepisses.zip");
    }

    private static async Task WriteAsync(Stream body, HttpContext http, List<FoundRequest> found, ReceiptExport export)
    {
        var complete = false;
        try
        {
            // An archive's entry writes its last bytes synchronously when it is closed.
            http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
            await http.RequestServices.GetRequiredService<ReceiptArchive>().WriteAsync(body, found, http.User, export, http.RequestAborted);
            complete = true;
        }
        finally
        {
            export.End(complete);
        }
    }
}
