using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GruBuilder.Forms.Receipts.Pdf;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Requests.Receipts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace GruBuilder.Tests.Receipts;

/// <summary>The town's certificate as it is configured.</summary>
[Collection(WebTests.Name)]
public class TownSealTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    [Fact]
    public async Task A_certificate_of_the_data_directory_signs_and_its_password_opens_it()
    {
        using var app = new SealedApp();
        app.Keep(Certificate(Now.AddDays(-1), Now.AddYears(1)));
        var reading = SealReading.Of(await ReceiptAsync(app));
        Assert.Equal((SealState.Sound, "Ville de Ronchin", null), (reading.State, reading.Signer, reading.StampedAt));
    }

    [Theory]
    [InlineData(null, "which is missing")]
    [InlineData("no certificate", "does not open")]
    public void A_certificate_that_does_not_open_stops_the_start_with_a_sentence_that_says_why(string? content, string reason)
    {
        using var app = new SealedApp();
        if (content is not null) File.WriteAllText(Path.Combine(app.DataDirectory, "seal.p12"), content);
        Assert.Contains(reason, Assert.ThrowsAny<Exception>(() => app.Address).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_cut_short_or_of_another_password_stops_the_start_too()
    {
        var whole = Certificate(Now.AddDays(-1), Now.AddYears(1));
        foreach (var kept in new[] { whole[..(whole.Length / 2)], Certificate(Now.AddDays(-1), Now.AddYears(1), "another") })
        {
            using var app = new SealedApp();
            app.Keep(kept);
            Assert.Contains("Receipts:CertificatePassword", Assert.ThrowsAny<Exception>(() => app.Address).ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(-400, -10)]
    [InlineData(10, 400)]
    public async Task A_certificate_that_is_not_in_force_is_named_at_the_start_and_receipts_are_sound_without_it(int from, int until)
    {
        using var app = new SealedApp();
        app.Keep(Certificate(Now.AddDays(from), Now.AddDays(until)));
        var file = await ReceiptAsync(app);
        PdfTools.AssertSound(file);
        Assert.Equal(SealState.None, SealReading.Of(file).State);
        Assert.Contains(app.Log.Lines, l => l.Contains("Ville de Ronchin", StringComparison.Ordinal) && l.Contains("is not in force", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_certificate_production_signs_nothing_and_starts()
    {
        using var app = new ProductionApp();
        Assert.Null(app.Get<TownSeal>().Seal);
    }

    [Fact]
    public async Task The_authority_that_is_configured_stamps_the_signature()
    {
        await using var authority = new LocalTimestamps();
        using var app = new SealedApp(("Receipts:Timestamp", await authority.StartAsync()));
        app.Keep(Certificate(Now.AddDays(-1), Now.AddYears(1)));
        var reading = SealReading.Of(await ReceiptAsync(app));
        Assert.Equal((SealState.Sound, LocalTimestamps.Moment), (reading.State, reading.StampedAt));
        Assert.Equal(1, authority.Asked);
    }

    [Fact]
    public async Task An_authority_that_does_not_answer_holds_up_one_receipt_for_its_bound_and_no_other()
    {
        await using var authority = new LocalTimestamps { IsSilent = true };
        using var app = new SealedApp(("Receipts:Timestamp", await authority.StartAsync()), ("Receipts:TimestampSeconds", "1"));
        app.Keep(Certificate(Now.AddDays(-1), Now.AddYears(1)));
        for (var i = 0; i < 3; i++)
        {
            var reading = SealReading.Of(await ReceiptAsync(app));
            Assert.Equal((SealState.Sound, null), (reading.State, reading.StampedAt));
        }

        Assert.Equal(1, authority.Asked);
        Assert.Contains(app.Log.Lines, l => l.Contains("gave no time stamp", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Receipts:Timestamp", "tsa.example.fr", "such as https://")]
    [InlineData("Receipts:TimestampSeconds", "90", "from 1 to 30")]
    public void A_time_stamping_authority_that_cannot_be_reached_that_way_stops_the_start(string setting, string value, string reason)
    {
        using var app = new SealedApp(("Receipts:Timestamp", "https://tsa.example.fr/tsr"), (setting, value));
        app.Keep(Certificate(Now.AddDays(-1), Now.AddYears(1)));
        Assert.Contains(reason, Assert.ThrowsAny<Exception>(() => app.Address).ToString(), StringComparison.Ordinal);
    }

    private static async Task<byte[]> ReceiptAsync(GruApp app)
    {
        var request = await Requests.SendAsync(app);
        var desk = app.Get<ReceiptDesk>();
        return await desk.WriteAsync(await desk.AcknowledgementAsync(request.Id), request.Answers);
    }

    private static byte[] Certificate(DateTimeOffset from, DateTimeOffset until, string password = "secret")
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=Ville de Ronchin", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(from, until);
        return made.Export(X509ContentType.Pkcs12, password);
    }

    private sealed class SealedApp(params (string Key, string Value)[] settings) : GruApp
    {
        public ListedLog Log { get; } = new();

        public void Keep(byte[] certificate) => File.WriteAllBytes(Path.Combine(DataDirectory, "seal.p12"), certificate);

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureLogging(logging => logging.AddProvider(Log));
            builder.UseSetting("Receipts:Certificate", "seal.p12");
            builder.UseSetting("Receipts:CertificatePassword", "secret");
            foreach (var (key, value) in settings) builder.UseSetting(key, value);
        }
    }

    /// <summary>Keeps what is logged.</summary>
    private sealed class ListedLog : ILoggerProvider, ILogger
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
