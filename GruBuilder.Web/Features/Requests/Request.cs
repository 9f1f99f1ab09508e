using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Catalogue;
using GruBuilder.Web.Features.Municipality;
using GruBuilder.Web.Features.Requests.Receipts;

namespace GruBuilder.Web.Features.Requests;

/// <summary>One citizen's submission, numbered, with its timeline.</summary>
public sealed class Request
{
    /// <summary>Identifier.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The number that people read aloud, in its canonical form; unique. See <see cref="RequestNumber"/>.</summary>
    public required string Number { get; init; }

    /// <summary>The draft that was sent; unique, so that sending twice gives one request.</summary>
    public required Guid DraftId { get; init; }

    /// <summary>The citizen.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The citizen; null unless loaded.</summary>
    public Account? Account { get; init; }

    /// <summary>What is asked for.</summary>
    public required Guid ProcedureId { get; init; }

    /// <summary>What is asked for; null unless loaded.</summary>
    public Procedure? Procedure { get; init; }

    /// <summary>The form as it was filled.</summary>
    public required Guid FormVersionId { get; init; }

    /// <summary>The form as it was filled; null unless loaded.</summary>
    public FormVersion? FormVersion { get; init; }

    /// <summary>The department in charge.</summary>
    public required Guid DepartmentId { get; set; }

    /// <summary>The department in charge; null unless loaded.</summary>
    public Department? Department { get; set; }

    /// <summary>The answers as sent, as JSON.</summary>
    public required string Answers { get; init; }

    /// <summary>What the account said when it was sent, of what the form's rules look at, as JSON; null for a request older than this record.</summary>
    public string? KnownOfAccount { get; init; }

    /// <summary>What agents answered to the questions kept for them, as JSON; what the citizen sent never changes.</summary>
    public string DepartmentAnswers { get; set; } = Draft.NoAnswers;

    /// <summary>Where it stands.</summary>
    public RequestState State { get; private set; } = RequestState.Received;

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>The day on which silence becomes a decision, or null where no decision is asked for.</summary>
    public DateOnly? SilenceOn { get; set; }

    /// <summary>The day on which missing items were asked for; null when none are awaited.</summary>
    public DateOnly? CompletionAskedOn { get; set; }

    /// <summary>The day by which the missing items are to arrive.</summary>
    public DateOnly? CompletionUntil { get; set; }

    /// <summary>When something last happened.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Changes with each step, so that two agents cannot act unseen by each other.</summary>
    public Guid Stamp { get; private set; } = Guid.CreateVersion7();

    /// <summary>Its steps; empty unless loaded.</summary>
    public List<TimelineEntry> Timeline { get; } = [];

    /// <summary>The files joined; empty unless loaded.</summary>
    public List<StoredFile> Files { get; } = [];

    /// <summary>The receipts issued; empty unless loaded.</summary>
    public List<IssuedReceipt> Receipts { get; } = [];

    /// <summary>Adds a step to the timeline.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="kind">What happens.</param>
    /// <param name="text">The message or note.</param>
    /// <param name="now">The moment.</param>
    /// <returns>The entry; saving the context keeps it.</returns>
    public TimelineEntry Note(Actor actor, TimelineKind kind, string text, DateTimeOffset now) => Add(actor, kind, text, now, null);

    /// <summary>Moves to another state and notes it.</summary>
    /// <param name="next">The state to reach; must be one of <see cref="RequestStates.Next"/>.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="text">A word of explanation, or empty.</param>
    /// <param name="now">The moment.</param>
    /// <exception cref="InvalidOperationException">The state cannot follow the present one.</exception>
    public TimelineEntry MoveTo(RequestState next, Actor actor, string text, DateTimeOffset now)
    {
        if (!State.Next().Contains(next))
        {
            throw new InvalidOperationException($"Request {Number} is {State} and cannot become {next}: reload it and choose one of {string.Join(", ", State.Next())}.");
        }

        State = next;
        return Add(actor, TimelineKind.StateChanged, text, now, next);
    }

    private TimelineEntry Add(Actor actor, TimelineKind kind, string text, DateTimeOffset now, RequestState? state)
    {
        // Two steps at the same moment keep their order.
        var at = now > UpdatedAt ? now : UpdatedAt.AddTicks(1);
        var entry = new TimelineEntry
        {
            RequestId = Id, At = at, ActorId = actor.Id, ActorName = actor.Name, ActorKind = actor.Kind, Kind = kind, Text = text, State = state,
        };
        Timeline.Add(entry);
        UpdatedAt = at;
        Stamp = Guid.CreateVersion7(now);
        return entry;
    }
}
