namespace GruBuilder.Web.Data.Outbox;

/// <summary>A mail to be sent: written in the transaction of what it tells, sent by a background worker.</summary>
public sealed class OutboxMail
{
    /// <summary>Identifier.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Address of the person.</summary>
    public required string To { get; init; }

    /// <summary>Name of the person.</summary>
    public required string ToName { get; init; }

    /// <summary>Where answers go, or null for the sender.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Subject.</summary>
    public required string Subject { get; init; }

    /// <summary>Plain text, lines separated by line feeds.</summary>
    public required string Body { get; init; }

    /// <summary>The receipt whose document goes with it, or null; it is read when the mail leaves, and no second copy of it is kept.</summary>
    public Guid? ReceiptId { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When to try next.</summary>
    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>How many times sending failed.</summary>
    public int Failures { get; set; }

    /// <summary>When it was sent, or null.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Why sending last failed, or null.</summary>
    public string? LastError { get; set; }
}
