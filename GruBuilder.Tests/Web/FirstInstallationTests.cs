using GruBuilder.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GruBuilder.Tests.Web;

public class FirstInstallationTests
{
    [Fact]
    public async Task In_production_there_is_no_account_and_one_link_creates_the_administrator_once()
    {
        using var app = new ProductionApp();
        await using var db = await app.OpenDatabaseAsync();
        Assert.False(await db.Users.AnyAsync());
        string link;
        await using (var scope = app.Services.CreateAsyncScope()) link = (await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().NewLinkAsync())!;
        (string, string)[] answers = [("Prénom", "Ada"), ("Nom", "Petit"), ("Adresse électronique", "ada@exemple.test"), ("Mot de passe", "une phrase assez longue")];

        using var visitor = new Visitor(app);
        await (await visitor.GoAsync(link)).PressAsync("Créer le compte d’administration", answers);
        Assert.Contains("est créé", visitor.Text, StringComparison.Ordinal);
        Assert.True((await app.PersonAsync("ada@exemple.test")).IsInRole(Roles.Administrator));

        await visitor.GoAsync(link);
        Assert.Contains("ne fonctionne plus", visitor.Text, StringComparison.Ordinal);
        await using (var scope = app.Services.CreateAsyncScope()) Assert.Null(await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().NewLinkAsync());
    }

    [Fact]
    public async Task In_production_the_sign_in_page_offers_no_demonstration()
    {
        using var app = new ProductionApp();
        using var visitor = new Visitor(app);
        await visitor.GoAsync("/connexion");
        Assert.Empty(visitor.Page.QuerySelectorAll("button[name=compte]"));
        await visitor.GoAsync("/premiere-installation?jeton=faux");
        Assert.Contains("ne fonctionne plus", visitor.Text, StringComparison.Ordinal);
    }
}
