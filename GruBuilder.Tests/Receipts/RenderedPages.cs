using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace GruBuilder.Tests.Receipts;

/// <summary>
/// Pages as <c>pdftoppm</c> draws them, made coarse enough to be a text: one character a cell, darker letters for darker cells. So a
/// change of layout shows as a change of text, and the hairs of another version of the tool do not.
/// </summary>
internal static class RenderedPages
{
    private const string Shades = " .:+*#@";
    private const int CellWidth = 5;
    private const int CellHeight = 9;

    /// <summary>The pages of a file.</summary>
    internal static string Draw(byte[] file)
    {
        SystemTools.Require("pdftoppm", PdfTools.PackageOf("pdftoppm"));
        var path = Path.Combine(Path.GetTempPath(), $"receipt-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(path, file);
        try
        {
            using var process = Process.Start(new ProcessStartInfo("pdftoppm", ["-gray", "-r", "54", path]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            using var drawn = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(drawn);
            process.WaitForExit();
            return Text(drawn.ToArray());
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>How many cells of two drawings differ by more than a shade.</summary>
    internal static int Differences(string one, string other)
    {
        var (a, b) = (one.Split('\n'), other.Split('\n'));
        return Enumerable.Range(0, Math.Max(a.Length, b.Length)).Sum(i =>
        {
            var (x, y) = (i < a.Length ? a[i] : "", i < b.Length ? b[i] : "");
            return Enumerable.Range(0, Math.Max(x.Length, y.Length)).Count(j => Math.Abs(ShadeAt(x, j) - ShadeAt(y, j)) > 1);
        });
    }

    private static int ShadeAt(string line, int at) => at < line.Length ? Shades.IndexOf(line[at], StringComparison.Ordinal) : 0;

    // Each page is "P5 width height 255" and its pixels.
    private static string Text(byte[] drawn)
    {
        var text = new StringBuilder();
        for (var at = 0; at < drawn.Length;)
        {
            var header = new int[3];
            at += 2;
            for (var i = 0; i < 3; i++)
            {
                while (char.IsWhiteSpace((char)drawn[at])) at++;
                var start = at;
                while (!char.IsWhiteSpace((char)drawn[at])) at++;
                header[i] = int.Parse(Encoding.ASCII.GetString(drawn, start, at - start), CultureInfo.InvariantCulture);
            }

            at++;
            Page(drawn.AsSpan(at, header[0] * header[1]), header[0], header[1], text);
            at += header[0] * header[1];
        }

        return text.ToString();
    }

    private static void Page(ReadOnlySpan<byte> pixels, int width, int height, StringBuilder text)
    {
        for (var top = 0; top + CellHeight <= height; top += CellHeight)
        {
            var line = new char[width / CellWidth];
            for (var cell = 0; cell < line.Length; cell++)
            {
                var ink = 0;
                for (var y = top; y < top + CellHeight; y++)
                {
                    foreach (var pixel in pixels.Slice((y * width) + (cell * CellWidth), CellWidth)) ink += 255 - pixel;
                }

                line[cell] = Shades[Math.Min(ink * 2 * Shades.Length / (255 * CellWidth * CellHeight), Shades.Length - 1)];
            }

            text.Append(new string(line).TrimEnd()).Append('\n');
        }

        text.Append("――――\n");
    }
}
