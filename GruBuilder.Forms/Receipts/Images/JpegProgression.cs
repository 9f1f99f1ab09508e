using System.Numerics;

namespace GruBuilder.Forms.Receipts.Images;

/// <summary>One pass over a JPEG's frequencies: which of them it brings, and how many bits of each.</summary>
/// <param name="First">The first frequency, in zigzag order.</param>
/// <param name="Last">The last one.</param>
/// <param name="IsRefinement">Whether it adds a bit to what earlier passes brought.</param>
/// <param name="Shift">The place of its lowest bit.</param>
internal readonly record struct JpegPass(int First, int Last, bool IsRefinement, int Shift)
{
    /// <summary>Whether it brings the blocks' means, which come by themselves.</summary>
    internal bool IsMean => First == 0;
}

/// <summary>
/// The frequencies of one plane while passes bring them bit by bit. Only those that the wanted size shows are kept; of the others it is
/// enough to know whether they are there, which later passes count on.
/// </summary>
internal sealed class JpegProgression(int across, int down, int scale)
{
    private readonly short[] _kept = new short[across * down * scale * scale];
    private readonly ulong[] _present = new ulong[across * down];
    private int _emptyBlocks;

    /// <summary>Forgets what the last block left, as a restart asks for.</summary>
    internal void Restart() => _emptyBlocks = 0;

    /// <summary>Takes the next block's bits of a pass.</summary>
    /// <param name="bits">The file.</param>
    /// <param name="component">The plane, with its tables.</param>
    /// <param name="pass">The pass.</param>
    /// <param name="x">The block's column.</param>
    /// <param name="y">Its row.</param>
    internal void Take(JpegBits bits, JpegComponent component, JpegPass pass, int x, int y)
    {
        var block = (y * across) + x;
        switch (pass)
        {
            case { IsMean: true, IsRefinement: false }:
                component.Last += bits.Value(bits.Symbol(component.Dc));
                _kept[block * scale * scale] = (short)(component.Last << pass.Shift);
                break;
            case { IsMean: true }:
                _kept[block * scale * scale] |= (short)(bits.Bit() << pass.Shift);
                break;
            case { IsRefinement: false }:
                TakeFirst(bits, component.Ac, pass, block);
                break;
            default:
                Refine(bits, component.Ac, pass, block);
                break;
        }
    }

    /// <summary>Gives a block's frequencies, each times its quantity.</summary>
    internal void Fill(JpegBlock block, int[] quantities, int x, int y)
    {
        block.Clear();
        var from = ((y * across) + x) * scale * scale;
        for (var row = 0; row < scale; row++)
        {
            for (var column = 0; column < scale; column++)
            {
                block[(row * 8) + column] = _kept[from + (row * scale) + column] * quantities[(row * 8) + column];
            }
        }
    }

    private void TakeFirst(JpegBits bits, JpegHuffman? table, JpegPass pass, int block)
    {
        if (_emptyBlocks > 0)
        {
            _emptyBlocks--;
            return;
        }

        for (var k = pass.First; k <= pass.Last; k++)
        {
            var symbol = bits.Symbol(table);
            var (run, size) = (symbol >> 4, symbol & 15);
            if (size > 0)
            {
                k += run;
                Set(block, Within(k, pass), bits.Value(size) << pass.Shift);
            }
            else if (run < 15)
            {
                _emptyBlocks = (1 << run) - 1 + bits.Plain(run);
                return;
            }
            else
            {
                k += 15;
            }
        }
    }

    // Each frequency that is there gets one more bit; between them, new ones appear.
    private void Refine(JpegBits bits, JpegHuffman? table, JpegPass pass, int block)
    {
        var k = pass.First;
        if (_emptyBlocks == 0)
        {
            for (; k <= pass.Last; k++)
            {
                var symbol = bits.Symbol(table);
                var (run, size) = (symbol >> 4, symbol & 15);
                var value = 0;
                if (size > 0)
                {
                    value = bits.Bit() == 1 ? 1 << pass.Shift : -1 << pass.Shift;
                }
                else if (run < 15)
                {
                    _emptyBlocks = (1 << run) + bits.Plain(run);
                    break;
                }

                k = Skip(bits, pass, block, k, run);
                if (value != 0)
                {
                    Set(block, Within(k, pass), value);
                }
            }
        }

        if (_emptyBlocks > 0)
        {
            RefineRest(bits, pass, block, k);
            _emptyBlocks--;
        }
    }

    // Over so many frequencies that are not there, refining those that are.
    private int Skip(JpegBits bits, JpegPass pass, int block, int k, int run)
    {
        for (; k <= pass.Last; k++)
        {
            if ((_present[block] >> k & 1) != 0)
            {
                RefineOne(bits, pass, block, k);
            }
            else if (--run < 0)
            {
                break;
            }
        }

        return k;
    }

    private void RefineRest(JpegBits bits, JpegPass pass, int block, int k)
    {
        if (k > pass.Last)
        {
            return;
        }

        var left = _present[block] & (ulong.MaxValue << k) & (ulong.MaxValue >> (63 - pass.Last));
        for (; left != 0; left &= left - 1)
        {
            RefineOne(bits, pass, block, BitOperations.TrailingZeroCount(left));
        }
    }

    private void RefineOne(JpegBits bits, JpegPass pass, int block, int k)
    {
        if (bits.Bit() == 0 || KeptAt(block, k) is not { } at)
        {
            return;
        }

        _kept[at] += (short)(_kept[at] < 0 ? -1 << pass.Shift : 1 << pass.Shift);
    }

    private void Set(int block, int k, int value)
    {
        _present[block] |= 1UL << k;
        if (KeptAt(block, k) is { } at)
        {
            _kept[at] = (short)value;
        }
    }

    private int? KeptAt(int block, int k)
    {
        var (row, column) = (JpegDecoder.ZigZag[k] / 8, JpegDecoder.ZigZag[k] % 8);
        return row < scale && column < scale ? (block * scale * scale) + (row * scale) + column : null;
    }

    private static int Within(int k, JpegPass pass) => k <= pass.Last ? k : throw new InvalidDataException("The JPEG runs over a block.");
}
