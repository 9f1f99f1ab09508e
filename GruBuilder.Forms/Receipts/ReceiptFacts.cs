using GruBuilder.Forms.Receipts.Law;

namespace GruBuilder.Forms.Receipts;

/// <summary>Everything that an acknowledgement states, and that the answers do not hold.</summary>
public sealed record ReceiptFacts
{
    /// <summary>The town that issues the receipt.</summary>
    public required TownFacts Town { get; init; }

    /// <summary>The department in charge (CRPA R112-11-1, 2°).</summary>
    public required DepartmentFacts Department { get; init; }

    /// <summary>The procedure's title, as citizens read it.</summary>
    public required string ProcedureTitle { get; init; }

    /// <summary>The number of the form's published version, from 1.</summary>
    public required int FormVersion { get; init; }

    /// <summary>The SHA-256 of that version's JSON, in hexadecimal.</summary>
    public required string FormSha256 { get; init; }

    /// <summary>The request's number, as it is read aloud.</summary>
    public required string RequestNumber { get; init; }

    /// <summary>Who asks; null when the request came without a name.</summary>
    public string? ApplicantName { get; init; }

    /// <summary>When the request arrived; its offset is the town's.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>What silence means.</summary>
    public required SilenceRegime Regime { get; init; }

    /// <summary>After how long. Null sets two months where a decision is asked for, and states no time where none is.</summary>
    public LegalPeriod? Period { get; init; }

    /// <summary>Whether an individual decision is asked for; where it is not, silence means rejection (L231-4, 1°).</summary>
    public bool IndividualDecision { get; init; } = true;

    /// <summary>How to contest a rejection (CJA R421-1).</summary>
    public AppealFacts Appeal { get; init; } = new();

    /// <summary>The town's own paragraph after the number; null for none.</summary>
    public string? Welcome { get; init; }

    /// <summary>The town's own wording on the attestation of L232-3; null takes the default.</summary>
    public string? AttestationText { get; init; }

    /// <summary>How personal data are handled (RGPD art. 13); null leaves the chapter out.</summary>
    public PrivacyFacts? Privacy { get; init; }

    /// <summary>The page on which the request is followed; null leaves the QR code out.</summary>
    public Uri? FollowUp { get; init; }

    /// <summary>How anyone checks the document; null leaves the chapter out.</summary>
    public VerificationFacts? Verification { get; init; }

    /// <summary>Who signs for the town; null leaves it to whoever acts.</summary>
    public SignatoryFacts? Signatory { get; init; }

    /// <summary>The answers as JSON, attached to the PDF as <c>demande.json</c>; null attaches nothing.</summary>
    public string? AnswersJson { get; init; }
}

/// <summary>A town as it signs its papers.</summary>
/// <param name="Name">Such as <c>Ville de Ronchin</c>.</param>
/// <param name="Address">Its lines.</param>
/// <param name="Web">Its site, as people read it.</param>
/// <param name="PrimaryColor">Its colour, <c>#RRGGBB</c>; one too light to read on white is darkened.</param>
/// <param name="Logo">Its logo; null for none.</param>
public sealed record TownFacts(string Name, IReadOnlyList<string> Address, string? Web = null, string PrimaryColor = "#0B5CAD", LogoFacts? Logo = null);

/// <summary>A logo, by its file.</summary>
/// <param name="Sha256">The SHA-256 of the file, in hexadecimal: <see cref="ReceiptDocument.Images"/> holds the picture under it.</param>
/// <param name="AlternativeText">What a person who does not see it is told.</param>
public sealed record LogoFacts(string Sha256, string AlternativeText);

/// <summary>A department and how to reach it.</summary>
/// <param name="Name">Such as <c>Service voirie</c>.</param>
/// <param name="Email">Its e-mail address.</param>
/// <param name="Telephone">Its telephone number.</param>
/// <param name="Address">The lines of its postal address.</param>
public sealed record DepartmentFacts(string Name, string? Email, string? Telephone, IReadOnlyList<string> Address);

/// <summary>The time limits and ways of appeal.</summary>
/// <param name="Text">The town's own wording; null takes the default, which names the mayor and the court.</param>
/// <param name="CourtName">The administrative court.</param>
/// <param name="CourtAddress">The lines of its postal address.</param>
public sealed record AppealFacts(string? Text = null, string? CourtName = null, IReadOnlyList<string>? CourtAddress = null);

/// <summary>The code that a document bears, and the page that tells whether it is the town's.</summary>
/// <param name="Code">As it is read aloud.</param>
/// <param name="Page">Where it is checked.</param>
public sealed record VerificationFacts(string Code, Uri Page);

/// <summary>Who signs a document.</summary>
/// <param name="Name">Given name and name.</param>
/// <param name="Capacity">Such as <c>Maire</c>, or <c>Adjointe à l’état civil</c>.</param>
public sealed record SignatoryFacts(string Name, string Capacity);

/// <summary>What article 13 of the RGPD asks to tell.</summary>
/// <param name="Controller">Who decides why and how the data are handled.</param>
/// <param name="Purpose">What they are for.</param>
/// <param name="LegalBasis">What allows it.</param>
/// <param name="Recipients">Who sees them.</param>
/// <param name="Retention">How long they are kept.</param>
/// <param name="OfficerContact">How to reach the data protection officer.</param>
public sealed record PrivacyFacts(
    string Controller, string Purpose, string LegalBasis, string Recipients, string Retention, string OfficerContact);
