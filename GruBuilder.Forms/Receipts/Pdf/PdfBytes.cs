using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>Bytes as PDF writes them, in a buffer that is lent and given back: a long document would otherwise leave great arrays behind.</summary>
internal sealed class PdfBytes : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);

    /// <summary>How many there are.</summary>
    internal int Length { get; private set; }

    /// <summary>What was written.</summary>
    internal ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    /// <summary>Begins anew, in the same buffer.</summary>
    internal void Clear() => Length = 0;

    /// <summary>Bytes as they are.</summary>
    internal void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Takes the place of bytes written before.</summary>
    internal void Overwrite(int at, ReadOnlySpan<byte> bytes) => bytes.CopyTo(_bytes.AsSpan(at, Length - at));

    /// <summary>A whole number.</summary>
    internal void Write(int number)
    {
        Utf8Formatter.TryFormat(number, Room(11), out var written);
        Length += written;
    }

    /// <summary>A reference to an object.</summary>
    internal void Reference(int number)
    {
        Write(number);
        Write(" 0 R");
    }

    /// <summary>A glyph, within a string.</summary>
    internal void Glyph(ushort glyph)
    {
        Escaped((byte)(glyph >> 8));
        Escaped((byte)glyph);
    }

    private void Escaped(byte value)
    {
        var span = Room(2);
        if (value is (byte)'(' or (byte)')' or (byte)'\\' or (byte)'\r')
        {
            span[0] = (byte)'\\';
            span[1] = value == '\r' ? (byte)'r' : value;
            Length += 2;
        }
        else
        {
            span[0] = value;
            Length++;
        }
    }

    /// <summary>A number to the hundredth, and a space.</summary>
    internal void Number2(double value) => Decimal(Math.Round(value, 2, MidpointRounding.AwayFromZero), 100);

    /// <summary>A number to the thousandth, and a space.</summary>
    internal void Number3(double value) => Decimal(Math.Round(value, 3), 1000);

    // Whole hundredths or thousandths, without needless zeros; culture plays no part.
    private void Decimal(double value, int scale)
    {
        var span = Room(24);
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
        Length += length;
    }

    /// <summary>Keys and operators, a byte a character.</summary>
    internal void Write(string text) => Length += Encoding.Latin1.GetBytes(text, Room(text.Length));

    private Span<byte> Room(int length)
    {
        if (_bytes.Length - Length < length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _bytes.Length, Length + length));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        return _bytes.AsSpan(Length);
    }
}
