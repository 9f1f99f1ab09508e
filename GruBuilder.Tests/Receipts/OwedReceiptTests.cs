using GruBuilder.Forms.Receipts;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Requests;
using GruBuilder.Web.Features.Requests.Receipts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace GruBuilder.Tests.Receipts;

/// <summary>A receipt whose file cannot be written is owed, and comes by itself.</summary>
[Collection(WebTests.Name)]
public sealed class OwedReceiptTests : IDisposable
{
    private readonly JammedApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_request_whose_receipt_fails_is_kept_and_its_receipt_comes_by_itself()
    {
        _app.Printer.IsJammed = true;
        var request = await Requests.SendAsync(_app);
        Assert.Contains(Notes(request), n => n.Contains("n’a pas pu être écrit", StringComparison.Ordinal));
        Assert.Equal(0, await RetryAsync(after: TimeSpan.FromSeconds(59)));
        _app.Printer.IsJammed = false;
        Assert.Equal(0, await RetryAsync(TimeSpan.Zero));

        Assert.Equal(1, await RetryAsync(after: TimeSpan.FromSeconds(1)));

        Assert.Contains(Notes(await Requests.ReadAsync(_app, request.Number)), n => n.Contains("maintenant disponible", StringComparison.Ordinal));
        Assert.Single(Assert.Single(await _app.Get<ReceiptDesk>().OfAsync(request.Id)).Fingerprints);
        Assert.Equal(0, await RetryAsync(after: TimeSpan.FromDays(2)));
    }

    [Fact]
    public async Task Pauses_grow_and_in_the_end_the_agent_is_told_once()
    {
        _app.Printer.IsJammed = true;
        var request = await Requests.SendAsync(_app);
        foreach (var pause in new[] { 1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360 })
        {
            var tried = _app.Printer.Tried;
            await RetryAsync(after: TimeSpan.FromMinutes(pause) - TimeSpan.FromSeconds(1));
            Assert.Equal(tried, _app.Printer.Tried);
            await RetryAsync(after: TimeSpan.FromSeconds(1));
            Assert.Equal(tried + 1, _app.Printer.Tried);
        }

        var before = _app.Printer.Tried;
        await RetryAsync(after: TimeSpan.FromDays(3));
        Assert.Equal(before, _app.Printer.Tried);
        Assert.Single(Notes(await Requests.ReadAsync(_app, request.Number)), n => n.Contains("toujours pas", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_receipt_that_was_given_up_and_is_opened_later_is_owed_no_more_and_the_agent_is_told_once()
    {
        _app.Printer.IsJammed = true;
        var request = await Requests.SendAsync(_app);
        for (var failures = 1; failures < OwedReceipts.MostFailures; failures++) await RetryAsync(after: TimeSpan.FromDays(1));
        Assert.Single(Notes(await Requests.ReadAsync(_app, request.Number)), n => n.Contains("toujours pas", StringComparison.Ordinal));
        _app.Printer.IsJammed = false;
        using var citizen = await new Visitor(_app).SignInAsAsync(GruApp.Citizen);
        var tried = _app.Printer.Tried;
        for (var opened = 0; opened < 2; opened++)
        {
            using var answer = await citizen.RawAsync($"/mes-demandes/{request.Number}/recepisse.pdf");
            Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        }

        // The second file is the first: it is not made again.
        Assert.Equal(tried + 1, _app.Printer.Tried);
        await using var db = await _app.OpenDatabaseAsync();
        Assert.Empty(db.OwedReceipts);
        Assert.Single(Notes(await Requests.ReadAsync(_app, request.Number)), n => n.Contains("maintenant disponible", StringComparison.Ordinal));
        Assert.Single(Assert.Single(await _app.Get<ReceiptDesk>().OfAsync(request.Id)).Fingerprints);
    }

    [Fact]
    public async Task Two_workers_do_not_try_the_same_receipt()
    {
        _app.Printer.IsJammed = true;
        var request = await Requests.SendAsync(_app);
        _app.Printer.IsJammed = false;
        _app.Clock.Now += TimeSpan.FromMinutes(1);
        var came = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _app.Get<OwedReceipts>().RetryDueAsync())));
        Assert.Equal(1, came.Sum());
        Assert.Single(Notes(await Requests.ReadAsync(_app, request.Number)), n => n.Contains("maintenant disponible", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_citizen_does_not_read_of_it()
    {
        _app.Printer.IsJammed = true;
        var request = await Requests.SendAsync(_app);
        Assert.DoesNotContain(request.Timeline.Where(t => t.IsForCitizen), t => t.Text.Length > 0);
    }

    private static List<string> Notes(Request request) => [.. request.Timeline.Where(t => t.Kind == TimelineKind.InternalNote).Select(t => t.Text)];

    private Task<int> RetryAsync(TimeSpan after)
    {
        _app.Clock.Now += after;
        return _app.Get<OwedReceipts>().RetryDueAsync();
    }

    private sealed class JammedApp : GruApp
    {
        public Clock Clock { get; } = new();

        public Printer Printer { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services =>
            {
                services.AddSingleton<TimeProvider>(Clock);
                services.AddSingleton<IReceiptWriter>(Printer);
                // The tests call it themselves.
                services.Remove(services.Single(s => s.ImplementationType == typeof(OwedReceiptWorker)));
            });
        }
    }

    /// <summary>The real engine, out of order for a while.</summary>
    private sealed class Printer : IReceiptWriter
    {
        private readonly GruBuilder.Forms.Receipts.Pdf.PdfReceiptWriter _engine = new(null);

        public bool IsJammed { get; set; }

        public int Tried { get; private set; }

        public string MediaType => _engine.MediaType;

        public void Write(ReceiptDocument document, Stream output)
        {
            Tried++;
            if (IsJammed) throw new IOException("No space left on device.");
            _engine.Write(document, output);
        }

        public void WriteUnsigned(ReceiptDocument document, Stream output) => Write(document, output);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
