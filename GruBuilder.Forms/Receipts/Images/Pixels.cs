namespace GruBuilder.Forms.Receipts.Images;

/// <summary>Plain pixels: red, green, blue, and how opaque each is.</summary>
internal sealed class Pixels(int columns, int rows)
{
    internal int Columns { get; } = columns;

    internal int Rows { get; } = rows;

    internal byte[] Colors { get; } = new byte[3 * columns * rows];

    internal byte[] Alpha { get; } = new byte[columns * rows];

    internal bool IsOpaque => !Alpha.AsSpan().ContainsAnyExcept((byte)255);

    internal void Set(int x, int y, byte red, byte green, byte blue, byte alpha)
    {
        var at = (y * Columns) + x;
        (Colors[3 * at], Colors[(3 * at) + 1], Colors[(3 * at) + 2], Alpha[at]) = (red, green, blue, alpha);
    }

    /// <summary>The same picture with no side longer than this: each new pixel is the mean of those that it covers.</summary>
    internal Pixels AtMost(int side)
    {
        if (Columns <= side && Rows <= side)
        {
            return this;
        }

        var scale = (double)Math.Max(Columns, Rows) / side;
        var small = new Pixels(Math.Max(1, (int)(Columns / scale)), Math.Max(1, (int)(Rows / scale)));
        for (var y = 0; y < small.Rows; y++)
        {
            var (top, bottom) = (y * Rows / small.Rows, Math.Max((y + 1) * Rows / small.Rows, (y * Rows / small.Rows) + 1));
            for (var x = 0; x < small.Columns; x++)
            {
                var (left, right) = (x * Columns / small.Columns, Math.Max((x + 1) * Columns / small.Columns, (x * Columns / small.Columns) + 1));
                small.Mean(x, y, this, left, right, top, bottom);
            }
        }

        return small;
    }

    // Colours weigh by how opaque they are: what is not seen does not stain its neighbours.
    private void Mean(int x, int y, Pixels of, int left, int right, int top, int bottom)
    {
        long red = 0, green = 0, blue = 0, weight = 0;
        for (var v = top; v < bottom; v++)
        {
            for (var u = left; u < right; u++)
            {
                var at = (v * of.Columns) + u;
                var alpha = of.Alpha[at];
                red += of.Colors[3 * at] * alpha;
                green += of.Colors[(3 * at) + 1] * alpha;
                blue += of.Colors[(3 * at) + 2] * alpha;
                weight += alpha;
            }
        }

        if (weight > 0)
        {
            Set(x, y, (byte)(red / weight), (byte)(green / weight), (byte)(blue / weight), (byte)(weight / ((right - left) * (bottom - top))));
        }
    }
}
