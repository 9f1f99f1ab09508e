using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Revisions;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Catalogue;
using GruBuilder.Web.Features.Municipality;
using GruBuilder.Web.Features.Requests;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Filling;

/// <summary>A draft as its owner works on it.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Procedure">What is asked for, with its department.</param>
/// <param name="State">The open form with the answers so far.</param>
/// <param name="Moved">What changed when the draft has just been brought over to a newer version of the form; null otherwise.</param>
/// <param name="Closure">Why it can no longer be sent; null while it can.</param>
public sealed record OpenDraft(Draft Draft, Procedure Procedure, FormState State, MovedDraft? Moved = null, Closure? Closure = null)
{
    /// <summary>Key of the page to go on with: what changed, or where the person stood.</summary>
    public string? StartAt => Moved is { ToReview: [var first, ..] } moved ? moved.State.Program.Definition.Pages[first.Field.Page].Key : Draft.PageKey;
}

/// <summary>Opens and saves drafts, for their owner only.</summary>
public sealed class DraftDesk(IDbContextFactory<GruContext> contexts, FormPrograms programs, FileVault vault, TownClock clock)
{
    /// <summary>Opens a draft; null when there is none of that person's.</summary>
    public async Task<OpenDraft?> OpenAsync(Guid draftId, Guid accountId, Language language = Language.French)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var draft = await db.Drafts.AsNoTracking().Include(d => d.Account).Include(d => d.FormVersion!.Procedure!.Department).FirstOrDefaultAsync(d => d.Id == draftId && d.AccountId == accountId);
        if (draft is null) return null;
        var procedure = draft.FormVersion!.Procedure!;
        var moved = await MoveAsync(db, draft, language);
        var state = moved?.State ?? await programs.OpenAsync(draft.FormVersionId, draft.Answers, draft.Account, language);
        return new OpenDraft(draft, procedure, state, moved, await Closure.OfAsync(db, procedure));
    }

    // A draft goes on with the form that is published now: its answers come along, and the person is told what changed.
    private async Task<MovedDraft?> MoveAsync(GruContext db, Draft draft, Language language)
    {
        var procedure = draft.FormVersion!.Procedure!;
        if (!procedure.IsOpen || procedure.PublishedNumber == draft.FormVersion.Number) return null;
        var current = await db.FormVersions.Where(v => v.ProcedureId == procedure.Id && v.Number == procedure.PublishedNumber).Select(v => v.Id).FirstAsync();
        var circumstances = new Circumstances(clock.Today) { Account = draft.Account.KnownAttributes(), Language = language };
        var moved = MovedDraft.Of(await programs.OfAsync(draft.FormVersionId, language), draft.Answers, await programs.OfAsync(current, language), circumstances);
        var answers = AnswersJson.Write(moved.State, includeHidden: true);
        var older = draft.FormVersionId;
        var changed = await db.Drafts.Where(d => d.Id == draft.Id && d.FormVersionId == older)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.FormVersionId, current).SetProperty(x => x.Answers, answers));
        return changed == 1 ? moved : null;
    }

    /// <summary>The number of the request that this draft became; null when it was not sent.</summary>
    public async Task<string?> SentAsAsync(Guid draftId, Guid accountId)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Requests.Where(r => r.DraftId == draftId && r.AccountId == accountId).Select(r => r.Number).FirstOrDefaultAsync();
    }

    /// <summary>Saves answers and place.</summary>
    /// <returns>When it was saved; null when the draft is not there any more.</returns>
    public async Task<DateTimeOffset?> SaveAsync(Guid draftId, Guid accountId, string answers, string? pageKey)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var now = clock.UtcNow;
        var saved = await db.Drafts.Where(d => d.Id == draftId && d.AccountId == accountId)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.Answers, answers).SetProperty(x => x.PageKey, pageKey).SetProperty(x => x.UpdatedAt, now));
        return saved == 1 ? now : null;
    }

    /// <summary>Where the draft's files go.</summary>
    internal IFileStore FilesOf(OpenDraft open) => new DraftFiles(contexts, vault, clock, open.Draft.Id, open.Draft.AccountId);
}
