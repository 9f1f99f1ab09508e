using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using GruBuilder.Forms.Receipts.Pdf;

namespace GruBuilder.Forms.Receipts.Images;

/// <summary>
/// Reads the plain part of SVG: paths, rectangles, circles, ellipses, polygons and lines, filled or drawn in one colour, within groups.
/// What else would be seen (text, pictures, gradients, filters, styles) is refused rather than left out.
/// </summary>
internal static class SvgReader
{
    private const int MostShapes = 5000;
    private const int Deepest = 50;
    private static readonly string[] Silent = ["title", "desc", "metadata", "namedview"];

    private static readonly Dictionary<string, InkColor> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["black"] = new(0, 0, 0), ["white"] = new(255, 255, 255), ["red"] = new(255, 0, 0), ["green"] = new(0, 128, 0), ["blue"] = new(0, 0, 255),
        ["yellow"] = new(255, 255, 0), ["gray"] = new(128, 128, 128), ["grey"] = new(128, 128, 128), ["orange"] = new(255, 165, 0), ["navy"] = new(0, 0, 128),
    };

    internal static VectorImage Read(byte[] file)
    {
        using var reader = XmlReader.Create(new MemoryStream(file), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = ReceiptImage.LongestFile });
        var root = XDocument.Load(reader).Root!;
        if (root.Name.LocalName != "svg")
        {
            throw new FormatException("The root is no svg element.");
        }

        double[] box = root.Attribute("viewBox") is { } view ? Numbers(view.Value) : [0, 0, Length(root, "width"), Length(root, "height")];
        if (box is not [_, _, > 0, > 0])
        {
            throw new ReceiptImageException("Ce SVG ne dit pas sa taille : donnez-lui un attribut viewBox.");
        }

        var shapes = ImmutableArray.CreateBuilder<VectorShape>();
        Walk(root, new Pen(new InkColor(0, 0, 0), null, 1, false, Matrix.Moved(-box[0], -box[1])), shapes, 0);
        return shapes.Count > 0 ? new VectorImage(box[2], box[3], shapes.ToImmutable()) : throw new ReceiptImageException("Ce SVG ne dessine rien que nous sachions montrer.");
    }

    private static void Walk(XElement element, Pen pen, ImmutableArray<VectorShape>.Builder shapes, int depth)
    {
        if (depth > Deepest || shapes.Count > MostShapes)
        {
            throw new ReceiptImageException("Ce SVG est trop compliqué : simplifiez-le, ou donnez un PNG.");
        }

        foreach (var child in element.Elements().Where(e => !Silent.Contains(e.Name.LocalName, StringComparer.Ordinal)))
        {
            var own = pen.Of(child);
            switch (child.Name.LocalName)
            {
                case "g":
                    Walk(child, own, shapes, depth + 1);
                    break;
                case "defs" when !child.HasElements:
                    break;
                default:
                    if (Outline(child) is { IsEmpty: false } steps && (own.Fill ?? own.Stroke) is not null)
                    {
                        shapes.Add(own.Shape(steps));
                    }

                    break;
            }
        }
    }

    private static ImmutableArray<VectorStep> Outline(XElement e) => e.Name.LocalName switch
    {
        "path" => SvgPath.Read(e.Attribute("d")?.Value ?? ""),
        "rect" => Rectangle(e),
        "circle" => SvgPath.Ellipse(new(Length(e, "cx"), Length(e, "cy")), Length(e, "r"), Length(e, "r")),
        "ellipse" => SvgPath.Ellipse(new(Length(e, "cx"), Length(e, "cy")), Length(e, "rx"), Length(e, "ry")),
        "polygon" => [.. SvgPath.Read("M" + e.Attribute("points")?.Value + "Z")],
        "polyline" => SvgPath.Read("M" + e.Attribute("points")?.Value),
        "line" => [new('m', new(Length(e, "x1"), Length(e, "y1"))), new('l', new(Length(e, "x2"), Length(e, "y2")))],
        var name => throw new ReceiptImageException($"Ce SVG contient un élément « {(name.Length > 30 ? name[..30] : name)} » : changez les textes en tracés et aplatissez le dessin, ou donnez un PNG."),
    };

    private static ImmutableArray<VectorStep> Rectangle(XElement e)
    {
        var (x, y, width, height) = (Length(e, "x"), Length(e, "y"), Length(e, "width"), Length(e, "height"));
        var rx = Math.Min(e.Attribute("rx") is null ? Length(e, "ry") : Length(e, "rx"), width / 2);
        var ry = Math.Min(e.Attribute("ry") is null ? rx : Length(e, "ry"), height / 2);
        return rx <= 0 || ry <= 0
            ? SvgPath.Read(string.Create(CultureInfo.InvariantCulture, $"M{x} {y}h{width}v{height}h{-width}z"))
            : SvgPath.Read(string.Create(CultureInfo.InvariantCulture, $"M{x + rx} {y}h{width - (2 * rx)}a{rx} {ry} 0 0 1 {rx} {ry}v{height - (2 * ry)}a{rx} {ry} 0 0 1 {-rx} {ry}h{(2 * rx) - width}a{rx} {ry} 0 0 1 {-rx} {-ry}v{(2 * ry) - height}a{rx} {ry} 0 0 1 {rx} {-ry}z"));
    }

    private static double Length(XElement element, string name)
    {
        var text = element.Attribute(name)?.Value.Trim() ?? "0";
        text = text.EndsWith("px", StringComparison.Ordinal) ? text[..^2] : text;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1e6 ? value : throw new FormatException($"{name} is no length.");
    }

    private static double[] Numbers(string text) =>
        [.. text.Split([' ', ',', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(n => double.Parse(n, NumberStyles.Float, CultureInfo.InvariantCulture))];

    // What an element inherits, and what it changes.
    private sealed record Pen(InkColor? Fill, InkColor? Stroke, double Width, bool EvenOdd, Matrix Matrix)
    {
        internal Pen Of(XElement element)
        {
            var style = (element.Attribute("style")?.Value ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split(':', 2)).Where(p => p.Length == 2).ToLookup(p => p[0].Trim(), p => p[1].Trim(), StringComparer.Ordinal);
            string? Said(string name) => style[name].LastOrDefault() ?? element.Attribute(name)?.Value.Trim();
            if (element.Attribute("class") is not null || Said("filter") is not null || Said("mask") is not null || Said("clip-path") is not null
                || new[] { "opacity", "fill-opacity", "stroke-opacity" }.Any(n => Said(n) is not (null or "1")))
            {
                throw new ReceiptImageException("Ce SVG a des effets ou des feuilles de style : aplatissez le dessin, ou donnez un PNG.");
            }

            return new Pen(
                Colored(Said("fill"), Fill), Colored(Said("stroke"), Stroke),
                Said("stroke-width") is { } width ? double.Parse(width.Replace("px", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture) : Width,
                Said("fill-rule") is { } rule ? rule == "evenodd" : EvenOdd,
                element.Attribute("transform") is { } transform ? Matrix.Read(transform.Value).Then(Matrix) : Matrix);
        }

        internal VectorShape Shape(ImmutableArray<VectorStep> steps) => new(
            [.. steps.Select(s => new VectorStep(s.Kind, Matrix.Of(s.To), Matrix.Of(s.First), Matrix.Of(s.Second)))], Fill, Stroke, Width * Matrix.Scale, EvenOdd);

        private static InkColor? Colored(string? said, InkColor? otherwise)
        {
            if (said is null or "inherit" or "currentColor")
            {
                return otherwise;
            }

            if (said is "none" or "transparent")
            {
                return null;
            }

            if (said is ['#', var r, var g, var b])
            {
                said = $"#{r}{r}{g}{g}{b}{b}";
            }

            return Names.TryGetValue(said, out var named) ? named
                : said.Length == 7 && said[0] == '#' && int.TryParse(said.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb) ? new InkColor((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb)
                : throw new ReceiptImageException("Ce SVG a une couleur que nous ne savons pas lire, par exemple un dégradé : écrivez ses couleurs comme #0B5CAD, ou donnez un PNG.");
        }
    }

    private readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
    {
        internal double Scale => Math.Sqrt(Math.Abs((A * D) - (B * C)));

        internal static Matrix Moved(double x, double y) => new(1, 0, 0, 1, x, y);

        internal Spot Of(Spot p) => new((A * p.X) + (C * p.Y) + E, (B * p.X) + (D * p.Y) + F);

        /// <summary>This one first, then another.</summary>
        internal Matrix Then(Matrix m) => new(
            (m.A * A) + (m.C * B), (m.B * A) + (m.D * B), (m.A * C) + (m.C * D), (m.B * C) + (m.D * D), (m.A * E) + (m.C * F) + m.E, (m.B * E) + (m.D * F) + m.F);

        internal static Matrix Read(string text)
        {
            var whole = Moved(0, 0);
            foreach (var part in text.Split(')', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var open = part.IndexOf('(', StringComparison.Ordinal);
                var n = Numbers(part[(open + 1)..]);
                var one = (part[..open].Trim(' ', ','), n.Length) switch
                {
                    ("translate", 1) => Moved(n[0], 0),
                    ("translate", 2) => Moved(n[0], n[1]),
                    ("scale", 1) => new Matrix(n[0], 0, 0, n[0], 0, 0),
                    ("scale", 2) => new Matrix(n[0], 0, 0, n[1], 0, 0),
                    ("rotate", 1) => Turned(n[0]),
                    ("rotate", 3) => Moved(-n[1], -n[2]).Then(Turned(n[0])).Then(Moved(n[1], n[2])),
                    ("matrix", 6) => new Matrix(n[0], n[1], n[2], n[3], n[4], n[5]),
                    _ => throw new FormatException("A transform is unknown."),
                };
                whole = one.Then(whole);
            }

            return whole;
        }

        private static Matrix Turned(double degrees)
        {
            var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
            return new Matrix(cos, sin, -sin, cos, 0, 0);
        }
    }
}
