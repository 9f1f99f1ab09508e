using System.Text;
using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Receipts;

/// <summary>Moments and spaces as French printers set them.</summary>
public static class FrenchText
{
    /// <summary>The narrow no-break space, U+202F.</summary>
    public const char NarrowSpace = '\u202F';

    /// <summary>The no-break space, U+00A0.</summary>
    public const char NoBreakSpace = '\u00A0';

    /// <summary>A moment's day by its own offset: <c>25 novembre 2026</c>.</summary>
    public static string Day(DateTimeOffset moment) => AnswerText.Day(DateOnly.FromDateTime(moment.DateTime));

    /// <summary>A moment's hour by its own offset: <c>14 h 30</c>.</summary>
    public static string Hour(DateTimeOffset moment) => AnswerText.Hour(TimeOnly.FromDateTime(moment.DateTime));

    /// <summary>
    /// Sets narrow no-break spaces before <c>; : ! ?</c> and inside <c>« »</c> where an ordinary space stands, and curved
    /// apostrophes between letters. Nothing is inserted where there is no space, so that addresses and hours in a text stay as they are.
    /// </summary>
    public static string Typeset(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder? set = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not (' ' or NoBreakSpace or '\''))
            {
                continue;
            }

            var before = i > 0 ? text[i - 1] : '\0';
            var after = i + 1 < text.Length ? text[i + 1] : '\0';
            if (text[i] == '\'')
            {
                if (char.IsLetter(before) && char.IsLetter(after))
                {
                    set ??= new StringBuilder(text);
                    set[i] = '’';
                }
            }
            else if (after is ';' or ':' or '!' or '?' or '»' or '€' or '%' || before is '«')
            {
                set ??= new StringBuilder(text);
                set[i] = NarrowSpace;
            }
        }

        return set?.ToString() ?? text;
    }
}
