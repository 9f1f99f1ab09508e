using System.Buffers.Binary;

namespace GruBuilder.Forms.Receipts.Images;

/// <summary>Takes a JPEG without what cameras write beside the picture: place, owner, small copies.</summary>
internal static class JpegReader
{
    /// <summary>A logo: as it is, but for inks, which are turned into colours.</summary>
    internal static RasterImage Read(byte[] file)
    {
        var (whole, isInk) = Kept(file);
        return isInk ? Decoded(whole, PngReader.LongestSide) : whole;
    }

    /// <summary>A photo, with no more pixels than wanted.</summary>
    internal static RasterImage ReadPhoto(byte[] file, int longestSide)
    {
        var (whole, isInk) = Kept(file);
        return isInk || Math.Max(whole.Columns, whole.Rows) > longestSide ? Decoded(whole, longestSide) : whole;
    }

    private static RasterImage Decoded(RasterImage whole, int longestSide)
    {
        var longest = Math.Max(whole.Columns, whole.Rows);
        var scale = Array.Find([1, 2, 4], s => longest * s / 8 >= longestSide) is > 0 and var found ? found : 8;
        return RasterImage.Of(JpegDecoder.Decode(whole.Data, scale).AtMost(longestSide), whole.Turns, whole.IsMirrored);
    }

    private static (RasterImage Image, bool IsInk) Kept(byte[] file)
    {
        using var kept = new MemoryStream(file.Length);
        kept.Write(file.AsSpan(0, 2));
        var (columns, rows, components, orientation) = (0, 0, 0, 1);
        var at = 2;
        while (true)
        {
            if (file[at] != 0xFF)
            {
                throw new InvalidDataException("A JPEG marker is expected here.");
            }

            while (file[at + 1] == 0xFF)
            {
                at++;
            }

            var marker = file[at + 1];
            if (marker == 0xD9)
            {
                throw new InvalidDataException("The JPEG ends before its picture.");
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2));
            var segment = file.AsSpan(at + 4, length - 2);
            if (marker is 0xC0 or 0xC1 or 0xC2)
            {
                if (components > 0)
                {
                    throw new InvalidDataException("The JPEG holds several pictures.");
                }

                (rows, columns, components) = (BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..]), segment[5]);
                if (segment[0] != 8)
                {
                    throw Unshown();
                }
            }
            else if (marker is 0xC3 or (> 0xC4 and < 0xC8) or (> 0xC8 and < 0xCC) or (> 0xCC and < 0xD0))
            {
                throw Unshown();
            }

            if (marker == 0xE1)
            {
                orientation = OrientationOf(segment, orientation);
            }

            // Of the application's own segments only the one that says how colours are coded is of use.
            if (marker is not ((>= 0xE0 and <= 0xED) or 0xEF or 0xFE))
            {
                kept.Write(file.AsSpan(at, length + 2));
            }

            at += length + 2;
            if (marker == 0xDA)
            {
                break;
            }
        }

        if ((long)columns * rows > ReceiptImage.MostPhotoPixels)
        {
            throw new ReceiptImageException($"L’image a trop de points ({columns} × {rows}) : enregistrez-la plus petite.");
        }

        if (columns == 0 || rows == 0 || file.AsSpan(at).IndexOf([(byte)0xFF, (byte)0xD9]) < 0)
        {
            throw new InvalidDataException("The JPEG has no picture, or not all of it.");
        }

        kept.Write(file.AsSpan(at));
        var colors = components switch { 1 => "/DeviceGray", 3 => "/DeviceRGB", 4 => "/DeviceCMYK", _ => throw Unshown() };
        var (turns, mirrored) = orientation switch { 2 => (0, true), 3 => (2, false), 4 => (2, true), 5 => (3, true), 6 => (1, false), 7 => (1, true), 8 => (3, false), _ => (0, false) };
        return (new RasterImage(columns, rows, colors, "/DCTDecode", kept.ToArray(), null, turns, mirrored), components == 4);
    }

    private static ReceiptImageException Unshown() => new("Ce JPEG n’est pas d’un genre que tous les lecteurs montrent : enregistrez-le à nouveau en JPEG, ou en PNG.");

    // The Exif segment is a small TIFF file: its first directory may say which way is up.
    private static int OrientationOf(ReadOnlySpan<byte> segment, int otherwise)
    {
        if (segment.Length < 20 || !segment.StartsWith("Exif\0\0"u8))
        {
            return otherwise;
        }

        var tiff = segment[6..];
        var little = tiff[0] == (byte)'I';
        ushort Short(ReadOnlySpan<byte> bytes) => little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
        var directory = (int)(little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]));
        if (directory < 8 || directory + 2 > tiff.Length)
        {
            return otherwise;
        }

        var count = Short(tiff[directory..]);
        for (var i = 0; i < count && directory + 2 + (12 * (i + 1)) <= tiff.Length; i++)
        {
            var entry = tiff.Slice(directory + 2 + (12 * i), 12);
            if (Short(entry) == 0x0112)
            {
                return Short(entry[8..]);
            }
        }

        return otherwise;
    }
}
