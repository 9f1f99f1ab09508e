using GruBuilder.Forms.Answers;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Requests;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Filling;

/// <summary>Shows a joined file to its owner, and to those who may see the request that it belongs to.</summary>
public static class FileEndpoints
{
    private static readonly HashSet<string> ShownInPlace = ["image/jpeg", "image/png", "image/webp", "application/pdf"];

    /// <summary>The address of a file.</summary>
    public static string AddressOf(FileAnswer file) => $"/fichiers/{file.Id}";

    /// <summary>Maps <c>/fichiers/{id}</c>.</summary>
    public static void MapFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/fichiers/{id:guid}", async (Guid id, HttpContext http, IDbContextFactory<GruContext> contexts, FileVault vault) =>
        {
            await using var db = await contexts.CreateDbContextAsync(http.RequestAborted);
            var file = await RequestAccess.Files(db, http.User).AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, http.RequestAborted);
            if (file is null) return Results.NotFound();
            if (vault.Open(id) is not { } content) return Results.NotFound();

            // Whatever the bytes are, the browser may neither guess another type nor run anything in them.
            http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'";
            http.Response.Headers.CacheControl = "private, max-age=3600";
            var shown = ShownInPlace.Contains(file.ContentType);
            return Results.Stream(content, shown ? file.ContentType : "application/octet-stream", shown ? null : file.Name, enableRangeProcessing: true);
        }).RequireAuthorization();
}
