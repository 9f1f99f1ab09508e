using System.Collections.Immutable;
using System.Security.Claims;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Forms.Revisions;
using GruBuilder.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Designing.Blocks;

/// <summary>A form that follows a block, and what a new version does to it.</summary>
/// <param name="ProcedureId">The procedure.</param>
/// <param name="Title">Its title.</param>
/// <param name="Changes">What changes, in words.</param>
public sealed record BlockUse(Guid ProcedureId, string Title, ImmutableArray<string> Changes);

/// <summary>The forms that follow blocks. Only working forms are brought up: what is published never changes.</summary>
/// <param name="contexts">The database.</param>
/// <param name="rooms">The forms that are being drawn: each is changed as by one more hand.</param>
public sealed class BlockUses(IDbContextFactory<GruContext> contexts, DesignRooms rooms)
{
    /// <summary>The forms that follow a block, among those that the person may draw, with what the version would change in them.</summary>
    /// <param name="block">The version to come.</param>
    /// <param name="person">Who looks.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<ImmutableArray<BlockUse>> OfAsync(FormBlock block, ClaimsPrincipal person, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var followers = await FollowersAsync(db, block, person, cancel);
        var edit = new UpdateBlock(block, await EarlierAsync(db, block, followers.Select(f => f.Form), cancel));
        return [.. followers.Select(f => new BlockUse(f.Id, f.Title, [.. FormDifference.Between(f.Form, edit.Apply(f.Form)).Select(c => c.Sentence).Distinct()]))];
    }

    /// <summary>By the blocks' keys: the titles of the forms that follow them, among those that the person may draw.</summary>
    public async Task<ILookup<string, string>> TitlesAsync(ClaimsPrincipal person, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var followed = (await FormsAsync(db, person, cancel)).SelectMany(f => f.Form.AllFields().Select(x => x.Block?.Key).OfType<string>().Distinct(StringComparer.Ordinal).Select(key => (key, f.Title)));
        return followed.ToLookup(p => p.key, p => p.Title, StringComparer.Ordinal);
    }

    /// <summary>Brings the forms that follow a block to its newest version, each as one step that can be taken back there.</summary>
    /// <param name="block">The newest version.</param>
    /// <param name="person">Who changed the block.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The titles of the forms that could not be saved: they are brought up when somebody opens them.</returns>
    public async Task<ImmutableArray<string>> UpdateAsync(FormBlock block, ClaimsPrincipal person, CancellationToken cancel = default)
    {
        var left = ImmutableArray.CreateBuilder<string>();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var followers = await FollowersAsync(db, block, person, cancel);
        var edit = new UpdateBlock(block, await EarlierAsync(db, block, followers.Select(f => f.Form), cancel));
        foreach (var use in followers)
        {
            if (await rooms.EnterAsync(use.Id, person, action => action()) is not { } seat)
            {
                left.Add(use.Title);
                continue;
            }

            try
            {
                seat.Session.Apply(edit);
                await seat.Room.FlushAsync();
                if (!seat.Room.Document.IsSaved) left.Add(use.Title);
            }
            finally
            {
                await rooms.LeaveAsync(seat);
            }
        }

        return left.ToImmutable();
    }

    /// <summary>Brings a form that lags behind to the newest versions of its blocks, as it is opened.</summary>
    /// <param name="seat">The place of who opens it.</param>
    /// <param name="blocks">The newest versions.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task CatchUpAsync(DesignSeat seat, IEnumerable<FormBlock> blocks, CancellationToken cancel = default)
    {
        var newest = blocks.ToDictionary(b => b.Key, StringComparer.Ordinal);
        var behind = seat.Session.Form.AllFields().Select(f => f.Block).OfType<BlockLink>().Where(l => newest.TryGetValue(l.Key, out var block) && l.Version < block.Version).Select(l => newest[l.Key]).Distinct().ToList();
        if (behind.Count == 0) return;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        foreach (var block in behind) seat.Session.Apply(new UpdateBlock(block, await EarlierAsync(db, block, [seat.Session.Form], cancel)));
    }

    private async Task<List<Follower>> FollowersAsync(GruContext db, FormBlock block, ClaimsPrincipal person, CancellationToken cancel) =>
        [.. (await FormsAsync(db, person, cancel)).Where(f => f.Form.AllFields().Any(x => x.Block?.Key == block.Key))];

    // The text says which can follow a block; reading says which do, and which.
    private async Task<List<Follower>> FormsAsync(GruContext db, ClaimsPrincipal person, CancellationToken cancel)
    {
        var rows = await ProcedureAccess.Drawable(db, person).AsNoTracking().Where(p => p.WorkingDefinition.Contains("\"block\":")).OrderBy(p => p.Title).Select(p => new { p.Id, p.Title, p.WorkingDefinition }).ToListAsync(cancel);
        return [.. rows.Select(r => (rooms.Peek(r.Id) ?? DefinitionJson.Read(r.WorkingDefinition).Definition) is { } form ? new Follower(r.Id, r.Title, form) : null).OfType<Follower>()];
    }

    // The versions of a block from the oldest that one of these forms is at.
    private static async Task<ImmutableArray<FormBlock>> EarlierAsync(GruContext db, FormBlock block, IEnumerable<FormDefinition> forms, CancellationToken cancel)
    {
        var oldest = forms.SelectMany(f => f.AllFields()).Where(f => f.Block?.Key == block.Key).Select(f => f.Block!.Version).DefaultIfEmpty(block.Version).Min();
        if (oldest >= block.Version) return [];
        var rows = await db.BlockVersions.AsNoTracking().Where(v => v.Number >= oldest && v.Number < block.Version && db.Blocks.Any(b => b.Id == v.BlockId && b.Key == block.Key)).OrderBy(v => v.Number).Select(v => new { v.Number, v.Definition }).ToListAsync(cancel);
        return [.. rows.Select(r => DefinitionJson.Read(r.Definition).Definition is { } then ? block with { Version = r.Number, Form = then } : null).OfType<FormBlock>()];
    }

    private sealed record Follower(Guid Id, string Title, FormDefinition Form);
}
