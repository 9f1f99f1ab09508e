using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>What stands behind a receipt's unsigned bytes.</summary>
public enum SealState
{
    /// <summary>Nothing: it was not signed.</summary>
    None,

    /// <summary>A signature that covers the whole file and holds.</summary>
    Sound,

    /// <summary>Something else: a signature that does not hold, or bytes added by whoever.</summary>
    Broken,
}

/// <summary>A file as somebody brings it to be checked.</summary>
/// <param name="Fingerprint">The SHA-256 of its bytes before any signature.</param>
/// <param name="State">What stands behind them.</param>
/// <param name="Signer">Who signed, where the signature holds.</param>
/// <param name="StampedAt">When an authority stamped the signature, where one did.</param>
public sealed record SealReading(string Fingerprint, SealState State, string? Signer, DateTimeOffset? StampedAt = null)
{
    /// <summary>Reads a file; whatever its bytes are, there is an answer.</summary>
    public static SealReading Of(ReadOnlySpan<byte> file)
    {
        var unsigned = PdfFingerprint.LengthOfUnsigned(file);
        var fingerprint = PdfFingerprint.Of(file);
        if (unsigned == file.Length)
        {
            return new SealReading(fingerprint, SealState.None, null);
        }

        try
        {
            return SignerOf(file, unsigned) is { Certificate: { } certificate } signer
                ? new SealReading(fingerprint, SealState.Sound, certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false), TimestampAuthority.MomentOf(signer))
                : new SealReading(fingerprint, SealState.Broken, null);
        }
        catch (Exception e) when (e is CryptographicException or FormatException or System.Text.RegularExpressions.RegexMatchTimeoutException or OverflowException)
        {
            return new SealReading(fingerprint, SealState.Broken, null);
        }
    }

    private static SignerInfo? SignerOf(ReadOnlySpan<byte> file, int unsigned)
    {
        var added = file[unsigned..];
        if (SignatureUpdate.Read(added) is not { } read)
        {
            return null;
        }

        var update = SignatureUpdate.Of(file[..unsigned], read.Date, read.Room);
        if (!update.Is(added))
        {
            return null;
        }

        var cms = new SignedCms(new ContentInfo(update.Covered(file)), detached: true);
        cms.Decode(Convert.FromHexString(Encoding.ASCII.GetString(file.Slice(update.ContentsStart, update.Room & ~1))));
        cms.CheckSignature(verifySignatureOnly: true);
        return cms.SignerInfos.Count == 1 ? cms.SignerInfos[0] : null;
    }
}
