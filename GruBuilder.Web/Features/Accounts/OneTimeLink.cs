namespace GruBuilder.Web.Features.Accounts;

/// <summary>A link that works once and for a short time; only the hash of its token is kept.</summary>
public sealed class OneTimeLink
{
    /// <summary>Identifier.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What it opens, such as <c>first-administrator</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary>SHA-256 of the token, lower-case hexadecimal.</summary>
    public required string TokenHash { get; init; }

    /// <summary>When it stops working.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used, or null.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}
