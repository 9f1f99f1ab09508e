using System.Net;

namespace GruBuilder.Tests.Web;

[Collection(WebTests.Name)]
public class CatalogueTests(GruApp app)
{
    [Theory]
    [InlineData("école", "/demarches/restauration-scolaire")]
    [InlineData("ECOLE", "/demarches/restauration-scolaire")]
    [InlineData("lampadaires", "/demarches/signaler-probleme-voirie")]
    [InlineData("un extrait de naissance", "/demarches/acte-naissance")]
    [InlineData("nid de poule", "/demarches/signaler-probleme-voirie")]
    public async Task A_procedure_is_found_by_its_words_whatever_accents_and_plurals(string words, string expected)
    {
        using var visitor = new Visitor(app);
        await visitor.GoAsync($"/?q={Uri.EscapeDataString(words)}");
        Assert.Equal(expected, visitor.Page.QuerySelector(".results a")?.GetAttribute("href"));
    }

    [Fact]
    public async Task A_search_without_result_says_what_to_try()
    {
        using var visitor = new Visitor(app);
        await visitor.GoAsync("/?q=hippopotame");
        Assert.Contains("Aucune démarche trouvée", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Essayez un autre mot", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_theme_lists_its_procedures()
    {
        using var visitor = new Visitor(app);
        await visitor.GoAsync("/");
        await visitor.GoAsync(visitor.Page.QuerySelectorAll(".tile--theme a").First(a => a.TextContent == "Cadre de vie").GetAttribute("href")!);
        Assert.Equal(["Signaler un problème sur la voirie"], visitor.Page.QuerySelectorAll(".results a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task A_search_shows_typed_markup_as_text()
    {
        using var visitor = new Visitor(app);
        await visitor.GoAsync($"/?q={Uri.EscapeDataString("<script>alert(1)</script>\"><b>")}");
        Assert.Empty(visitor.Page.QuerySelectorAll("main script, main b"));
    }

    [Fact]
    public async Task A_procedure_tells_what_to_prepare_how_long_who_and_what_silence_means()
    {
        using var visitor = new Visitor(app);
        await visitor.GoAsync("/demarches/acte-naissance");
        Assert.Equal("Demander un acte de naissance – Ronchin Facile", visitor.Title);
        foreach (var told in new[] { "À préparer", "Combien de temps", "État civil", "03 20 16 60 00", "pendant deux mois, votre demande est refusée", "Combien de temps nous les gardons" })
        {
            Assert.Contains(told, visitor.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_unknown_address_says_so_with_its_status()
    {
        using var visitor = new Visitor(app);
        foreach (var path in new[] { "/demarches/inconnue", "/nulle/part", "/introuvable.php" })
        {
            await visitor.GoAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
            Assert.Equal("Cette page n’existe pas", visitor.Page.QuerySelector("h1")?.TextContent);
        }
    }

    [Fact]
    public async Task A_signed_out_visitor_is_led_to_sign_in_and_back()
    {
        using var visitor = new Visitor(app);
        await visitor.GoAsync("/demarches/acte-naissance");
        await visitor.GoAsync(visitor.Page.QuerySelectorAll("a").Single(a => a.TextContent == "Commencer ma demande").GetAttribute("href")!);
        var button = visitor.Page.QuerySelectorAll("button[name=compte]").First(b => b.GetAttribute("value") == GruApp.Citizen);
        await visitor.PressAsync(button.TextContent.Trim());
        Assert.Equal("/demarches/acte-naissance", visitor.Path);
    }

    [Fact]
    public async Task Citizens_pages_load_nothing_of_MudBlazor_and_carry_the_security_headers()
    {
        using var visitor = new Visitor(app);
        using var response = await visitor.RawAsync("/");
        var html = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("MudBlazor", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }
}
