using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace GruBuilder.Tests.Web;

[Collection(WebTests.Name)]
public class AuthorizationTests(GruApp app)
{
    /// <summary>What anyone may open. Adding to this list is a decision; forgetting an attribute is not.</summary>
    private static readonly HashSet<string> OpenToAll = new(
    [
        "/", "/demarches/{Slug}", "/connexion", "/inscription", "/mot-de-passe", "/mot-de-passe/nouveau", "/premiere-installation", "/deconnexion", "/demonstration",
        "/accessibilite", "/donnees-personnelles", "/mentions-legales", "/introuvable", "/acces-refuse", "/erreur", "/identite.css", "/usager.css", "/images/{name}", "/demarches/{slug}/formulaire.pdf", "/verifier", "/verifier/{Code}", "/schemas/form/2.json", "{*path}",
    ], StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Every_address_asks_for_a_sign_in_or_is_known_to_be_open()
    {
        var endpoints = app.Get<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().ToList();
        Assert.NotEmpty(endpoints);
        foreach (var endpoint in endpoints)
        {
            var route = endpoint.RoutePattern.RawText!;
            var open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            var asks = endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null;

            // Static files are open; the circuits' own addresses fall under the rule for all, which asks for a sign-in.
            // So does the development server's fallback for files, which the application's own fallback comes before.
            if (IsAsset(route) || route == "{**path:file}") continue;
            if (route.TrimStart('/').StartsWith("_blazor", StringComparison.Ordinal) || route.TrimStart('/').StartsWith("_framework", StringComparison.Ordinal)) continue;
            Assert.True(open || asks, $"{route} carries neither [Authorize] nor [AllowAnonymous].");
            Assert.True(!open || OpenToAll.Contains(route), $"{route} is open to all without standing in the list.");
        }
    }

    [Fact]
    public async Task Whatever_says_nothing_asks_for_a_sign_in()
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = app.Address };
        using var response = await http.PostAsync(new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("/mes-demandes")]
    [InlineData("/mes-demandes/2611-AAAA-AAAA")]
    [InlineData("/bienvenue")]
    public async Task A_visitor_is_led_to_sign_in(string path)
    {
        using var visitor = new Visitor(app);
        await visitor.GoAsync(path);
        Assert.Equal($"/connexion?retour={Uri.EscapeDataString(path)}", visitor.Path);
    }

    private static bool IsAsset(string route) => Path.HasExtension(route) && (route.EndsWith(".css", StringComparison.Ordinal) || route.EndsWith(".js", StringComparison.Ordinal)
        || route.EndsWith(".map", StringComparison.Ordinal) || route.EndsWith(".svg", StringComparison.Ordinal) || route.EndsWith(".gz", StringComparison.Ordinal) || route.EndsWith(".br", StringComparison.Ordinal)) && route is not ("/identite.css" or "/usager.css");
}
