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
    private readonly ushort[] _glyphs;
    private readonly char[] _characters;
    private Dictionary<int, string>? _actual;

    // No glyph stands for less than one character.
    private ShapedText(FontFace face, int length) => (Face, _glyphs, _characters) = (face, new ushort[length], new char[length]);

    internal FontFace Face { get; }

    internal int Count { get; private set; }

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
        var lines = new List<ShapedText>(1);
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
        if (text.ContainsAnyInRange('\u0300', '\uFFFF'))
        {
            text = Composed(text);
        }

        var shaped = new ShapedText(face, text.Length);
        var at = 0;
        while (at < text.Length)
        {
            var character = text[at];
            if (face.Font.GlyphOf(character) is var glyph and not 0 && !IsDropped(character))
            {
                shaped.Add(glyph, character);
                at++;
            }
            else if (character == '\t')
            {
                shaped.Add(face.Font.GlyphOf(' '), ' ');
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
                shaped.Add(face.Mark, '\uFFFD');
                at += length;
            }
        }

        return shaped;
    }

    private void Add(ushort glyph, char character) => (_glyphs[Count], _characters[Count++]) = (glyph, character);

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
