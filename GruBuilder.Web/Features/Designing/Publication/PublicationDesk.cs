using System.Collections.Immutable;
using System.Security.Claims;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.TestCases;
using GruBuilder.Forms.Validation;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Catalogue;
using GruBuilder.Web.Features.Municipality;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Designing.Publication;

/// <summary>What a reviewer looks at; each is ticked.</summary>
[Flags]
public enum ReviewPoints
{
    /// <summary>Nothing yet.</summary>
    None = 0,

    /// <summary>The wording is plain.</summary>
    PlainWording = 1,

    /// <summary>Everybody can fill it.</summary>
    Accessibility = 2,

    /// <summary>Each question says what its answer is for.</summary>
    PersonalData = 4,

    /// <summary>The linter's findings were looked at.</summary>
    Findings = 8,

    /// <summary>All of them.</summary>
    All = PlainWording | Accessibility | PersonalData | Findings,
}

/// <summary>What the publication menu shows beside the form.</summary>
/// <param name="MayReview">Whether the person may read it over.</param>
/// <param name="MayApprove">Whether the person may approve it.</param>
/// <param name="History">The steps, last first.</param>
public sealed record PublicationView(bool MayReview, bool MayApprove, IReadOnlyList<PublicationStep> History);

/// <summary>The way of a form to publication. Each operation checks the person's right on the object, and notes its step.</summary>
/// <param name="contexts">The database.</param>
/// <param name="lists">The reference lists.</param>
/// <param name="clock">The time.</param>
public sealed class PublicationDesk(IDbContextFactory<GruContext> contexts, IReferenceLists lists, TownClock clock)
{
    /// <summary>The longest word given with a step.</summary>
    public const int LongestWord = 1000;

    private const int MostSteps = 100;

    private static readonly TimeSpan FarthestPlan = TimeSpan.FromDays(366);

    /// <summary>What the menu shows; null when it is out of this person's reach.</summary>
    public async Task<PublicationView?> ViewAsync(Guid id, ClaimsPrincipal person, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!await ProcedureAccess.Discussable(db, person).AnyAsync(p => p.Id == id, cancel)) return null;
        var history = await db.PublicationSteps.AsNoTracking().Where(s => s.ProcedureId == id).OrderByDescending(s => s.At).Take(MostSteps).ToListAsync(cancel);
        return new PublicationView(
            await ProcedureAccess.Reviewable(db, person).AnyAsync(p => p.Id == id, cancel), await ProcedureAccess.Approvable(db, person).AnyAsync(p => p.Id == id, cancel),
            history);
    }

    /// <summary>Gives the form to communication to read over; the history says how the test cases stand then.</summary>
    public Task<SaveResult> SubmitAsync(Guid id, ClaimsPrincipal person, Guid stamp, string word = "", CancellationToken cancel = default) =>
        StepAsync(id, person, stamp, ProcedureAccess.Drawable, StepKind.Submitted, word, p =>
        {
            if (p.Stage != FormStage.Draft) return "La relecture est déjà demandée.";
            p.MoveTo(FormStage.InReview, clock.UtcNow);
            return null;
        }, cancel, p => RunsOf(p) is { IsEmpty: false } runs ? CaseRun.InWords(runs) : "");

    /// <summary>Notes that the form was read over. A reviewer need not wait to be asked.</summary>
    public Task<SaveResult> ReviewAsync(Guid id, ClaimsPrincipal person, Guid stamp, ReviewPoints points, string word = "", CancellationToken cancel = default) =>
        StepAsync(id, person, stamp, ProcedureAccess.Reviewable, StepKind.Reviewed, word, p =>
        {
            if (p.Stage is not (FormStage.Draft or FormStage.InReview)) return "Le formulaire est déjà relu.";
            if (points != ReviewPoints.All) return "Cochez chaque point une fois vérifié.";
            if (HasErrors(p)) return "Corrigez d’abord les points qui empêchent de publier.";
            p.MoveTo(FormStage.Reviewed, clock.UtcNow);
            return null;
        }, cancel);

    /// <summary>Sends the form back to who draws it, with a word; reviewers and those who approve may.</summary>
    public async Task<SaveResult> SendBackAsync(Guid id, ClaimsPrincipal person, Guid stamp, string word, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(word)) return Refuse("Dites en un mot ce qui est à corriger.");
        return await StepAsync(id, person, stamp, (db, who) => ProcedureAccess.Reviewable(db, who).Union(ProcedureAccess.Approvable(db, who)), StepKind.SentBack, word, p =>
        {
            if (p.Stage == FormStage.Draft) return "Le formulaire est déjà en cours de dessin.";
            p.MoveTo(FormStage.Draft, clock.UtcNow);
            return null;
        }, cancel);
    }

    /// <summary>Approves the form exactly as it is. Nobody approves what was not read over.</summary>
    public Task<SaveResult> ApproveAsync(Guid id, ClaimsPrincipal person, Guid stamp, string word = "", CancellationToken cancel = default) =>
        StepAsync(id, person, stamp, ProcedureAccess.Approvable, StepKind.Approved, word, p =>
        {
            if (p.Stage != FormStage.Reviewed) return p.Stage == FormStage.Approved ? "Le formulaire est déjà approuvé." : "Le formulaire doit d’abord être relu par la communication.";
            p.MoveTo(FormStage.Approved, clock.UtcNow);
            return null;
        }, cancel);

    /// <summary>Publishes the approved form as the procedure's next version: citizens fill it from now on.</summary>
    public async Task<SaveResult> PublishAsync(Guid id, ClaimsPrincipal person, Guid stamp, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (procedure, refusal) = await FindAsync(db, id, person, stamp, ProcedureAccess.Drawable, cancel);
        if (procedure is null) return refusal!;
        return Obstacle(procedure) ?? await PublishAsync(db, procedure, new Publisher(person.Id(), person.FullName()), "", cancel);
    }

    /// <summary>Plans to publish the approved form at a moment to come. Changing the form takes that back.</summary>
    /// <param name="id">The procedure.</param>
    /// <param name="person">Who plans it.</param>
    /// <param name="stamp">The stamp of the form that the person sees.</param>
    /// <param name="at">When.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<SaveResult> PlanAsync(Guid id, ClaimsPrincipal person, Guid stamp, DateTimeOffset at, CancellationToken cancel = default)
    {
        if (at <= clock.UtcNow) return Refuse("Ce moment est passé. Choisissez un jour et une heure à venir.");
        if (at > clock.UtcNow + FarthestPlan) return Refuse("Choisissez une date dans l’année qui vient.");
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (procedure, refusal) = await FindAsync(db, id, person, stamp, ProcedureAccess.Drawable, cancel);
        if (procedure is null) return refusal!;
        if (Obstacle(procedure) is { } obstacle) return obstacle;
        procedure.Plan(at, person.Id(), person.FullName(), clock.UtcNow);
        db.PublicationSteps.Add(PublicationStep.Of(procedure, person, StepKind.Planned, clock.UtcNow, $"Pour le {clock.DateAndHour(at)}"));
        return await DesignDesk.WriteAsync(db, procedure, null, cancel);
    }

    /// <summary>Gives up a planned publication; the approval stands.</summary>
    public Task<SaveResult> CancelPlanAsync(Guid id, ClaimsPrincipal person, Guid stamp, CancellationToken cancel = default) =>
        StepAsync(id, person, stamp, ProcedureAccess.Drawable, StepKind.PlanCancelled, "", p =>
        {
            if (p.PlannedAt is null) return "Aucune publication n’est prévue.";
            p.CancelPlan(clock.UtcNow);
            return null;
        }, cancel);

    internal async Task<SaveResult> PublishAsync(GruContext db, Procedure procedure, Publisher by, string word, CancellationToken cancel)
    {
        var sha = procedure.StageSha256;
        procedure.Title = DefinitionJson.Read(procedure.WorkingDefinition).Definition!.Title;
        var version = procedure.Publish(clock.UtcNow, by.Id, by.Name);
        db.FormVersions.Add(version);
        db.PublicationSteps.Add(PublicationStep.Of(procedure, by, StepKind.Published, clock.UtcNow, $"Version {version.Number}{word}", sha));
        return await DesignDesk.WriteAsync(db, procedure, version.Number, cancel);
    }

    /// <summary>Why the form cannot be published as it stands; null when it can.</summary>
    internal SaveResult? Obstacle(Procedure procedure) =>
        HasErrors(procedure) ? new SaveResult(SaveOutcome.HasErrors)
        : !procedure.IsApproved ? Refuse("Le formulaire doit être relu, puis approuvé, tel qu’il est maintenant.")
        : RunsOf(procedure).Where(r => !r.Passes).ToArray() is [var first, .. var others]
            ? Refuse($"L’essai «\u202f{first.Case.Name}\u202f» ne donne plus le résultat attendu\u202f: {first.Differences[0].Sentence}{(others.Length == 0 ? "" : others.Length == 1 ? " Un autre essai non plus." : $" {others.Length} autres essais non plus.")}")
        : null;

    private ImmutableArray<CaseRun> RunsOf(Procedure procedure)
    {
        if (TestCaseJson.Read(procedure.TestCases) is not { IsEmpty: false } cases || DefinitionJson.Read(procedure.WorkingDefinition).Definition is not { } form) return [];
        var program = FormProgram.Compile(ReferenceLists.Fill(form, lists));
        return [.. cases.Select(c => c.Run(program))];
    }

    private static SaveResult Refuse(string reason) => new(SaveOutcome.Refused, Reason: reason);

    private bool HasErrors(Procedure procedure) =>
        DefinitionJson.Read(procedure.WorkingDefinition).Definition is not { } form || FormLinter.Check(form, lists).Any(f => f.Severity == Severity.Error);

    private async Task<SaveResult> StepAsync(
        Guid id, ClaimsPrincipal person, Guid stamp, Func<GruContext, ClaimsPrincipal, IQueryable<Procedure>> reach, StepKind kind, string word, Func<Procedure, string?> step, CancellationToken cancel,
        Func<Procedure, string>? more = null)
    {
        word = word.Trim();
        if (word.Length > LongestWord) return Refuse($"Restez sous {LongestWord} caractères.");
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (procedure, refusal) = await FindAsync(db, id, person, stamp, reach, cancel);
        if (procedure is null) return refusal!;
        var planned = procedure.PlannedAt;
        if (step(procedure) is { } obstacle) return Refuse(obstacle);
        if (kind == StepKind.SentBack && planned is { } at) word = $"{word} {PublicationStep.PlanGone(clock, at)}";
        if (more is not null) word = $"{word} {more(procedure)}".Trim();
        db.PublicationSteps.Add(PublicationStep.Of(procedure, person, kind, clock.UtcNow, word));
        return await DesignDesk.WriteAsync(db, procedure, null, cancel);
    }

    // What a person may not even open does not exist for them; what they may open but not decide is refused with words.
    private static async Task<(Procedure? Procedure, SaveResult? Refusal)> FindAsync(
        GruContext db, Guid id, ClaimsPrincipal person, Guid stamp, Func<GruContext, ClaimsPrincipal, IQueryable<Procedure>> reach, CancellationToken cancel)
    {
        if (await ProcedureAccess.Discussable(db, person).FirstOrDefaultAsync(p => p.Id == id, cancel) is not { } procedure) return (null, new SaveResult(SaveOutcome.Gone));
        if (!await reach(db, person).AnyAsync(p => p.Id == id, cancel)) return (null, Refuse("Cette étape revient à quelqu’un d’autre."));
        return procedure.WorkingVersionStamp == stamp ? (procedure, null) : (null, new SaveResult(SaveOutcome.SavedByAnother, At: procedure.WorkingSavedAt));
    }
}
