namespace GruBuilder.Forms.Receipts.Images;

/// <summary>The packed bits of a JPEG's picture.</summary>
internal sealed class JpegBits(byte[] file, int at)
{
    private int _at = at;
    private int _bits;
    private int _count;

    /// <summary>The next coded symbol.</summary>
    internal int Symbol(JpegHuffman? table)
    {
        var code = 0;
        for (var length = 1; length <= 16; length++)
        {
            code = (code << 1) | Bit();
            if ((table ?? throw new InvalidDataException("The JPEG lacks a table.")).Find(code, length) is >= 0 and var symbol)
            {
                return symbol;
            }
        }

        throw new InvalidDataException("The JPEG holds an unknown code.");
    }

    /// <summary>The next number of so many bits: the lower half stands for the negative ones.</summary>
    internal int Value(int size)
    {
        var value = Plain(size);
        return size > 0 && value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
    }

    /// <summary>The next number of so many bits, as it stands.</summary>
    internal int Plain(int size)
    {
        var value = 0;
        for (var i = 0; i < size; i++)
        {
            value = (value << 1) | Bit();
        }

        return value;
    }

    /// <summary>The next bit.</summary>
    internal int Bit()
    {
        if (_count == 0)
        {
            _bits = file[_at];
            if (_bits == 0xFF)
            {
                // A true FF is followed by a zero; a marker ends the data.
                if (file[_at + 1] != 0)
                {
                    throw new InvalidDataException("The JPEG ends before its last block.");
                }

                _at++;
            }

            _at++;
            _count = 8;
        }

        return (_bits >> --_count) & 1;
    }

    /// <summary>Where the next marker stands that is no restart.</summary>
    internal int NextMarker()
    {
        while (file[_at] != 0xFF || file[_at + 1] is 0 or 0xFF or (>= 0xD0 and <= 0xD7))
        {
            _at++;
        }

        return _at;
    }

    /// <summary>Goes on after a restart marker.</summary>
    internal void Restart()
    {
        (_bits, _count) = (0, 0);
        while (file[_at] != 0xFF || file[_at + 1] is < 0xD0 or > 0xD7)
        {
            _at++;
        }

        _at += 2;
    }
}

/// <summary>A table of codes.</summary>
internal sealed class JpegHuffman
{
    private readonly int[] _first = new int[17];
    private readonly int[] _offset = new int[17];
    private readonly int[] _count = new int[17];
    private readonly byte[] _symbols;

    internal JpegHuffman(ReadOnlySpan<byte> segment, out int read)
    {
        var (code, total) = (0, 0);
        for (var length = 1; length <= 16; length++)
        {
            (_first[length], _offset[length], _count[length]) = (code, total, segment[length]);
            total += segment[length];
            code = (code + segment[length]) << 1;
        }

        _symbols = segment.Slice(17, total).ToArray();
        read = 17 + total;
    }

    internal int Find(int code, int length) =>
        code - _first[length] is var place && place >= 0 && place < _count[length] ? _symbols[_offset[length] + place] : -1;
}
