using System.Numerics;

namespace GruBuilder.Forms.Answers;

/// <summary>Reads days written as 2026-11-25, from characters or from UTF-8 bytes.</summary>
internal static class IsoDay
{
    /// <summary>The day, or null when it is none, or is written another way.</summary>
    public static DateOnly? Parse<T>(ReadOnlySpan<T> text)
        where T : unmanaged, IBinaryInteger<T>
    {
        var dash = T.CreateTruncating('-');
        if (text.Length != 10 || text[4] != dash || text[7] != dash) return null;
        if (Digits(text[..4]) is not { } year || Digits(text[5..7]) is not { } month || Digits(text[8..]) is not { } day) return null;
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int? Digits<T>(ReadOnlySpan<T> text)
        where T : unmanaged, IBinaryInteger<T>
    {
        var number = 0;
        foreach (var c in text)
        {
            var digit = int.CreateTruncating(c) - '0';
            if (digit is < 0 or > 9) return null;
            number = (number * 10) + digit;
        }

        return number;
    }
}
