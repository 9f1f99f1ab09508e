namespace GruBuilder.Forms.Receipts;

/// <summary>Something that happens to a request and that the law wants told. The set is closed: <see cref="LetterComposer"/> words each.</summary>
/// <param name="At">When; its offset is the town's.</param>
public abstract record LegalEvent(DateTimeOffset At);

/// <summary>The request lacks something (CRPA L114-5).</summary>
/// <param name="At">When the citizen was told.</param>
/// <param name="Missing">What is missing, one item each.</param>
/// <param name="Until">The day by which it is to arrive.</param>
public sealed record CompletionAsked(DateTimeOffset At, IReadOnlyList<string> Missing, DateOnly Until) : LegalEvent(At);

/// <summary>What was missing has arrived.</summary>
/// <param name="At">When.</param>
/// <param name="AskedOn">The day on which it was asked for.</param>
/// <param name="SilenceOn">The day on which silence now becomes a decision; null where none is asked for.</param>
public sealed record CompletionReceived(DateTimeOffset At, DateOnly AskedOn, DateOnly? SilenceOn) : LegalEvent(At);

/// <summary>The request is granted.</summary>
/// <param name="At">When.</param>
/// <param name="Text">What the department adds; may be empty.</param>
/// <param name="By">Who decided.</param>
public sealed record DecisionGranted(DateTimeOffset At, string Text, SignatoryFacts By) : LegalEvent(At);

/// <summary>The request is refused.</summary>
/// <param name="At">When.</param>
/// <param name="Reasons">Why.</param>
/// <param name="By">Who decided.</param>
public sealed record DecisionRefused(DateTimeOffset At, string Reasons, SignatoryFacts By) : LegalEvent(At);

/// <summary>Silence has granted the request, and the citizen asks for the proof (CRPA L232-3).</summary>
/// <param name="At">When it is attested.</param>
/// <param name="AcceptedOn">The day on which silence became acceptance.</param>
public sealed record ImplicitAcceptance(DateTimeOffset At, DateOnly AcceptedOn) : LegalEvent(At);

/// <summary>The request belongs to another administration and was passed on (CRPA L114-2).</summary>
/// <param name="At">When.</param>
/// <param name="To">The other administration.</param>
/// <param name="Text">What the department adds; may be empty.</param>
public sealed record Transferred(DateTimeOffset At, DepartmentFacts To, string Text) : LegalEvent(At);
