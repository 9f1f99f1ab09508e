using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>A font shared by all receipts, with the subsets made of it so far.</summary>
internal sealed class FontFace
{
    // Nearly every receipt uses nearly all of these: embedding them together lets most share one subset.
    private const string Usual =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;:!?'’«»()-–/@&+_°€·•éèêëàâçîïôûùœÉÈÀÇ\u00A0\u202F";

    private const int KeptSubsets = 256;
    private static readonly Lazy<FontFace> LazyRegular = new(() => Load("NotoSans-Regular"));
    private static readonly Lazy<FontFace> LazyBold = new(() => Load("NotoSans-Bold"));

    private readonly ConcurrentDictionary<string, FontSubset> _subsets = new(StringComparer.Ordinal);
    private readonly ushort[] _usual;

    private FontFace(TrueTypeFont font)
    {
        Font = font;
        Mark = font.GlyphOf('\uFFFD');
        _usual = [.. Usual.Select(font.GlyphOf).Distinct()];
    }

    /// <summary>Noto Sans.</summary>
    internal static FontFace Regular => LazyRegular.Value;

    /// <summary>Noto Sans Bold.</summary>
    internal static FontFace Bold => LazyBold.Value;

    internal TrueTypeFont Font { get; }

    /// <summary>The glyph shown for what the font lacks.</summary>
    internal ushort Mark { get; }

    /// <summary>The part of the font that shows these glyphs, from the cache where it can.</summary>
    /// <param name="used">By glyph number, whether it is used.</param>
    internal FontSubset Subset(ReadOnlySpan<bool> used)
    {
        Span<bool> wanted = stackalloc bool[used.Length];
        used.CopyTo(wanted);
        foreach (var glyph in _usual)
        {
            wanted[glyph] = true;
        }

        // The missing glyph is no text: it comes with every subset, and is never called by its number.
        wanted[0] = false;
        var numbers = new ushort[wanted.Count(true)];
        var next = 0;
        for (var glyph = 1; glyph < wanted.Length; glyph++)
        {
            if (wanted[glyph])
            {
                numbers[next++] = (ushort)glyph;
            }
        }

        var key = new string(MemoryMarshal.Cast<ushort, char>(numbers));
        if (_subsets.TryGetValue(key, out var found))
        {
            return found;
        }

        var made = new FontSubset(Font, numbers);
        if (_subsets.Count < KeptSubsets)
        {
            _subsets.TryAdd(key, made);
        }

        return made;
    }

    private static FontFace Load(string name)
    {
        using var stream = typeof(FontFace).Assembly.GetManifestResourceStream($"GruBuilder.Forms.Receipts.Fonts.{name}.ttf")
            ?? throw new InvalidOperationException($"The font {name} is not embedded in this assembly: check the project file.");
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return new FontFace(new TrueTypeFont(data, name));
    }
}
