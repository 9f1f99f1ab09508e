using GruBuilder.Forms.Definitions;
using GruBuilder.Web.Data;
using Microsoft.AspNetCore.StaticFiles;

namespace GruBuilder.Web.Features.Municipality;

/// <summary>Serves the images that the town's forms show.</summary>
public static class Images
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>Maps <c>/images/{name}</c>.</summary>
    public static void MapImages(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/images/{name}", (string name, HttpContext http, DataDirectory directory) =>
        {
            var file = Path.Combine(directory.File("images"), name);
            if (!ImageField.IsFileName(name) || !Types.TryGetContentType(name, out var type) || !File.Exists(file)) return Results.NotFound();
            http.Response.Headers.CacheControl = "public, max-age=3600";
            return Results.File(file, type, lastModified: new DateTimeOffset(File.GetLastWriteTimeUtc(file)));
        }).AllowAnonymous();
}
