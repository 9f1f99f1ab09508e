using System.Text.RegularExpressions;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Validation;

/// <summary>How numbers of one scheme are written and checked.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Asked">What to write, for a message: <c>un IBAN</c>.</param>
/// <param name="Example">A right one, as people write it.</param>
/// <param name="IsOnlyDigits">A telephone shows its number keys.</param>
/// <param name="IsRight">Checks a number without spaces, in capitals.</param>
/// <param name="Grouped">Writes a right number in groups parted by spaces.</param>
public sealed record IdentifierRule(
    IdentifierScheme Scheme, string Name, string Asked, string Example, bool IsOnlyDigits, Func<string, bool> IsRight, Func<string, string> Grouped)
{
    private const int LongestTyped = 60;

    /// <summary>The number as it is kept, without spaces and in capitals; null when it is not right.</summary>
    public string? Read(string typed)
    {
        if (typed.Length > LongestTyped) return null;
        var compact = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '.' or '·'))).ToUpperInvariant();
        return compact.All(char.IsAsciiLetterOrDigit) && IsRight(compact) ? compact : null;
    }

    /// <summary>The number in groups, with spaces that do not break; what is not right as it is.</summary>
    public string Written(string value) => Read(value) is { } right ? Grouped(right).Replace(' ', '\u00a0') : value;
}

/// <summary>The schemes that an identifier field knows.</summary>
public static partial class Identifiers
{
    private static readonly Dictionary<IdentifierScheme, IdentifierRule> Rules = new IdentifierRule[]
    {
        new(IdentifierScheme.Iban, "IBAN", "un IBAN complet", "FR76 3000 6000 0112 3456 7890 189", false, Iban.IsRight, s => InGroups(s, 4)),
        new(IdentifierScheme.Siret, "SIRET", "un numéro SIRET à 14 chiffres", "732 829 320 00074", true, IsSiret, s => $"{InGroups(s[..9], 3)} {s[9..]}"),
        new(IdentifierScheme.Siren, "SIREN", "un numéro SIREN à 9 chiffres", "732 829 320", true, s => s.Length == 9 && IsLuhn(s), s => InGroups(s, 3)),
        new(IdentifierScheme.Rna, "Numéro d’association (RNA)", "un numéro d’association, W et 9 chiffres", "W595001234", false, s => RnaShape().IsMatch(s), s => s),
        new(IdentifierScheme.LicencePlate, "Plaque d’immatriculation", "une immatriculation", "AB-123-CD", false, IsPlate, Plate),
        new(IdentifierScheme.PostalCode, "Code postal", "un code postal à 5 chiffres", "59790", true, s => PostalCodeShape().IsMatch(s), s => s),
    }.ToDictionary(r => r.Scheme);

    /// <summary>The rule of a scheme.</summary>
    public static IdentifierRule Of(IdentifierScheme scheme) => Rules[scheme];

    private static string InGroups(string text, int size) => string.Join(' ', text.Chunk(size).Select(c => new string(c)));

    // The post office's own establishments: their digits add up to a multiple of five.
    private static bool IsSiret(string text) => text.Length == 14 && text.All(char.IsAsciiDigit)
        && (IsLuhn(text) || (text.StartsWith("356000000", StringComparison.Ordinal) && text.Sum(c => c - '0') % 5 == 0));

    private static bool IsLuhn(string text)
    {
        var sum = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i])) return false;
            var digit = (text[i] - '0') * ((text.Length - i) % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum > 0 && sum % 10 == 0;
    }

    private static bool IsPlate(string text) => (PlateShape().IsMatch(text) && !text.StartsWith("SS", StringComparison.Ordinal) && !text.EndsWith("SS", StringComparison.Ordinal)) || OldPlateShape().IsMatch(text);

    private static string Plate(string text)
    {
        if (PlateShape().IsMatch(text)) return $"{text[..2]}-{text[2..5]}-{text[5..]}";
        var parts = OldPlateShape().Match(text).Groups;
        return $"{parts["number"].Value} {parts["letters"].Value} {parts["department"].Value}";
    }

    // Corsica's registers bear its letters.
    [GeneratedRegex(@"\AW(?:[0-9]{2}|2[AB])[0-9]{7}\z", RegexOptions.CultureInvariant, 100)]
    private static partial Regex RnaShape();

    // Since 2009; I, O and U are never used.
    [GeneratedRegex(@"\A[A-HJ-NP-TV-Z]{2}[0-9]{3}[A-HJ-NP-TV-Z]{2}\z", RegexOptions.CultureInvariant, 100)]
    private static partial Regex PlateShape();

    [GeneratedRegex(@"\A(?<number>[0-9]{1,4})(?<letters>[A-Z]{1,3})(?<department>0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-8]|98[678])\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex OldPlateShape();

    // Corsica is 20; overseas 971 to 978, 986 to 988; 980 is Monaco.
    [GeneratedRegex(@"\A(?:(?:0[1-9]|[1-8][0-9]|9[0-5])[0-9]{3}|97[1-8][0-9]{2}|98[0678][0-9]{2})\z", RegexOptions.CultureInvariant, 100)]
    private static partial Regex PostalCodeShape();
}
