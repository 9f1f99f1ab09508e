using System.Buffers.Binary;

namespace GruBuilder.Forms.Receipts.Images;

/// <summary>
/// Decodes a JPEG into pixels, baseline or progressive, in grey, RGB or CMYK, at a half, a quarter or an eighth of its size where that is all
/// that is wanted: only as many frequencies of each block are turned back into pixels.
/// </summary>
internal sealed class JpegDecoder
{
    // More than any camera or program writes; each pass costs a walk over all blocks.
    private const int MostPasses = 100;

    internal static readonly byte[] ZigZag =
    [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
    ];

    private readonly byte[] _file;
    private readonly int _scale;
    private readonly int[][] _quantities = new int[4][];
    private readonly JpegHuffman?[] _tables = new JpegHuffman?[8];
    private readonly List<JpegComponent> _components = [];
    private readonly JpegBlock _block;
    private bool _isProgressive;
    private int? _inks;
    private int _columns;
    private int _rows;
    private int _restart;

    private JpegDecoder(byte[] file, int scale) => (_file, _scale, _block) = (file, scale, new JpegBlock(scale));

    private int MostAcross => _components.Max(c => c.Across);

    private int MostDown => _components.Max(c => c.Down);

    private int UnitsAcross => (_columns + (8 * MostAcross) - 1) / (8 * MostAcross);

    private int UnitsDown => (_rows + (8 * MostDown) - 1) / (8 * MostDown);

    /// <summary>Decodes a file as <see cref="JpegReader"/> keeps it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="scale">Pixels a side of what was a block of eight: 1, 2, 4 or 8.</param>
    internal static Pixels Decode(byte[] file, int scale)
    {
        var decoder = new JpegDecoder(file, scale);
        decoder.Read();
        return JpegColors.Convert(decoder._components, decoder._inks, Math.Max(1, decoder._columns * scale / 8), Math.Max(1, decoder._rows * scale / 8));
    }

    private void Read()
    {
        var passes = 0;
        for (var at = 2; ;)
        {
            var marker = _file[at + 1];
            if (marker == 0xD9 && _isProgressive)
            {
                PaintAll();
                return;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(at + 2));
            var segment = _file.AsSpan(at + 4, length - 2);
            at += length + 2;
            switch (marker)
            {
                case 0xC0 or 0xC1 or 0xC2:
                    Frame(segment, isProgressive: marker == 0xC2);
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
                case 0xEE when segment.Length >= 12 && segment.StartsWith("Adobe"u8):
                    _inks = segment[11];
                    break;
                case 0xDA:
                    var bits = new JpegBits(_file, at);
                    var scanned = Tables(segment);
                    if (!_isProgressive)
                    {
                        Scan(scanned, bits, Block);
                        return;
                    }

                    if (++passes > MostPasses)
                    {
                        throw new InvalidDataException("The JPEG comes in too many passes.");
                    }

                    Pass(scanned, bits, PassOf(segment));
                    at = bits.NextMarker();
                    break;
            }
        }
    }

    private static JpegPass PassOf(ReadOnlySpan<byte> segment)
    {
        var end = segment[(1 + (2 * segment[0]))..];
        var pass = new JpegPass(end[0], end[1], end[2] >> 4 != 0, end[2] & 15);
        return pass.First <= pass.Last && pass.Last < 64 && (pass.First > 0 || pass.Last == 0) && pass.Shift < 14
            ? pass
            : throw new InvalidDataException("The JPEG comes in impossible passes.");
    }

    private JpegComponent[] Tables(ReadOnlySpan<byte> segment)
    {
        if (_components.Count == 0 || segment[0] == 0 || segment[0] > _components.Count || (!_isProgressive && segment[0] != _components.Count))
        {
            throw new InvalidDataException("The JPEG comes in several scans.");
        }

        var scanned = new JpegComponent[segment[0]];
        for (var i = 0; i < scanned.Length; i++)
        {
            var id = segment[1 + (2 * i)];
            var component = scanned[i] = _components.Find(c => c.Id == id) ?? throw new InvalidDataException("The JPEG scans what it does not have.");
            component.Dc = _tables[segment[2 + (2 * i)] >> 4 & 3];
            component.Ac = _tables[4 + (segment[2 + (2 * i)] & 3)];
            component.Last = 0;
        }

        return scanned;
    }

    private void Frame(ReadOnlySpan<byte> segment, bool isProgressive)
    {
        if (_components.Count > 0)
        {
            throw new InvalidDataException("The JPEG holds several pictures.");
        }

        _isProgressive = isProgressive;
        (_rows, _columns) = (BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..]));
        for (var i = 0; i < segment[5]; i++)
        {
            var part = segment.Slice(6 + (3 * i), 3);
            var (across, down) = (part[1] >> 4, part[1] & 15);
            if (across is < 1 or > 4 || down is < 1 or > 4)
            {
                throw new InvalidDataException("The JPEG samples its colours in an impossible way.");
            }

            _components.Add(new JpegComponent(part[0], segment[5] == 1 ? 1 : across, segment[5] == 1 ? 1 : down, part[2] & 3));
        }

        foreach (var component in _components)
        {
            component.Prepare(UnitsAcross * component.Across, UnitsDown * component.Down, _scale, isProgressive);
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

    // A scan of one plane goes over its own blocks, one of several over units that hold some of each.
    private void Scan(JpegComponent[] scanned, JpegBits bits, Action<JpegBits, JpegComponent, int, int> block)
    {
        var alone = scanned.Length == 1 ? scanned[0] : null;
        var (wide, high) = alone is null ? (UnitsAcross, UnitsDown) : (alone.BlocksAcross(_columns, MostAcross), alone.BlocksDown(_rows, MostDown));
        for (var unit = 0; unit < wide * high; unit++)
        {
            if (_restart > 0 && unit > 0 && unit % _restart == 0)
            {
                bits.Restart();
                foreach (var component in scanned)
                {
                    component.Restart();
                }
            }

            if (alone is not null)
            {
                block(bits, alone, unit % wide, unit / wide);
                continue;
            }

            foreach (var component in scanned)
            {
                for (var part = 0; part < component.Across * component.Down; part++)
                {
                    block(bits, component, (unit % wide * component.Across) + (part % component.Across), (unit / wide * component.Down) + (part / component.Across));
                }
            }
        }
    }

    private void Pass(JpegComponent[] scanned, JpegBits bits, JpegPass pass)
    {
        if (!pass.IsMean && scanned.Length > 1)
        {
            throw new InvalidDataException("The JPEG comes in impossible passes.");
        }

        foreach (var component in scanned)
        {
            component.Progression!.Restart();
        }

        Scan(scanned, bits, (from, component, x, y) => component.Progression!.Take(from, component, pass, x, y));
    }

    private void PaintAll()
    {
        foreach (var component in _components)
        {
            var quantities = QuantitiesOf(component);
            var (across, down) = (UnitsAcross * component.Across, UnitsDown * component.Down);
            for (var y = 0; y < down; y++)
            {
                for (var x = 0; x < across; x++)
                {
                    component.Progression!.Fill(_block, quantities, x, y);
                    _block.Paint(component, x * _scale, y * _scale);
                }
            }
        }
    }

    private int[] QuantitiesOf(JpegComponent component) => _quantities[component.Quantities] ?? throw new InvalidDataException("The JPEG lacks a table.");

    private void Block(JpegBits bits, JpegComponent component, int x, int y)
    {
        _block.Clear();
        var quantities = QuantitiesOf(component);
        var size = bits.Symbol(component.Dc);
        component.Last += bits.Value(size);
        _block[0] = component.Last * quantities[0];
        for (var k = 1; k < 64; k++)
        {
            var symbol = bits.Symbol(component.Ac);
            var run = symbol >> 4;
            if ((symbol & 15) == 0)
            {
                if (run != 15)
                {
                    break;
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
            _block[place] = bits.Value(symbol & 15) * quantities[place];
        }

        _block.Paint(component, x * _scale, y * _scale);
    }
}
