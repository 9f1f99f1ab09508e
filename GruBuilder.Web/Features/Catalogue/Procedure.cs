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
    public ProcedureStatus Status { get; set; } = ProcedureStatus.Draft;

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

    /// <summary>Keeps a definition as the one being drawn.</summary>
    /// <param name="json">The definition's JSON.</param>
    /// <param name="now">The moment.</param>
    public void SaveWorking(string json, DateTimeOffset now)
    {
        WorkingDefinition = json;
        WorkingVersionStamp = Guid.CreateVersion7(now);
        WorkingSavedAt = now;
        // A review and an approval hold for one exact form.
        if (StageSha256 is not null && StageSha256 != HashOf(json)) (Stage, StageSha256) = (FormStage.InReview, null);
    }

    /// <summary>Moves the form being drawn to a stage; from *reviewed* on, that holds for the form exactly as it is now.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="now">The moment.</param>
    public void MoveTo(FormStage stage, DateTimeOffset now)
    {
        (Stage, StageSha256) = (stage, stage is FormStage.Reviewed or FormStage.Approved ? HashOf(WorkingDefinition) : null);
        WorkingVersionStamp = Guid.CreateVersion7(now);
    }

    private static string HashOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    /// <summary>Publishes the definition being drawn as the next version. The caller adds nothing: saving the context keeps it.</summary>
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
        Status = ProcedureStatus.Published;
        MoveTo(FormStage.Draft, now);
        return version;
    }
}
