using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace GruBuilder.Web.Features.Requests.Receipts;

/// <summary>
/// The code printed on a receipt, such as <c>K7MP-3RXA-9TFW</c>: twelve characters out of twenty-three that do not look alike, so that nobody guesses one.
/// </summary>
public static class ReceiptCode
{
    private const string Alphabet = "AC234E67F9GHJKLMNPRTWXY";
    private const int Length = 12;

    /// <summary>A new code.</summary>
    public static string New() => Grouped(RandomNumberGenerator.GetItems<char>(Alphabet, Length));

    /// <summary>Reads a code as people write it: in either case, with or without spaces and hyphens.</summary>
    /// <returns>The code as it is kept; null when it is none.</returns>
    public static string? Read([NotNullWhen(true)] string? text)
    {
        if (text is null || text.Length > 40) return null;
        var characters = text.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '.' or '\u2011' or '\u2013')).Select(char.ToUpperInvariant).ToArray();
        return characters.Length == Length && characters.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) ? Grouped(characters) : null;
    }

    private static string Grouped(ReadOnlySpan<char> characters) => $"{characters[..4]}-{characters[4..8]}-{characters[8..]}";
}
