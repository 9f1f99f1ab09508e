using System.Globalization;
using GruBuilder.Forms.Receipts.Images;
using PdfSharp.Pdf;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>The pictures of a document, each written once.</summary>
internal sealed class ImageObjects(PdfDocument document)
{
    private readonly Dictionary<RasterImage, string> _names = [];
    private string _resources = "";

    /// <summary>What pages list among their resources; empty without pictures.</summary>
    internal string Resources => _resources.Length == 0 ? "" : $"/XObject<<{_resources}>>";

    /// <summary>The name by which pages call a picture.</summary>
    internal string NameOf(RasterImage image)
    {
        if (_names.TryGetValue(image, out var known))
        {
            return known;
        }

        var stream = Stream(image.Columns, image.Rows, image.Colors, image.Filter, image.Data);
        if (image.Alpha is not null)
        {
            stream.Elements["/SMask"] = Stream(image.Columns, image.Rows, "/DeviceGray", "/FlateDecode", image.Alpha).Reference;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"/I{_names.Count + 1}");
        _resources += string.Create(CultureInfo.InvariantCulture, $"{name} {stream.Reference!.ObjectNumber} 0 R");
        return _names[image] = name;
    }

    private PdfDictionary Stream(int columns, int rows, string colors, string filter, byte[] data)
    {
        var stream = FontObjects.Stream(document, data, isDeflated: false);
        var keys = stream.Elements;
        keys.SetName("/Type", "/XObject");
        keys.SetName("/Subtype", "/Image");
        keys.SetInteger("/Width", columns);
        keys.SetInteger("/Height", rows);
        keys.SetName("/ColorSpace", colors);
        keys.SetInteger("/BitsPerComponent", 8);
        keys.SetName("/Filter", filter);
        return stream;
    }
}
