namespace GruBuilder.Forms.Receipts.Images;

/// <summary>A picture that receipts can show, read from its file.</summary>
public abstract class ReceiptImage
{
    /// <summary>Longest file, in bytes.</summary>
    public const int LongestFile = 2 * 1024 * 1024;

    /// <summary>Longest photo, in bytes.</summary>
    public const int LongestPhoto = 20 * 1024 * 1024;

    /// <summary>Most pixels.</summary>
    internal const int MostPixels = 25_000_000;

    /// <summary>Most pixels of a JPEG, which is never decoded at more than the size wanted.</summary>
    internal const int MostPhotoPixels = 64_000_000;

    private protected ReceiptImage(double width, double height) => (Width, Height) = (width, height);

    /// <summary>Width, in pixels or in the drawing's own units, as it is seen.</summary>
    public double Width { get; }

    /// <summary>Height, likewise.</summary>
    public double Height { get; }

    /// <summary>Reads a PNG, a JPEG or an SVG, whatever its name says.</summary>
    /// <exception cref="ReceiptImageException">It is none of them, or holds what cannot be shown; the message says what to do, in French.</exception>
    public static ReceiptImage Read(byte[] file) => Guarded(file, LongestFile, f => f switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => PngReader.Read(f, PngReader.LongestSide),
        [0xFF, 0xD8, 0xFF, ..] => JpegReader.Read(f),
        _ when f.AsSpan(0, Math.Min(f.Length, 4096)).IndexOf("<svg"u8) >= 0 => SvgReader.Read(f),
        _ => throw new ReceiptImageException("Ce fichier n’est pas une image PNG, JPEG ou SVG."),
    });

    /// <summary>Reads a photo, PNG or JPEG, upright and with no more pixels than its place on paper shows.</summary>
    /// <param name="file">The file.</param>
    /// <param name="longestSide">The most pixels on a side.</param>
    /// <exception cref="ReceiptImageException">It cannot be shown; the message says why, in French.</exception>
    public static ReceiptImage ReadPhoto(byte[] file, int longestSide) => Guarded(file, LongestPhoto, f => f switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => PngReader.Read(f, longestSide),
        [0xFF, 0xD8, 0xFF, ..] => JpegReader.ReadPhoto(f, longestSide),
        _ => throw new ReceiptImageException("Ce fichier n’est pas une photo PNG ou JPEG."),
    });

    private static ReceiptImage Guarded(byte[] file, int mostBytes, Func<byte[], ReceiptImage> read)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Length > mostBytes)
        {
            throw new ReceiptImageException($"L’image est trop lourde : choisissez un fichier de {mostBytes / 1024 / 1024} Mo au plus.");
        }

        try
        {
            return read(file);
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
