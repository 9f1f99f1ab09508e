using System.Globalization;
using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Rendering;

/// <summary>Numbers as people write them: <c>1 234,5</c>, <c>1234.5</c>, <c>12 €</c>.</summary>
internal static class TypedNumber
{
    public static AnswerValue Read(string text)
    {
        var plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace(',', '.').TrimEnd('€');
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? AnswerValue.Of(number)
            : AnswerValue.Unreadable(text);
    }
}
