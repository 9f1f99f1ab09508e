namespace GruBuilder.Forms.Validation;

/// <summary>The shapes of French postal and INSEE codes.</summary>
public static class FrenchCodes
{
    /// <summary>Five digits that begin with a department (01 to 95), Corsica's 20, or overseas (97, 98).</summary>
    public static bool IsPostalCode(string? text) =>
        text is { Length: 5 } && text.All(char.IsAsciiDigit) && ((text[0] - '0') * 10) + (text[1] - '0') is (>= 1 and <= 95) or 97 or 98;

    /// <summary>Five characters: two of the department (Corsica's are 2A and 2B), three of the commune.</summary>
    public static bool IsInseeCode(string? text) =>
        text is { Length: 5 } && char.IsAsciiDigit(text[0]) && (char.IsAsciiDigit(text[1]) || text[..2] is "2A" or "2B") && text.AsSpan(2).ContainsAnyExceptInRange('0', '9') is false;
}
