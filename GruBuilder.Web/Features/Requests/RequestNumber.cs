using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace GruBuilder.Web.Features.Requests;

/// <summary>
/// A number that can be read aloud, such as <c>2611-4K7M-P3RX</c>: year and month, seven characters that cannot be guessed, one check character.
/// Every character weighs its place in a sum modulo 23, a prime: any single wrong character and any two characters swapped are found.
/// </summary>
public readonly record struct RequestNumber
{
    /// <summary>
    /// The characters after the date, each at its value. Those that look or sound like another are left out (I O 0 1 U V S 5 B 8 Z Q D);
    /// a kept digit has its own value, so that the date's digits weigh the same wherever they are written.
    /// </summary>
    private const string Alphabet = "AC234E67F9GHJKLMNPRTWXY";

    private const int Length = 12;
    private const int DateLength = 4;
    private readonly string? _characters;

    private RequestNumber(string characters) => _characters = characters;

    /// <summary>A new number.</summary>
    /// <param name="day">The day in the town's time zone.</param>
    public static RequestNumber New(DateOnly day)
    {
        Span<char> text = stackalloc char[Length];
        day.ToString("yyMM", CultureInfo.InvariantCulture).CopyTo(text);
        RandomNumberGenerator.GetItems(Alphabet, text[DateLength..^1]);
        foreach (var last in Alphabet)
        {
            text[^1] = last;
            if (Sum(text) == 0) break;
        }

        return new RequestNumber(new string(text));
    }

    /// <summary>Reads a number as people write it: in either case, with or without spaces, hyphens and dots.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="number">The number.</param>
    /// <returns>Whether it is a number; false for a mistyped one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out RequestNumber number)
    {
        number = default;
        if (text is null || text.Length > 40) return false;
        Span<char> characters = stackalloc char[Length];
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is '-' or '.' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212') continue;
            if (count == Length) return false;
            characters[count++] = char.ToUpperInvariant(c);
        }

        if (count != Length || Sum(characters) != 0) return false;
        if (((characters[2] - '0') * 10) + characters[3] - '0' is < 1 or > 12) return false;
        number = new RequestNumber(new string(characters));
        return true;
    }

    /// <summary>The number as shown and stored: <c>2611-4K7M-P3RX</c>.</summary>
    public string Format() => _characters is null ? "" : $"{_characters.AsSpan(0, 4)}-{_characters.AsSpan(4, 4)}-{_characters.AsSpan(8)}";

    /// <inheritdoc cref="Format"/>
    public override string ToString() => Format();

    /// <summary>The weighed sum modulo 23, or −1 for a character out of place.</summary>
    private static int Sum(ReadOnlySpan<char> characters)
    {
        var sum = 0;
        for (var i = 0; i < characters.Length; i++)
        {
            var value = i >= DateLength ? Alphabet.IndexOf(characters[i], StringComparison.Ordinal) : char.IsAsciiDigit(characters[i]) ? characters[i] - '0' : -1;
            if (value < 0) return -1;
            sum += (i + 1) * value;
        }

        return sum % Alphabet.Length;
    }
}
