using System.Security.Claims;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Web.Features.Accounts;

namespace GruBuilder.Web.Features.Designing.Discussions;

/// <summary>
/// What people say about one part of a form, or about the whole form, from the first message until it is settled. Kept beside the
/// form and never in it: what is published stays free of it.
/// </summary>
public sealed class DesignThread
{
    /// <summary>Identifier.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The procedure whose form it is about.</summary>
    public required Guid ProcedureId { get; init; }

    /// <summary>What kind of part it is about.</summary>
    public required SelectionKind PartKind { get; init; }

    /// <summary>The part's key, which follows renamings; empty for the form.</summary>
    public required string PartKey { get; set; }

    /// <summary>What the part is called, in French, or was last called.</summary>
    public required string PartName { get; set; }

    /// <summary>The keys that the part had before, the last first, parted by spaces.</summary>
    public string PartFormerKeys { get; set; } = "";

    /// <summary>The part is no longer in the form.</summary>
    public bool PartIsGone { get; set; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it was settled, or null while it is open.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Who settled it; empty while it is open.</summary>
    public string SettledByName { get; private set; } = "";

    /// <summary>Another wording that it is about, or null.</summary>
    public WordingProposal? Proposal { get; init; }

    /// <summary>What was said, oldest first.</summary>
    public List<ThreadMessage> Messages { get; } = [];

    /// <summary>Nobody has settled it.</summary>
    public bool IsOpen => SettledAt is null;

    /// <summary>The part that it is about, as it was last written down.</summary>
    public FollowedPart Part => new(new Selection(PartKind, PartKey), PartName, PartIsGone) { FormerKeys = PartFormerKeys };

    /// <summary>Whether this message is the person's to change: their own, and nobody has spoken since.</summary>
    public bool IsLastOf(ThreadMessage message, ClaimsPrincipal person) =>
        message.DeletedAt is null && message.AuthorId == person.Id() && Messages.Count > 0 && Messages[^1].Id == message.Id;

    /// <summary>Whether the person has spoken here.</summary>
    public bool IsSpokenInBy(ClaimsPrincipal person) => person.Id() is { } id && Messages.Any(m => m.AuthorId == id);

    /// <summary>Closes it.</summary>
    public void Settle(ClaimsPrincipal person, DateTimeOffset now) => (SettledAt, SettledByName) = (now, person.FullName());

    /// <summary>Opens it again; a wording that was decided on waits again.</summary>
    public void Reopen()
    {
        (SettledAt, SettledByName) = (null, "");
        if (Proposal is not null) Proposal.Decision = WordingDecision.Waiting;
    }

    /// <summary>Writes down what became of its part.</summary>
    public void Follow(FollowedPart part) => (PartKey, PartName, PartIsGone, PartFormerKeys) = (part.Part.Key, part.Name, part.IsGone, part.FormerKeys);
}

/// <summary>One message of a <see cref="DesignThread"/>. Taken away, it leaves its place, so that what was answered to it can be understood.</summary>
public sealed class ThreadMessage
{
    /// <summary>Identifier.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The thread.</summary>
    public required Guid ThreadId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>Name of who wrote it, as it was then.</summary>
    public required string AuthorName { get; init; }

    /// <summary>Plain text, lines separated by line feeds; empty once taken away.</summary>
    public required string Text { get; set; }

    /// <summary>When it was last changed, or null.</summary>
    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>When it was taken away, or null.</summary>
    public DateTimeOffset? DeletedAt { get; set; }
}

/// <summary>What came of a proposed wording.</summary>
public enum WordingDecision
{
    /// <summary>Nobody has decided.</summary>
    Waiting,

    /// <summary>Taken over into the form.</summary>
    Accepted,

    /// <summary>Refused, with a word.</summary>
    Refused,

    /// <summary>Taken back by who proposed it.</summary>
    Withdrawn,
}

/// <summary>Another wording for one text of the form.</summary>
public sealed class WordingProposal
{
    /// <summary>What the text belongs to.</summary>
    public required TextOwner Owner { get; init; }

    /// <summary>The key of the way out that it belongs to; otherwise the thread's part tells.</summary>
    public required string OwnerKey { get; init; }

    /// <summary>Which of its texts.</summary>
    public required string Name { get; init; }

    /// <summary>What the text is, in French: <c>Question</c>, <c>Aide · « Nom »</c>.</summary>
    public required string Title { get; init; }

    /// <summary>What it said when the other wording was proposed.</summary>
    public required string Before { get; init; }

    /// <summary>What it is to say.</summary>
    public required string Proposed { get; init; }

    /// <summary>Who proposes it.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>Name of who proposes it.</summary>
    public required string AuthorName { get; init; }

    /// <summary>What came of it.</summary>
    public WordingDecision Decision { get; set; }

    /// <summary>Where the text stands now.</summary>
    /// <param name="part">The thread's part, as it is called now.</param>
    public TextPlace PlaceIn(FollowedPart part) => Owner == TextOwner.End ? new(Owner, OwnerKey, Name) : new(Owner, part.Part.Key, Name);
}
