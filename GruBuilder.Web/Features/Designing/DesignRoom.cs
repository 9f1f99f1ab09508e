using System.Collections.Immutable;
using System.Data.Common;
using System.Security.Claims;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.TestCases;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Designing.Discussions;
using GruBuilder.Web.Features.Designing.Publication;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Designing;

/// <summary>
/// A procedure whose form is open, for everybody who draws it or reads it over: one document, saved soon after each change under the
/// name of who changed it last. Safe to use from several circuits.
/// </summary>
public sealed class DesignRoom : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(600);
    private readonly Dictionary<DesignSession, ClaimsPrincipal> _people = [];
    private readonly Lock _gate = new();
    private readonly DesignDesk _desk;
    private readonly ILogger _log;
    private readonly Autosave _autosave;
    private ClaimsPrincipal? _lastEditor;
    private Guid _stamp;

    internal DesignRoom(OpenProcedure open, IEnumerable<DesignThread> threads, DesignDesk desk, DiscussionDesk discussions, IReferenceLists lists, TimeProvider time, ILogger log)
    {
        (_desk, _log) = (desk, log);
        Id = open.Procedure.Id;
        (_stamp, Standing, SavedAt) = (open.Procedure.WorkingVersionStamp, Standing.Of(open.Procedure), open.Procedure.WorkingSavedAt);
        Document = new DesignDocument(open.Form, open.Published, lists, open.Others, time, open.Cases);
        Discussion = new RoomDiscussion(Id, threads, discussions, Document);
        _autosave = new Autosave(Pause, time, SaveAsync);
        Document.Changed += OnEdited;
        Document.CasesChanged += OnCasesChanged;
    }

    /// <summary>Raised when what stands around the form changes: saved, published, gone. On any thread.</summary>
    public event Action? Changed;

    /// <summary>The procedure.</summary>
    public Guid Id { get; }

    /// <summary>The form that everybody draws.</summary>
    public DesignDocument Document { get; }

    /// <summary>What is said about it.</summary>
    public RoomDiscussion Discussion { get; }

    /// <summary>Where the procedure and its form stand.</summary>
    public Standing Standing { get; private set; }

    /// <summary>When the form was last saved, or null.</summary>
    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>When something else than this room saved the form, which stops saving until somebody decides; null when nothing did.</summary>
    public DateTimeOffset? ConflictAt { get; private set; }

    /// <summary>The last save did not succeed; the next is near.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The procedure is gone, or out of reach of who changed it last: nothing more is saved.</summary>
    public bool IsGone { get; private set; }

    /// <summary>What was last published here, to be said; null when nothing was, or the form changed since.</summary>
    public int? JustPublished { get; private set; }

    /// <summary>How many sessions are open.</summary>
    internal int Count
    {
        get { lock (_gate) return _people.Count; }
    }

    /// <summary>Opens a session for a person; <see cref="DesignRooms.LeaveAsync"/> closes it.</summary>
    /// <param name="person">Who comes.</param>
    /// <param name="post">Runs something on the session's own thread, in order.</param>
    /// <param name="canDraw">Whether they may draw, as the database has it now.</param>
    internal DesignSession Enter(ClaimsPrincipal person, Action<Action> post, bool canDraw)
    {
        var session = new DesignSession(Document, person.FullName(), post, canDraw);
        lock (_gate)
        {
            _people.Add(session, person);
            if (canDraw) _lastEditor ??= person;
        }

        return session;
    }

    /// <summary>What the person answered in their preview, as JSON; null when they did not.</summary>
    internal string? TrialOf(ClaimsPrincipal person)
    {
        lock (_gate) return _people.LastOrDefault(p => p.Value.Id() == person.Id() && p.Key.Trial is not null).Key?.Trial;
    }

    internal void Leave(DesignSession session)
    {
        lock (_gate) _people.Remove(session);
        session.Dispose();
    }

    /// <summary>Saves at once what is not saved.</summary>
    public Task FlushAsync() => _autosave.FlushAsync();

    /// <summary>Writes this room's form over what was saved elsewhere.</summary>
    /// <param name="session">Whose decision it is; not of one who only reads.</param>
    /// <param name="person">Who asks.</param>
    public async Task KeepOursAsync(DesignSession session, ClaimsPrincipal person)
    {
        if (!session.CanDraw) return;
        await WriteAsync(person, Document.ToSave, stamp: null);
    }

    /// <summary>Takes in what was saved elsewhere; this room's form stays one undo away.</summary>
    /// <param name="session">Whose step it is.</param>
    /// <param name="person">Who asks.</param>
    public async Task TakeTheirsAsync(DesignSession session, ClaimsPrincipal person)
    {
        if (await _desk.OpenAsync(Id, person) is not { } theirs) return;
        (_stamp, SavedAt, ConflictAt) = (theirs.Procedure.WorkingVersionStamp, theirs.Procedure.WorkingSavedAt, null);
        session.Apply(new Forms.Designer.Edits.ReplaceDefinition(theirs.Form));
        Document.ChangeCases(session, _ => theirs.Cases);
        Document.MarkSaved(Document.State.Form, theirs.Cases);
        Changed?.Invoke();
    }

    /// <summary>Takes the form, saved as it is now, one step on its way to publication; everybody here sees where it stands then.</summary>
    /// <param name="step">The step, given the stamp of the saved form.</param>
    /// <returns>What came of it; null while a conflict waits for a decision, or the form could not be saved.</returns>
    public async Task<SaveResult?> MoveAsync(Func<Guid, Task<SaveResult>> step)
    {
        await FlushAsync();
        var saved = Document.ToSave;
        if (ConflictAt is not null || !Document.IsSaved) return null;
        var result = await step(_stamp);
        if (result is { Outcome: SaveOutcome.Done, Number: { } number })
        {
            JustPublished = number;
            Document.Published = saved.Form;
        }

        Note(result, saved);
        return result;
    }

    internal void Tell(Standing standing)
    {
        Standing = standing;
        Changed?.Invoke();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Document.Changed -= OnEdited;
        Document.CasesChanged -= OnCasesChanged;
        if (Discussion.Moves().Count > 0) _autosave.Touch();
        await _autosave.DisposeAsync();
        Discussion.Close();
    }

    private void OnEdited(DesignChange change)
    {
        JustPublished = null;
        Touch(change.By);
    }

    private void OnCasesChanged(DesignSession by) => Touch(by);

    private void Touch(DesignSession by)
    {
        lock (_gate)
        {
            if (_people.TryGetValue(by, out var editor)) _lastEditor = editor;
        }

        _autosave.Touch();
        Changed?.Invoke();
    }

    private async Task SaveAsync()
    {
        if (IsGone || ConflictAt is not null || (Document.IsSaved && Discussion.Moves().Count == 0)) return;
        var saved = Document.ToSave;
        ClaimsPrincipal? editor;
        lock (_gate) editor = _lastEditor;

        // Nobody who may draw has been here: what is to be written waits for one.
        if (editor is null) return;
        try
        {
            await WriteAsync(editor, saved, _stamp);
        }
        catch (Exception e) when (e is DbException or DbUpdateException)
        {
            HasFailed = true;
            _log.LogError(e, "Procedure {Procedure} could not be saved", Id);
            _autosave.Touch();
            Changed?.Invoke();
        }
    }

    private async Task WriteAsync(ClaimsPrincipal person, (FormDefinition Form, ImmutableArray<TestCase> Cases) saved, Guid? stamp)
    {
        var moves = Discussion.Moves();
        var result = await _desk.SaveAsync(Id, person, saved.Form, stamp, saved.Cases, moves);
        if (result.Outcome == SaveOutcome.Done) Discussion.MarkWritten(moves);
        Note(result, saved);
    }

    private void Note(SaveResult result, (FormDefinition Form, ImmutableArray<TestCase> Cases) saved)
    {
        HasFailed = false;
        switch (result.Outcome)
        {
            case SaveOutcome.Done:
                (_stamp, SavedAt, ConflictAt, Standing) = (result.Stamp, result.At, null, result.Standing ?? Standing);
                Document.MarkSaved(saved.Form, saved.Cases);
                break;
            case SaveOutcome.SavedByAnother:
                ConflictAt = result.At;
                break;
            case SaveOutcome.Gone:
                IsGone = true;
                break;
            case SaveOutcome.HasErrors or SaveOutcome.Refused:
                // Said to who asked; nothing was written.
                break;
        }

        Changed?.Invoke();
    }
}
