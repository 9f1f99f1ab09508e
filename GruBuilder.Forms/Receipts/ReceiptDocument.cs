using System.Text.Json.Serialization;
using GruBuilder.Forms.Receipts.Images;

namespace GruBuilder.Forms.Receipts;

/// <summary>A receipt as meaning, before any layout: the same one becomes PDF and HTML.</summary>
public sealed record ReceiptDocument
{
    /// <summary>The title, shown by readers and searched by.</summary>
    public required string Title { get; init; }

    /// <summary>The language of the text, such as <c>fr-FR</c>.</summary>
    public string Language { get; init; } = "fr-FR";

    /// <summary>Who issues it.</summary>
    public required TownFacts Issuer { get; init; }

    /// <summary>What it is about: the number repeated on every page.</summary>
    public required string Reference { get; init; }

    /// <summary>The moment that the document bears; no clock is read when it is written.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The paper that it is printed on.</summary>
    public PaperFormat Format { get; init; }

    /// <summary>The content, in reading order.</summary>
    public required IReadOnlyList<ReceiptBlock> Blocks { get; init; }

    /// <summary>The pictures that it shows, by the SHA-256 of their files; one that is missing is left out.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, ReceiptImage> Images { get; init; } = new Dictionary<string, ReceiptImage>();

    /// <summary>Files carried inside.</summary>
    [JsonIgnore]
    public IReadOnlyList<ReceiptAttachment> Attachments { get; init; } = [];
}

/// <summary>A size of paper.</summary>
public enum PaperFormat
{
    /// <summary>210 by 297 mm.</summary>
    A4,

    /// <summary>105 by 148 mm, for the counter.</summary>
    Ticket,
}

/// <summary>A file carried inside a receipt.</summary>
/// <param name="Name">Its name, such as <c>demande.json</c>.</param>
/// <param name="MediaType">Such as <c>application/json</c>.</param>
/// <param name="Description">What it is, in the document's language.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ReceiptAttachment(string Name, string MediaType, string Description, ReadOnlyMemory<byte> Content);
