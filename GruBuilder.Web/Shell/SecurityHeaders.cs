using GruBuilder.Web.Features.Places;
using Microsoft.Extensions.Options;

namespace GruBuilder.Web.Shell;

/// <summary>Headers that keep browsers from doing what no page asks for.</summary>
public static class SecurityHeaders
{
    private const string Common = "default-src 'none'; script-src 'self'; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'; frame-src 'self'; object-src 'none'; manifest-src 'self'; ";

    /// <summary>Citizens' pages have one stylesheet and no inline style.</summary>
    private const string ForCitizens = Common + "style-src 'self'";

    /// <summary>MudBlazor writes its theme and positions as inline styles.</summary>
    private const string ForTown = Common + "style-src 'self' 'unsafe-inline'";

    /// <summary>Adds the headers to every response.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app)
    {
        // Maps are drawn from pictures of wherever the town takes them, and forms show pictures of other sites.
        var tiles = app.ApplicationServices.GetRequiredService<IOptions<MapOptions>>().Value.Origin;
        var images = $"; img-src 'self' data: blob: https: {tiles}".TrimEnd();
        app.Use((http, next) => SetHeaders(http, next, images));
    }

    private static Task SetHeaders(HttpContext http, RequestDelegate next, string images)
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            // A downloaded file sets a stricter one of its own.
            if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = (TownScreens.Is(http) ? ForTown : ForCitizens) + images;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(self), payment=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(http);
    }
}
