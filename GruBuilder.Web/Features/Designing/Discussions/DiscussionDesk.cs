using System.Security.Claims;
using GruBuilder.Forms.Designer;
using GruBuilder.Web.Data;
using GruBuilder.Web.Data.Outbox;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Municipality;
using GruBuilder.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Designing.Discussions;

/// <summary>What came of something said.</summary>
/// <param name="Thread">The thread as it is now; null when nothing was done.</param>
/// <param name="Reason">Why nothing was done, in French; null when it was.</param>
public sealed record ThreadResult(DesignThread? Thread, string? Reason = null)
{
    internal static ThreadResult Gone { get; } = new(null, "Cet échange n’est plus là, ou ne vous est plus ouvert.");
}

/// <summary>
/// What people say about a procedure's form. Each operation checks the person's right on the procedure, and tells whom it concerns
/// in the same transaction.
/// </summary>
/// <param name="contexts">The database.</param>
/// <param name="town">The town, which signs mails.</param>
/// <param name="clock">The time.</param>
/// <param name="site">Where mails lead.</param>
public sealed class DiscussionDesk(IDbContextFactory<GruContext> contexts, MunicipalityProfile town, TownClock clock, SiteAddress site)
{
    /// <summary>Whether the person may settle a thread: who draws the form, and who began it.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="person">Who.</param>
    /// <param name="canDraw">Whether they may draw the form.</param>
    public static bool MaySettle(DesignThread thread, ClaimsPrincipal person, bool canDraw) =>
        canDraw || person.Id() is { } id && (thread.Proposal?.AuthorId ?? thread.Messages.FirstOrDefault()?.AuthorId) == id;

    /// <summary>The longest message.</summary>
    public const int LongestMessage = 2000;

    /// <summary>Most messages of one thread, and most threads about one form: everybody who draws it holds them all.</summary>
    public const int Most = 500;

    /// <summary>The address that opens a form on a thread.</summary>
    public static string AddressOf(Guid procedureId, Guid threadId) => $"/agent/demarches/{procedureId}/dessiner?echange={threadId}";

    /// <summary>Everything said about a procedure's form, oldest first; null when it is out of this person's reach.</summary>
    public async Task<IReadOnlyList<DesignThread>?> ListAsync(Guid id, ClaimsPrincipal person, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!await MayAsync(db, id, person, cancel)) return null;
        return await db.Threads.AsNoTracking().Include(t => t.Messages.OrderBy(m => m.At).ThenBy(m => m.Id)).Where(t => t.ProcedureId == id).OrderBy(t => t.OpenedAt).ToListAsync(cancel);
    }

    /// <summary>Who may be named when a procedure's form is spoken of, by name; nobody when it is out of this person's reach.</summary>
    public async Task<IReadOnlyList<Colleague>> ColleaguesAsync(Guid id, ClaimsPrincipal person, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await MayAsync(db, id, person, cancel) ? await ColleaguesAsync(db, id, cancel) : [];
    }

    /// <summary>Begins a thread about a part of the form.</summary>
    /// <param name="id">The procedure.</param>
    /// <param name="person">Who speaks.</param>
    /// <param name="part">The part.</param>
    /// <param name="text">The first message; may be empty where a wording is proposed.</param>
    /// <param name="proposal">Another wording, or null.</param>
    /// <param name="threadId">The id that the thread gets; null for a new one.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<ThreadResult> OpenAsync(Guid id, ClaimsPrincipal person, FollowedPart part, string text, WordingProposal? proposal = null, Guid? threadId = null, CancellationToken cancel = default)
    {
        text = Cleaned(text);
        if (Refusal(text, mayBeEmpty: proposal is not null) is { } refusal) return refusal;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (person.Id() is null || !await MayAsync(db, id, person, cancel)) return ThreadResult.Gone;
        if (await db.Threads.CountAsync(t => t.ProcedureId == id, cancel) >= Most) return new(null, $"Il y a déjà {Most} échanges sur ce formulaire : répondez dans l’un d’eux.");
        var thread = new DesignThread
        {
            Id = threadId ?? Guid.CreateVersion7(), ProcedureId = id, PartKind = part.Part.Kind, PartKey = part.Part.Key, PartName = part.Name, PartIsGone = part.IsGone, OpenedAt = clock.UtcNow, Proposal = proposal,
        };
        db.Threads.Add(thread);
        if (text.Length > 0) await SpeakAsync(db, thread, person, text, cancel);
        await db.SaveChangesAsync(cancel);
        return new(thread);
    }

    /// <summary>Speaks in a thread; one that was settled is open again.</summary>
    public Task<ThreadResult> AnswerAsync(Guid threadId, ClaimsPrincipal person, string text, CancellationToken cancel = default) => ChangeAsync(threadId, person, async (db, thread) =>
    {
        text = Cleaned(text);
        if (Refusal(text) is { } refusal) return refusal.Reason;
        if (thread.Messages.Count >= Most) return $"Cet échange a déjà {Most} messages : ouvrez-en un autre.";
        // A wording that was decided on stays so: an answer is no change of mind.
        if (thread.Proposal is null or { Decision: WordingDecision.Waiting }) thread.Reopen();
        await SpeakAsync(db, thread, person, text, cancel);
        return null;
    }, cancel);

    /// <summary>Changes one's own last message, as long as nobody has spoken since.</summary>
    public Task<ThreadResult> EditAsync(Guid threadId, Guid messageId, ClaimsPrincipal person, string text, CancellationToken cancel = default) => ChangeAsync(threadId, person, async (db, thread) =>
    {
        text = Cleaned(text);
        if (Refusal(text) is { } refusal) return refusal.Reason;
        if (thread.Messages.Find(m => m.Id == messageId) is not { } message || !thread.IsLastOf(message, person)) return NotYours;
        if (message.Text == text) return null;
        (message.Text, message.EditedAt) = (text, clock.UtcNow);
        await MentionAsync(db, thread, message, person, cancel);
        return null;
    }, cancel);

    /// <summary>Takes one's own last message away, as long as nobody has spoken since; its place stays. A thread in which nothing is left is settled.</summary>
    public Task<ThreadResult> DeleteAsync(Guid threadId, Guid messageId, ClaimsPrincipal person, CancellationToken cancel = default) => ChangeAsync(threadId, person, (db, thread) =>
    {
        if (thread.Messages.Find(m => m.Id == messageId) is not { } message || !thread.IsLastOf(message, person)) return Task.FromResult<string?>(NotYours);
        (message.Text, message.DeletedAt) = ("", clock.UtcNow);
        if (thread.Proposal is null && thread.Messages.TrueForAll(m => m.DeletedAt is not null)) thread.Settle(person, clock.UtcNow);
        return Task.FromResult<string?>(null);
    }, cancel);

    /// <summary>Settles a thread, or opens it again.</summary>
    public Task<ThreadResult> SettleAsync(Guid threadId, ClaimsPrincipal person, bool isSettled, CancellationToken cancel = default) => ChangeAsync(threadId, person, async (db, thread) =>
    {
        if (!MaySettle(thread, person, await ProcedureAccess.Drawable(db, person).AnyAsync(p => p.Id == thread.ProcedureId, cancel))) return "Cet échange est réglé par qui l’a ouvert, ou par qui dessine.";
        if (!isSettled) thread.Reopen();
        else if (thread.Proposal is { Decision: WordingDecision.Waiting }) return "Acceptez ou refusez d’abord le texte proposé.";
        else if (thread.IsOpen) thread.Settle(person, clock.UtcNow);
        return null;
    }, cancel);

    /// <summary>Decides on a proposed wording: who draws the form accepts or refuses, who proposed it takes it back.</summary>
    /// <param name="threadId">The thread.</param>
    /// <param name="person">Who decides.</param>
    /// <param name="decision">What is decided.</param>
    /// <param name="word">Why; needed to refuse.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<ThreadResult> DecideAsync(Guid threadId, ClaimsPrincipal person, WordingDecision decision, string word = "", CancellationToken cancel = default) => ChangeAsync(threadId, person, async (db, thread) =>
    {
        word = Cleaned(word);
        if (thread.Proposal is not { Decision: WordingDecision.Waiting } proposal) return "Ce texte a déjà reçu une réponse.";
        if (decision == WordingDecision.Withdrawn ? proposal.AuthorId != person.Id() : !await ProcedureAccess.Drawable(db, person).AnyAsync(p => p.Id == thread.ProcedureId, cancel)) return "Cette décision revient à quelqu’un d’autre.";
        if (decision == WordingDecision.Refused && Refusal(word) is { } refusal) return word.Length == 0 ? "Dites en un mot pourquoi." : refusal.Reason;
        proposal.Decision = decision;
        if (word.Length > 0) await SpeakAsync(db, thread, person, word, cancel);
        if (decision != WordingDecision.Withdrawn && proposal.AuthorId != person.Id()) await TellAsync(db, thread, null, [proposal.AuthorId], NoticeKind.Decided, person, cancel);
        thread.Settle(person, clock.UtcNow);
        return null;
    }, cancel);

    private const string NotYours = "Seul votre dernier message peut changer, tant que personne n’a répondu.";

    // What a person may not open does not exist for them.
    private async Task<ThreadResult> ChangeAsync(Guid threadId, ClaimsPrincipal person, Func<GruContext, DesignThread, Task<string?>> change, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var thread = await db.Threads.Include(t => t.Messages.OrderBy(m => m.At).ThenBy(m => m.Id)).FirstOrDefaultAsync(t => t.Id == threadId, cancel);
        if (thread is null || person.Id() is null || !await MayAsync(db, thread.ProcedureId, person, cancel)) return ThreadResult.Gone;
        if (await change(db, thread) is { } reason) return new(null, reason);
        await db.SaveChangesAsync(cancel);
        return new(thread);
    }

    private static Task<bool> MayAsync(GruContext db, Guid id, ClaimsPrincipal person, CancellationToken cancel) => ProcedureAccess.Discussable(db, person).AnyAsync(p => p.Id == id, cancel);

    private static string Cleaned(string text) => text.ReplaceLineEndings("\n").Trim();

    private static ThreadResult? Refusal(string text, bool mayBeEmpty = false) =>
        text.Length == 0 && !mayBeEmpty ? new(null, "Écrivez d’abord votre message.")
        : text.Length > LongestMessage ? new(null, $"Restez sous {LongestMessage} caractères : votre message en a {text.Length}.") : null;

    private static async Task<IReadOnlyList<Colleague>> ColleaguesAsync(GruContext db, Guid id, CancellationToken cancel) =>
        [.. (await ProcedureAccess.People(db, id).AsNoTracking().OrderBy(a => a.FamilyName).ThenBy(a => a.GivenName).ToListAsync(cancel)).Select(a => new Colleague(a.Id, a.FullName))];

    private async Task SpeakAsync(GruContext db, DesignThread thread, ClaimsPrincipal person, string text, CancellationToken cancel)
    {
        var message = new ThreadMessage { ThreadId = thread.Id, At = clock.UtcNow, AuthorId = person.Id()!.Value, AuthorName = person.FullName(), Text = text };
        var others = thread.Messages.Select(m => m.AuthorId).ToHashSet();
        if (thread.Proposal is not null) others.Add(thread.Proposal.AuthorId);
        thread.Messages.Add(message);
        db.ThreadMessages.Add(message);
        others.ExceptWith(await MentionAsync(db, thread, message, person, cancel));
        others.Remove(message.AuthorId);
        await TellAsync(db, thread, message, others, NoticeKind.Answered, person, cancel);
    }

    // Who is named is told here, and by one mail; a message changed later names only those whom it did not name before.
    private async Task<IReadOnlyList<Guid>> MentionAsync(GruContext db, DesignThread thread, ThreadMessage message, ClaimsPrincipal person, CancellationToken cancel)
    {
        if (!message.Text.Contains('@', StringComparison.Ordinal)) return [];
        var told = await db.ThreadNotices.Where(n => n.MessageId == message.Id && n.Kind == NoticeKind.Mentioned).Select(n => n.AccountId).ToListAsync(cancel);
        var named = Mentions.In(message.Text, await ColleaguesAsync(db, thread.ProcedureId, cancel)).Select(c => c.Id).Where(c => c != message.AuthorId && !told.Contains(c)).ToList();
        if (named.Count == 0) return [];
        await TellAsync(db, thread, message, named, NoticeKind.Mentioned, person, cancel);
        var title = await db.Procedures.Where(p => p.Id == thread.ProcedureId).Select(p => p.Title).FirstAsync(cancel);
        foreach (var account in await db.Users.Where(u => named.Contains(u.Id) && u.Email != null).ToListAsync(cancel))
        {
            db.Outbox.Add(Letters.Write(
                town, clock, account, $"{person.FullName()} vous cite dans « {title.ReplaceLineEndings(" ")} »",
                $"Lisez le message et répondez sur {site.Of(AddressOf(thread.ProcedureId, thread.Id))}\n\nSur {thread.PartName} :\n{message.Text}"));
        }

        return named;
    }

    // Of several answers in one thread that a person has not seen, they are told once.
    private async Task TellAsync(GruContext db, DesignThread thread, ThreadMessage? message, IReadOnlyCollection<Guid> whom, NoticeKind kind, ClaimsPrincipal person, CancellationToken cancel)
    {
        if (whom.Count == 0) return;
        var waiting = kind != NoticeKind.Answered ? [] : await db.ThreadNotices.Where(n => n.ThreadId == thread.Id && n.Kind == kind && n.ReadAt == null).Select(n => n.AccountId).ToListAsync(cancel);
        db.ThreadNotices.AddRange(whom.Except(waiting).Select(account => new ThreadNotice
        {
            AccountId = account, ThreadId = thread.Id, MessageId = message?.Id, Kind = kind, ActorName = person.FullName(), At = clock.UtcNow,
        }));
    }
}
