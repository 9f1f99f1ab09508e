namespace GruBuilder.Forms.Definitions;

/// <summary>One box to tick under a text. Its <see cref="Field.Label"/> stands beside the box; not ticked is absent.</summary>
public sealed record ConsentField : InputField
{
    /// <summary>What is agreed to, in a small Markdown.</summary>
    public string Text { get; init; } = "";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}
