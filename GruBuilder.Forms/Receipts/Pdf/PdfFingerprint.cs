using System.Security.Cryptography;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>
/// The SHA-256 of a receipt's file as it was before it was signed. A signature is added behind and changes nothing before it, so that
/// the fingerprint outlives certificates; of a file that is not signed, it is what <c>sha256sum</c> says.
/// </summary>
public static class PdfFingerprint
{
    private static ReadOnlySpan<byte> End => "\n%%EOF\n"u8;

    /// <summary>The fingerprint, lower-case hexadecimal; of a file that is no PDF, the SHA-256 of it all.</summary>
    public static string Of(ReadOnlySpan<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file[..LengthOfUnsigned(file)]));

    /// <summary>How many of a file's bytes were there before it was signed.</summary>
    internal static int LengthOfUnsigned(ReadOnlySpan<byte> file) => file.IndexOf(End) is >= 0 and var end ? end + End.Length : file.Length;
}
