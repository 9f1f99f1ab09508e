using System.Globalization;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Rendering;

/// <summary>Numbers as people write them: <c>1 234,5</c>, <c>1234.5</c>, <c>12 €</c>; in English also <c>€1,234.50</c>.</summary>
internal static class TypedNumber
{
    public static AnswerValue Read(string text, Language language)
    {
        var plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Trim('€');
        if (language == Language.English && PartsThousands(plain)) plain = plain.Replace(",", "", StringComparison.Ordinal);
        return decimal.TryParse(plain.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? AnswerValue.Of(number)
            : AnswerValue.Unreadable(text);
    }

    // « 1,234 » and « 1,234.5 »; whoever is used to another way may still write « 12,50 ».
    private static bool PartsThousands(string text)
    {
        var groups = text.Split('.')[0].Split(',');
        return groups.Length > 1 && groups[0].TrimStart('-', '+').Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3);
    }
}
