namespace GruBuilder.Forms.Receipts.Images;

/// <summary>The frequencies of one block of eight pixels a side, and what they look like at the wanted size.</summary>
internal sealed class JpegBlock
{
    private readonly double[] _values = new double[64];
    private readonly double[] _waves;
    private readonly int _scale;

    /// <summary>Makes a block.</summary>
    /// <param name="scale">How many pixels a side it is to become.</param>
    internal JpegBlock(int scale)
    {
        // The cosines of a block of that many pixels a side; a half a dimension, whatever their number.
        (_scale, _waves) = (scale, new double[scale * scale]);
        for (var x = 0; x < scale; x++)
        {
            for (var u = 0; u < scale; u++)
            {
                _waves[(x * scale) + u] = (u == 0 ? Math.Sqrt(0.5) : 1) * Math.Cos(((2 * x) + 1) * u * Math.PI / (2 * scale)) / 2;
            }
        }
    }

    /// <summary>A frequency: row times eight, and column.</summary>
    internal double this[int place]
    {
        set => _values[place] = value;
    }

    internal void Clear() => Array.Clear(_values);

    /// <summary>Turns the frequencies into pixels of a plane.</summary>
    internal void Paint(JpegComponent component, int left, int top)
    {
        Span<double> halfway = stackalloc double[64];
        for (var y = 0; y < _scale; y++)
        {
            for (var u = 0; u < _scale; u++)
            {
                var sum = 0.0;
                for (var v = 0; v < _scale; v++)
                {
                    sum += _values[(v * 8) + u] * _waves[(y * _scale) + v];
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
}
