using GruBuilder.Forms.Receipts.Pdf;

namespace GruBuilder.Forms.Receipts.Images;

/// <summary>A picture made of pixels, as a PDF takes it.</summary>
internal sealed class RasterImage : ReceiptImage
{
    internal RasterImage(int columns, int rows, string colors, string filter, byte[] data, byte[]? alpha, int turns, bool isMirrored)
        : base(turns % 2 == 0 ? columns : rows, turns % 2 == 0 ? rows : columns) =>
        (Columns, Rows, Colors, Filter, Data, Alpha, Turns, IsMirrored) = (columns, rows, colors, filter, data, alpha, turns, isMirrored);

    /// <summary>A picture of plain pixels.</summary>
    internal static RasterImage Of(Pixels pixels, int turns, bool isMirrored) => new(
        pixels.Columns, pixels.Rows, "/DeviceRGB", "/FlateDecode", Deflate.Compress(pixels.Colors, isKept: true),
        pixels.IsOpaque ? null : Deflate.Compress(pixels.Alpha, isKept: true), turns, isMirrored);

    /// <summary>Pixels on a line, as stored.</summary>
    internal int Columns { get; }

    /// <summary>Lines, as stored.</summary>
    internal int Rows { get; }

    /// <summary>The colour space, such as <c>/DeviceRGB</c>.</summary>
    internal string Colors { get; }

    /// <summary>How the data are packed, such as <c>/DCTDecode</c>.</summary>
    internal string Filter { get; }

    /// <summary>The pixels, packed.</summary>
    internal byte[] Data { get; }

    /// <summary>How opaque each pixel is, deflated; null for a picture that is so everywhere.</summary>
    internal byte[]? Alpha { get; }

    /// <summary>Quarter turns to the right that bring it upright.</summary>
    internal int Turns { get; }

    /// <summary>Whether it is seen in a mirror before it is turned.</summary>
    internal bool IsMirrored { get; }

    /// <summary>The matrix that draws it upright into the unit square.</summary>
    internal string Upright
    {
        get
        {
            // Columns of the matrix for 0, 1, 2 and 3 quarter turns to the right, about the square's middle.
            var (a, b, c, d) = Turns switch { 1 => (0, -1, 1, 0), 2 => (-1, 0, 0, -1), 3 => (0, 1, -1, 0), _ => (1, 0, 0, 1) };
            if (IsMirrored)
            {
                (a, b) = (-a, -b);
            }

            var (e, f) = ((1 - a - c) / 2, (1 - b - d) / 2);
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{a} {b} {c} {d} {e} {f}");
        }
    }
}
