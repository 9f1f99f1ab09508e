using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GruBuilder.Forms.Receipts.Pdf;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Municipality;

namespace GruBuilder.Web.Features.Requests.Receipts;

/// <summary>
/// The town's certificate: the PKCS#12 file that <c>Receipts:Certificate</c> names, in the data directory or by a whole path, opened by
/// <c>Receipts:CertificatePassword</c>. In Development one is made and kept; elsewhere, without one, receipts are not signed. Where
/// <c>Receipts:Timestamp</c> names an authority, it stamps each signature.
/// </summary>
public sealed partial class TownSeal
{
    private const string MadeHere = "sceau-de-developpement.p12";

    /// <summary>Opens the certificate.</summary>
    /// <exception cref="InvalidOperationException">The file is missing, or does not open; the message says what to do.</exception>
    public TownSeal(IConfiguration configuration, IHostEnvironment environment, DataDirectory directory, MunicipalityProfile town, IHttpClientFactory clients, TimeProvider time, ILogger<TownSeal> logger)
    {
        var named = configuration["Receipts:Certificate"];
        if (string.IsNullOrWhiteSpace(named) && !environment.IsDevelopment())
        {
            Unsigned(logger);
            return;
        }

        var path = string.IsNullOrWhiteSpace(named) ? Path.Combine(directory.Keys, MadeHere) : directory.File(named);
        if (string.IsNullOrWhiteSpace(named) && !File.Exists(path)) Make(path, $"Mairie de {town.Name} (développement)", time.GetUtcNow());
        Seal = Open(path, configuration["Receipts:CertificatePassword"], time, TimestampClient.From(configuration, clients, time, logger)?.Authority);
        if (!Seal.IsInForce) NotInForce(logger, Seal);
    }

    /// <summary>What signs receipts; null for nothing.</summary>
    public PdfSeal? Seal { get; }

    private static PdfSeal Open(string path, string? password, TimeProvider time, TimestampAuthority? authority)
    {
        if (!File.Exists(path)) throw new InvalidOperationException($"Receipts:Certificate names {path}, which is missing: put the town's PKCS#12 file there, or remove the setting to leave receipts unsigned.");
        try
        {
            var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(path, password);
            var own = all.FirstOrDefault(c => c.HasPrivateKey) ?? throw new InvalidOperationException($"{path} holds no private key: export the certificate with its key.");
            return new PdfSeal(own, [.. all.Where(c => c != own)], time, authority);
        }
        catch (CryptographicException e)
        {
            throw new InvalidOperationException($"{path} does not open: check that it is a PKCS#12 file, and Receipts:CertificatePassword.", e);
        }
    }

    private static void Make(string path, string name, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var asked = new CertificateRequest(Named(name), key, HashAlgorithmName.SHA256);
        asked.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        asked.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        using var made = asked.CreateSelfSigned(now.AddDays(-1), now.AddYears(10));
        File.WriteAllBytes(path, made.Export(X509ContentType.Pkcs12));
    }

    private static X500DistinguishedName Named(string name)
    {
        var builder = new X500DistinguishedNameBuilder();
        builder.AddCommonName(name);
        return builder.Build();
    }

    [LoggerMessage(LogLevel.Information, "Receipts:Certificate is not set: receipts are not signed; their code and fingerprint can be checked all the same.")]
    private static partial void Unsigned(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "The certificate {Seal} is not in force: receipts are not signed until it is replaced.")]
    private static partial void NotInForce(ILogger logger, PdfSeal seal);
}
