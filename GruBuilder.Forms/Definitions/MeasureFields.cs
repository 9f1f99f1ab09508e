namespace GruBuilder.Forms.Definitions;

/// <summary>An amount in euros, to the cent.</summary>
public sealed record AmountField : InputField
{
    /// <summary>Lowest allowed, or null.</summary>
    public decimal? Min { get; init; }

    /// <summary>Highest allowed, or null.</summary>
    public decimal? Max { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>A mark on a scale from 1 upwards.</summary>
public sealed record RatingField : InputField
{
    /// <summary>Longest scale: beyond, nobody tells marks apart.</summary>
    public const int Longest = 10;

    /// <summary>The highest mark.</summary>
    public int Max { get; init; } = 5;

    /// <summary>What 1 means, or null.</summary>
    public string? LowLabel { get; init; }

    /// <summary>What the highest mark means, or null.</summary>
    public string? HighLabel { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}
