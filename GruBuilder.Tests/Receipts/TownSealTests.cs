using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GruBuilder.Forms.Receipts.Pdf;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Requests.Receipts;
using Microsoft.AspNetCore.Hosting;

namespace GruBuilder.Tests.Receipts;

/// <summary>The town's certificate as it is configured.</summary>
[Collection(WebTests.Name)]
public class TownSealTests
{
    [Fact]
    public async Task A_certificate_of_the_data_directory_signs_and_its_password_opens_it()
    {
        using var app = new SealedApp("secret");
        using (var key = RSA.Create(2048))
        {
            using var made = new CertificateRequest("CN=Ville de Ronchin", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
            await File.WriteAllBytesAsync(Path.Combine(app.DataDirectory, "seal.p12"), made.Export(X509ContentType.Pkcs12, "secret"));
        }

        var request = await Requests.SendAsync(app);
        var desk = app.Get<ReceiptDesk>();
        var reading = SealReading.Of(await desk.WriteAsync(await desk.AcknowledgementAsync(request.Id), request.Answers));
        Assert.Equal((SealState.Sound, "Ville de Ronchin"), (reading.State, reading.Signer));
    }

    [Theory]
    [InlineData(null, "which is missing")]
    [InlineData("no certificate", "does not open")]
    public void A_certificate_that_does_not_open_stops_the_start_with_a_sentence_that_says_why(string? content, string reason)
    {
        using var app = new SealedApp("secret");
        if (content is not null) File.WriteAllText(Path.Combine(app.DataDirectory, "seal.p12"), content);
        Assert.Contains(reason, Assert.ThrowsAny<Exception>(() => app.Address).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_certificate_production_signs_nothing_and_starts()
    {
        using var app = new ProductionApp();
        Assert.Null(app.Get<TownSeal>().Seal);
    }

    private sealed class SealedApp(string password) : GruApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Receipts:Certificate", "seal.p12");
            builder.UseSetting("Receipts:CertificatePassword", password);
        }
    }
}
