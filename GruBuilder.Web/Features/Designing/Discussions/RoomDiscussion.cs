using System.Collections.Immutable;
using System.Security.Claims;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Web.Features.Accounts;

namespace GruBuilder.Web.Features.Designing.Discussions;

/// <summary>What became of the part that a thread is about, to be written down with the form.</summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="Part">Its part as it is now.</param>
public sealed record PartMove(Guid ThreadId, FollowedPart Part);

/// <summary>
/// What is said about the form of a <see cref="DesignRoom"/>, for everybody in it: one list, that each new message reaches at once.
/// The parts spoken of are followed through every change of the form. Safe to use from several circuits.
/// </summary>
public sealed class RoomDiscussion
{
    private readonly Lock _gate = new();
    private readonly Guid _procedureId;
    private readonly DiscussionDesk _desk;
    private readonly DesignDocument _document;
    private readonly FollowedParts _parts = new();
    private readonly Dictionary<Guid, FollowedPart> _written = [];
    private Task _last = Task.CompletedTask;

    internal RoomDiscussion(Guid procedureId, IEnumerable<DesignThread> threads, DiscussionDesk desk, DesignDocument document)
    {
        (_procedureId, _desk, _document) = (procedureId, desk, document);
        Threads = [.. threads];
        foreach (var thread in Threads)
        {
            _parts.Add(thread.Id, thread.Part, document.State);
            _written[thread.Id] = thread.Part;
        }

        _document.OpenTalks = Counted();
        _document.Changed += OnEdited;
    }

    /// <summary>Every thread, oldest first. They are never changed: another object stands for one that goes on.</summary>
    public ImmutableArray<DesignThread> Threads { get; private set; }

    /// <summary>How many are open.</summary>
    public int OpenCount => Threads.Count(t => t.IsOpen);

    /// <summary>The part that a thread is about, as it is called now.</summary>
    public FollowedPart PartOf(DesignThread thread)
    {
        lock (_gate) return _parts.Find(thread.Id) ?? thread.Part;
    }

    /// <summary>Who may be named.</summary>
    public Task<IReadOnlyList<Colleague>> ColleaguesAsync(ClaimsPrincipal person) => _desk.ColleaguesAsync(_procedureId, person);

    /// <summary>Begins a thread.</summary>
    /// <returns>Why it was not done, in French; null when it was.</returns>
    public Task<string?> OpenAsync(ClaimsPrincipal person, FollowedPart part, string text) => OpenAsync(person, part, text, null);

    /// <summary>Proposes another wording for a text of the form as it is now.</summary>
    /// <returns>Why it was not done, in French; null when it was.</returns>
    public async Task<string?> ProposeAsync(ClaimsPrincipal person, Selection part, TextPlace place, string proposed, string text)
    {
        var form = _document.State.Form;
        if (FollowedPart.Of(form, part) is not { } known || FormTexts.Of(form, part).FirstOrDefault(t => t.Place == place) is not { } now) return "Ce texte n’est plus dans le formulaire.";
        proposed = proposed.Trim();
        if (proposed.Length == 0) return "Écrivez d’abord le texte que vous proposez.";
        if (proposed.Length > DesignSession.LongestText) return $"Restez sous {DesignSession.LongestText} caractères.";
        if (string.Equals(proposed, now.Versions.French, StringComparison.Ordinal)) return "C’est déjà le texte du formulaire : changez-le pour le proposer.";
        if (person.Id() is not { } author) return ThreadResult.Gone.Reason;
        var proposal = new WordingProposal
        {
            Owner = place.Owner, OwnerKey = place.Owner == TextOwner.End ? place.Key : "", Name = place.Name, Title = now.Title, Before = now.Versions.French, Proposed = proposed, AuthorId = author, AuthorName = person.FullName(),
        };
        return await OpenAsync(person, known, text, proposal);
    }

    /// <summary>Speaks in a thread.</summary>
    /// <returns>Why it was not done, in French; null when it was.</returns>
    public Task<string?> AnswerAsync(ClaimsPrincipal person, Guid threadId, string text) => InTurnAsync(() => _desk.AnswerAsync(threadId, person, text));

    /// <summary>Changes one's own last message.</summary>
    /// <returns>Why it was not done, in French; null when it was.</returns>
    public Task<string?> EditAsync(ClaimsPrincipal person, Guid threadId, Guid messageId, string text) => InTurnAsync(() => _desk.EditAsync(threadId, messageId, person, text));

    /// <summary>Takes one's own last message away.</summary>
    /// <returns>Why it was not done, in French; null when it was.</returns>
    public Task<string?> DeleteAsync(ClaimsPrincipal person, Guid threadId, Guid messageId) => InTurnAsync(() => _desk.DeleteAsync(threadId, messageId, person));

    /// <summary>Settles a thread, or opens it again.</summary>
    /// <returns>Why it was not done, in French; null when it was.</returns>
    public Task<string?> SettleAsync(ClaimsPrincipal person, Guid threadId, bool isSettled) => InTurnAsync(() => _desk.SettleAsync(threadId, person, isSettled));

    /// <summary>Refuses a proposed wording, or takes one's own back.</summary>
    /// <returns>Why it was not done, in French; null when it was.</returns>
    public Task<string?> DeclineAsync(ClaimsPrincipal person, Guid threadId, WordingDecision decision, string word) => InTurnAsync(() => _desk.DecideAsync(threadId, person, decision, word));

    /// <summary>Takes a proposed wording over into the form, as one step of the person's own.</summary>
    /// <param name="session">The person's hand.</param>
    /// <param name="person">Who accepts.</param>
    /// <param name="thread">The thread.</param>
    /// <param name="seen">What the text said when the person decided.</param>
    /// <returns>Why it was not done, in French; null when it was.</returns>
    public async Task<string?> AcceptAsync(DesignSession session, ClaimsPrincipal person, DesignThread thread, string seen)
    {
        if (thread.Proposal is not { } proposal) return ThreadResult.Gone.Reason;
        if (TextOf(thread) is not { } now) return "Ce texte n’est plus dans le formulaire.";
        if (!string.Equals(now, seen, StringComparison.Ordinal)) return "Le texte vient de changer : relisez-le avant d’accepter.";
        if (await InTurnAsync(() => _desk.DecideAsync(thread.Id, person, WordingDecision.Accepted)) is { } reason) return reason;
        if (session.Apply(new AcceptWording(proposal.PlaceIn(PartOf(thread)), proposal.Proposed, proposal.AuthorName, person.FullName()))) return null;

        // It could not be done after all, the question being a block's for instance: the proposal waits again.
        var refusal = session.Refusal;
        await SettleAsync(person, thread.Id, false);
        return refusal;
    }

    /// <summary>What the text that a proposal is about says now; null when it is no longer there.</summary>
    public string? TextOf(DesignThread thread)
    {
        var part = PartOf(thread);
        if (thread.Proposal is not { } proposal || part.IsGone) return null;
        var place = proposal.PlaceIn(part);
        return FormTexts.Of(_document.State.Form, part.Part).FirstOrDefault(t => t.Place == place)?.Versions.French;
    }

    /// <summary>What became of parts since it was last written down.</summary>
    internal IReadOnlyList<PartMove> Moves()
    {
        lock (_gate) return [.. _written.Select(w => (w.Key, w.Value, Now: _parts.Find(w.Key)!)).Where(w => w.Now != w.Value).Select(w => new PartMove(w.Key, w.Now))];
    }

    /// <summary>Notes that it is written down.</summary>
    internal void MarkWritten(IEnumerable<PartMove> moves)
    {
        lock (_gate)
        {
            foreach (var move in moves) _written[move.ThreadId] = move.Part;
        }
    }

    internal void Close() => _document.Changed -= OnEdited;

    // Followed before it is written down: somebody may rename the part meanwhile.
    private async Task<string?> OpenAsync(ClaimsPrincipal person, FollowedPart part, string text, WordingProposal? proposal)
    {
        var id = Guid.CreateVersion7();
        lock (_gate) _parts.Add(id, part, _document.State);
        var reason = await InTurnAsync(() => _desk.OpenAsync(_procedureId, person, part, text, proposal, id));
        if (reason is not null) lock (_gate) _parts.Remove(id);
        return reason;
    }

    // One after the other, or of two who speak at once each would miss what the other said.
    private Task<string?> InTurnAsync(Func<Task<ThreadResult>> speak)
    {
        lock (_gate)
        {
            var turn = AfterAsync(_last, speak);
            _last = turn;
            return turn;
        }
    }

    private async Task<string?> AfterAsync(Task before, Func<Task<ThreadResult>> speak)
    {
        await Task.Yield();
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return Take(await speak());
    }

    private string? Take(ThreadResult result)
    {
        if (result.Thread is not { } thread) return result.Reason;
        lock (_gate)
        {
            var at = Threads.ToList().FindIndex(t => t.Id == thread.Id);
            if (at < 0)
            {
                Threads = Threads.Add(thread);
                _written[thread.Id] = thread.Part;
            }
            else
            {
                Threads = Threads.SetItem(at, thread);
            }
        }

        Tell();
        return null;
    }

    private void OnEdited(DesignChange change)
    {
        bool touched;
        lock (_gate) touched = _parts.Follow(change);
        if (touched) Tell();
    }

    private void Tell()
    {
        ImmutableDictionary<Selection, int> counted;
        lock (_gate) counted = Counted();
        _document.OpenTalks = counted;
    }

    // What is about something that is gone counts with the form: it still waits for somebody.
    private ImmutableDictionary<Selection, int> Counted() => Threads.Where(t => t.IsOpen)
        .GroupBy(t => _parts.Find(t.Id) is { IsGone: false } part ? part.Part : Selection.Form)
        .ToImmutableDictionary(g => g.Key, g => g.Count());
}
