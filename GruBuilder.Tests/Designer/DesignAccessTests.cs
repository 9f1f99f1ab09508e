using System.Net;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Designing;
using GruBuilder.Web.Features.Designing.Publication;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Tests.Designer;

[Collection(WebTests.Name)]
public class DesignAccessTests(GruApp app)
{
    [Fact]
    public async Task A_service_head_draws_for_their_departments_only_and_by_address_neither()
    {
        var birth = await IdOfAsync("acte-naissance");
        var desk = app.Get<DesignDesk>();
        var head = await app.PersonAsync(GruApp.RoadHead);
        using var visitor = new Visitor(app);
        await visitor.SignInAsAsync(GruApp.RoadHead);

        Assert.All(await desk.ListAsync(head), line => Assert.Equal("Voirie et espaces publics", line.Department));
        Assert.Equal(SaveOutcome.Gone, (await desk.SaveAsync(birth, head, FormDefinition.Empty, null)).Outcome);
        Assert.Equal(SaveOutcome.Gone, (await app.Get<PublicationDesk>().PublishAsync(birth, head, Guid.Empty)).Outcome);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GoAsync($"/agent/demarches/{birth}/dessiner")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GoAsync($"/agent/demarches/{birth}/formulaire.json")).Status);
    }

    [Fact]
    public async Task Nothing_out_of_reach_can_be_started_from()
    {
        var starts = app.Get<StartingForms>();
        var head = await app.PersonAsync(GruApp.RoadHead);
        var birth = (await IdOfAsync("acte-naissance")).ToString();

        Assert.DoesNotContain(await starts.OthersAsync(head), f => f.Id == birth);
        foreach (var wanted in new NewProcedure[]
        {
            new() { Start = StartingPoint.Procedure, Other = birth }, new() { Start = StartingPoint.Procedure, Other = "x" },
            new() { Start = StartingPoint.Template, Template = "../municipality" }, new() { Start = StartingPoint.Text, Text = " " }, new() { Start = StartingPoint.File },
        })
        {
            var (form, findings) = await starts.FormAsync(head, wanted);
            Assert.Null(form);
            Assert.NotEmpty(Assert.Single(findings).Message);
        }
    }

    [Fact]
    public async Task A_citizen_draws_nothing()
    {
        var road = await IdOfAsync("signaler-probleme-voirie");
        using var visitor = new Visitor(app);
        await visitor.SignInAsAsync(GruApp.Citizen);

        Assert.Empty(await app.Get<DesignDesk>().ListAsync(await app.PersonAsync(GruApp.Citizen)));
        foreach (var path in new[] { "/agent/demarches", "/agent/mentions", "/agent/demarches/nouvelle", $"/agent/demarches/{road}/dessiner", $"/agent/demarches/{road}/formulaire.json" })
        {
            await visitor.GoAsync(path);
            Assert.StartsWith("/acces-refuse", visitor.Path, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Communication_draws_everything_and_downloads_a_file_that_reads()
    {
        var birth = await IdOfAsync("acte-naissance");
        using var visitor = new Visitor(app);
        await visitor.SignInAsAsync(GruApp.Communication);
        using var response = await visitor.RawAsync($"/agent/demarches/{birth}/formulaire.json");

        Assert.Equal("acte-naissance.json", response.Content.Headers.ContentDisposition?.FileName);
        Assert.NotNull(DefinitionJson.Read(await response.Content.ReadAsByteArrayAsync()).Definition);
    }

    [Fact]
    public async Task A_form_longer_than_most_of_the_town_s_is_told_so()
    {
        var open = (await app.Get<DesignDesk>().OpenAsync(await IdOfAsync("acte-naissance"), await app.PersonAsync(GruApp.Communication)))!;
        var pages = open.Form.Pages.SetItem(0, open.Form.Pages[0] with { Fields = [.. Enumerable.Range(0, 200).Select(i => Drawn.Text($"q{i}", "Q"))] });

        Assert.NotEmpty(open.Others);
        Assert.Contains(new DesignDocument(open.Form with { Pages = pages }, others: open.Others).State.Findings, f => f.Code == "form-long");
        Assert.DoesNotContain(new DesignDocument(open.Form with { Pages = pages }).State.Findings, f => f.Code == "form-long");
    }

    [Fact]
    public async Task Anyone_reads_the_schema()
    {
        using var visitor = new Visitor(app);
        using var response = await visitor.RawAsync(DesigningServices.SchemaAddress);

        Assert.Equal("application/schema+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Two_procedures_of_one_title_get_addresses_of_their_own_and_a_stale_copy_is_not_saved()
    {
        var desk = app.Get<DesignDesk>();
        var person = await app.PersonAsync(GruApp.Administrator);
        var department = (await desk.DepartmentsAsync(person))[0].Id;
        var first = (await desk.OpenAsync((await desk.CreateAsync(person, "Été à la ferme", department, "Famille et école"))!.Value, person))!;
        var second = (await desk.OpenAsync((await desk.CreateAsync(person, "Été à la ferme", department, "Famille et école"))!.Value, person))!;
        Assert.Equal(("ete-a-la-ferme", "ete-a-la-ferme-2"), (first.Procedure.Slug, second.Procedure.Slug));

        var stamp = first.Procedure.WorkingVersionStamp;
        Assert.Equal(SaveOutcome.Done, (await desk.SaveAsync(first.Procedure.Id, person, first.Form, stamp)).Outcome);
        Assert.Equal(SaveOutcome.SavedByAnother, (await desk.SaveAsync(first.Procedure.Id, person, first.Form, stamp)).Outcome);
        Assert.Equal(SaveOutcome.SavedByAnother, (await app.Get<PublicationDesk>().PublishAsync(first.Procedure.Id, person, stamp)).Outcome);
    }

    private async Task<Guid> IdOfAsync(string slug)
    {
        await using var db = await app.OpenDatabaseAsync();
        return await db.Procedures.Where(p => p.Slug == slug).Select(p => p.Id).SingleAsync();
    }
}
