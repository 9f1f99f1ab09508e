using System.IO.Compression;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>Streams as PDF's FlateDecode wants them: with header and checksum.</summary>
internal static class Deflate
{
    /// <summary>Compresses bytes.</summary>
    internal static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        using var output = new MemoryStream(bytes.Length / 2);
        using (var zlib = new ZLibStream(output, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return output.ToArray();
    }
}
