using System.Globalization;
using GruBuilder.Forms.Receipts.Images;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <content>Codes, pictures and the grounds of boxes.</content>
internal sealed partial class BlockLayout
{
    // A picture within these bounds, in its own proportions.
    private void Picture(ReceiptImage image, string alternativeText, double mostWidth, double mostHeight, bool keepWithNext)
    {
        var scale = Math.Min(mostWidth / image.Width, mostHeight / image.Height);
        var (width, height) = (image.Width * scale, image.Height * scale);
        var element = structure.Add(structure.Holder, "Figure", Xmp.Printable(alternativeText));
        var name = image is RasterImage raster ? images.NameOf(raster) : null;
        _strips.Add(new Strip(height, (page, top) =>
        {
            element.Attributes = BoxAttribute(paper.Left, top, width, height);
            page.Tag(element);
            if (name is not null)
            {
                page.Image(name, ((RasterImage)image).Upright, paper.Left, top, width, height);
            }
            else
            {
                page.Shapes((VectorImage)image, paper.Left, top, scale);
            }
        }) { KeepWithNext = keepWithNext });
    }

    private Action<PageCanvas, double, double> Figure(FigureBlock block, StructureElement parent, double side)
    {
        var element = structure.Add(parent, "Figure", block.AlternativeText);
        var modules = QrShape.Of(block.Payload);
        return (page, x, top) =>
        {
            element.Attributes = BoxAttribute(x, top, side, side);
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
}
