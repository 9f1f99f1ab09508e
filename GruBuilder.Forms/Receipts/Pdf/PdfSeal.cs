using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>
/// Signs receipts with the town's certificate: PAdES baseline B (ETSI EN 319 142-1), that is a CAdES signature that names its
/// certificate and covers the whole file; with an authority that stamps it, baseline T. Thread-safe.
/// </summary>
public sealed class PdfSeal
{
    private const string Sha256Oid = "2.16.840.1.101.3.4.2.1";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private readonly X509Certificate2 _certificate;
    private readonly X509Certificate2Collection _chain;
    private readonly TimeProvider _time;
    private readonly TimestampAuthority? _authority;
    private readonly AsnEncodedData _signingCertificate;
    private readonly int _room;

    /// <summary>Takes a certificate with its private key.</summary>
    /// <param name="certificate">The town's certificate.</param>
    /// <param name="chain">Those that lead from it to its authority, if any.</param>
    /// <param name="time">The source of time.</param>
    /// <param name="authority">What stamps signatures; null for nothing.</param>
    /// <exception cref="ArgumentException">There is no private key.</exception>
    public PdfSeal(X509Certificate2 certificate, X509Certificate2Collection chain, TimeProvider time, TimestampAuthority? authority = null)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        if (!certificate.HasPrivateKey)
        {
            throw new ArgumentException("A seal needs the certificate's private key: give the PKCS#12 file, not the certificate alone.", nameof(certificate));
        }

        (_certificate, _chain, _time) = (certificate, chain, time);
        _signingCertificate = new AsnEncodedData(new Oid(SigningCertificateV2), NameCertificate(certificate));

        // A signature's length hardly varies with what it signs.
        _room = Sign([0]).Length + 32;
        (_authority, _room) = (authority, _room + (authority is null ? 0 : TimestampAuthority.Longest));
    }

    /// <summary>Whether the certificate is valid today.</summary>
    public bool IsInForce => _time.GetUtcNow().UtcDateTime is var now && now >= _certificate.NotBefore.ToUniversalTime() && now < _certificate.NotAfter.ToUniversalTime();

    /// <summary>Whose seal it is, and until when it is good.</summary>
    public override string ToString() => $"{_certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false)}, until {_certificate.NotAfter:yyyy-MM-dd}";

    /// <summary>Adds the signature behind a file that has a place for it.</summary>
    internal void Sign(PdfBytes file)
    {
        var update = SignatureUpdate.Of(file.Written, PdfText.Date(_time.GetUtcNow()), _room * 2);
        file.Write(update.Bytes);
        var signature = Convert.ToHexString(Sign(update.Covered(file.Written)));
        file.Overwrite(update.ContentsStart, System.Text.Encoding.ASCII.GetBytes(signature));
    }

    private byte[] Sign(byte[] content)
    {
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, _certificate)
        {
            DigestAlgorithm = new Oid(Sha256Oid),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.Certificates.AddRange(_chain);
        signer.SignedAttributes.Add(_signingCertificate);
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        cms.ComputeSignature(signer, silent: true);
        if (_authority?.Stamp(cms.SignerInfos[0]) is { } stamp)
        {
            cms.SignerInfos[0].AddUnsignedAttribute(new AsnEncodedData(new Oid(TimestampAuthority.AttributeOid), stamp));
        }

        return cms.Encode();
    }

    // ESS signing-certificate-v2 (RFC 5035): the certificate's hash, its issuer and number.
    private static byte[] NameCertificate(X509Certificate2 certificate)
    {
        var asn = new AsnWriter(AsnEncodingRules.DER);
        using (asn.PushSequence())
        using (asn.PushSequence())
        using (asn.PushSequence())
        {
            asn.WriteOctetString(SHA256.HashData(certificate.RawData));
            using (asn.PushSequence())
            {
                using (asn.PushSequence())
                using (asn.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4)))
                {
                    asn.WriteEncodedValue(certificate.IssuerName.RawData);
                }

                asn.WriteInteger(certificate.SerialNumberBytes.Span);
            }
        }

        return asn.Encode();
    }
}
