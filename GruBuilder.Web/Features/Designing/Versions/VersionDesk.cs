using System.Collections.Immutable;
using System.Security.Claims;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Revisions;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Municipality;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Designing.Versions;

/// <summary>A published version as its list shows it.</summary>
/// <param name="Number">1, 2, 3…</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="PublishedBy">By whom.</param>
/// <param name="Requests">How many requests were made with it.</param>
public sealed record VersionLine(int Number, DateTimeOffset PublishedAt, string PublishedBy, int Requests);

/// <summary>Two published versions side by side.</summary>
/// <param name="Older">The earlier one, open.</param>
/// <param name="OlderNumber">Its number.</param>
/// <param name="Newer">The later one, open.</param>
/// <param name="NewerNumber">Its number.</param>
/// <param name="Changes">What changed from one to the other.</param>
public sealed record VersionPair(FormState Older, int OlderNumber, FormState Newer, int NewerNumber, ImmutableArray<FormChange> Changes);

/// <summary>The published versions of a procedure's form.</summary>
/// <param name="Title">The procedure's title.</param>
/// <param name="Lines">The versions, last first.</param>
/// <param name="Pair">The two that are compared; null when there are not two, or they are not told apart.</param>
public sealed record VersionsView(string Title, IReadOnlyList<VersionLine> Lines, VersionPair? Pair);

/// <summary>Shows the published versions of forms. Each operation checks the person's right on the object.</summary>
/// <param name="contexts">The database.</param>
/// <param name="lists">The reference lists.</param>
/// <param name="clock">The time.</param>
public sealed class VersionDesk(IDbContextFactory<GruContext> contexts, IReferenceLists lists, TownClock clock)
{
    /// <summary>The versions of a procedure, and two of them compared; null when it is out of this person's reach.</summary>
    /// <param name="id">The procedure.</param>
    /// <param name="person">Who looks.</param>
    /// <param name="one">The number of one version; null for the last but one.</param>
    /// <param name="other">The number of the other; null for the last.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<VersionsView?> OpenAsync(Guid id, ClaimsPrincipal person, int? one, int? other, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await ProcedureAccess.Drawable(db, person).Where(p => p.Id == id).Select(p => p.Title).FirstOrDefaultAsync(cancel) is not { } title) return null;
        var lines = await db.FormVersions.Where(v => v.ProcedureId == id).OrderByDescending(v => v.Number)
            .Select(v => new VersionLine(v.Number, v.PublishedAt, v.PublishedBy, db.Requests.Count(r => r.FormVersionId == v.Id))).ToListAsync(cancel);
        if (lines.Count < 2) return new VersionsView(title, lines, null);
        var (first, second) = (one ?? lines[1].Number, other ?? lines[0].Number);
        var (older, newer) = (Math.Min(first, second), Math.Max(first, second));
        if (older == newer || await OpenAsync(db, id, older, cancel) is not { } before || await OpenAsync(db, id, newer, cancel) is not { } after) return new VersionsView(title, lines, null);
        return new VersionsView(title, lines, new VersionPair(Open(before), older, Open(after), newer, FormDifference.Between(before, after)));
    }

    /// <summary>The form of a published version, to be drawn again; null when it does not exist, or not for this person.</summary>
    public async Task<FormDefinition?> ReadAsync(Guid id, ClaimsPrincipal person, int number, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await ProcedureAccess.Drawable(db, person).AnyAsync(p => p.Id == id, cancel) ? await OpenAsync(db, id, number, cancel) : null;
    }

    private static async Task<FormDefinition?> OpenAsync(GruContext db, Guid id, int number, CancellationToken cancel) =>
        await db.FormVersions.Where(v => v.ProcedureId == id && v.Number == number).Select(v => v.Definition).FirstOrDefaultAsync(cancel) is { } json ? DefinitionJson.Read(json).Definition : null;

    // A series gets a row, so that its questions are seen.
    private FormState Open(FormDefinition form)
    {
        var state = FormProgram.Compile(ReferenceLists.Fill(form, lists)).Open(new Circumstances(clock.Today) { Audience = Audience.Agent });
        foreach (var group in state.Program.Fields.Where(f => f.Field is RepeatedGroupField && state.Rows(f).Count == 0)) state.AddRow(group);
        return state;
    }
}
