using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>The bytes of a page's content stream.</summary>
internal sealed class ContentBytes
{
    private readonly ArrayBufferWriter<byte> _content = new(8192);

    /// <summary>What was written.</summary>
    internal ReadOnlySpan<byte> Written => _content.WrittenSpan;

    /// <summary>A glyph, within a string.</summary>
    internal void Glyph(ushort glyph)
    {
        Escaped((byte)(glyph >> 8));
        Escaped((byte)glyph);
    }

    private void Escaped(byte value)
    {
        var span = _content.GetSpan(2);
        if (value is (byte)'(' or (byte)')' or (byte)'\\' or (byte)'\r')
        {
            span[0] = (byte)'\\';
            span[1] = value == '\r' ? (byte)'r' : value;
            _content.Advance(2);
        }
        else
        {
            span[0] = value;
            _content.Advance(1);
        }
    }

    /// <summary>A number to the hundredth, and a space.</summary>
    internal void Number2(double value) => Decimal(Math.Round(value, 2, MidpointRounding.AwayFromZero), 100);

    /// <summary>A number to the thousandth, and a space.</summary>
    internal void Number3(double value) => Decimal(Math.Round(value, 3), 1000);

    // Whole hundredths or thousandths, without needless zeros; culture plays no part.
    private void Decimal(double value, int scale)
    {
        var span = _content.GetSpan(24);
        var whole = (long)Math.Round(value * scale);
        var length = 0;
        if (whole < 0)
        {
            span[length++] = (byte)'-';
            whole = -whole;
        }

        var (units, rest) = Math.DivRem(whole, scale);
        if (units != 0 || rest == 0)
        {
            Utf8Formatter.TryFormat(units, span[length..], out var written);
            length += written;
        }

        if (rest != 0)
        {
            span[length++] = (byte)'.';
            for (var place = scale / 10; place > 0 && rest > 0; place /= 10)
            {
                span[length++] = (byte)('0' + (rest / place));
                rest %= place;
            }
        }

        span[length++] = (byte)' ';
        _content.Advance(length);
    }

    /// <summary>Operators, as ASCII.</summary>
    internal void Write(string text)
    {
        var span = _content.GetSpan(text.Length);
        _content.Advance(Encoding.ASCII.GetBytes(text, span));
    }
}
