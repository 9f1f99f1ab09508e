using System.Globalization;
using System.Text;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>
/// Text as glyphs. Controls are dropped; what the font lacks becomes one visible mark for each character that a person sees,
/// and keeps the true text for those who listen or copy.
/// </summary>
internal sealed class ShapedText
{
    private const int LongestActual = 40;
    private readonly List<ushort> _glyphs = [];
    private readonly List<char> _characters = [];
    private Dictionary<int, string>? _actual;

    private ShapedText(FontFace face) => Face = face;

    internal FontFace Face { get; }

    internal int Count => _glyphs.Count;

    internal ushort this[int index] => _glyphs[index];

    /// <summary>The character of a glyph, to find where a line may end.</summary>
    internal char CharacterAt(int index) => _characters[index];

    /// <summary>A glyph's width in thousandths of the size.</summary>
    internal int WidthAt(int index) => Face.Font.WidthOf(_glyphs[index]);

    /// <summary>The text that a mark stands for; null for a true glyph.</summary>
    internal string? ActualAt(int index) => _actual?.GetValueOrDefault(index);

    /// <summary>Whether any glyph is a mark.</summary>
    internal bool HasMarks => _actual is not null;

    /// <summary>Shapes text, one part for each line that the text itself holds.</summary>
    internal static List<ShapedText> Lines(string text, FontFace face)
    {
        var lines = new List<ShapedText>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] is '\n' or '\u2028' or '\u2029')
            {
                lines.Add(Shape(text.AsSpan(start, i - start), face));
                start = i + 1;
            }
        }

        return lines;
    }

    private static ShapedText Shape(ReadOnlySpan<char> text, FontFace face)
    {
        var shaped = new ShapedText(face);
        if (text.ContainsAnyInRange('\u0300', '\uFFFF'))
        {
            text = Composed(text);
        }

        var at = 0;
        while (at < text.Length)
        {
            var character = text[at];
            if (face.Font.GlyphOf(character) is var glyph and not 0 && !IsDropped(character))
            {
                shaped._glyphs.Add(glyph);
                shaped._characters.Add(character);
                at++;
            }
            else if (character == '\t')
            {
                shaped._glyphs.Add(face.Font.GlyphOf(' '));
                shaped._characters.Add(' ');
                at++;
            }
            else if (IsDropped(character))
            {
                at++;
            }
            else
            {
                var length = StringInfo.GetNextTextElementLength(text[at..]);
                shaped._actual ??= [];
                shaped._actual[shaped.Count] = text.Slice(at, Math.Min(length, LongestActual)).ToString();
                shaped._glyphs.Add(face.Mark);
                shaped._characters.Add('\uFFFD');
                at += length;
            }
        }

        return shaped;
    }

    // Accents typed apart are joined to their letters; a broken surrogate becomes the mark.
    private static string Composed(ReadOnlySpan<char> text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune.ToString());
        }

        return whole.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsDropped(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            && character != '\t'
        || character is >= '\uFE00' and <= '\uFE0F';
}
