using System.Collections.Immutable;
using GruBuilder.Forms.Receipts.Images;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <content>Rectangles, lines and pictures.</content>
internal sealed partial class PageCanvas
{
    /// <summary>Fills a rectangle.</summary>
    internal void Rectangle(double x, double top, double width, double height, InkColor color)
    {
        EndText();
        Fill(color);
        AddRectangle(x, top, width, height);
        _content.Write("f\n");
    }

    /// <summary>Draws a QR code on a square of a side: its modules are whole numbers on a grid of their own, which is short to write.</summary>
    internal void Modules(QrShape code, double x, double top, double side)
    {
        EndText();
        _content.Write("q ");
        _content.Number3(side / code.Size);
        _content.Write("0 0 ");
        _content.Number3(-side / code.Size);
        _content.Number2(x);
        _content.Number2(_height - top);
        _content.Write("cm ");
        Components(InkColor.Ink);
        _content.Write("rg\n");
        foreach (var (column, row, length) in code.Runs)
        {
            _content.Number2(column);
            _content.Number2(row);
            _content.Number2(length);
            _content.Write("1 re\n");
        }

        _content.Write("f Q\n");
    }

    /// <summary>Draws lines through points, as a pen of even width.</summary>
    internal void Strokes(ImmutableArray<ImmutableArray<(int X, int Y)>> strokes, double x, double top, double scale, InkColor color)
    {
        EndText();
        _content.Write("q 1 J 1 j 1.4 w ");
        Components(color);
        _content.Write("RG\n");
        foreach (var stroke in strokes)
        {
            for (var i = 0; i < stroke.Length; i++)
            {
                _content.Number2(x + (stroke[i].X * scale));
                _content.Number2(_height - top - (stroke[i].Y * scale));
                _content.Write(i == 0 ? "m\n" : "l\n");
            }

            _content.Write("S\n");
        }

        _content.Write("Q\n");
    }

    /// <summary>Draws a picture.</summary>
    internal void Image(string name, string upright, double x, double top, double width, double height)
    {
        EndText();
        _content.Write("q ");
        _content.Number2(width);
        _content.Write("0 0 ");
        _content.Number2(height);
        _content.Number2(x);
        _content.Number2(_height - top - height);
        _content.Write($"cm {upright} cm {name} Do Q\n");
    }

    /// <summary>Draws the shapes of a drawing.</summary>
    internal void Shapes(VectorImage image, double x, double top, double scale)
    {
        EndText();
        _content.Write("q\n");
        foreach (var shape in image.Shapes)
        {
            if (shape.Fill is { } fill)
            {
                Components(fill);
                _content.Write("rg ");
            }

            if (shape.Stroke is { } stroke)
            {
                Components(stroke);
                _content.Write("RG ");
                _content.Number2(shape.StrokeWidth * scale);
                _content.Write("w ");
            }

            foreach (var step in shape.Steps)
            {
                Spot[] spots = step.Kind switch { 'c' => [step.First, step.Second, step.To], 'h' => [], _ => [step.To] };
                foreach (var spot in spots)
                {
                    _content.Number2(x + (spot.X * scale));
                    _content.Number2(_height - top - (spot.Y * scale));
                }

                _content.Write($"{step.Kind}\n");
            }

            _content.Write((shape.Fill is not null ? shape.Stroke is not null ? "B" : "f" : "S") + (shape.EvenOdd && shape.Fill is not null ? "*\n" : "\n"));
        }

        _content.Write("Q\n");
    }

    /// <summary>Draws the four sides of a rectangle.</summary>
    internal void Frame(double x, double top, double width, double height, InkColor color)
    {
        EndText();
        _content.Write("q 0.7 w ");
        Components(color);
        _content.Write("RG ");
        AddRectangle(x, top, width, height);
        _content.Write("S Q\n");
    }

    /// <summary>Draws a dotted line to write on.</summary>
    internal void Dots(double x, double y, double width, InkColor color)
    {
        EndText();
        _content.Write("q 0.8 w 1 J [0 3]0 d ");
        Components(color);
        _content.Write("RG ");
        _content.Number2(x);
        _content.Number2(_height - y);
        _content.Write("m ");
        _content.Number2(x + width);
        _content.Number2(_height - y);
        _content.Write("l S Q\n");
    }

    private void AddRectangle(double x, double top, double width, double height)
    {
        _content.Number2(x);
        _content.Number2(_height - top - height);
        _content.Number2(width);
        _content.Number2(height);
        _content.Write("re\n");
    }
}
