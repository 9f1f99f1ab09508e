using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Validation.Sentences;

namespace GruBuilder.Forms.Validation;

/// <summary>What files a field takes, and what a file really is.</summary>
public static class FileRules
{
    /// <summary>The content types of each family.</summary>
    public static IReadOnlyDictionary<FileFamily, string[]> ContentTypes { get; } = new Dictionary<FileFamily, string[]>
    {
        [FileFamily.Image] = ["image/jpeg", "image/png", "image/webp", "image/heic"],
        [FileFamily.Pdf] = ["application/pdf"],
        [FileFamily.Document] =
        [
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ],
    };

    /// <summary>The families that a field takes.</summary>
    public static IReadOnlyList<FileFamily> FamiliesOf(FileField field) => field.Families.IsDefaultOrEmpty ? Enum.GetValues<FileFamily>() : field.Families;

    /// <summary>What a field takes, in words: <c>une photo ou un PDF, 10 Mo au plus</c>.</summary>
    public static string Describe(FileField field, Language language = Language.French) => Sentence.In(language).Files(field);

    /// <summary>Why the field does not take this file, or null.</summary>
    public static string? Check(FileField field, string name, long size, string contentType, Language language = Language.French)
    {
        var say = Sentence.In(language);
        if (size > field.MaxMegabytes * 1_000_000L) return say.FileTooHeavy(name, size, field.MaxMegabytes);
        if (size == 0) return say.FileEmpty(name);
        return FamiliesOf(field).Any(f => ContentTypes[f].Contains(contentType, StringComparer.Ordinal)) ? null : say.FileUnfit(name, field);
    }

    /// <summary>What a file is by its first bytes; what the sender claims counts only to tell office documents apart.</summary>
    /// <param name="start">Its first bytes, 64 or more where there are as many.</param>
    /// <param name="name">Its name, for the extension of zipped documents.</param>
    /// <returns>A content type; <c>application/octet-stream</c> when unknown.</returns>
    public static string Recognize(ReadOnlySpan<byte> start, string name)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "image/jpeg";
        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return "image/png";
        if (start.Length >= 12 && start.StartsWith("RIFF"u8) && start[8..].StartsWith("WEBP"u8)) return "image/webp";
        if (start.Length >= 12 && start[4..].StartsWith("ftyp"u8) && (start[8..].StartsWith("heic"u8) || start[8..].StartsWith("heix"u8) || start[8..].StartsWith("mif1"u8))) return "image/heic";
        if (start.StartsWith("%PDF-"u8)) return "application/pdf";
        if (!start.StartsWith("PK\u0003\u0004"u8)) return "application/octet-stream";
        return Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".ODT" => ContentTypes[FileFamily.Document][0],
            ".ODS" => ContentTypes[FileFamily.Document][1],
            ".DOCX" => ContentTypes[FileFamily.Document][2],
            ".XLSX" => ContentTypes[FileFamily.Document][3],
            _ => "application/zip",
        };
    }
}
