using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Logic;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Catalogue;
using GruBuilder.Web.Features.Municipality;
using GruBuilder.Web.Features.Requests;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Filling;

/// <summary>A draft as its owner works on it.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Procedure">What is asked for, with its department.</param>
/// <param name="State">The open form with the answers so far.</param>
public sealed record OpenDraft(Draft Draft, Procedure Procedure, FormState State);

/// <summary>Opens and saves drafts, for their owner only.</summary>
public sealed class DraftDesk(IDbContextFactory<GruContext> contexts, FormPrograms programs, FileVault vault, TownClock clock)
{
    /// <summary>Opens a draft; null when there is none of that person's.</summary>
    public async Task<OpenDraft?> OpenAsync(Guid draftId, Guid accountId)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var draft = await db.Drafts.AsNoTracking().Include(d => d.Account).Include(d => d.FormVersion!.Procedure!.Department).FirstOrDefaultAsync(d => d.Id == draftId && d.AccountId == accountId);
        if (draft is null) return null;
        return new OpenDraft(draft, draft.FormVersion!.Procedure!, await programs.OpenAsync(draft.FormVersionId, draft.Answers, draft.Account));
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
