using System.Collections.Immutable;
using System.Security.Claims;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Receipts;
using GruBuilder.Forms.Receipts.Law;
using GruBuilder.Forms.Validation;
using GruBuilder.Web.Data;
using GruBuilder.Web.Data.Outbox;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Filling;
using GruBuilder.Web.Features.Municipality;
using GruBuilder.Web.Features.Requests.Receipts;
using GruBuilder.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Requests;

/// <summary>What came of sending a draft.</summary>
/// <param name="Number">The request's number, or null when answers are to be mended.</param>
/// <param name="Errors">What is to be mended.</param>
/// <param name="IsClosed">The procedure was withdrawn: nothing is sent, and the draft stays.</param>
public sealed record Submission(string? Number, ImmutableArray<AnswerError> Errors, bool IsClosed = false);

/// <summary>What happens to requests. Each operation checks the right to do it, and saves the change, its step in the timeline and its mail together.</summary>
/// <param name="contexts">The database.</param>
/// <param name="forms">Published forms.</param>
/// <param name="vault">The bytes of files.</param>
/// <param name="town">The town, which signs mails.</param>
/// <param name="clock">The time.</param>
/// <param name="site">For links in mails.</param>
/// <param name="feed">Tells open pages.</param>
/// <param name="ledger">Enters receipts.</param>
public sealed class RequestService(IDbContextFactory<GruContext> contexts, FormPrograms forms, FileVault vault, MunicipalityProfile town, TownClock clock, SiteAddress site, IRequestFeed feed, ReceiptLedger ledger)
{
    /// <summary>Longest message, in characters.</summary>
    public const int LongestMessage = 4000;

    /// <summary>Begins a draft of a procedure's published form for the person signed in; one begun and left empty serves again.</summary>
    /// <returns>The draft's id, or null when the procedure is not open.</returns>
    public async Task<Guid?> BeginAsync(string slug, ClaimsPrincipal person, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var procedure = await db.Procedures.AsNoTracking().FirstOrDefaultAsync(p => p.Slug == slug, cancel);
        if (procedure is not { IsOpen: true } || person.Id() is not { } account) return null;
        var version = await db.FormVersions.Where(v => v.ProcedureId == procedure.Id && v.Number == procedure.PublishedNumber).Select(v => v.Id).FirstAsync(cancel);
        var untouched = await RequestAccess.Drafts(db, person).Where(d => d.FormVersionId == version && d.UpdatedAt == d.CreatedAt).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancel);
        if (untouched is not null) return untouched;
        var now = clock.UtcNow;
        var draft = new Draft { AccountId = account, FormVersionId = version, CreatedAt = now, UpdatedAt = now };
        db.Drafts.Add(draft);
        await db.SaveChangesAsync(cancel);
        return draft.Id;
    }

    /// <summary>Sends a draft. Sending it twice, even at the same moment, gives the same request.</summary>
    /// <param name="draftId">The draft.</param>
    /// <param name="person">Who sends; must be who began it.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The number, or why it was not sent; null when there is no such draft of theirs.</returns>
    public async Task<Submission?> SubmitAsync(Guid draftId, ClaimsPrincipal person, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await SentAsync(db, draftId, person, cancel) is { } already) return new Submission(already, []);
        var draft = await RequestAccess.Drafts(db, person)
            .Include(d => d.Files).Include(d => d.Account).Include(d => d.FormVersion!.Procedure!.Department)
            .FirstOrDefaultAsync(d => d.Id == draftId, cancel);
        if (draft is null)
        {
            // Sent from elsewhere between the two looks, or never theirs.
            return await SentAsync(db, draftId, person, cancel) is { } meanwhile ? new Submission(meanwhile, []) : null;
        }

        if (!draft.FormVersion!.Procedure!.IsOpen) return new Submission(null, [], IsClosed: true);
        var state = await forms.OpenAsync(draft.FormVersionId, draft.Answers, draft.Account, cancel: cancel);
        var errors = AnswerValidator.Validate(state);
        if (!errors.IsEmpty || state.End is not null) return new Submission(null, errors);

        var request = ToRequest(draft, AnswersJson.Write(state, includeHidden: false));
        var receipt = ledger.Acknowledge(request, draft, state);
        Keep(db, draft, request, receipt, [.. state.Program.Fields.SelectMany(f => f.Columns.IsEmpty ? state[new AnswerPlace(f)].AsFiles : FilesOfRows(state, f))]);
        List<Guid> leftOut = [.. draft.Files.Select(f => f.Id)];
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // The draft was sent at the same moment from elsewhere: its index of drafts lets one through.
            await using var fresh = await contexts.CreateDbContextAsync(cancel);
            if (await SentAsync(fresh, draftId, person, cancel) is { } other) return new Submission(other, []);
            throw;
        }

        leftOut.ForEach(vault.Forget);
        feed.Tell(new RequestEvent(request.Id, request.Number, request.DepartmentId, request.AccountId, TimelineKind.Submitted));
        return new Submission(request.Number, []);
    }

    /// <summary>Deletes a draft and its files, for who began it.</summary>
    public async Task DiscardAsync(Guid draftId, ClaimsPrincipal person, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await RequestAccess.Drafts(db, person).Include(d => d.Files).FirstOrDefaultAsync(d => d.Id == draftId, cancel) is not { } draft) return;
        List<Guid> files = [.. draft.Files.Select(f => f.Id)];
        db.Drafts.Remove(draft);
        await db.SaveChangesAsync(cancel);
        files.ForEach(vault.Forget);
    }

    /// <summary>Writes to the citizen, as an agent of the department.</summary>
    /// <returns>False when the person may not see the request.</returns>
    public Task<bool> WriteToCitizenAsync(Guid requestId, ClaimsPrincipal agent, string text, CancellationToken cancel = default) =>
        ChangeAsync(requestId, RequestAccess.OfAgent, agent, (db, request) =>
        {
            request.Note(agent.AsAgent(), TimelineKind.MessageToCitizen, Checked(text), clock.UtcNow);
            db.Outbox.Add(LetterTo(request, $"Un message pour vous : demande {request.Number}", $"Répondez depuis votre compte : {Page(request)}\n\n{text.Trim()}"));
            return Task.FromResult(TimelineKind.MessageToCitizen);
        }, cancel);

    /// <summary>Answers the department, as the citizen. A request that waited for it goes on.</summary>
    /// <returns>False when the request is not theirs.</returns>
    public Task<bool> ReplyAsync(Guid requestId, ClaimsPrincipal citizen, string text, CancellationToken cancel = default) =>
        ChangeAsync(requestId, RequestAccess.OfCitizen, citizen, async (db, request) =>
        {
            request.Note(citizen.AsCitizen(), TimelineKind.MessageFromCitizen, Checked(text), clock.UtcNow);
            if (request.State == RequestState.WaitingForCitizen)
            {
                request.MoveTo(RequestState.InProgress, Actor.System, "", clock.UtcNow);
                await ledger.CompleteAsync(db, request, cancel);
            }

            return TimelineKind.MessageFromCitizen;
        }, cancel);

    /// <summary>Moves a request to another state, as an agent of the department.</summary>
    /// <param name="requestId">The request.</param>
    /// <param name="agent">Who acts.</param>
    /// <param name="next">One of <see cref="RequestStates.Next"/>.</param>
    /// <param name="text">A word to the citizen, or empty; what is missing, one item a line, when something is.</param>
    /// <param name="until">The day by which the missing items are to arrive; null gives a month.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>False when the person may not see the request.</returns>
    /// <exception cref="InvalidOperationException">The state cannot follow the present one.</exception>
    public Task<bool> ChangeStateAsync(Guid requestId, ClaimsPrincipal agent, RequestState next, string text, DateOnly? until = null, CancellationToken cancel = default) =>
        ChangeAsync(requestId, RequestAccess.OfAgent, agent, async (db, request) =>
        {
            var resumes = request.State == RequestState.WaitingForCitizen && next == RequestState.InProgress;
            request.MoveTo(next, agent.AsAgent(), text.Trim(), clock.UtcNow);
            var receipt = resumes ? await ledger.CompleteAsync(db, request, cancel) : await TellAsync(db, request, agent, next, text, until, cancel);
            db.Outbox.Add(LetterTo(request, $"{next.Word()} : demande {request.Number}", $"{next.Sentence()} Suivez-la sur {Page(request)}{(text.Trim().Length > 0 ? $"\n\n{text.Trim()}" : "")}", receipt));
            return TimelineKind.StateChanged;
        }, cancel);

    /// <summary>Writes a note for agents only.</summary>
    /// <returns>False when the person may not see the request.</returns>
    public Task<bool> AddInternalNoteAsync(Guid requestId, ClaimsPrincipal agent, string text, CancellationToken cancel = default) =>
        ChangeAsync(requestId, RequestAccess.OfAgent, agent, (_, request) =>
        {
            request.Note(agent.AsAgent(), TimelineKind.InternalNote, Checked(text), clock.UtcNow);
            return Task.FromResult(TimelineKind.InternalNote);
        }, cancel);

    /// <summary>Keeps what an agent answered to the questions that are kept for the department. What is still missing may follow later.</summary>
    /// <param name="requestId">The request.</param>
    /// <param name="agent">Who answers; must work for the department.</param>
    /// <param name="answers">The answers as <see cref="AnswersJson.WritePrivate"/> wrote them.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What is to be mended, nothing being kept then; null when the person may not see the request.</returns>
    public async Task<ImmutableArray<AnswerError>?> AnswerForDepartmentAsync(Guid requestId, ClaimsPrincipal agent, string answers, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var request = await RequestAccess.OfAgent(db, agent).Include(r => r.Account).FirstOrDefaultAsync(r => r.Id == requestId, cancel);
        if (request is null) return null;
        request.DepartmentAnswers = answers;
        var state = await forms.OpenForAgentAsync(request, cancel);
        var joined = await DepartmentFiles.Of(db, requestId).ToListAsync(cancel);
        var errors = AnswerValidator.ValidatePrivate(state).AddRange(DepartmentFiles.Missing(state, joined));
        if (!errors.IsEmpty) return errors;
        // Whatever else the text held is left out: only questions of the department are kept.
        request.DepartmentAnswers = AnswersJson.WritePrivate(state);
        request.Note(agent.AsAgent(), TimelineKind.DepartmentAnswers, "", clock.UtcNow);
        var gone = DepartmentFiles.LetGo(state, joined, agent.Id(), clock.UtcNow);
        db.Files.RemoveRange(gone);
        await db.SaveChangesAsync(cancel);
        gone.ForEach(f => vault.Forget(f.Id));
        feed.Tell(new RequestEvent(request.Id, request.Number, request.DepartmentId, request.AccountId, TimelineKind.DepartmentAnswers));
        return [];
    }

    /// <summary>Where the files go that an agent joins to the questions kept for the department; each use asks again whether the agent may.</summary>
    public IFileStore DepartmentFilesOf(Guid requestId, ClaimsPrincipal agent) => new DepartmentFiles(contexts, vault, clock, requestId, agent);

    /// <summary>Notes that an agent exported the receipt.</summary>
    /// <returns>False when the person may not see the request.</returns>
    public Task<bool> NoteExportAsync(Guid requestId, ClaimsPrincipal agent, CancellationToken cancel = default) =>
        ChangeAsync(requestId, RequestAccess.OfAgent, agent, (_, request) =>
        {
            request.Note(agent.AsAgent(), TimelineKind.ReceiptExported, "", clock.UtcNow);
            return Task.FromResult(TimelineKind.ReceiptExported);
        }, cancel);

    /// <summary>Passes a request on to the administration that it belongs to (L114-2), as an agent of the department, and closes it here.</summary>
    /// <param name="requestId">The request.</param>
    /// <param name="agent">Who acts.</param>
    /// <param name="to">The other administration.</param>
    /// <param name="text">A word to the citizen, or empty.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>False when the person may not see the request.</returns>
    /// <exception cref="InvalidOperationException">The request is ended.</exception>
    public Task<bool> PassOnAsync(Guid requestId, ClaimsPrincipal agent, DepartmentFacts to, string text, CancellationToken cancel = default) =>
        ChangeAsync(requestId, RequestAccess.OfAgent, agent, async (db, request) =>
        {
            request.MoveTo(RequestState.Closed, agent.AsAgent(), $"Transmise à {to.Name}. {text.Trim()}".Trim(), clock.UtcNow);
            var receipt = await ledger.TellAsync(db, request, new Transferred(clock.Local(clock.UtcNow), to, text.Trim()), cancel);
            db.Outbox.Add(LetterTo(request, $"Transmise à une autre administration : demande {request.Number}", $"Votre demande relève de cette administration : {to.Name}. Nous la lui avons transmise. Lisez le document sur {Page(request)}", receipt));
            return TimelineKind.StateChanged;
        }, cancel);

    private async Task<IssuedReceipt?> TellAsync(GruContext db, Request request, ClaimsPrincipal agent, RequestState next, string text, DateOnly? until, CancellationToken cancel)
    {
        var (at, by) = (clock.Local(clock.UtcNow), new SignatoryFacts(agent.FullName(), request.Department!.Name));
        return next switch
        {
            RequestState.WaitingForCitizen => await ledger.AskCompletionAsync(db, request, text, until, cancel),
            RequestState.Granted => await ledger.TellAsync(db, request, new DecisionGranted(at, text.Trim(), by), cancel),
            RequestState.Refused => await ledger.TellAsync(db, request, new DecisionRefused(at, text.Trim(), by), cancel),
            _ => null,
        };
    }

    private static IEnumerable<FileAnswer> FilesOfRows(FormState state, BoundField group) =>
        state.Rows(group).SelectMany(row => group.Columns.SelectMany(column => state[new AnswerPlace(column, row)].AsFiles));

    private static string Checked(string text) => text.Trim() is { Length: > 0 and <= LongestMessage } trimmed
        ? trimmed
        : throw new ArgumentException($"A message has 1 to {LongestMessage} characters: check it on the page before sending it.", nameof(text));

    private static Task<string?> SentAsync(GruContext db, Guid draftId, ClaimsPrincipal person, CancellationToken cancel) =>
        RequestAccess.OfCitizen(db, person).Where(r => r.DraftId == draftId).Select(r => r.Number).FirstOrDefaultAsync(cancel);

    private Request ToRequest(Draft draft, string answers)
    {
        var procedure = draft.FormVersion!.Procedure!;
        var now = clock.UtcNow;
        return new Request
        {
            Number = RequestNumber.New(clock.Today).Format(),
            DraftId = draft.Id,
            AccountId = draft.AccountId,
            Account = draft.Account,
            ProcedureId = procedure.Id,
            FormVersionId = draft.FormVersionId,
            DepartmentId = procedure.DepartmentId,
            Department = procedure.Department,
            Answers = answers,
            KnownOfAccount = draft.Account!.Kept(draft.FormVersion.Definition),
            SubmittedAt = now,
            SilenceOn = procedure.Regime == SilenceRegime.NoDecision ? null : LegalDeadlines.End(clock.Today, procedure.Period),
            UpdatedAt = now,
        };
    }

    private void Keep(GruContext db, Draft draft, Request request, IssuedReceipt receipt, ImmutableArray<FileAnswer> kept)
    {
        request.Note(new Actor(draft.AccountId, draft.Account!.FullName, ActorKind.Citizen), TimelineKind.Submitted, "", request.SubmittedAt);
        request.Note(Actor.System, TimelineKind.ReceiptIssued, "", request.SubmittedAt);
        db.Requests.Add(request);
        foreach (var file in draft.Files.ToList())
        {
            // A file whose question is hidden in the end stays with the draft and goes with it.
            if (!kept.Any(k => Guid.TryParse(k.Id, out var id) && id == file.Id)) continue;
            draft.Files.Remove(file);
            (file.DraftId, file.RequestId) = (null, request.Id);
        }

        db.Drafts.Remove(draft);
        var (subject, text) = Letters.Received(clock, request, draft.FormVersion!.Procedure!, Page(request));
        db.Outbox.Add(LetterTo(request, subject, text, receipt));
    }

    private string Page(Request request) => site.Of($"/mes-demandes/{request.Number}");

    private OutboxMail LetterTo(Request request, string subject, string text, IssuedReceipt? receipt = null) =>
        Letters.Write(town, clock, request.Account!, subject, text, request.Department, receipt);

    private async Task<bool> ChangeAsync(Guid requestId, Func<GruContext, ClaimsPrincipal, IQueryable<Request>> access, ClaimsPrincipal person, Func<GruContext, Request, Task<TimelineKind>> change, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var request = await access(db, person).Include(r => r.Account).Include(r => r.Department).FirstOrDefaultAsync(r => r.Id == requestId, cancel);
        if (request is null) return false;
        var kind = await change(db, request);
        await db.SaveChangesAsync(cancel);
        feed.Tell(new RequestEvent(request.Id, request.Number, request.DepartmentId, request.AccountId, kind));
        return true;
    }
}
