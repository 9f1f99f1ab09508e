using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace GruBuilder.Tests.Receipts;

/// <summary>A time stamping authority of our own (RFC 3161), by call or over HTTP.</summary>
internal sealed class LocalTimestamps : IAsyncDisposable
{
    private readonly X509Certificate2 _certificate = Certificate();
    private WebApplication? _server;
    private int _asked;

    /// <summary>The moment that it stamps.</summary>
    public static DateTimeOffset Moment { get; } = new(2026, 11, 25, 12, 0, 30, TimeSpan.Zero);

    /// <summary>How often it was asked over HTTP.</summary>
    public int Asked => _asked;

    /// <summary>Whether it keeps those who ask over HTTP waiting for ever.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Listens on a free port.</summary>
    public async Task<string> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        _server = builder.Build();
        _server.MapPost("/tsr", async (HttpContext http) =>
        {
            Interlocked.Increment(ref _asked);
            if (IsSilent) await Task.Delay(Timeout.Infinite, http.RequestAborted);
            Assert.Equal("application/timestamp-query", http.Request.ContentType);
            using var query = new MemoryStream();
            await http.Request.Body.CopyToAsync(query, http.RequestAborted);
            return Results.Bytes(Answer(query.ToArray()), "application/timestamp-reply");
        });
        await _server.StartAsync();
        return $"{_server.Urls.First()}/tsr";
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        _certificate.Dispose();
    }

    /// <summary>Answers a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="isOfSomethingElse">Whether to stamp another hash than the one that is asked for.</param>
    public byte[] Answer(ReadOnlyMemory<byte> query, bool isOfSomethingElse = false)
    {
        Assert.True(Rfc3161TimestampRequest.TryDecode(query, out var asked, out _));
        var info = new Rfc3161TimestampTokenInfo(
            new Oid("1.2.3.4.1"), asked.HashAlgorithmId, isOfSomethingElse ? new byte[32] : asked.GetMessageHash(), new byte[] { 1 }, Moment, nonce: asked.GetNonce());
        var cms = new SignedCms(new ContentInfo(new Oid("1.2.840.113549.1.9.16.1.4"), info.Encode()));
        var signer = new CmsSigner(_certificate) { DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"), IncludeOption = X509IncludeOption.EndCertOnly };
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid("1.2.840.113549.1.9.16.2.47"), Named()));
        cms.ComputeSignature(signer, silent: true);
        var answer = new AsnWriter(AsnEncodingRules.DER);
        using (answer.PushSequence())
        {
            using (answer.PushSequence()) answer.WriteInteger(0);
            answer.WriteEncodedValue(cms.Encode());
        }

        return answer.Encode();
    }

    private byte[] Named()
    {
        var asn = new AsnWriter(AsnEncodingRules.DER);
        using (asn.PushSequence())
        using (asn.PushSequence())
        using (asn.PushSequence())
        {
            asn.WriteOctetString(SHA256.HashData(_certificate.RawData));
        }

        return asn.Encode();
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var asked = new CertificateRequest("CN=Horodatage d'essai", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        asked.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true));
        return asked.CreateSelfSigned(Moment.AddYears(-1), Moment.AddYears(20));
    }
}
