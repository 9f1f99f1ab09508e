using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using GruBuilder.Forms.Receipts;
using GruBuilder.Forms.Receipts.Law;
using GruBuilder.Forms.Receipts.Pdf;

namespace GruBuilder.Tests.Receipts;

/// <summary>The town's signature (PAdES baseline B), and what a reader makes of files that people bring.</summary>
public sealed partial class SealTests : IDisposable
{
    private static readonly DateTimeOffset Today = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private readonly X509Certificate2 _certificate = Certificate("Mairie de Ronchin", Today);

    public void Dispose() => _certificate.Dispose();

    [Fact]
    public void A_signed_receipt_is_a_sound_file_that_other_readers_call_valid()
    {
        var file = Signed();
        PdfTools.AssertSound(file);
        var (_, said) = PdfTools.Run("pdfsig", file);
        Assert.Contains("Signature is Valid.", said, StringComparison.Ordinal);
        Assert.Contains("Total document signed", said, StringComparison.Ordinal);
        Assert.Contains("ETSI.CAdES.detached", said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_signature_covers_all_but_itself_names_its_certificate_and_claims_no_time_of_its_own()
    {
        var file = Signed();
        var (covered, contents) = Parts(file);
        var cms = new SignedCms(new ContentInfo(covered), detached: true);
        cms.Decode(contents);
        cms.CheckSignature(verifySignatureOnly: true);
        var signer = Assert.Single(cms.SignerInfos.Cast<SignerInfo>());
        Assert.Equal(_certificate.Thumbprint, signer.Certificate!.Thumbprint);
        Assert.Equal("2.16.840.1.101.3.4.2.1", signer.DigestAlgorithm.Value);
        var attributes = signer.SignedAttributes.Cast<CryptographicAttributeObject>().Select(a => a.Oid.Value).ToArray();
        Assert.Contains("1.2.840.113549.1.9.16.2.47", attributes);
        Assert.DoesNotContain("1.2.840.113549.1.9.5", attributes);
        Assert.Contains(Convert.ToHexString(SHA256.HashData(_certificate.RawData)), Convert.ToHexString(contents), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_but_the_signature_depends_on_the_certificate_or_on_its_time()
    {
        using var next = Certificate("Mairie de Ronchin, 2028", Today.AddYears(2));
        var document = Samples.Acknowledgement();
        var (now, later, expired) = (Signed(), Write(document, next, Today.AddYears(2)), Write(document, _certificate, Today.AddYears(9)));
        Assert.NotEqual(now, later);
        Assert.Equal(PdfFingerprint.Of(now), PdfFingerprint.Of(later));
        Assert.Equal(PdfFingerprint.Of(now), PdfFingerprint.Of(expired));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(expired)), PdfFingerprint.Of(expired));
    }

    [Fact]
    public void An_expired_certificate_signs_nothing_and_the_receipt_stays_sound()
    {
        var file = Write(Samples.Acknowledgement(), _certificate, Today.AddYears(9));
        PdfTools.AssertSound(file);
        Assert.Equal(SealState.None, SealReading.Of(file).State);
    }

    [Fact]
    public void The_place_of_the_signature_is_tagged_and_has_a_name()
    {
        using var pdf = new TaggedPdf(Signed());
        Assert.Contains(pdf.Elements, e => e.Tag == "Form");
    }

    [Fact]
    public void A_reader_tells_the_sound_file_from_every_other()
    {
        var file = Signed();
        Assert.Equal(new SealReading(PdfFingerprint.Of(file), SealState.Sound, "Mairie de Ronchin"), SealReading.Of(file));
        var length = Encoding.Latin1.GetString(file).IndexOf("\n%%EOF\n", StringComparison.Ordinal) + 7;
        Assert.Equal(SealState.None, SealReading.Of(file.AsSpan(0, length)).State);

        // Bytes added, one bit turned in the signature, a date changed, an update that shows something else.
        byte[] longer = [.. file, (byte)'\n'];
        Assert.Equal(SealState.Broken, SealReading.Of(longer).State);
        Assert.Equal(SealState.Broken, SealReading.Of(Replaced(file, "/M(D:2026", "/M(D:2025")).State);
        Assert.Equal(SealState.Broken, SealReading.Of(Replaced(file, "/Prev ", "/Prev 1")).State);
        byte[] shown = [.. file.AsSpan(0, length), .. "9 0 obj\n<</Type/Page>>\nendobj\nstartxref\n9\n%%EOF\n"u8];
        Assert.Equal(SealState.Broken, SealReading.Of(shown).State);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n%%EOF\n")]
    [InlineData("\n%%EOF\n/M(D:20261125120000+00'00')/ByteRange[0 0000000000 0000000000 0000000000]/Contents<00>>>\n")]
    [InlineData("Ceci n'est pas un PDF.")]
    public void Any_bytes_get_an_answer(string text) =>
        Assert.NotEqual(SealState.Sound, SealReading.Of(Encoding.Latin1.GetBytes(text)).State);

    [Fact]
    public void A_certificate_without_its_key_is_refused()
    {
        using var alone = X509CertificateLoader.LoadCertificate(_certificate.RawData);
        Assert.Contains("PKCS#12", Assert.Throws<ArgumentException>(() => new PdfSeal(alone, [], TimeProvider.System)).Message, StringComparison.Ordinal);
    }

    private byte[] Signed() => Write(Samples.Acknowledgement(SilenceRegime.Rejection), _certificate, Today);

    private static byte[] Write(ReceiptDocument document, X509Certificate2 certificate, DateTimeOffset at)
    {
        using var file = new MemoryStream();
        new PdfReceiptWriter(new PdfSeal(certificate, [], new Clock(at))).Write(document, file);
        return file.ToArray();
    }

    private static (byte[] Covered, byte[] Contents) Parts(byte[] file)
    {
        var range = Range().Match(Encoding.Latin1.GetString(file)).Groups.Values.Skip(1).Select(g => int.Parse(g.Value, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(file.Length, range[1] + range[2]);
        var contents = Convert.FromHexString(Encoding.ASCII.GetString(file, range[0] + 1, range[1] - range[0] - 2));
        return ([.. file.AsSpan(0, range[0]), .. file.AsSpan(range[1], range[2])], contents);
    }

    private static byte[] Replaced(byte[] file, string from, string to) => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(file).Replace(from, to, StringComparison.Ordinal));

    private static X509Certificate2 Certificate(string name, DateTimeOffset from)
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest($"CN=\"{name}\"", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(from.AddDays(-1), from.AddYears(3));
    }

    [GeneratedRegex(@"/ByteRange\[0 (\d{10}) (\d{10}) (\d{10})\]", RegexOptions.None, 1000)]
    private static partial Regex Range();

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
