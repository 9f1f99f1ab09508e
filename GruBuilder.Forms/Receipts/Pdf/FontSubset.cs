using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>
/// The part of a font that a document uses, ready to embed. Glyphs keep their numbers, and hints are dropped: printers and
/// screens of today do without, and they weigh half the file.
/// </summary>
internal sealed class FontSubset
{
    private const int CompositeHasInstructions = 0x100;

    internal FontSubset(TrueTypeFont font, IEnumerable<ushort> used)
    {
        var outlines = Outlines(font, used);
        var last = outlines.Keys[^1];
        Length = Build(font, outlines, last, out var program);
        Program = Deflate.Compress(program, isKept: true);
        var glyphs = used.Where(g => g != 0).Distinct().Order().ToArray();
        Widths = WidthArray(font, glyphs);
        ToUnicode = Deflate.Compress(Encoding.ASCII.GetBytes(UnicodeMap(font, glyphs)), isKept: true);
        Tag = string.Concat(SHA256.HashData(program).Take(6).Select(b => (char)('A' + (b % 26))));
    }

    /// <summary>Six letters that name the subset, the same for the same glyphs.</summary>
    internal string Tag { get; }

    /// <summary>The font program, deflated.</summary>
    internal byte[] Program { get; }

    /// <summary>The program's length before that.</summary>
    internal int Length { get; }

    /// <summary>The value of <c>/W</c>.</summary>
    internal string Widths { get; }

    /// <summary>The character map that gives the text back, deflated.</summary>
    internal byte[] ToUnicode { get; }

    // Each glyph used, and those that it is composed of.
    private static SortedList<int, byte[]> Outlines(TrueTypeFont font, IEnumerable<ushort> used)
    {
        var found = new SortedList<int, byte[]>();
        var waiting = new Stack<int>(used.Select(g => (int)g).Append(0));
        while (waiting.TryPop(out var glyph))
        {
            if (!found.ContainsKey(glyph))
            {
                found[glyph] = Unhinted(font.OutlineOf(glyph), waiting);
            }
        }

        return found;
    }

    private static byte[] Unhinted(ReadOnlySpan<byte> outline, Stack<int> parts)
    {
        if (outline.IsEmpty)
        {
            return [];
        }

        var contours = BinaryPrimitives.ReadInt16BigEndian(outline);
        if (contours >= 0)
        {
            var end = 10 + (2 * contours);
            var instructions = BinaryPrimitives.ReadUInt16BigEndian(outline[end..]);
            return [.. outline[..end], 0, 0, .. outline[(end + 2 + instructions)..]];
        }

        var copy = outline.ToArray();
        var at = 10;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at));
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at), (ushort)(flags & ~CompositeHasInstructions));
            parts.Push(BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at + 2)));
            at += 4 + ((flags & 1) != 0 ? 4 : 2);
            at += (flags & 0x8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0;
        }
        while ((flags & 0x20) != 0);
        return copy[..at];
    }

    private static int Build(TrueTypeFont font, SortedList<int, byte[]> outlines, int last, out byte[] program)
    {
        using var glyphs = new MemoryStream();
        var places = new byte[4 * (last + 2)];
        var metrics = new byte[4 * (last + 1)];
        for (var glyph = 0; glyph <= last; glyph++)
        {
            BinaryPrimitives.WriteInt32BigEndian(places.AsSpan(4 * glyph), (int)glyphs.Length);
            if (outlines.TryGetValue(glyph, out var outline))
            {
                BinaryPrimitives.WriteUInt16BigEndian(
                    metrics.AsSpan(4 * glyph), (ushort)Math.Round(font.WidthOf((ushort)glyph) * font.UnitsPerEm / 1000.0));
                BinaryPrimitives.WriteInt16BigEndian(
                    metrics.AsSpan((4 * glyph) + 2), outline.Length == 0 ? (short)0 : BinaryPrimitives.ReadInt16BigEndian(outline.AsSpan(2)));
                glyphs.Write(outline);
                glyphs.Position = glyphs.Length;
                glyphs.Write(new byte[(4 - (outline.Length % 4)) % 4]);
            }
        }

        BinaryPrimitives.WriteInt32BigEndian(places.AsSpan(4 * (last + 1)), (int)glyphs.Length);
        var head = font.Table("head").ToArray();
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        var horizontal = font.Table("hhea").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(horizontal.AsSpan(34), (ushort)(last + 1));
        var profile = font.Table("maxp").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(profile.AsSpan(4), (ushort)(last + 1));

        // Without hints: one zone, and no storage, functions, stack or instructions.
        profile.AsSpan(14, 14).Clear();
        profile[15] = 1;
        program = TrueTypeFile.Write(
            [("glyf", glyphs.ToArray()), ("head", head), ("hhea", horizontal), ("hmtx", metrics), ("loca", places), ("maxp", profile)]);
        return program.Length;
    }

    private static string WidthArray(TrueTypeFont font, ushort[] glyphs)
    {
        var text = new StringBuilder("[");
        for (var i = 0; i < glyphs.Length; i++)
        {
            var follows = i > 0 && glyphs[i] == glyphs[i - 1] + 1;
            text.Append(CultureInfo.InvariantCulture, $"{(follows ? " " : i == 0 ? $"{glyphs[i]}[" : $"]{glyphs[i]}[")}{font.WidthOf(glyphs[i])}");
        }

        return text.Append(glyphs.Length > 0 ? "]]" : "]").ToString();
    }

    private static string UnicodeMap(TrueTypeFont font, ushort[] glyphs)
    {
        var text = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
            + "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
        foreach (var part in glyphs.Chunk(100))
        {
            text.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var glyph in part)
            {
                text.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}><{(int)font.CharacterOf(glyph):X4}>\n");
            }

            text.Append("endbfchar\n");
        }

        return text.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend").ToString();
    }
}
