using System.Net;
using System.Text;
using GruBuilder.Forms.Answers;
using GruBuilder.Web.Features.Requests;
using GruBuilder.Web.Features.Requests.Receipts;
using Microsoft.EntityFrameworkCore;
using UglyToad.PdfPig;

namespace GruBuilder.Tests.Web;

/// <summary>The files that agents join to the questions kept for them.</summary>
public class DepartmentFileTests(DepartmentFileTests.App app) : IClassFixture<DepartmentFileTests.App>
{
    private static MemoryStream Pdf => new(Encoding.ASCII.GetBytes("%PDF-1.4 devis"));

    [Fact]
    public async Task What_agents_join_is_for_agents_of_the_department_alone()
    {
        var request = await app.SendAsync();
        var agent = await app.PersonAsync(GruApp.RoadAgent);
        var service = app.Get<RequestService>();
        var file = await service.DepartmentFilesOf(request.Id, agent).SaveAsync("devis", "../devis.pdf", Pdf, 1000);
        Assert.Equal("devis.pdf", file.Name);
        Assert.Empty((await service.AnswerForDepartmentAsync(request.Id, agent, Answers(file)))!.Value);

        Assert.Equal(HttpStatusCode.OK, await LookAsync(GruApp.RoadAgent, file));
        Assert.Equal(HttpStatusCode.NotFound, await LookAsync(GruApp.Citizen, file));
        Assert.Equal(HttpStatusCode.NotFound, await LookAsync(GruApp.CivilAgent, file));
        using var copy = PdfDocument.Open((await app.Get<PaperDesk>().CopyAsync(request.Id)).Content);
        Assert.DoesNotContain("devis", string.Concat(copy.GetPages().Select(p => p.Text)), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Musée", string.Concat(copy.GetPages().Select(p => p.Text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GruApp.Citizen)]
    [InlineData(GruApp.CivilAgent)]
    public async Task Nobody_else_joins_a_file(string email)
    {
        var request = await app.SendAsync();
        var store = app.Get<RequestService>().DepartmentFilesOf(request.Id, await app.PersonAsync(email));
        await Assert.ThrowsAsync<FileRejectedException>(() => store.SaveAsync("devis", "devis.pdf", Pdf, 1000));
        Assert.Empty((await Requests.ReadAsync(app, request.Number)).Files);
    }

    [Fact]
    public async Task A_file_counts_once_the_answers_are_saved_and_goes_when_they_no_longer_name_it()
    {
        var request = await app.SendAsync();
        var agent = await app.PersonAsync(GruApp.RoadAgent);
        var service = app.Get<RequestService>();
        var store = service.DepartmentFilesOf(request.Id, agent);
        var (kept, dropped) = (await store.SaveAsync("devis", "a.pdf", Pdf, 1000), await store.SaveAsync("devis", "b.pdf", Pdf, 1000));
        await service.AnswerForDepartmentAsync(request.Id, agent, Answers(kept));
        Assert.Equal(["a.pdf"], (await Requests.ReadAsync(app, request.Number)).Files.Select(f => f.Name));
        Assert.Equal(HttpStatusCode.NotFound, await LookAsync(GruApp.RoadAgent, dropped));

        // Taken away on the page, but not saved so: the saved answers still stand.
        await store.RemoveAsync(kept);
        Assert.Equal(HttpStatusCode.OK, await LookAsync(GruApp.RoadAgent, kept));
        await service.AnswerForDepartmentAsync(request.Id, agent, "{}");
        Assert.Equal(HttpStatusCode.NotFound, await LookAsync(GruApp.RoadAgent, kept));
        var error = Assert.Single((await service.AnswerForDepartmentAsync(request.Id, agent, Answers(kept)))!.Value);
        Assert.Contains("joignez-le à nouveau", error.Message, StringComparison.Ordinal);
    }

    private static string Answers(FileAnswer file) =>
        $$"""{"devis":[{"id":"{{file.Id}}","name":"{{file.Name}}","size":{{file.Size}},"contentType":"{{file.ContentType}}","sha256":"{{file.Sha256}}"}]}""";

    private async Task<HttpStatusCode> LookAsync(string email, FileAnswer file)
    {
        using var visitor = new Visitor(app);
        await visitor.SignInAsAsync(email);
        using var response = await visitor.RawAsync($"/fichiers/{file.Id}");
        return response.StatusCode;
    }

    /// <summary>The application with a procedure whose form asks agents for files.</summary>
    public sealed class App() : OneFormApp(Slug, "for-the-department.json", "Sortie des enfants")
    {
        public const string Slug = "sortie-des-enfants";

        /// <summary>A request of it.</summary>
        public async Task<Request> SendAsync()
        {
            var citizen = await PersonAsync(Citizen);
            var service = Get<RequestService>();
            var draft = await service.BeginAsync(Slug, citizen);
            await using var db = await OpenDatabaseAsync();
            (await db.Drafts.SingleAsync(d => d.Id == draft)).Save("""{"lieu":"Musée","enfants":[{"prenom":"Zoé"},{"prenom":"Tom"}],"adultes":[{"nom":"Alice"}]}""", "sortie", DateTimeOffset.UtcNow);
            await db.SaveChangesAsync();
            return await Requests.ReadAsync(this, (await service.SubmitAsync(draft!.Value, citizen))!.Number!);
        }
    }
}
