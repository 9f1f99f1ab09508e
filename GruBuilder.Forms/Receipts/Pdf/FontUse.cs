namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>The fonts of a document, and which of their glyphs it uses.</summary>
internal sealed class FontUse(FontFace face, string name)
{
    private readonly bool[] _used = new bool[face.Font.GlyphCount];

    internal FontFace Face { get; } = face;

    /// <summary>The name that pages call it by.</summary>
    internal string Name { get; } = name;

    internal ReadOnlySpan<bool> Used => _used;

    internal void Use(ushort glyph) => _used[glyph] = true;
}
