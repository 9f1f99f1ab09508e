namespace GruBuilder.Forms.Receipts;

/// <summary>How an answer is written by hand.</summary>
public enum BlankKind
{
    /// <summary>Dotted lines.</summary>
    Lines,

    /// <summary>One box a character.</summary>
    Boxes,

    /// <summary>A box to tick.</summary>
    Tick,
}

/// <summary>A place to write in.</summary>
/// <param name="Kind">How.</param>
/// <param name="Text">For lines, what stands above them; for boxes, the pattern, in which each <c>_</c> is a box; for a tick, what is ticked.</param>
/// <param name="Count">How many lines.</param>
public sealed record BlankSpace(BlankKind Kind, string Text, int Count = 1);

/// <summary>A question to be answered by hand.</summary>
/// <param name="Label">The question.</param>
/// <param name="Help">What helps to answer it; null for nothing.</param>
/// <param name="Spaces">Where to write, one under the other.</param>
public sealed record BlankBlock(string Label, string? Help, IReadOnlyList<BlankSpace> Spaces) : ReceiptBlock
{
    /// <inheritdoc/>
    public override void Accept(IReceiptBlockVisitor visitor) => visitor.Visit(this);
}

/// <summary>The beginning of a part: a page of its own, with a bookmark.</summary>
/// <param name="Title">What the bookmark says.</param>
public sealed record PartBlock(string Title) : ReceiptBlock
{
    /// <inheritdoc/>
    public override void Accept(IReceiptBlockVisitor visitor) => visitor.Visit(this);
}
