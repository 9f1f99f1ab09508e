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
        var uses = ImmutableArray.CreateBuilder<BlockUse>();

        // The text says which can follow it; reading says which do.
        foreach (var line in await ProcedureAccess.Drawable(db, person).AsNoTracking().Where(p => p.WorkingDefinition.Contains("\"block\":")).OrderBy(p => p.Title).Select(p => new { p.Id, p.Title, p.WorkingDefinition }).ToListAsync(cancel))
        {
            var form = rooms.Peek(line.Id) ?? DefinitionJson.Read(line.WorkingDefinition).Definition;
            if (form is null || !Follows(form, block.Key)) continue;
            var edit = new UpdateBlock(block, await FollowedAsync(db, form, block, cancel));
            uses.Add(new BlockUse(line.Id, line.Title, [.. FormDifference.Between(form, edit.Apply(form)).Select(c => c.Sentence).Distinct()]));
        }

        return uses.ToImmutable();
    }

    /// <summary>Brings the forms that follow a block to its newest version, each as one step that can be taken back there.</summary>
    /// <param name="block">The newest version.</param>
    /// <param name="person">Who changed the block.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The titles of the forms that could not be saved: they are brought up when somebody opens them.</returns>
    public async Task<ImmutableArray<string>> UpdateAsync(FormBlock block, ClaimsPrincipal person, CancellationToken cancel = default)
    {
        var left = ImmutableArray.CreateBuilder<string>();
        foreach (var use in await OfAsync(block, person, cancel))
        {
            if (await rooms.EnterAsync(use.ProcedureId, person, action => action()) is not { } seat)
            {
                left.Add(use.Title);
                continue;
            }

            try
            {
                await BringUpAsync(seat, block, cancel);
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
        var behind = seat.Session.Form.AllFields().Select(f => f.Block).OfType<BlockLink>().GroupBy(l => l.Key, l => l.Version).ToDictionary(g => g.Key, g => g.Min(), StringComparer.Ordinal);
        foreach (var block in blocks.Where(b => behind.TryGetValue(b.Key, out var version) && version < b.Version)) await BringUpAsync(seat, block, cancel);
    }

    private async Task BringUpAsync(DesignSeat seat, FormBlock block, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        seat.Session.Apply(new UpdateBlock(block, await FollowedAsync(db, seat.Session.Form, block, cancel)));
    }

    private static bool Follows(FormDefinition form, string key) => form.AllFields().Any(f => f.Block?.Key == key);

    // The version of the block that a form is at.
    private static async Task<FormBlock> FollowedAsync(GruContext db, FormDefinition form, FormBlock block, CancellationToken cancel)
    {
        var version = form.AllFields().Where(f => f.Block?.Key == block.Key).Select(f => f.Block!.Version).DefaultIfEmpty(block.Version).Min();
        var json = await db.BlockVersions.Where(v => v.Number == version && db.Blocks.Any(b => b.Id == v.BlockId && b.Key == block.Key)).Select(v => v.Definition).FirstOrDefaultAsync(cancel);
        return json is not null && DefinitionJson.Read(json).Definition is { } then ? block with { Version = version, Form = then } : block;
    }
}
