using System.IO.Compression;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>Streams as PDF's FlateDecode wants them: with header and checksum.</summary>
internal static class Deflate
{
    // For text such as a receipt's, the third level takes a third of the time of the usual one, for two bytes in a hundred.
    private static readonly ZLibCompressionOptions Quick = new() { CompressionLevel = 3 };
    private static readonly ZLibCompressionOptions Tight = new() { CompressionLevel = 9 };

    /// <summary>Compresses bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="isKept">Whether what comes out is kept and used again, so that it may take its time.</param>
    internal static byte[] Compress(ReadOnlySpan<byte> bytes, bool isKept = false)
    {
        using var output = new MemoryStream(bytes.Length / 2);
        using (var zlib = new ZLibStream(output, isKept ? Tight : Quick, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return output.ToArray();
    }
}
