namespace GruBuilder.Forms.Receipts.Images;

/// <summary>A picture that receipts can show, read from its file.</summary>
public abstract class ReceiptImage
{
    /// <summary>Longest file, in bytes.</summary>
    public const int LongestFile = 2 * 1024 * 1024;

    /// <summary>Most pixels.</summary>
    internal const int MostPixels = 25_000_000;

    private protected ReceiptImage(double width, double height) => (Width, Height) = (width, height);

    /// <summary>Width, in pixels or in the drawing's own units, as it is seen.</summary>
    public double Width { get; }

    /// <summary>Height, likewise.</summary>
    public double Height { get; }

    /// <summary>Reads a PNG, a JPEG or an SVG, whatever its name says.</summary>
    /// <exception cref="ReceiptImageException">It is none of them, or holds what cannot be shown; the message says what to do, in French.</exception>
    public static ReceiptImage Read(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Length > LongestFile)
        {
            throw new ReceiptImageException("L’image est trop lourde : choisissez un fichier de 2 Mo au plus.");
        }

        try
        {
            return file switch
            {
                [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => PngReader.Read(file),
                [0xFF, 0xD8, 0xFF, ..] => JpegReader.Read(file),
                _ when file.AsSpan(0, Math.Min(file.Length, 4096)).IndexOf("<svg"u8) >= 0 => SvgReader.Read(file),
                _ => throw new ReceiptImageException("Ce fichier n’est pas une image PNG, JPEG ou SVG."),
            };
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or InvalidDataException or FormatException or OverflowException or System.Xml.XmlException)
        {
            throw new ReceiptImageException("L’image est abîmée : ouvrez-la dans un logiciel de dessin, enregistrez-la à nouveau, puis réessayez.", e);
        }
    }
}

/// <summary>An image that cannot be shown; the message is for whoever chose it.</summary>
public sealed class ReceiptImageException : Exception
{
    /// <summary>Says what is wrong and what to do.</summary>
    public ReceiptImageException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
