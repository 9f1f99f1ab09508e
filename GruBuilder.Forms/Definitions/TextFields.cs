namespace GruBuilder.Forms.Definitions;

/// <summary>A single line of text.</summary>
public sealed record ShortTextField : InputField
{
    /// <summary>Fewest characters, or null.</summary>
    public int? MinLength { get; init; }

    /// <summary>Most characters, or null.</summary>
    public int? MaxLength { get; init; }

    /// <summary>A regular expression that the whole answer must match, or null. Time-limited when run.</summary>
    public string? Pattern { get; init; }

    /// <summary>What to say when the pattern does not match.</summary>
    public string? PatternMessage { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>Several lines of text.</summary>
public sealed record LongTextField : InputField
{
    /// <summary>Fewest characters, or null.</summary>
    public int? MinLength { get; init; }

    /// <summary>Most characters, or null.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Lines shown at first.</summary>
    public int Rows { get; init; } = 5;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}
