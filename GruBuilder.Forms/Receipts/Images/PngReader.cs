using System.Buffers.Binary;
using System.IO.Compression;

namespace GruBuilder.Forms.Receipts.Images;

/// <summary>Reads a PNG into plain pixels, made smaller where it has more of them than print shows.</summary>
internal static class PngReader
{
    /// <summary>Longest side kept: 200 dots an inch over the width of a page's text.</summary>
    internal const int LongestSide = 1340;

    internal static RasterImage Read(byte[] file, int longestSide)
    {
        var header = file.AsSpan(8);
        if (!header[4..].StartsWith("IHDR"u8))
        {
            throw new InvalidDataException("The PNG has no header.");
        }

        var (columns, rows) = (BinaryPrimitives.ReadInt32BigEndian(header[8..]), BinaryPrimitives.ReadInt32BigEndian(header[12..]));
        var (depth, kind, interlaced) = (header[16], header[17], header[20]);
        if (columns <= 0 || rows <= 0 || (long)columns * rows > ReceiptImage.MostPixels)
        {
            throw new InvalidDataException("The PNG has no pixels, or too many.");
        }

        if (interlaced != 0)
        {
            throw new ReceiptImageException("Ce PNG est entrelacé : enregistrez-le sans entrelacement.");
        }

        var channels = kind switch { 0 or 3 => 1, 2 => 3, 4 => 2, 6 => 4, _ => throw new InvalidDataException("The PNG has an unknown kind of colours.") };
        if (depth is not (1 or 2 or 4 or 8 or 16) || (depth < 8 && channels > 1))
        {
            throw new InvalidDataException("The PNG has an unknown depth of colours.");
        }

        Chunks(file, out var data, out var palette, out var transparency);
        var lines = Lines(data, columns, rows, channels, depth);
        var pixels = new Pixels(columns, rows);
        for (var y = 0; y < rows; y++)
        {
            Row(pixels, y, lines[y], kind, depth, palette, transparency);
        }

        return RasterImage.Of(pixels.AtMost(longestSide), 0, isMirrored: false);
    }

    private static void Chunks(byte[] file, out MemoryStream data, out byte[] palette, out byte[] transparency)
    {
        (data, palette, transparency) = (new MemoryStream(), [], []);
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var name = file.AsSpan(at + 4, 4);
            var content = file.AsSpan(at + 8, length);
            if (name.SequenceEqual("IDAT"u8))
            {
                data.Write(content);
            }
            else if (name.SequenceEqual("PLTE"u8))
            {
                palette = content.ToArray();
            }
            else if (name.SequenceEqual("tRNS"u8))
            {
                transparency = content.ToArray();
            }

            at += length + 12;
        }

        data.Position = 0;
    }

    private static byte[][] Lines(Stream data, int columns, int rows, int channels, int depth)
    {
        using var inflated = new ZLibStream(data, CompressionMode.Decompress);
        var step = Math.Max(1, channels * depth / 8);
        var width = ((columns * channels * depth) + 7) / 8;
        var lines = new byte[rows][];
        var above = new byte[width];
        for (var y = 0; y < rows; y++)
        {
            var filter = inflated.ReadByte();
            var line = new byte[width];
            if (filter is < 0 or > 4 || inflated.ReadAtLeast(line, width, throwOnEndOfStream: false) < width)
            {
                throw new InvalidDataException("The PNG ends before its last line.");
            }

            for (var i = 0; i < width; i++)
            {
                var (left, up, corner) = (i >= step ? line[i - step] : 0, (int)above[i], i >= step ? above[i - step] : 0);
                line[i] += (byte)(filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Nearest(left, up, corner), _ => 0 });
            }

            lines[y] = above = line;
        }

        return lines;
    }

    // The one of the three neighbours that is nearest to left + up - corner.
    private static int Nearest(int left, int up, int corner)
    {
        var (toLeft, toUp, toCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - (2 * corner)));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static void Row(Pixels pixels, int y, byte[] line, int kind, int depth, byte[] palette, byte[] transparency)
    {
        int Sample(int index)
        {
            if (depth >= 8)
            {
                return line[index * depth / 8];
            }

            var value = (line[index * depth / 8] >> (8 - depth - (index * depth % 8))) & ((1 << depth) - 1);
            return kind == 3 ? value : value * 255 / ((1 << depth) - 1);
        }

        for (var x = 0; x < pixels.Columns; x++)
        {
            switch (kind)
            {
                case 3:
                    var color = Sample(x);
                    pixels.Set(x, y, palette[3 * color], palette[(3 * color) + 1], palette[(3 * color) + 2], color < transparency.Length ? transparency[color] : (byte)255);
                    break;
                case 2 or 6:
                    var channels = kind == 2 ? 3 : 4;
                    pixels.Set(x, y, (byte)Sample(channels * x), (byte)Sample((channels * x) + 1), (byte)Sample((channels * x) + 2), kind == 6 ? (byte)Sample((channels * x) + 3) : (byte)255);
                    break;
                default:
                    var grey = (byte)Sample(kind == 4 ? 2 * x : x);
                    pixels.Set(x, y, grey, grey, grey, kind == 4 ? (byte)Sample((2 * x) + 1) : (byte)255);
                    break;
            }
        }
    }
}
