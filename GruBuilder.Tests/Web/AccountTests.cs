using System.Net;
using System.Text.RegularExpressions;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Tests.Web;

[Collection(WebTests.Name)]
public class AccountTests(GruApp app)
{
    private const string Password = "une phrase assez longue";

    [Fact]
    public async Task A_citizen_signs_up_and_comes_back_where_they_were()
    {
        using var visitor = new Visitor(app);
        await visitor.GoAsync("/inscription?retour=%2Fdemarches%2Facte-naissance");
        await SignUpAsync(visitor, "zoe@exemple.test");

        Assert.Equal("/demarches/acte-naissance", visitor.Path);
        Assert.Contains("Zoé", visitor.Page.QuerySelector(".account-menu")!.TextContent, StringComparison.Ordinal);
        Assert.True((await app.PersonAsync("zoe@exemple.test")).IsInRole(Roles.Citizen));
    }

    [Fact]
    public async Task Errors_are_listed_on_top_with_links_to_the_questions()
    {
        using var visitor = new Visitor(app);
        await (await visitor.GoAsync("/inscription")).PressAsync("Créer mon compte", ("Prénom", ""), ("Nom", "Petit"), ("Adresse électronique", "pas une adresse"), ("Mot de passe", "court"));

        var links = visitor.Page.QuerySelectorAll("[role=alert] a").ToList();
        Assert.Equal(3, links.Count);
        foreach (var link in links)
        {
            var id = link.GetAttribute("href")!.Split('#')[1];
            var input = visitor.Page.GetElementById(id)!;
            Assert.Equal("true", input.GetAttribute("aria-invalid"));
            Assert.Contains($"{id}-error", input.GetAttribute("aria-describedby")!, StringComparison.Ordinal);
        }

        Assert.Equal("", visitor.Page.QuerySelector("[role=alert]")!.GetAttribute("autofocus"));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_refused_with_the_same_words()
    {
        using var wrong = new Visitor(app);
        await (await wrong.GoAsync("/connexion")).PressAsync("Me connecter", ("Adresse électronique", GruApp.Administrator), ("Mot de passe", "ce n'est pas lui"));
        using var unknown = new Visitor(app);
        await (await unknown.GoAsync("/connexion")).PressAsync("Me connecter", ("Adresse électronique", "personne@exemple.test"), ("Mot de passe", "ce n'est pas lui"));

        Assert.Equal(Alert(wrong), Alert(unknown));
        Assert.NotEmpty(Alert(wrong));
    }

    [Fact]
    public async Task An_account_closes_for_a_while_after_many_wrong_passwords()
    {
        using var visitor = new Visitor(app);
        await SignUpAsync(await visitor.GoAsync("/inscription"), "verrou@exemple.test");
        await visitor.PressAsync("Me déconnecter");
        for (var i = 0; i < 8; i++)
        {
            await (await visitor.GoAsync("/connexion")).PressAsync("Me connecter", ("Adresse électronique", "verrou@exemple.test"), ("Mot de passe", "mauvais mot de passe"));
        }

        await (await visitor.GoAsync("/connexion")).PressAsync("Me connecter", ("Adresse électronique", "verrou@exemple.test"), ("Mot de passe", Password));

        Assert.NotEmpty(Alert(visitor));
    }

    [Fact]
    public async Task An_address_can_have_one_account_only()
    {
        using var visitor = new Visitor(app);
        await SignUpAsync(await visitor.GoAsync("/inscription"), GruApp.Citizen.ToUpperInvariant());

        Assert.Contains("existe déjà", Alert(visitor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_signs_out()
    {
        using var visitor = new Visitor(app);
        await visitor.SignInAsAsync(GruApp.Citizen);
        await visitor.PressAsync("Me déconnecter");
        await visitor.GoAsync("/mes-demandes");

        Assert.StartsWith("/connexion", visitor.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_by_a_mailed_link_that_works_once()
    {
        using var visitor = new Visitor(app);
        await SignUpAsync(await visitor.GoAsync("/inscription"), "oubli@exemple.test");
        await visitor.PressAsync("Me déconnecter");
        await (await visitor.GoAsync("/mot-de-passe")).PressAsync("Recevoir le lien", ("Adresse électronique", "oubli@exemple.test"));
        await using var db = await app.OpenDatabaseAsync();
        var mail = await db.Outbox.SingleAsync(m => m.To == "oubli@exemple.test");
        var link = new Uri(Regex.Match(mail.Body, @"http\S+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value).PathAndQuery;

        await (await visitor.GoAsync(link)).PressAsync("Changer mon mot de passe", ("Nouveau mot de passe", "une autre phrase longue"));
        Assert.Contains("est changé", visitor.Text, StringComparison.Ordinal);
        await (await visitor.GoAsync("/connexion")).PressAsync("Me connecter", ("Adresse électronique", "oubli@exemple.test"), ("Mot de passe", "une autre phrase longue"));
        Assert.Equal("/mes-demandes", visitor.Path);

        await (await visitor.GoAsync(link)).PressAsync("Changer mon mot de passe", ("Nouveau mot de passe", "encore une autre phrase"));
        Assert.Contains("ne fonctionne plus", Alert(visitor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forgotten_password_says_the_same_for_an_unknown_address()
    {
        using var visitor = new Visitor(app);
        await (await visitor.GoAsync("/mot-de-passe")).PressAsync("Recevoir le lien", ("Adresse électronique", "inconnu@exemple.test"));

        Assert.Contains("Regardez votre messagerie", visitor.Text, StringComparison.Ordinal);
        await using var db = await app.OpenDatabaseAsync();
        Assert.False(await db.Outbox.AnyAsync(m => m.To == "inconnu@exemple.test"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var http = new HttpClient { BaseAddress = app.Address };
        using var content = new FormUrlEncodedContent([new("_handler", "connexion"), new("Answers.Email", GruApp.Citizen), new("Answers.Password", "x")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync(new Uri("/connexion", UriKind.Relative), content)).StatusCode);
        using var demonstration = new FormUrlEncodedContent([new("compte", GruApp.Administrator)]);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync(new Uri("/demonstration", UriKind.Relative), demonstration)).StatusCode);
    }

    [Theory]
    [InlineData("/mes-demandes", true)]
    [InlineData("/demarches/x?y=1", true)]
    [InlineData("//ailleurs.test", false)]
    [InlineData("/\\ailleurs.test", false)]
    [InlineData("https://ailleurs.test", false)]
    [InlineData("/\t/ailleurs.test", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Return_addresses_stay_on_this_site(string? address, bool local) => Assert.Equal(local, LocalAddress.IsLocal(address));

    private static string Alert(Visitor visitor) => visitor.Page.QuerySelector("[role=alert]")?.TextContent.Trim() ?? "";

    private static Task<Visitor> SignUpAsync(Visitor visitor, string email) =>
        visitor.PressAsync("Créer mon compte", ("Prénom", "Zoé"), ("Nom", "Petit"), ("Adresse électronique", email), ("Mot de passe", Password));
}
