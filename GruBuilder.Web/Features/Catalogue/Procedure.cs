using System.Security.Cryptography;
using System.Text;
using GruBuilder.Forms.Receipts.Law;
using GruBuilder.Web.Features.Municipality;

namespace GruBuilder.Web.Features.Catalogue;

/// <summary>Where a procedure stands.</summary>
public enum ProcedureStatus
{
    /// <summary>Being drawn; citizens do not see it.</summary>
    Draft,

    /// <summary>Open to citizens.</summary>
    Published,

    /// <summary>Closed: kept for its requests, no longer in the catalogue.</summary>
    Retired,
}

/// <summary>Where the form being drawn stands on its way to publication.</summary>
public enum FormStage
{
    /// <summary>Being drawn.</summary>
    Draft,

    /// <summary>Waiting to be read over by communication.</summary>
    InReview,

    /// <summary>Read over; waiting for the service head.</summary>
    Reviewed,

    /// <summary>Approved: may be published as it stands.</summary>
    Approved,
}

/// <summary>What a citizen can ask for: its form, its department, its legal regime.</summary>
public sealed class Procedure
{
    /// <summary>Identifier.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Part of its web address: lower case, digits and hyphens; unique.</summary>
    public required string Slug { get; init; }

    /// <summary>Title: a verb and its object.</summary>
    public required string Title { get; set; }

    /// <summary>What it is, in one or two sentences.</summary>
    public string Summary { get; set; } = "";

    /// <summary>One of the themes of the municipality.</summary>
    public string Theme { get; set; } = "";

    /// <summary>Further words by which people look for it.</summary>
    public List<string> Keywords { get; set; } = [];

    /// <summary>The department in charge.</summary>
    public required Guid DepartmentId { get; set; }

    /// <summary>The department in charge; null unless loaded.</summary>
    public Department? Department { get; set; }

    /// <summary>What silence comes to mean.</summary>
    public SilenceRegime Regime { get; set; } = SilenceRegime.Acceptance;

    /// <summary>Length of the period of silence, in <see cref="PeriodUnit"/>.</summary>
    public int PeriodCount { get; set; } = 2;

    /// <summary>How the period of silence is counted.</summary>
    public PeriodUnit PeriodUnit { get; set; } = PeriodUnit.Months;

    /// <summary>How long it usually takes, as a text.</summary>
    public string ExpectedDelay { get; set; } = "";

    /// <summary>What to have ready before starting.</summary>
    public List<string> DocumentsToHave { get; set; } = [];

    /// <summary>Personal data: what it is used for.</summary>
    public string Purpose { get; set; } = "";

    /// <summary>Personal data: the legal basis.</summary>
    public string LegalBasis { get; set; } = "";

    /// <summary>Personal data: who receives it.</summary>
    public string Recipients { get; set; } = "";

    /// <summary>Personal data: how long it is kept.</summary>
    public string Retention { get; set; } = "";

    /// <summary>Ways of appeal, where the town's usual text does not fit; else null.</summary>
    public string? AppealText { get; set; }

    /// <summary>The definition being drawn, as JSON.</summary>
    public string WorkingDefinition { get; private set; } = "";

    /// <summary>Changes with each saved draft, so that two people cannot overwrite each other unseen.</summary>
    public Guid WorkingVersionStamp { get; private set; } = Guid.CreateVersion7();

    /// <summary>When the definition being drawn was last saved.</summary>
    public DateTimeOffset WorkingSavedAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public ProcedureStatus Status { get; private set; } = ProcedureStatus.Draft;

    /// <summary>When it was withdrawn from the catalogue; null while it is not.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>Why it was withdrawn, in words for citizens; empty while it is not.</summary>
    public string RetirementReason { get; private set; } = "";

    /// <summary>The procedure that takes its place, or null.</summary>
    public Guid? SuccessorId { get; private set; }

    /// <summary>The procedure that takes its place; null unless loaded.</summary>
    public Procedure? Successor { get; private set; }

    /// <summary>Number of the version that citizens fill, or null before the first publication.</summary>
    public int? PublishedNumber { get; private set; }

    /// <summary>The published versions; empty unless loaded.</summary>
    public List<FormVersion> Versions { get; } = [];

    /// <summary>The period of silence.</summary>
    public LegalPeriod Period => new(PeriodCount, PeriodUnit);

    /// <summary>Whether citizens find it in the catalogue.</summary>
    public bool IsOpen => PublishedNumber is not null && Status is ProcedureStatus.Published;

    /// <summary>Where the form being drawn stands.</summary>
    public FormStage Stage { get; private set; }

    /// <summary>SHA-256 of the exact form that was read over or approved; null at the other stages.</summary>
    public string? StageSha256 { get; private set; }

    /// <summary>When the approved form is to be published by itself; null when that is not planned.</summary>
    public DateTimeOffset? PlannedAt { get; private set; }

    /// <summary>Who planned it.</summary>
    public Guid? PlannedById { get; private set; }

    /// <summary>Name of who planned it; empty when nothing is planned.</summary>
    public string PlannedBy { get; private set; } = "";

    /// <summary>The recorded test cases of the form being drawn, as JSON; empty for none.</summary>
    public string TestCases { get; set; } = "";

    /// <summary>Whether the form being drawn is approved, exactly as it is now.</summary>
    public bool IsApproved => Stage == FormStage.Approved && StageSha256 == HashOf(WorkingDefinition);

    /// <summary>Keeps a definition as the one being drawn.</summary>
    /// <param name="json">The definition's JSON.</param>
    /// <param name="now">The moment.</param>
    public void SaveWorking(string json, DateTimeOffset now)
    {
        WorkingDefinition = json;
        WorkingVersionStamp = Guid.CreateVersion7(now);
        WorkingSavedAt = now;
        // A review and an approval hold for one exact form.
        if (StageSha256 is null || StageSha256 == HashOf(json)) return;
        (Stage, StageSha256) = (FormStage.InReview, null);
        ForgetPlan();
    }

    /// <summary>Moves the form being drawn to a stage; from *reviewed* on, that holds for the form exactly as it is now.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="now">The moment.</param>
    public void MoveTo(FormStage stage, DateTimeOffset now)
    {
        (Stage, StageSha256) = (stage, stage is FormStage.Reviewed or FormStage.Approved ? HashOf(WorkingDefinition) : null);
        WorkingVersionStamp = Guid.CreateVersion7(now);
        ForgetPlan();
    }

    /// <summary>Plans to publish the form exactly as it is approved. A change of the form, or of its stage, takes that back.</summary>
    /// <param name="at">When.</param>
    /// <param name="byId">Who plans it.</param>
    /// <param name="byName">Their name.</param>
    /// <param name="now">The moment.</param>
    /// <exception cref="InvalidOperationException">The form is not approved.</exception>
    public void Plan(DateTimeOffset at, Guid? byId, string byName, DateTimeOffset now)
    {
        if (!IsApproved) throw new InvalidOperationException($"The form of procedure '{Slug}' is {Stage}: only one approved as it is can be planned.");
        (PlannedAt, PlannedById, PlannedBy) = (at, byId, byName);
        WorkingVersionStamp = Guid.CreateVersion7(now);
    }

    /// <summary>Gives up what was planned; the approval stands.</summary>
    /// <param name="now">The moment.</param>
    public void CancelPlan(DateTimeOffset now)
    {
        ForgetPlan();
        WorkingVersionStamp = Guid.CreateVersion7(now);
    }

    private void ForgetPlan() => (PlannedAt, PlannedById, PlannedBy) = (null, null, "");

    private static string HashOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    /// <summary>Withdraws it from the catalogue. Requests already sent go on.</summary>
    /// <param name="reason">Why, in words for citizens.</param>
    /// <param name="successorId">The procedure that takes its place, or null.</param>
    /// <param name="now">The moment.</param>
    /// <exception cref="InvalidOperationException">Citizens do not find it in the catalogue.</exception>
    public void Retire(string reason, Guid? successorId, DateTimeOffset now)
    {
        if (!IsOpen) throw new InvalidOperationException($"Procedure '{Slug}' is {Status} and cannot be withdrawn: only a published one can.");
        (Status, RetiredAt, RetirementReason, SuccessorId) = (ProcedureStatus.Retired, now, reason, successorId);
    }

    /// <summary>Opens it to citizens again, with the version published last.</summary>
    /// <exception cref="InvalidOperationException">It is not withdrawn.</exception>
    public void Reopen()
    {
        if (Status != ProcedureStatus.Retired) throw new InvalidOperationException($"Procedure '{Slug}' is {Status} and cannot be reopened: only a withdrawn one can.");
        (Status, RetiredAt, RetirementReason, SuccessorId) = (ProcedureStatus.Published, null, "", null);
    }

    /// <summary>
    /// Publishes the definition being drawn as the next version. The caller adds nothing: saving the context keeps it. A withdrawn
    /// procedure stays withdrawn: opening it again is a decision of its own.
    /// </summary>
    /// <param name="now">The moment.</param>
    /// <param name="byId">Who publishes, or null for the application itself.</param>
    /// <param name="byName">Their name.</param>
    /// <returns>The new version; from now on it never changes.</returns>
    /// <exception cref="InvalidOperationException">There is no definition to publish.</exception>
    public FormVersion Publish(DateTimeOffset now, Guid? byId, string byName)
    {
        if (WorkingDefinition.Length == 0)
        {
            throw new InvalidOperationException($"Procedure '{Slug}' has no definition to publish: save a working definition first.");
        }

        var version = new FormVersion
        {
            ProcedureId = Id,
            Number = (PublishedNumber ?? 0) + 1,
            Definition = WorkingDefinition,
            Sha256 = HashOf(WorkingDefinition),
            PublishedAt = now,
            PublishedById = byId,
            PublishedBy = byName,
        };
        Versions.Add(version);
        PublishedNumber = version.Number;
        if (Status == ProcedureStatus.Draft) Status = ProcedureStatus.Published;
        MoveTo(FormStage.Draft, now);
        return version;
    }
}
