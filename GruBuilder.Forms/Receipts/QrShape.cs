using System.Globalization;
using System.Text;
using QRCoder;

namespace GruBuilder.Forms.Receipts;

/// <summary>A QR code as rectangles: one for each run of dark modules, so that it is drawn as a single shape.</summary>
internal sealed class QrShape
{
    private readonly List<(int Column, int Row, int Length)> _runs = [];

    private QrShape(QRCodeData data)
    {
        var matrix = data.ModuleMatrix;
        Size = matrix.Count;
        for (var row = 0; row < Size; row++)
        {
            for (var column = 0; column < Size; column++)
            {
                var start = column;
                while (column < Size && matrix[row][column])
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

    /// <summary>Modules on a side, quiet zone included.</summary>
    internal int Size { get; }

    /// <summary>Makes the code of a text, its quiet zone included; a text too long for one becomes an empty shape.</summary>
    internal static QrShape Of(string payload)
    {
        using var data = payload.Length > 1000
            ? QRCodeGenerator.GenerateQrCode("", QRCodeGenerator.ECCLevel.M)
            : QRCodeGenerator.GenerateQrCode(payload, QRCodeGenerator.ECCLevel.M);
        return new QrShape(data);
    }

    /// <summary>Each run of dark modules: where it begins, and its length.</summary>
    internal IReadOnlyList<(int Column, int Row, int Length)> Runs => _runs;

    /// <summary>The code as an SVG path over <see cref="Size"/> units.</summary>
    internal string Path()
    {
        var path = new StringBuilder();
        foreach (var (column, row, length) in _runs)
        {
            path.Append(CultureInfo.InvariantCulture, $"M{column} {row}h{length}v1h-{length}z");
        }

        return path.ToString();
    }
}
