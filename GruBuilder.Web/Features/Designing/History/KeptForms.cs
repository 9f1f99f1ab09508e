using System.Collections.Immutable;
using System.Security.Claims;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Designing.History;

/// <summary>
/// The states that working forms were left in: one for each stretch of a quarter of an hour that somebody drew, so that any earlier
/// day can be looked at and brought back, however long ago the form was closed.
/// </summary>
/// <param name="contexts">The database.</param>
public sealed class KeptForms(IDbContextFactory<GruContext> contexts)
{
    /// <summary>Most states kept of one procedure; the oldest go first.</summary>
    public const int MostKept = 500;

    private static readonly TimeSpan Stretch = TimeSpan.FromMinutes(15);

    /// <summary>Enters a form that is being saved, with the save.</summary>
    /// <param name="db">The save's own context.</param>
    /// <param name="procedure">The procedure, still with the form from before.</param>
    /// <param name="person">Who drew.</param>
    /// <param name="definition">The form's JSON as it becomes.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancel">Gives up.</param>
    internal static async Task EnterAsync(GruContext db, Procedure procedure, ClaimsPrincipal person, string definition, DateTimeOffset now, CancellationToken cancel)
    {
        if (string.Equals(procedure.WorkingDefinition, definition, StringComparison.Ordinal)) return;
        var last = await db.KeptForms.Where(k => k.ProcedureId == procedure.Id).OrderByDescending(k => k.At).ThenByDescending(k => k.Id).FirstOrDefaultAsync(cancel);
        if (last is null) db.KeptForms.Add(KeptForm.Before(procedure));
        if (last is not null && last.ActorId == person.Id() && now - last.StartedAt < Stretch)
        {
            (last.At, last.Definition) = (now, definition);
            return;
        }

        db.KeptForms.Add(new KeptForm { ProcedureId = procedure.Id, ActorId = person.Id(), ActorName = person.FullName(), StartedAt = now, At = now, Definition = definition });
        var old = await db.KeptForms.Where(k => k.ProcedureId == procedure.Id).OrderByDescending(k => k.At).Skip(MostKept - 1).ToListAsync(cancel);
        db.KeptForms.RemoveRange(old);
    }

    /// <summary>The states of a procedure's form, for a person who may draw it or read it over; each look asks again.</summary>
    public IFormArchive Of(Guid procedureId, ClaimsPrincipal person) => new Archive(contexts, procedureId, person);

    private sealed class Archive(IDbContextFactory<GruContext> contexts, Guid procedureId, ClaimsPrincipal person) : IFormArchive
    {
        public async Task<ImmutableArray<EarlierForm>> ListAsync()
        {
            await using var db = await contexts.CreateDbContextAsync();
            return [.. await Mine(db).OrderByDescending(k => k.At).ThenByDescending(k => k.Id).Select(k => new EarlierForm(k.Id, k.ActorName, k.At)).ToListAsync()];
        }

        public async Task<FormDefinition?> ReadAsync(Guid id)
        {
            await using var db = await contexts.CreateDbContextAsync();
            var json = await Mine(db).Where(k => k.Id == id).Select(k => k.Definition).FirstOrDefaultAsync();
            return json is null ? null : DefinitionJson.Read(json).Definition;
        }

        private IQueryable<KeptForm> Mine(GruContext db)
        {
            var open = ProcedureAccess.Discussable(db, person);
            return db.KeptForms.AsNoTracking().Where(k => k.ProcedureId == procedureId && open.Any(p => p.Id == k.ProcedureId));
        }
    }
}
