using System.Buffers.Binary;

namespace GruBuilder.Forms.Receipts.Images;

/// <summary>
/// Decodes a baseline JPEG into pixels, at a half, a quarter or an eighth of its size where that is all that is wanted: only as many
/// frequencies of each block are turned back into pixels. Progressive ones are left to readers.
/// </summary>
internal sealed class JpegDecoder
{
    private static readonly byte[] ZigZag =
    [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
    ];

    private readonly byte[] _file;
    private readonly int _scale;
    private readonly double[] _waves;
    private readonly int[][] _quantities = new int[4][];
    private readonly JpegHuffman?[] _tables = new JpegHuffman?[8];
    private readonly List<Component> _components = [];
    private int _columns;
    private int _rows;
    private int _restart;

    private JpegDecoder(byte[] file, int scale)
    {
        (_file, _scale) = (file, scale);

        // The cosines of a block of that many pixels a side; a half a dimension, whatever their number.
        _waves = new double[scale * scale];
        for (var x = 0; x < scale; x++)
        {
            for (var u = 0; u < scale; u++)
            {
                _waves[(x * scale) + u] = (u == 0 ? Math.Sqrt(0.5) : 1) * Math.Cos(((2 * x) + 1) * u * Math.PI / (2 * scale)) / 2;
            }
        }
    }

    /// <summary>Whether a file is of the kind that can be decoded.</summary>
    internal static bool Reads(byte[] file)
    {
        for (var at = 2; at + 4 < file.Length && file[at] == 0xFF; at += BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2)) + 2)
        {
            if (file[at + 1] is 0xC0 or 0xC1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Decodes a file as <see cref="JpegReader"/> keeps it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="scale">Pixels a side of what was a block of eight: 1, 2, 4 or 8.</param>
    internal static Pixels Decode(byte[] file, int scale)
    {
        var decoder = new JpegDecoder(file, scale);
        decoder.Scan(decoder.Headers());
        return decoder.Colored();
    }

    private JpegBits Headers()
    {
        for (var at = 2; ;)
        {
            var marker = _file[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(at + 2));
            var segment = _file.AsSpan(at + 4, length - 2);
            at += length + 2;
            switch (marker)
            {
                case 0xC0 or 0xC1:
                    Frame(segment);
                    break;
                case 0xC4:
                    for (var i = 0; i < segment.Length;)
                    {
                        var table = new JpegHuffman(segment[i..], out var read);
                        _tables[((segment[i] >> 4 & 1) * 4) + (segment[i] & 3)] = table;
                        i += read;
                    }

                    break;
                case 0xDB:
                    Quantities(segment);
                    break;
                case 0xDD:
                    _restart = BinaryPrimitives.ReadUInt16BigEndian(segment);
                    break;
                case 0xDA:
                    Tables(segment);
                    return new JpegBits(_file, at);
            }
        }
    }

    private void Tables(ReadOnlySpan<byte> segment)
    {
        if (segment[0] != _components.Count)
        {
            throw new InvalidDataException("The JPEG comes in several scans.");
        }

        for (var i = 0; i < segment[0]; i++)
        {
            var id = segment[1 + (2 * i)];
            var component = _components.Find(c => c.Id == id) ?? throw new InvalidDataException("The JPEG scans what it does not have.");
            component.Dc = _tables[segment[2 + (2 * i)] >> 4 & 3];
            component.Ac = _tables[4 + (segment[2 + (2 * i)] & 3)];
        }
    }

    private void Frame(ReadOnlySpan<byte> segment)
    {
        (_rows, _columns) = (BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..]));
        for (var i = 0; i < segment[5]; i++)
        {
            var part = segment.Slice(6 + (3 * i), 3);
            var (across, down) = (part[1] >> 4, part[1] & 15);
            if (across is < 1 or > 4 || down is < 1 or > 4)
            {
                throw new InvalidDataException("The JPEG samples its colours in an impossible way.");
            }

            _components.Add(new Component(part[0], across, down, part[2] & 3));
        }
    }

    private void Quantities(ReadOnlySpan<byte> segment)
    {
        for (var i = 0; i < segment.Length;)
        {
            var wide = segment[i] >> 4 != 0;
            var table = _quantities[segment[i] & 3] = new int[64];
            i++;
            for (var k = 0; k < 64; k++)
            {
                table[ZigZag[k]] = wide ? BinaryPrimitives.ReadUInt16BigEndian(segment[i..]) : segment[i];
                i += wide ? 2 : 1;
            }
        }
    }

    private void Scan(JpegBits bits)
    {
        var (most, tallest) = (_components.Max(c => c.Across), _components.Max(c => c.Down));
        if (_components.Count == 1)
        {
            (_components[0].Across, _components[0].Down, most, tallest) = (1, 1, 1, 1);
        }

        var (wide, high) = ((_columns + (8 * most) - 1) / (8 * most), (_rows + (8 * tallest) - 1) / (8 * tallest));
        foreach (var component in _components)
        {
            component.Prepare(wide * component.Across * _scale, high * component.Down * _scale);
        }

        var block = new double[64];
        for (var unit = 0; unit < wide * high; unit++)
        {
            if (_restart > 0 && unit > 0 && unit % _restart == 0)
            {
                bits.Restart();
                _components.ForEach(c => c.Last = 0);
            }

            foreach (var component in _components)
            {
                for (var part = 0; part < component.Across * component.Down; part++)
                {
                    Block(bits, component, block);
                    Paint(component, block, ((unit % wide * component.Across) + (part % component.Across)) * _scale, ((unit / wide * component.Down) + (part / component.Across)) * _scale);
                }
            }
        }
    }

    private void Block(JpegBits bits, Component component, double[] block)
    {
        Array.Clear(block);
        var quantities = _quantities[component.Quantities] ?? throw new InvalidDataException("The JPEG lacks a table.");
        var size = bits.Symbol(component.Dc);
        component.Last += bits.Value(size);
        block[0] = component.Last * quantities[0];
        for (var k = 1; k < 64; k++)
        {
            var symbol = bits.Symbol(component.Ac);
            var run = symbol >> 4;
            if ((symbol & 15) == 0)
            {
                if (run != 15)
                {
                    return;
                }

                k += 15;
                continue;
            }

            k += run;
            if (k > 63)
            {
                throw new InvalidDataException("The JPEG runs over a block.");
            }

            var place = ZigZag[k];
            block[place] = bits.Value(symbol & 15) * quantities[place];
        }
    }

    private void Paint(Component component, double[] block, int left, int top)
    {
        Span<double> halfway = stackalloc double[64];
        for (var y = 0; y < _scale; y++)
        {
            for (var u = 0; u < _scale; u++)
            {
                var sum = 0.0;
                for (var v = 0; v < _scale; v++)
                {
                    sum += block[(v * 8) + u] * _waves[(y * _scale) + v];
                }

                halfway[(y * _scale) + u] = sum;
            }
        }

        for (var y = 0; y < _scale; y++)
        {
            for (var x = 0; x < _scale; x++)
            {
                var sum = 0.0;
                for (var u = 0; u < _scale; u++)
                {
                    sum += halfway[(y * _scale) + u] * _waves[(x * _scale) + u];
                }

                component.Set(left + x, top + y, sum + 128);
            }
        }
    }

    private Pixels Colored()
    {
        var (columns, rows) = (Math.Max(1, (_columns * _scale) / 8), Math.Max(1, (_rows * _scale) / 8));
        var pixels = new Pixels(columns, rows);
        var (most, tallest) = (_components.Max(c => c.Across), _components.Max(c => c.Down));
        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < columns; x++)
            {
                var light = _components[0].At(x, y, most, tallest);
                if (_components.Count < 3)
                {
                    pixels.Set(x, y, Clamp(light), Clamp(light), Clamp(light), 255);
                    continue;
                }

                var (blue, red) = (_components[1].At(x, y, most, tallest) - 128, _components[2].At(x, y, most, tallest) - 128);
                pixels.Set(x, y, Clamp(light + (1.402 * red)), Clamp(light - (0.344136 * blue) - (0.714136 * red)), Clamp(light + (1.772 * blue)), 255);
            }
        }

        return pixels;
    }

    private static byte Clamp(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);

    // One of the three planes: brightness, and two of colour, often at half the size.
    private sealed class Component(int id, int across, int down, int quantities)
    {
        private byte[] _plane = [];
        private int _width;

        internal int Id { get; } = id;

        internal int Across { get; set; } = across;

        internal int Down { get; set; } = down;

        internal int Quantities { get; } = quantities;

        internal JpegHuffman? Dc { get; set; }

        internal JpegHuffman? Ac { get; set; }

        internal int Last { get; set; }

        internal void Prepare(int width, int height) => (_width, _plane) = (width, new byte[width * height]);

        internal void Set(int x, int y, double value) => _plane[(y * _width) + x] = Clamp(value);

        internal double At(int x, int y, int most, int tallest) => _plane[(y * Down / tallest * _width) + (x * Across / most)];
    }
}
