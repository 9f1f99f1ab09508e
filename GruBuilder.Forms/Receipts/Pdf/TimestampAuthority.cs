using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>
/// A time stamping authority (RFC 3161): it says that a signature was there at a moment, which outlives the certificate that signed. Without
/// its answer a signature stands as it is.
/// </summary>
/// <param name="ask">Sends a query and gives the answer, both as RFC 3161 writes them; null to do without this time. It may throw.</param>
/// <param name="failed">Told why there is no time stamp: what was thrown, by asking or by an answer that does not hold.</param>
public sealed class TimestampAuthority(Func<ReadOnlyMemory<byte>, byte[]?> ask, Action<Exception> failed)
{
    /// <summary>The attribute of a signature that holds its time stamp.</summary>
    internal const string AttributeOid = "1.2.840.113549.1.9.16.2.14";

    /// <summary>The longest time stamp that a signature leaves room for, in bytes.</summary>
    internal const int Longest = 8192;

    private const int NonceLength = 8;

    /// <summary>The time stamp of a signature; null when there is none.</summary>
    internal byte[]? Stamp(SignerInfo signer)
    {
        try
        {
            var query = Rfc3161TimestampRequest.CreateFromSignerInfo(
                signer, HashAlgorithmName.SHA256, requestedPolicyId: null, nonce: RandomNumberGenerator.GetBytes(NonceLength), requestSignerCertificates: true);
            if (ask(query.Encode()) is not { } answer)
            {
                return null;
            }

            var token = query.ProcessResponse(answer, out _);
            var stamp = token.AsSignedCms().Encode();
            return !token.VerifySignatureForSignerInfo(signer, out _) ? throw new CryptographicException("The time stamp does not hold.")
                : stamp.Length > Longest ? throw new CryptographicException($"The time stamp takes {stamp.Length} bytes; there is room for {Longest}.")
                : stamp;
        }
#pragma warning disable CA1031 // Whatever an authority does, the receipt is signed.
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            failed(e);
            return null;
        }
    }

    /// <summary>When a signature was stamped; null for one that is not.</summary>
    /// <exception cref="CryptographicException">It bears a time stamp that does not hold.</exception>
    internal static DateTimeOffset? MomentOf(SignerInfo signer)
    {
        var stamps = signer.UnsignedAttributes.Cast<CryptographicAttributeObject>().Where(a => a.Oid.Value == AttributeOid).ToArray();
        if (stamps.Length == 0)
        {
            return null;
        }

        return stamps.Length == 1 && stamps[0].Values.Count == 1
            && Rfc3161TimestampToken.TryDecode(stamps[0].Values[0].RawData, out var token, out _) && token.VerifySignatureForSignerInfo(signer, out _)
            ? token.TokenInfo.Timestamp
            : throw new CryptographicException("The time stamp does not hold.");
    }
}
