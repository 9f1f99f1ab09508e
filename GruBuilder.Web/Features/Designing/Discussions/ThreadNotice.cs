namespace GruBuilder.Web.Features.Designing.Discussions;

/// <summary>Why somebody is told of a thread.</summary>
public enum NoticeKind
{
    /// <summary>A message names them.</summary>
    Mentioned,

    /// <summary>Somebody spoke in a thread in which they have spoken.</summary>
    Answered,

    /// <summary>Their proposed wording was accepted or refused.</summary>
    Decided,
}

/// <summary>That a person is told of something said about a form.</summary>
public sealed class ThreadNotice
{
    /// <summary>Identifier.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Who is told.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The thread.</summary>
    public required Guid ThreadId { get; init; }

    /// <summary>The thread, when it was loaded.</summary>
    public DesignThread? Thread { get; init; }

    /// <summary>The message, or null when none was written.</summary>
    public Guid? MessageId { get; init; }

    /// <summary>The message, when it was loaded.</summary>
    public ThreadMessage? Message { get; init; }

    /// <summary>Why.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>Name of who spoke or decided.</summary>
    public required string ActorName { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the person saw it, or null.</summary>
    public DateTimeOffset? ReadAt { get; set; }
}
