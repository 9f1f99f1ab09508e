namespace GruBuilder.Forms.Receipts;

/// <summary>Turns a receipt into a file. Another engine is one more class.</summary>
public interface IReceiptWriter
{
    /// <summary>The media type of what is written.</summary>
    string MediaType { get; }

    /// <summary>Writes a receipt. The same document gives the same bytes; any text is accepted.</summary>
    /// <param name="document">The receipt.</param>
    /// <param name="output">Where to write; left open.</param>
    void Write(ReceiptDocument document, Stream output);

    /// <summary>The same without any signature, for a fingerprint: no authority is asked for anything.</summary>
    /// <param name="document">The receipt.</param>
    /// <param name="output">Where to write; left open.</param>
    void WriteUnsigned(ReceiptDocument document, Stream output);
}
