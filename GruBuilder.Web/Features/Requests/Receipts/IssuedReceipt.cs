using System.IO.Compression;
using System.Text;
using GruBuilder.Forms.Receipts;
using GruBuilder.Web.Data;

namespace GruBuilder.Web.Features.Requests.Receipts;

/// <summary>A receipt as it was issued: whatever changes later in the town, its procedures or our wording, it states what it stated.</summary>
public sealed class IssuedReceipt : IAppendOnly
{
    /// <summary>Identifier.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>What it is about.</summary>
    public required ReceiptKind Kind { get; init; }

    /// <summary>1 for the first of its kind on the request; with the request and the kind, unique.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The code by which anyone checks it; unique.</summary>
    public required string Code { get; init; }

    /// <summary>When it was issued.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>What it was made from, as JSON.</summary>
    public required string Facts { get; init; }

    /// <summary>The document, as compressed JSON.</summary>
    public required byte[] Document { get; init; }

    /// <summary>The files made of it, each by its fingerprint; empty unless loaded.</summary>
    public List<ReceiptFingerprint> Fingerprints { get; } = [];

    /// <summary>That its file is still to come; null when it was written at once, and unless loaded.</summary>
    public OwedReceipt? Owed { get; set; }

    /// <summary>What it was made from.</summary>
    public ReceiptFacts ReadFacts() => ReceiptJson.ReadFacts(Encoding.UTF8.GetBytes(Facts));

    /// <summary>The document.</summary>
    /// <param name="answers">The request's answers, which the acknowledgement carries.</param>
    public ReceiptDocument ReadDocument(string answers)
    {
        using var packed = new BrotliStream(new MemoryStream(Document), CompressionMode.Decompress);
        using var json = new MemoryStream();
        packed.CopyTo(json);
        var document = ReceiptJson.ReadDocument(json.GetBuffer().AsSpan(0, (int)json.Length));
        return Kind == ReceiptKind.Acknowledgement ? document with { Attachments = [AcknowledgementComposer.Answers(answers)] } : document;
    }

    /// <summary>A document as it is kept.</summary>
    public static byte[] Pack(ReceiptDocument document)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(ReceiptJson.Write(document));
        return packed.ToArray();
    }
}

/// <summary>The fingerprint of a file made of a receipt. A receipt has one, and one more each time that a new version of the application writes it otherwise.</summary>
public sealed class ReceiptFingerprint : IAppendOnly
{
    /// <summary>Identifier.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The receipt.</summary>
    public required Guid ReceiptId { get; init; }

    /// <summary>SHA-256 of the file before it was signed, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When such a file was first made.</summary>
    public required DateTimeOffset MadeAt { get; init; }
}
