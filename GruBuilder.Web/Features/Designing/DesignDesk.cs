using System.Collections.Immutable;
using System.Security.Claims;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.TestCases;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Catalogue;
using GruBuilder.Web.Features.Designing.Discussions;
using GruBuilder.Web.Features.Designing.History;
using GruBuilder.Web.Features.Designing.Publication;
using GruBuilder.Web.Features.Municipality;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Designing;

/// <summary>A line of the list of procedures.</summary>
/// <param name="Id">The procedure.</param>
/// <param name="Title">Its title.</param>
/// <param name="Department">The department in charge.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="PublishedNumber">The version that citizens fill, or null.</param>
/// <param name="SavedAt">When its form was last saved.</param>
/// <param name="Requests">How many requests were made.</param>
/// <param name="Stage">Where the form being drawn stands.</param>
/// <param name="PlannedAt">When it is to be published by itself, or null.</param>
/// <param name="CanDraw">Whether the person may draw it; otherwise they may read it over.</param>
public sealed record ProcedureLine(
    Guid Id, string Title, string Department, ProcedureStatus Status, int? PublishedNumber, DateTimeOffset SavedAt, int Requests, FormStage Stage, DateTimeOffset? PlannedAt, bool CanDraw);

/// <summary>A procedure opened to be drawn, or read over.</summary>
/// <param name="Procedure">The procedure.</param>
/// <param name="Form">Its working form.</param>
/// <param name="Published">The form that citizens fill now, or null.</param>
/// <param name="Problems">Why the working form could not be read; empty when it was.</param>
/// <param name="Others">How many questions each of the town's other forms asks.</param>
/// <param name="Cases">Its recorded test cases.</param>
/// <param name="CanDraw">Whether the person may draw it; otherwise they may read it over.</param>
public sealed record OpenProcedure(Procedure Procedure, FormDefinition Form, FormDefinition? Published, IReadOnlyList<Finding> Problems, IReadOnlyList<int> Others, ImmutableArray<TestCase> Cases, bool CanDraw);

/// <summary>What came of saving or publishing.</summary>
public enum SaveOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>Somebody else saved since: nothing was written.</summary>
    SavedByAnother,

    /// <summary>It does not exist, or not for this person.</summary>
    Gone,

    /// <summary>The form has errors: it cannot be published.</summary>
    HasErrors,

    /// <summary>Not possible as things stand, or not this person's to do: the reason says why.</summary>
    Refused,
}

/// <summary>The outcome of a save or publication.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Stamp">The working form's new stamp, when done.</param>
/// <param name="At">When; of the other person's save, when there was one.</param>
/// <param name="Number">The version published.</param>
/// <param name="Reason">Why it was refused, in French.</param>
/// <param name="Standing">Where the procedure stands since, when done.</param>
public sealed record SaveResult(SaveOutcome Outcome, Guid Stamp = default, DateTimeOffset At = default, int? Number = null, string? Reason = null, Standing? Standing = null);

/// <summary>Creates, opens and saves procedures' forms. Each operation checks the person's right on the object.</summary>
/// <param name="contexts">The database.</param>
/// <param name="clock">The time.</param>
public sealed class DesignDesk(IDbContextFactory<GruContext> contexts, TownClock clock)
{
    /// <summary>The procedures that the person may draw or read over, last changed first.</summary>
    public async Task<IReadOnlyList<ProcedureLine>> ListAsync(ClaimsPrincipal person, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var drawable = ProcedureAccess.Drawable(db, person);
        return await ProcedureAccess.Discussable(db, person)
            .OrderByDescending(p => p.WorkingSavedAt)
            .Select(p => new ProcedureLine(p.Id, p.Title, p.Department!.Name, p.Status, p.PublishedNumber, p.WorkingSavedAt, db.Requests.Count(r => r.ProcedureId == p.Id), p.Stage, p.PlannedAt, drawable.Any(d => d.Id == p.Id)))
            .ToListAsync(cancel);
    }

    /// <summary>The departments for which the person may create procedures, by name.</summary>
    public async Task<IReadOnlyList<Department>> DepartmentsAsync(ClaimsPrincipal person, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await ProcedureAccess.Departments(db, person).AsNoTracking().OrderBy(d => d.Name).ToListAsync(cancel);
    }

    /// <summary>Creates a procedure.</summary>
    /// <param name="person">Who creates it.</param>
    /// <param name="title">Its title.</param>
    /// <param name="departmentId">The department in charge.</param>
    /// <param name="theme">Its theme.</param>
    /// <param name="start">The form that its own starts as; null for an empty one of one page.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Its id; null when the person may not create for this department.</returns>
    public async Task<Guid?> CreateAsync(ClaimsPrincipal person, string title, Guid departmentId, string theme, FormDefinition? start = null, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!await ProcedureAccess.Departments(db, person).AnyAsync(d => d.Id == departmentId, cancel)) return null;
        var wanted = FieldKeys.From(title, "demarche");
        var taken = await db.Procedures.Select(p => p.Slug).Where(s => s.StartsWith(wanted.Replace('_', '-'))).ToListAsync(cancel);
        var slug = FieldKeys.Free(wanted, k => taken.Contains(k.Replace('_', '-'))).Replace('_', '-');
        var department = await db.Departments.Where(d => d.Id == departmentId).Select(d => d.Name).FirstAsync(cancel);
        var procedure = new Procedure
        {
            Slug = slug, Title = title, Theme = theme, DepartmentId = departmentId,
            // What is usual, so that nothing the law asks is missing; the settings page changes it.
            Summary = $"{title.TrimEnd('.')}.",
            Purpose = "Traiter votre demande et vous répondre",
            LegalBasis = "Mission d’intérêt public (RGPD, article 6-1-e)",
            Recipients = $"Les agents du service {department}",
            Retention = "2 ans après la fin de la demande",
        };
        var form = start is null ? new FormDefinition { Key = slug, Title = title, Pages = [new Page { Key = "page_1", Title = "Votre demande" }] } : start with { Key = slug, Title = title };
        procedure.SaveWorking(DefinitionJson.Write(form), clock.UtcNow);
        db.Procedures.Add(procedure);
        await db.SaveChangesAsync(cancel);
        return procedure.Id;
    }

    /// <summary>Opens a procedure to draw it; null when it does not exist, or not for this person.</summary>
    public Task<OpenProcedure?> OpenAsync(Guid id, ClaimsPrincipal person, CancellationToken cancel = default) => OpenAsync(id, person, ProcedureAccess.Drawable, cancel);

    /// <summary>Opens a procedure to read its form over, and to draw it where the person may; null when it does not exist, or not for this person.</summary>
    public Task<OpenProcedure?> ReadAsync(Guid id, ClaimsPrincipal person, CancellationToken cancel = default) => OpenAsync(id, person, ProcedureAccess.Discussable, cancel);

    private async Task<OpenProcedure?> OpenAsync(Guid id, ClaimsPrincipal person, Func<GruContext, ClaimsPrincipal, IQueryable<Procedure>> reach, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var procedure = await reach(db, person).AsNoTracking().Include(p => p.Department).FirstOrDefaultAsync(p => p.Id == id, cancel);
        if (procedure is null) return null;
        var published = procedure.PublishedNumber is { } number
            ? await db.FormVersions.Where(v => v.ProcedureId == id && v.Number == number).Select(v => v.Definition).FirstOrDefaultAsync(cancel)
            : null;
        var reading = DefinitionJson.Read(procedure.WorkingDefinition);
        var empty = new FormDefinition { Key = procedure.Slug, Title = procedure.Title, Pages = [new Page { Key = "page_1", Title = "Votre demande" }] };
        return new OpenProcedure(
            procedure, reading.Definition ?? empty, published is null ? null : DefinitionJson.Read(published).Definition,
            reading.Definition is null ? reading.Problems : [], await LengthsAsync(db, id, cancel), TestCaseJson.Read(procedure.TestCases),
            await ProcedureAccess.Drawable(db, person).AnyAsync(p => p.Id == id, cancel));
    }

    private static async Task<IReadOnlyList<int>> LengthsAsync(GruContext db, Guid exceptOf, CancellationToken cancel)
    {
        var published = await db.FormVersions.Where(v => v.ProcedureId != exceptOf && v.Number == v.Procedure!.PublishedNumber).Select(v => v.Definition).ToListAsync(cancel);
        return [.. published.Select(json => DefinitionJson.Read(json).Definition).OfType<FormDefinition>().Select(f => f.AllFields().Count(q => q is InputField))];
    }

    /// <summary>Keeps the working form.</summary>
    /// <param name="id">The procedure.</param>
    /// <param name="person">Who saves.</param>
    /// <param name="form">The form.</param>
    /// <param name="stamp">The stamp that the person's copy started from; null to write over whatever is there.</param>
    /// <param name="cases">Its test cases, saved with it; null to leave them as they are.</param>
    /// <param name="moves">What became of the parts that threads are about; null for nothing.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<SaveResult> SaveAsync(Guid id, ClaimsPrincipal person, FormDefinition form, Guid? stamp, ImmutableArray<TestCase>? cases = null, IReadOnlyCollection<PartMove>? moves = null, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var procedure = await ProcedureAccess.Drawable(db, person).FirstOrDefaultAsync(p => p.Id == id, cancel);
        if (procedure is null) return new SaveResult(SaveOutcome.Gone);
        if (stamp is { } known && procedure.WorkingVersionStamp != known) return new SaveResult(SaveOutcome.SavedByAnother, At: procedure.WorkingSavedAt);
        var (stage, planned) = (procedure.Stage, procedure.PlannedAt);
        var json = DefinitionJson.Write(form);
        await KeptForms.EnterAsync(db, procedure, person, json, clock.UtcNow, cancel);
        Keep(procedure, form, json);
        await FollowAsync(db, id, moves ?? [], cancel);
        if (cases is { } kept) procedure.TestCases = TestCaseJson.Write(kept);
        if (procedure.Stage != stage)
        {
            var word = planned is { } at ? PublicationStep.PlanGone(clock, at) : "";
            db.PublicationSteps.Add(PublicationStep.Of(procedure, person, StepKind.Changed, clock.UtcNow, word));
        }

        return await WriteAsync(db, procedure, null, cancel);
    }

    /// <summary>Saves what stands around the form.</summary>
    /// <returns>False when it is out of this person's reach, or somebody saved at the same moment.</returns>
    public async Task<bool> SaveSettingsAsync(Guid id, ClaimsPrincipal person, ProcedureSettings settings, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var procedure = await ProcedureAccess.Drawable(db, person).FirstOrDefaultAsync(p => p.Id == id, cancel);
        if (procedure is null) return false;
        settings.ApplyTo(procedure);
        return (await WriteAsync(db, procedure, null, cancel)).Outcome == SaveOutcome.Done;
    }

    private static async Task FollowAsync(GruContext db, Guid id, IReadOnlyCollection<PartMove> moves, CancellationToken cancel)
    {
        if (moves.Count == 0) return;
        var ids = moves.Select(m => m.ThreadId).ToList();
        var threads = await db.Threads.Where(t => t.ProcedureId == id && ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancel);
        foreach (var move in moves) threads.GetValueOrDefault(move.ThreadId)?.Follow(move.Part);
    }

    private void Keep(Procedure procedure, FormDefinition form, string json)
    {
        procedure.SaveWorking(json, clock.UtcNow);
        // Citizens read the published title until the next publication; before the first there is only this one.
        if (procedure.PublishedNumber is null && !string.IsNullOrWhiteSpace(form.Title)) procedure.Title = form.Title;
    }

    internal static async Task<SaveResult> WriteAsync(GruContext db, Procedure procedure, int? number, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return new SaveResult(SaveOutcome.Done, procedure.WorkingVersionStamp, procedure.WorkingSavedAt, number, Standing: Standing.Of(procedure));
        }
        catch (DbUpdateConcurrencyException)
        {
            return new SaveResult(SaveOutcome.SavedByAnother, At: procedure.WorkingSavedAt);
        }
    }
}
