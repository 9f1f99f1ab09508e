namespace GruBuilder.Forms.Definitions;

/// <summary>A value that the citizen neither sees nor gives: where a request comes from, which campaign. Its default counts while nothing else gives one.</summary>
public sealed record HiddenValueField : InputField
{
    /// <summary>Longest value that is taken.</summary>
    public const int LongestValue = 200;

    /// <summary>The parameter of the page's address that gives the value, or null.</summary>
    public string? QueryParameter { get; init; }

    /// <summary>Agents read it, and it stands on the receipt.</summary>
    public bool ShowOnReceipt { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}
