using System.Globalization;
using GruBuilder.Forms.Receipts.Images;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <content>Codes, pictures and the grounds of boxes.</content>
internal sealed partial class BlockLayout
{
    private Action<PageCanvas, double, double> Drawing(Drawn picture, string alternativeText)
    {
        var element = structure.Add(structure.Holder, "Figure", Xmp.Printable(alternativeText));
        var name = picture.Image is RasterImage raster ? images.NameOf(raster) : null;
        return (page, x, top) =>
        {
            element.Describe(BoxAttribute(x, top, picture.Width, picture.Height));
            page.Tag(element);
            if (name is not null)
            {
                page.Image(name, ((RasterImage)picture.Image).Upright, x, top, picture.Width, picture.Height);
            }
            else
            {
                page.Shapes((VectorImage)picture.Image, x, top, picture.Scale);
            }
        };
    }

    private Action<PageCanvas, double, double> Figure(FigureBlock block, StructureElement parent, double side)
    {
        var element = structure.Add(parent, "Figure", block.AlternativeText);
        var modules = QrShape.Of(block.Payload);
        return (page, x, top) =>
        {
            element.Describe(BoxAttribute(x, top, side, side));
            page.Tag(element);
            page.Rectangle(x, top, side, side, new InkColor(255, 255, 255));
            page.Modules(modules, x, top, side);
        };
    }

    private string BoxAttribute(double x, double top, double width, double height) => string.Create(
        CultureInfo.InvariantCulture,
        $"<</O/Layout/BBox[{x:0.##} {paper.Height - top - height:0.##} {x + width:0.##} {paper.Height - top:0.##}]>>");

    private void Box(PageCanvas page, double top, double height)
    {
        page.Artifact();
        page.Rectangle(paper.Left, top, paper.Measure, height, InkColor.Ground);
        page.Rectangle(paper.Left, top, 3, height, primary);
    }

    // A picture within bounds, in its own proportions.
    private sealed record Drawn(ReceiptImage Image, double MostWidth, double MostHeight)
    {
        internal double Scale { get; } = Math.Min(MostWidth / Image.Width, MostHeight / Image.Height);

        internal double Width => Image.Width * Scale;

        internal double Height => Image.Height * Scale;
    }
}
