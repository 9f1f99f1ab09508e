using System.Buffers.Binary;
using System.Text;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>The sRGB colour space as an ICC profile (version 4, IEC 61966-2-1's curve), made from its published constants.</summary>
internal static class ColorProfile
{
    private const int HeaderLength = 128;

    /// <summary>The profile, deflated.</summary>
    internal static byte[] Srgb { get; } = Deflate.Compress(Make());

    private static byte[] Make()
    {
        var curve = Curve();
        (string Tag, byte[] Content)[] tags =
        [
            ("desc", Words("sRGB IEC61966-2.1")),
            ("cprt", Words("Public domain")),
            ("wtpt", Point(0.9642, 1, 0.8249)),
            ("rXYZ", Point(0.43607, 0.22249, 0.01392)),
            ("gXYZ", Point(0.38515, 0.71687, 0.09708)),
            ("bXYZ", Point(0.14307, 0.06061, 0.71410)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];
        var start = HeaderLength + 4 + (12 * tags.Length);
        var body = new MemoryStream();
        var table = new byte[4 + (12 * tags.Length)];
        BinaryPrimitives.WriteInt32BigEndian(table, tags.Length);
        var curveAt = 0;
        for (var i = 0; i < tags.Length; i++)
        {
            // The three curves are one.
            var at = i > 6 ? curveAt : start + (int)body.Length;
            var entry = table.AsSpan(4 + (12 * i));
            Encoding.ASCII.GetBytes(tags[i].Tag, entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], at);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], tags[i].Content.Length);
            if (i <= 6)
            {
                curveAt = at;
                body.Write(tags[i].Content);
                body.Write(new byte[(4 - (tags[i].Content.Length % 4)) % 4]);
            }
        }

        var header = new byte[HeaderLength];
        BinaryPrimitives.WriteInt32BigEndian(header, start + (int)body.Length);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(8), 0x04200000);
        Encoding.ASCII.GetBytes("mntrRGB XYZ ", header.AsSpan(12));
        BinaryPrimitives.WriteInt16BigEndian(header.AsSpan(24), 2020);
        header[27] = 1;
        header[29] = 1;
        Encoding.ASCII.GetBytes("acsp", header.AsSpan(36));
        Point(0.9642, 1, 0.8249).AsSpan(8).CopyTo(header.AsSpan(68));
        return [.. header, .. table, .. body.ToArray()];
    }

    private static byte[] Point(params double[] values) => [.. Encoding.ASCII.GetBytes("XYZ "), 0, 0, 0, 0, .. values.SelectMany(Fixed)];

    private static byte[] Curve()
    {
        byte[] kind = [.. Encoding.ASCII.GetBytes("para"), 0, 0, 0, 0, 0, 3, 0, 0];
        double[] constants = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];
        return [.. kind, .. constants.SelectMany(Fixed)];
    }

    private static byte[] Words(string text)
    {
        byte[] words = Encoding.BigEndianUnicode.GetBytes(text);
        byte[] head = [.. Encoding.ASCII.GetBytes("mluc"), 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 12, .. Encoding.ASCII.GetBytes("enUS")];
        return [.. head, 0, 0, 0, (byte)words.Length, 0, 0, 0, 28, .. words];
    }

    // Signed, with 16 bits before and 16 after the point.
    private static byte[] Fixed(double value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, (int)Math.Round(value * 65536));
        return bytes;
    }
}
