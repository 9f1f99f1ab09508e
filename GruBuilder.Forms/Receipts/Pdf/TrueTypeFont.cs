using System.Buffers.Binary;
using System.Text;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>A TrueType font, parsed once: the glyph of a character, its width, and its outline.</summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] _data;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = new(StringComparer.Ordinal);
    private readonly ushort[] _glyphs = new ushort[0x10000];
    private readonly char[] _characters;
    private readonly ushort[] _widths;
    private readonly int[] _outlines;

    internal TrueTypeFont(byte[] data, string name)
    {
        _data = data;
        Name = name;
        for (var i = 0; i < UInt16(4); i++)
        {
            var entry = 12 + (16 * i);
            _tables[Encoding.ASCII.GetString(data, entry, 4)] = (Int32(entry + 8), Int32(entry + 12));
        }

        var head = _tables["head"].Offset;
        UnitsPerEm = UInt16(head + 18);
        Box = [.. Enumerable.Range(0, 4).Select(i => Scaled(Int16(head + 36 + (2 * i))))];
        var horizontal = _tables["hhea"].Offset;
        Ascent = Scaled(Int16(horizontal + 4));
        Descent = Scaled(Int16(horizontal + 6));
        var os2 = _tables["OS/2"].Offset;
        CapHeight = UInt16(os2) >= 2 ? Scaled(Int16(os2 + 88)) : 700;
        GlyphCount = UInt16(_tables["maxp"].Offset + 4);
        _widths = ReadWidths(UInt16(horizontal + 34));
        _outlines = ReadOutlines(longOffsets: Int16(head + 50) == 1);
        ReadCharacters();
        _characters = new char[GlyphCount];
        for (var c = 0xFFFF; c > 0; c--)
        {
            _characters[_glyphs[c]] = (char)c;
        }
    }

    /// <summary>The PostScript name.</summary>
    internal string Name { get; }

    internal int UnitsPerEm { get; }

    internal int GlyphCount { get; }

    /// <summary>In thousandths of the size, as all measures here.</summary>
    internal int Ascent { get; }

    internal int Descent { get; }

    internal int CapHeight { get; }

    internal int[] Box { get; }

    /// <summary>The glyph of a character, 0 where the font lacks it.</summary>
    internal ushort GlyphOf(char character) => _glyphs[character];

    /// <summary>The character that a glyph stands for, the lowest where it serves several.</summary>
    internal char CharacterOf(ushort glyph) => _characters[glyph];

    /// <summary>A glyph's width in thousandths of the size.</summary>
    internal int WidthOf(ushort glyph) => _widths[glyph];

    /// <summary>A glyph's outline as it stands in the font; empty for a space.</summary>
    internal ReadOnlySpan<byte> OutlineOf(int glyph) =>
        _data.AsSpan(_tables["glyf"].Offset + _outlines[glyph], _outlines[glyph + 1] - _outlines[glyph]);

    /// <summary>A whole table.</summary>
    internal ReadOnlySpan<byte> Table(string tag) => _data.AsSpan(_tables[tag].Offset, _tables[tag].Length);

    private ushort[] ReadWidths(int count)
    {
        var table = _tables["hmtx"].Offset;
        var widths = new ushort[GlyphCount];
        for (var glyph = 0; glyph < widths.Length; glyph++)
        {
            widths[glyph] = (ushort)Scaled(UInt16(table + (4 * Math.Min(glyph, count - 1))));
        }

        return widths;
    }

    private int[] ReadOutlines(bool longOffsets)
    {
        var table = _tables["loca"].Offset;
        var offsets = new int[GlyphCount + 1];
        for (var glyph = 0; glyph < offsets.Length; glyph++)
        {
            offsets[glyph] = longOffsets ? Int32(table + (4 * glyph)) : 2 * UInt16(table + (2 * glyph));
        }

        return offsets;
    }

    // Format 4 of the character map: segments of the basic plane.
    private void ReadCharacters()
    {
        var map = _tables["cmap"].Offset;
        var start = Enumerable.Range(0, UInt16(map + 2)).Select(i => map + Int32(map + 8 + (8 * i))).First(o => UInt16(o) == 4);
        var segments = UInt16(start + 6) / 2;
        for (var i = 0; i < segments; i++)
        {
            var last = UInt16(start + 14 + (2 * i));
            var first = UInt16(start + 16 + (2 * (segments + i)));
            var delta = UInt16(start + 16 + (2 * ((2 * segments) + i)));
            var place = start + 16 + (2 * ((3 * segments) + i));
            var range = UInt16(place);
            for (int c = first; c <= last && c < 0xFFFF; c++)
            {
                var glyph = range == 0 ? c : UInt16(place + range + (2 * (c - first)));
                _glyphs[c] = glyph == 0 ? (ushort)0 : (ushort)(glyph + delta);
            }
        }
    }

    private int Scaled(int units) => (int)Math.Round(units * 1000.0 / UnitsPerEm);

    private ushort UInt16(int offset) => BinaryPrimitives.ReadUInt16BigEndian(_data.AsSpan(offset));

    private short Int16(int offset) => BinaryPrimitives.ReadInt16BigEndian(_data.AsSpan(offset));

    private int Int32(int offset) => BinaryPrimitives.ReadInt32BigEndian(_data.AsSpan(offset));
}
