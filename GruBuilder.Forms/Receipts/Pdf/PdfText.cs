using System.Globalization;
using System.Text;
using PdfSharp.Pdf;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>Texts and dates as PDF writes them outside of pages.</summary>
internal static class PdfText
{
    /// <summary>A text string: ASCII as it is, all else as UTF-16.</summary>
    internal static PdfLiteral Literal(string text) => new(Format(text));

    /// <summary>A text string.</summary>
    internal static string Format(string text) =>
        text.All(c => c is >= ' ' and <= '~' and not ('(' or ')' or '\\'))
            ? $"({text})"
            : $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>A moment with its offset: <c>D:20261125143000+01'00'</c>.</summary>
    internal static string Date(DateTimeOffset moment)
    {
        var offset = moment.Offset;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"(D:{moment:yyyyMMddHHmmss}{(offset < TimeSpan.Zero ? '-' : '+')}{Math.Abs(offset.Hours):00}'{Math.Abs(offset.Minutes):00}')");
    }
}
