using System.IO.Compression;
using System.Net;
using System.Text;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Requests;
using GruBuilder.Web.Features.Requests.Desk;
using GruBuilder.Web.Features.Requests.Receipts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace GruBuilder.Tests.Receipts;

/// <summary>All receipts of a list of the desk in one file.</summary>
[Collection(WebTests.Name)]
public sealed class ExportTests : IDisposable
{
    private static readonly DeskFilter ToDo = new(DeskView.ToDo, "Signaler");
    private readonly GruApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Several_hundred_receipts_of_a_list_come_in_one_archive_and_are_counted()
    {
        await Requests.SendManyAsync(_app, 300);
        var export = _app.Get<ReceiptExports>().Prepare(await _app.PersonAsync(GruApp.RoadAgent));
        var told = new List<int>();
        export.Changed += () => told.Add(export.Done);
        using var agent = await SignedInAsync(GruApp.RoadAgent);

        using var zip = await ZipAsync(agent, SelectionEndpoints.AddressOf(ToDo, "zip", export));

        Assert.Equal(300, zip.Entries.Count);
        Assert.Equal((ExportState.Complete, 300, 300, 0), (export.State, export.Total, export.Done, export.Failed));
        Assert.InRange(told.Count, 50, 102);
        Assert.Equal(told.Order(), told);
        using var pdf = new TaggedPdf(await BytesAsync(zip.Entries[42]));
        Assert.Contains(zip.Entries[42].Name["recepisse-".Length..^".pdf".Length], pdf.Told, StringComparison.Ordinal);
        await using var db = await _app.OpenDatabaseAsync();
        Assert.Equal(300, await db.Timeline.CountAsync(t => t.Kind == TimelineKind.ReceiptExported));
    }

    [Fact]
    public async Task An_export_that_is_stopped_does_no_more_work_and_gives_no_file_that_looks_whole()
    {
        await Requests.SendManyAsync(_app, 120);
        var export = _app.Get<ReceiptExports>().Prepare(await _app.PersonAsync(GruApp.RoadAgent));
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        export.Changed += () =>
        {
            if (export.Done == 6) export.Stop();
            if (export.State == ExportState.Stopped) ended.TrySetResult();
        };
        using var agent = await SignedInAsync(GruApp.RoadAgent);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => ZipAsync(agent, SelectionEndpoints.AddressOf(ToDo, "zip", export)));
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.InRange(export.Done, 6, 7);
        await using var db = await _app.OpenDatabaseAsync();
        Assert.InRange(await db.Timeline.CountAsync(t => t.Kind == TimelineKind.ReceiptExported), 6, 7);
    }

    [Fact]
    public async Task Rights_are_asked_again_for_each_receipt_and_what_is_missing_is_listed()
    {
        var numbers = await Requests.SendManyAsync(_app, 40);
        var person = await _app.PersonAsync(GruApp.RoadAgent);
        var export = _app.Get<ReceiptExports>().Prepare(person);
        export.Changed += () =>
        {
            if (export.Done != 10) return;
            using var db = _app.OpenDatabaseAsync().GetAwaiter().GetResult();
            var id = person.Id();
            db.Memberships.Where(m => m.AccountId == id).ExecuteDelete();
        };
        using var agent = await SignedInAsync(GruApp.RoadAgent);

        using var zip = await ZipAsync(agent, SelectionEndpoints.AddressOf(ToDo, "zip", export));

        Assert.Equal(10, zip.Entries.Count(e => e.Name.EndsWith(".pdf", StringComparison.Ordinal)));
        Assert.Equal(30, export.Failed);
        var errors = Encoding.UTF8.GetString(await BytesAsync(zip.GetEntry(ReceiptArchive.Errors)!));
        Assert.StartsWith("30 récépissés manquent", errors, StringComparison.Ordinal);
        Assert.All(numbers[10..], number => Assert.Contains(number, errors, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_receipt_that_cannot_be_written_is_listed_and_the_others_are_there()
    {
        var numbers = await Requests.SendManyAsync(_app, 3);
        using var agent = await SignedInAsync(GruApp.RoadAgent);
        using (var whole = await ZipAsync(agent, SelectionEndpoints.AddressOf(ToDo, "zip"))) Assert.Equal(3, whole.Entries.Count);
        await using (var db = await _app.OpenDatabaseAsync())
        {
            var spoilt = await db.Requests.Where(r => r.Number == numbers[1]).Select(r => r.Id).SingleAsync();
            await db.Receipts.Where(r => r.RequestId == spoilt).ExecuteUpdateAsync(set => set.SetProperty(r => r.Document, new byte[] { 1, 2, 3 }));
        }

        using var zip = await ZipAsync(agent, SelectionEndpoints.AddressOf(ToDo, "zip"));

        Assert.Equal([$"recepisse-{numbers[0]}.pdf", $"recepisse-{numbers[2]}.pdf", ReceiptArchive.Errors], zip.Entries.Select(e => e.Name));
        Assert.Contains(numbers[1], Encoding.UTF8.GetString(await BytesAsync(zip.Entries[2])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public async Task A_request_that_changes_while_its_receipt_is_made_is_read_anew_once(int changes, int missing)
    {
        using var app = new BusyApp();
        await Requests.SendManyAsync(app, 3);
        using var agent = await new Visitor(app).SignInAsAsync(GruApp.RoadAgent);
        app.Colleague.Changes = changes;

        using var zip = await ZipAsync(agent, SelectionEndpoints.AddressOf(ToDo, "zip"));

        Assert.Equal(0, app.Colleague.Changes);
        Assert.Equal(3 - missing, zip.Entries.Count(e => e.Name.EndsWith(".pdf", StringComparison.Ordinal)));
        Assert.Equal(missing, zip.Entries.Count(e => e.Name == ReceiptArchive.Errors));
        if (missing > 0) Assert.Contains("a changé pendant l’export", Encoding.UTF8.GetString(await BytesAsync(zip.GetEntry(ReceiptArchive.Errors)!)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_agents_of_the_department_export_a_list_and_an_export_is_followed_by_who_began_it()
    {
        await Requests.SendManyAsync(_app, 2);
        var export = _app.Get<ReceiptExports>().Prepare(await _app.PersonAsync(GruApp.RoadHead));
        foreach (var (email, status) in new[] { (GruApp.RoadAgent, HttpStatusCode.OK), (GruApp.CivilAgent, HttpStatusCode.NotFound) })
        {
            using var visitor = await SignedInAsync(email);
            foreach (var extension in new[] { "zip", "pdf" })
            {
                using var answer = await visitor.RawAsync(SelectionEndpoints.AddressOf(ToDo, extension, export));
                Assert.Equal(status, answer.StatusCode);
            }

            using var unknown = await visitor.RawAsync("/agent/demandes/liste.zip?vue=99");
            Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        }

        using var citizen = await SignedInAsync(GruApp.Citizen);
        using var refused = await citizen.RawAsync(SelectionEndpoints.AddressOf(ToDo, "zip"));
        Assert.Equal("/acces-refuse", refused.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal(ExportState.Ready, export.State);
    }

    [Fact]
    public async Task What_is_searched_for_is_what_is_exported()
    {
        var numbers = await Requests.SendManyAsync(_app, 3);
        using var agent = await SignedInAsync(GruApp.RoadAgent);
        using var zip = await ZipAsync(agent, SelectionEndpoints.AddressOf(new DeskFilter(DeskView.All, numbers[1]), "zip"));
        Assert.Equal($"recepisse-{numbers[1]}.pdf", Assert.Single(zip.Entries).Name);
    }

    private async Task<Visitor> SignedInAsync(string email)
    {
        var visitor = new Visitor(_app);
        return await visitor.SignInAsAsync(email);
    }

    private static async Task<ZipArchive> ZipAsync(Visitor agent, string address)
    {
        using var answer = await agent.RawAsync(address);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        return new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
    }

    private static async Task<byte[]> BytesAsync(ZipArchiveEntry entry)
    {
        using var bytes = new MemoryStream();
        await using var content = await entry.OpenAsync();
        await content.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private sealed class BusyApp : GruApp
    {
        public BusyApp() => Colleague = new Colleague(this);

        public Colleague Colleague { get; }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.ConfigureDbContext<GruContext>(options => options.AddInterceptors(Colleague)));
        }
    }

    /// <summary>Acts on a request just before its export is noted, so many times.</summary>
    private sealed class Colleague(GruApp app) : SaveChangesInterceptor
    {
        public int Changes { get; set; }

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            var tracked = eventData.Context!.ChangeTracker;
            if (Changes > 0 && tracked.Entries<TimelineEntry>().Any(t => t.State == EntityState.Added && t.Entity.Kind == TimelineKind.ReceiptExported))
            {
                Changes--;
                var id = tracked.Entries<Request>().Single().Entity.Id;
                await using var db = await app.OpenDatabaseAsync();
                await db.Requests.Where(r => r.Id == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Stamp, Guid.NewGuid()), cancellationToken);
            }

            return result;
        }
    }
}
