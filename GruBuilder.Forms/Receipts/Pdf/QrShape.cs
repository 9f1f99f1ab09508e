using System.Globalization;
using QRCoder;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>A QR code as rectangles: one for each run of dark modules, so that it is drawn as a single shape.</summary>
internal sealed class QrShape
{
    private readonly List<(int Column, int Row, int Length)> _runs = [];
    private readonly int _size;

    private QrShape(QRCodeData data)
    {
        var matrix = data.ModuleMatrix;
        _size = matrix.Count;
        for (var row = 0; row < _size; row++)
        {
            for (var column = 0; column < _size; column++)
            {
                var start = column;
                while (column < _size && matrix[row][column])
                {
                    column++;
                }

                if (column > start)
                {
                    _runs.Add((start, row, column - start));
                }
            }
        }
    }

    /// <summary>Makes the code of a text, its quiet zone included; a text too long for one becomes an empty shape.</summary>
    internal static QrShape Of(string payload)
    {
        using var data = payload.Length > 1000
            ? QRCodeGenerator.GenerateQrCode("", QRCodeGenerator.ECCLevel.M)
            : QRCodeGenerator.GenerateQrCode(payload, QRCodeGenerator.ECCLevel.M);
        return new QrShape(data);
    }

    /// <summary>The rectangles, on a square of a side.</summary>
    internal IEnumerable<(double X, double Top, double Width, double Height)> Scaled(double x, double top, double side)
    {
        var module = side / _size;
        return _runs.Select(r => (x + (r.Column * module), top + (r.Row * module), r.Length * module, module));
    }

    /// <summary>The layout attribute of a figure: the square that it fills.</summary>
    internal static string BoxAttribute(double x, double top, double side) => string.Create(
        CultureInfo.InvariantCulture,
        $"<</O/Layout/BBox[{x:0.##} {Paper.Height - top - side:0.##} {x + side:0.##} {Paper.Height - top:0.##}]>>");
}
