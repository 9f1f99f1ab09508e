using System.Collections.Immutable;
using GruBuilder.Forms.Receipts.Pdf;

namespace GruBuilder.Forms.Receipts.Images;

/// <summary>A drawing: shapes one over the other, in its own units, from its top left corner.</summary>
internal sealed class VectorImage(double width, double height, ImmutableArray<VectorShape> shapes) : ReceiptImage(width, height)
{
    internal ImmutableArray<VectorShape> Shapes { get; } = shapes;
}

/// <summary>A shape.</summary>
/// <param name="Steps">How its outline goes.</param>
/// <param name="Fill">What it is filled with; null for nothing.</param>
/// <param name="Stroke">What its outline is drawn with; null for nothing.</param>
/// <param name="StrokeWidth">How wide its outline is.</param>
/// <param name="EvenOdd">Whether what is enclosed twice is outside.</param>
internal sealed record VectorShape(ImmutableArray<VectorStep> Steps, InkColor? Fill, InkColor? Stroke, double StrokeWidth, bool EvenOdd);

/// <summary>A step of an outline: <c>m</c>ove, <c>l</c>ine, <c>c</c>urve with its two handles, or <c>h</c> to close.</summary>
internal readonly record struct VectorStep(char Kind, Spot To, Spot First = default, Spot Second = default);

/// <summary>A point.</summary>
internal readonly record struct Spot(double X, double Y)
{
    public static Spot operator +(Spot a, Spot b) => new(a.X + b.X, a.Y + b.Y);

    public static Spot operator -(Spot a, Spot b) => new(a.X - b.X, a.Y - b.Y);

    public static Spot operator *(Spot a, double by) => new(a.X * by, a.Y * by);
}
