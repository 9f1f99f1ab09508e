namespace GruBuilder.Forms.Receipts.Images;

/// <summary>One plane of a JPEG: brightness, a colour or an ink, often at half the size.</summary>
internal sealed class JpegComponent(int id, int across, int down, int quantities)
{
    private byte[] _plane = [];
    private int _width;

    internal int Id { get; } = id;

    /// <summary>Blocks of a unit, on a line.</summary>
    internal int Across { get; } = across;

    /// <summary>Lines of blocks of a unit.</summary>
    internal int Down { get; } = down;

    /// <summary>Which table of quantities it uses.</summary>
    internal int Quantities { get; } = quantities;

    internal JpegHuffman? Dc { get; set; }

    internal JpegHuffman? Ac { get; set; }

    /// <summary>The mean of the block before.</summary>
    internal int Last { get; set; }

    /// <summary>What passes have brought so far; null where blocks come whole.</summary>
    internal JpegProgression? Progression { get; private set; }

    internal void Prepare(int blocksAcross, int blocksDown, int scale, bool isProgressive)
    {
        (_width, _plane) = (blocksAcross * scale, new byte[blocksAcross * scale * blocksDown * scale]);
        Progression = isProgressive ? new JpegProgression(blocksAcross, blocksDown, scale) : null;
    }

    internal void Restart()
    {
        Last = 0;
        Progression?.Restart();
    }

    /// <summary>Its own blocks on a line, when it is scanned alone.</summary>
    internal int BlocksAcross(int columns, int mostAcross) => (((columns * Across) + mostAcross - 1) / mostAcross + 7) / 8;

    /// <summary>Its own lines of blocks, likewise.</summary>
    internal int BlocksDown(int rows, int mostDown) => (((rows * Down) + mostDown - 1) / mostDown + 7) / 8;

    internal void Set(int x, int y, double value) => _plane[(y * _width) + x] = JpegColors.Clamp(value);

    internal double At(int x, int y, int most, int tallest) => _plane[(y * Down / tallest * _width) + (x * Across / most)];
}

/// <summary>Turns a JPEG's planes into plain colours.</summary>
internal static class JpegColors
{
    /// <summary>Joins planes into pixels.</summary>
    /// <param name="planes">One for grey, three for colours, four for inks.</param>
    /// <param name="coding">What the file says about how colours are coded: 0 as they are, 1 or 2 as brightness and differences; null when it says nothing.</param>
    /// <param name="columns">Pixels on a line.</param>
    /// <param name="rows">Lines.</param>
    internal static Pixels Convert(List<JpegComponent> planes, int? coding, int columns, int rows)
    {
        var pixels = new Pixels(columns, rows);
        var (most, tallest) = (planes.Max(p => p.Across), planes.Max(p => p.Down));
        var isPlain = planes.Count == 4 ? coding is null or 0 : coding == 0 || (coding is null && planes.Count == 3 && planes[0].Id == 'R' && planes[1].Id == 'G' && planes[2].Id == 'B');
        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < columns; x++)
            {
                var light = planes[0].At(x, y, most, tallest);
                if (planes.Count < 3)
                {
                    pixels.Set(x, y, Clamp(light), Clamp(light), Clamp(light), 255);
                    continue;
                }

                var (second, third) = (planes[1].At(x, y, most, tallest), planes[2].At(x, y, most, tallest));
                var (red, green, blue) = isPlain ? (light, second, third) : Mixed(light, second - 128, third - 128);
                if (planes.Count == 4)
                {
                    (red, green, blue) = Printed(red, green, blue, planes[3].At(x, y, most, tallest), coding is null, isPlain);
                }

                pixels.Set(x, y, Clamp(red), Clamp(green), Clamp(blue), 255);
            }
        }

        return pixels;
    }

    internal static byte Clamp(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);

    // Programs that say how colours are coded write how much paper is left, mixed ones their reverse; those that do not, how much is covered.
    private static (double Red, double Green, double Blue) Printed(double cyan, double magenta, double yellow, double black, bool isCovered, bool isPlain)
    {
        if (isCovered || !isPlain)
        {
            (cyan, magenta, yellow) = (255 - cyan, 255 - magenta, 255 - yellow);
        }

        var light = (isCovered ? 255 - black : black) / 255;
        return (cyan * light, magenta * light, yellow * light);
    }

    private static (double Red, double Green, double Blue) Mixed(double light, double blue, double red) =>
        (Math.Clamp(light + (1.402 * red), 0, 255), Math.Clamp(light - (0.344136 * blue) - (0.714136 * red), 0, 255), Math.Clamp(light + (1.772 * blue), 0, 255));
}
