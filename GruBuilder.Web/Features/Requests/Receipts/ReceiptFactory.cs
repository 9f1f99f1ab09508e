using System.Text;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Receipts;
using GruBuilder.Forms.Receipts.Law;
using GruBuilder.Forms.Receipts.Pdf;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Catalogue;
using GruBuilder.Web.Features.Municipality;
using GruBuilder.Web.Shell;

namespace GruBuilder.Web.Features.Requests.Receipts;

/// <summary>Makes receipts at the moment of what they tell. Saving the context in which they are put keeps them.</summary>
public sealed partial class ReceiptFactory(IReceiptWriter writer, TownPapers papers, WordingDesk wording, MunicipalityProfile town, TownClock clock, SiteAddress site, ILogger<ReceiptFactory> logger)
{
    /// <summary>The acknowledgement of a request.</summary>
    /// <param name="request">The request, with its account and department.</param>
    /// <param name="procedure">What is asked for.</param>
    /// <param name="version">The form that was filled.</param>
    /// <param name="outline">The answers.</param>
    public IssuedReceipt Acknowledge(Request request, Procedure procedure, FormVersion version, AnswerOutline outline)
    {
        var facts = Numbered(wording.Current.ApplyTo(FactsOf(request, procedure, version)));
        return Issue(request, ReceiptKind.Acknowledgement, 1, facts, AcknowledgementComposer.Compose(facts, outline));
    }

    /// <summary>The acknowledgement that a request would get; it bears no code, and nobody keeps it.</summary>
    /// <param name="request">A request that nobody made, with its account and department.</param>
    /// <param name="procedure">What is asked for.</param>
    /// <param name="version">The form that was filled.</param>
    /// <param name="outline">The answers.</param>
    public ReceiptDocument Try(Request request, Procedure procedure, FormVersion version, AnswerOutline outline) =>
        AcknowledgementComposer.Compose(wording.Current.ApplyTo(FactsOf(request, procedure, version)), outline);

    /// <summary>The receipt of a later event.</summary>
    /// <param name="request">The request, with its department.</param>
    /// <param name="acknowledged">What the acknowledgement stated: the regime and the period stay those of that day.</param>
    /// <param name="happened">The event.</param>
    /// <param name="ordinal">1 for the first of its kind.</param>
    public IssuedReceipt Tell(Request request, ReceiptFacts acknowledged, LegalEvent happened, int ordinal)
    {
        var facts = Numbered(acknowledged with { Town = papers.Of(request.Department!), Department = Of(request.Department!), Signatory = papers.SignatoryOf(request.Department!) });
        return Issue(request, ReceiptKinds.Of(happened), ordinal, facts, LetterComposer.Compose(facts, happened));
    }

    /// <summary>A department as papers name it.</summary>
    public static DepartmentFacts Of(Department department) => new(department.Name, department.Email, department.Telephone, TownPapers.Lines(department.PostalAddress));

    /// <summary>How a procedure handles personal data.</summary>
    public PrivacyFacts PrivacyOf(Procedure procedure) =>
        new(town.PersonalData.Controller, procedure.Purpose, procedure.LegalBasis, procedure.Recipients, procedure.Retention, town.PersonalData.OfficerEmail);

    /// <summary>Facts to show wording with: the town's first department and a request that nobody made.</summary>
    /// <param name="regime">What silence means.</param>
    /// <param name="tried">The wording to try.</param>
    public ReceiptFacts Example(SilenceRegime regime, ReceiptWording tried)
    {
        ArgumentNullException.ThrowIfNull(tried);
        var profile = town.Departments.Count > 0 ? town.Departments[0] : new DepartmentProfile("", $"Mairie de {town.Name}", town.Email, town.Telephone, town.PostalAddress);
        var department = new Department { Key = profile.Key, Name = profile.Name, Email = profile.Email, Telephone = profile.Telephone, PostalAddress = profile.PostalAddress };
        return tried.ApplyTo(new ReceiptFacts
        {
            Town = papers.Of(department),
            Department = Of(department),
            ProcedureTitle = "Demander une place de stationnement",
            FormVersion = 1,
            FormSha256 = new string('0', 64),
            RequestNumber = RequestNumber.New(clock.Today).Format(),
            SubmittedAt = clock.Local(clock.UtcNow),
            Regime = regime,
            Appeal = new AppealFacts(null, town.Appeal.Court, TownPapers.Lines(town.Appeal.CourtAddress)),
        });
    }

    private IssuedReceipt Issue(Request request, ReceiptKind kind, int ordinal, ReceiptFacts facts, ReceiptDocument document)
    {
        var receipt = new IssuedReceipt
        {
            RequestId = request.Id,
            Kind = kind,
            Ordinal = ordinal,
            Code = facts.Verification!.Code,
            IssuedAt = document.Date,
            Facts = Encoding.UTF8.GetString(ReceiptJson.Write(facts)),
            Document = IssuedReceipt.Pack(document),
        };

        // Made once now, for its fingerprint. Whatever goes wrong there must not lose what it tells.
        try
        {
            using var pdf = new MemoryStream();
            writer.WriteUnsigned(papers.Illustrated(receipt.ReadDocument(request.Answers)), pdf);
            receipt.Fingerprints.Add(new ReceiptFingerprint { ReceiptId = receipt.Id, Sha256 = PdfFingerprint.Of(pdf.ToArray()), MadeAt = document.Date });
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            receipt.Owed = new OwedReceipt { ReceiptId = receipt.Id, Failures = 1, NextAttemptAt = clock.UtcNow + RepeatedWork.PauseAfter(1) };
            NotWritten(e, kind, request.Number);
        }

        return receipt;
    }

    private ReceiptFacts Numbered(ReceiptFacts facts)
    {
        var code = ReceiptCode.New();
        return facts with { Verification = new VerificationFacts(code, new Uri(site.Of($"/verifier/{code}"))) };
    }

    private ReceiptFacts FactsOf(Request request, Procedure procedure, FormVersion version) => new()
    {
        Town = papers.Of(request.Department!),
        Department = Of(request.Department!),
        ProcedureTitle = procedure.Title,
        FormVersion = version.Number,
        FormSha256 = version.Sha256,
        RequestNumber = request.Number,
        ApplicantName = request.Account!.FullName,
        SubmittedAt = clock.Local(request.SubmittedAt),
        Regime = procedure.Regime,
        Period = procedure.Period,
        Appeal = new AppealFacts(procedure.AppealText, town.Appeal.Court, TownPapers.Lines(town.Appeal.CourtAddress)),
        Privacy = PrivacyOf(procedure),
        FollowUp = new Uri(site.Of($"/mes-demandes/{request.Number}")),
        AnswersJson = request.Answers,
    };

    [LoggerMessage(LogLevel.Error, "The receipt {Kind} of request {Number} could not be written as a PDF; it is tried again, and when it is asked for.")]
    private partial void NotWritten(Exception exception, ReceiptKind kind, string number);
}
