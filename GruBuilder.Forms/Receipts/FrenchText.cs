using System.Globalization;
using System.Text;

namespace GruBuilder.Forms.Receipts;

/// <summary>Dates, hours, amounts and spaces as French printers set them.</summary>
public static class FrenchText
{
    /// <summary>The narrow no-break space, U+202F.</summary>
    public const char NarrowSpace = '\u202F';

    /// <summary>The no-break space, U+00A0.</summary>
    public const char NoBreakSpace = '\u00A0';

    private static readonly string[] Months =
    [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ];

    /// <summary>A day: <c>25 novembre 2026</c>, <c>1er mai 2027</c>; a no-break space keeps the day and its month together.</summary>
    public static string Date(DateOnly day) => string.Create(
        CultureInfo.InvariantCulture, $"{day.Day}{(day.Day == 1 ? "er" : "")}{NoBreakSpace}{Months[day.Month - 1]} {day.Year}");

    /// <summary>A moment's day, by its own offset.</summary>
    public static string Date(DateTimeOffset moment) => Date(DateOnly.FromDateTime(moment.DateTime));

    /// <summary>An hour by the moment's own offset: <c>14 h 30</c>.</summary>
    public static string Hour(DateTimeOffset moment) => string.Create(
        CultureInfo.InvariantCulture, $"{moment.Hour}{NarrowSpace}h{NarrowSpace}{moment.Minute:00}");

    /// <summary>An amount in euros: <c>1 234,50 €</c>.</summary>
    public static string Amount(decimal euros)
    {
        var text = Math.Round(euros, 2, MidpointRounding.AwayFromZero).ToString("#,##0.00", CultureInfo.InvariantCulture);
        return text.Replace(',', NarrowSpace).Replace('.', ',') + NarrowSpace + "€";
    }

    /// <summary>
    /// Sets narrow no-break spaces before <c>; : ! ?</c> and inside <c>« »</c> where an ordinary space stands. Nothing is
    /// inserted where there is no space, so that addresses and hours in a text stay as they are.
    /// </summary>
    public static string Typeset(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder? set = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not (' ' or NoBreakSpace))
            {
                continue;
            }

            var before = i > 0 ? text[i - 1] : '\0';
            var after = i + 1 < text.Length ? text[i + 1] : '\0';
            if (after is ';' or ':' or '!' or '?' or '»' or '€' or '%' || before is '«')
            {
                set ??= new StringBuilder(text);
                set[i] = NarrowSpace;
            }
        }

        return set?.ToString() ?? text;
    }
}
