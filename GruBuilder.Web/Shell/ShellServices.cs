using System.IO.Compression;
using GruBuilder.Web.Shell.Forms;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using MudBlazor.Services;

namespace GruBuilder.Web.Shell;

/// <summary>Registers what every page needs, and maps the pages.</summary>
public static class ShellServices
{
    /// <summary>Adds components, validators, compression and MudBlazor's services.</summary>
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            // A closed circuit holds its page's memory; drafts make a long wait needless.
            circuits.DisconnectedCircuitMaxRetained = 40;
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
        }).AddHubOptions(hub =>
        {
            // A whole form on paper may be pasted at once: 100,000 characters, most of them one or two bytes.
            hub.MaximumReceiveMessageSize = 400_000;
        });
        services.AddMudServices();
        services.AddValidators();
        services.AddSingleton<StyleSheets>();
        services.AddSingleton<SiteAddress>();
        services.AddHttpContextAccessor();

        // Pages carry a masked antiforgery token and echo no secret, so compressing them tells an eavesdropper nothing.
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html", "text/css", "application/json"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<ForwardedHeadersOptions>(forwarded => forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        return services;
    }

    /// <summary>Puts in order what each request goes through.</summary>
    public static void UseShell(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseResponseCompression();
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/erreur", createScopeForErrors: true);
            app.UseHsts();
        }

        app.UseStatusCodePagesWithReExecute("/introuvable", createScopeForStatusCodePages: true);
        app.Use((http, next) =>
        {
            // What was sent is answered by its own status; only a page that was asked for is replaced by a page.
            if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && http.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
            return next(http);
        });
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    /// <summary>Maps assets, pages, and the answer to unknown addresses.</summary>
    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.Services.GetRequiredService<StyleSheets>().Map(app);
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null);

        // Before the development server's own fallback for files, which would ask for a sign-in.
        app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous().Add(fallback => ((RouteEndpointBuilder)fallback).Order = int.MaxValue - 1);
    }
}
