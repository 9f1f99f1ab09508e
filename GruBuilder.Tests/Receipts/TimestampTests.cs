using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GruBuilder.Forms.Receipts.Law;
using GruBuilder.Forms.Receipts.Pdf;

namespace GruBuilder.Tests.Receipts;

/// <summary>The time stamp of an authority on a receipt's signature (PAdES baseline T).</summary>
public sealed class TimestampTests : IAsyncDisposable
{
    private readonly LocalTimestamps _authority = new();

    public static TheoryData<string> Failures => ["none", "garbage", "something else", "thrown"];

    public ValueTask DisposeAsync() => _authority.DisposeAsync();

    [Fact]
    public void A_signature_is_stamped_and_a_reader_says_when()
    {
        var file = Signed(new TimestampAuthority(query => _authority.Answer(query), e => Assert.Fail(e.ToString())));
        PdfTools.AssertSound(file);
        Assert.Equal(new SealReading(PdfFingerprint.Of(file), SealState.Sound, "Mairie", LocalTimestamps.Moment), SealReading.Of(file));
        if (PdfTools.Run("pdfsig", file) is { } said) Assert.Contains("Signature is Valid.", said.Said, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void Whatever_an_authority_does_the_receipt_is_signed(string failure)
    {
        var told = new List<Exception>();
        var file = Signed(new TimestampAuthority(
            query => failure switch
            {
                "none" => null,
                "garbage" => [1, 2, 3],
                "something else" => _authority.Answer(query, isOfSomethingElse: true),
                _ => throw new HttpRequestException("Out of order."),
            },
            told.Add));
        PdfTools.AssertSound(file);
        var reading = SealReading.Of(file);
        Assert.Equal((SealState.Sound, null), (reading.State, reading.StampedAt));
        Assert.Equal(failure == "none" ? 0 : 1, told.Count);
    }

    [Fact]
    public void The_fingerprint_knows_nothing_of_time_stamps()
    {
        var stamped = Signed(new TimestampAuthority(query => _authority.Answer(query), e => Assert.Fail(e.ToString())));
        Assert.Equal(PdfFingerprint.Of(Signed(null)), PdfFingerprint.Of(stamped));
    }

    private static byte[] Signed(TimestampAuthority? authority)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=Mairie", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
        using var file = new MemoryStream();
        new PdfReceiptWriter(new PdfSeal(certificate, [], TimeProvider.System, authority)).Write(Samples.Acknowledgement(SilenceRegime.Rejection), file);
        return file.ToArray();
    }
}
