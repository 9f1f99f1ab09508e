using System.Text.Json.Serialization;

namespace GruBuilder.Forms.Receipts;

/// <summary>One block of a receipt. The set is closed: each way of showing a receipt visits every kind.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(HeadingBlock), "heading")]
[JsonDerivedType(typeof(ParagraphBlock), "paragraph")]
[JsonDerivedType(typeof(ReferenceBlock), "reference")]
[JsonDerivedType(typeof(PairsBlock), "pairs")]
[JsonDerivedType(typeof(TableBlock), "table")]
[JsonDerivedType(typeof(FigureBlock), "figure")]
[JsonDerivedType(typeof(NoteBlock), "note")]
[JsonDerivedType(typeof(ListBlock), "list")]
[JsonDerivedType(typeof(SignatureBlock), "signature")]
[JsonDerivedType(typeof(BlankBlock), "blank")]
[JsonDerivedType(typeof(PartBlock), "part")]
[JsonDerivedType(typeof(PictureBlock), "picture")]
public abstract record ReceiptBlock
{
    private protected ReceiptBlock()
    {
    }

    /// <summary>Calls the visitor's method for this kind.</summary>
    public abstract void Accept(IReceiptBlockVisitor visitor);
}

/// <summary>Handles every kind of block.</summary>
public interface IReceiptBlockVisitor
{
    /// <summary>A heading.</summary>
    void Visit(HeadingBlock block);

    /// <summary>A paragraph.</summary>
    void Visit(ParagraphBlock block);

    /// <summary>The number to keep.</summary>
    void Visit(ReferenceBlock block);

    /// <summary>Labels and values.</summary>
    void Visit(PairsBlock block);

    /// <summary>A table.</summary>
    void Visit(TableBlock block);

    /// <summary>A figure.</summary>
    void Visit(FigureBlock block);

    /// <summary>A note that stands out.</summary>
    void Visit(NoteBlock block);

    /// <summary>A list.</summary>
    void Visit(ListBlock block);

    /// <summary>A drawn signature.</summary>
    void Visit(SignatureBlock block);

    /// <summary>A question to be answered by hand.</summary>
    void Visit(BlankBlock block);

    /// <summary>The beginning of a part.</summary>
    void Visit(PartBlock block);

    /// <summary>A picture.</summary>
    void Visit(PictureBlock block);
}

/// <summary>A heading.</summary>
/// <param name="Level">1 to 6; levels are not skipped.</param>
/// <param name="Text">Its text.</param>
/// <param name="KeepsWhole">Whether what follows, up to the next heading, stands on the same page where one has room for it.</param>
public sealed record HeadingBlock(int Level, string Text, bool KeepsWhole = false) : ReceiptBlock
{
    /// <inheritdoc/>
    public override void Accept(IReceiptBlockVisitor visitor) => visitor.Visit(this);
}

/// <summary>How a paragraph speaks.</summary>
public enum ParagraphVoice
{
    /// <summary>Plain text.</summary>
    Body,

    /// <summary>The opening sentence.</summary>
    Lead,

    /// <summary>Small print.</summary>
    Small,
}

/// <summary>A paragraph; line ends within it are kept.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Voice">How it speaks.</param>
public sealed record ParagraphBlock(string Text, ParagraphVoice Voice = ParagraphVoice.Body) : ReceiptBlock
{
    /// <inheritdoc/>
    public override void Accept(IReceiptBlockVisitor visitor) => visitor.Visit(this);
}

/// <summary>The number to keep, in large, and where to follow the request.</summary>
/// <param name="Label">What the number is.</param>
/// <param name="Number">The number.</param>
/// <param name="Caption">What to do with it.</param>
/// <param name="Link">The page that it leads to.</param>
/// <param name="LinkText">The words before the link.</param>
/// <param name="Figure">The QR code that leads there.</param>
/// <param name="IsMinor">Whether it is drawn small: not the number that the document is about.</param>
public sealed record ReferenceBlock(
    string Label, string Number, string Caption, Uri? Link = null, string? LinkText = null, FigureBlock? Figure = null, bool IsMinor = false) : ReceiptBlock
{
    /// <inheritdoc/>
    public override void Accept(IReceiptBlockVisitor visitor) => visitor.Visit(this);
}

/// <summary>A label and its value.</summary>
/// <param name="Label">The question.</param>
/// <param name="Value">The answer; line ends within it are kept.</param>
public sealed record LabelledValue(string Label, string Value);

/// <summary>Labels and values, one pair a row.</summary>
/// <param name="Pairs">The pairs.</param>
public sealed record PairsBlock(IReadOnlyList<LabelledValue> Pairs) : ReceiptBlock
{
    /// <inheritdoc/>
    public override void Accept(IReceiptBlockVisitor visitor) => visitor.Visit(this);
}

/// <summary>A table's column.</summary>
/// <param name="Title">Its header.</param>
/// <param name="IsAmount">Whether it holds numbers or amounts, aligned on the right.</param>
public sealed record TableColumn(string Title, bool IsAmount = false);

/// <summary>A table with one row of headers, whose first column names each row.</summary>
/// <param name="Caption">What it shows; null for none.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows: one text a column.</param>
public sealed record TableBlock(
    string? Caption, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : ReceiptBlock
{
    /// <inheritdoc/>
    public override void Accept(IReceiptBlockVisitor visitor) => visitor.Visit(this);
}

/// <summary>A QR code drawn from what it says.</summary>
/// <param name="Payload">What a telephone reads: an address.</param>
/// <param name="AlternativeText">What a person who does not see it is told.</param>
public sealed record FigureBlock(string Payload, string AlternativeText) : ReceiptBlock
{
    /// <inheritdoc/>
    public override void Accept(IReceiptBlockVisitor visitor) => visitor.Visit(this);
}

/// <summary>A sentence that must not be missed.</summary>
/// <param name="Title">Its subject.</param>
/// <param name="Text">What it says.</param>
public sealed record NoteBlock(string Title, string Text) : ReceiptBlock
{
    /// <inheritdoc/>
    public override void Accept(IReceiptBlockVisitor visitor) => visitor.Visit(this);
}

/// <summary>A list without order.</summary>
/// <param name="Items">Its items.</param>
public sealed record ListBlock(IReadOnlyList<string> Items) : ReceiptBlock
{
    /// <inheritdoc/>
    public override void Accept(IReceiptBlockVisitor visitor) => visitor.Visit(this);
}

/// <summary>A drawn signature under its question.</summary>
/// <param name="Label">The question.</param>
/// <param name="Strokes">The drawing, as <see cref="Answers.SignatureStrokes"/> writes it; anything else is shown as no drawing.</param>
/// <param name="AlternativeText">What a person who does not see it is told.</param>
public sealed record SignatureBlock(string Label, string Strokes, string AlternativeText) : ReceiptBlock
{
    /// <inheritdoc/>
    public override void Accept(IReceiptBlockVisitor visitor) => visitor.Visit(this);
}

/// <summary>A picture with its caption.</summary>
/// <param name="Sha256">The SHA-256 of its file: <see cref="ReceiptDocument.Images"/> holds it; without, only the caption is shown.</param>
/// <param name="Caption">What stands under it.</param>
/// <param name="AlternativeText">What a person who does not see it is told.</param>
public sealed record PictureBlock(string Sha256, string Caption, string AlternativeText) : ReceiptBlock
{
    /// <summary>Most pixels on a side: 200 dots an inch of the space that a picture has.</summary>
    public const int LongestSide = 830;

    /// <inheritdoc/>
    public override void Accept(IReceiptBlockVisitor visitor) => visitor.Visit(this);
}
