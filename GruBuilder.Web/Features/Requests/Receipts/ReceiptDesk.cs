using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Receipts;
using GruBuilder.Web.Features.Municipality;
using GruBuilder.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Requests.Receipts;

/// <summary>Makes the receipt of a request from the version, answers and town that it was made with.</summary>
public sealed class ReceiptDesk(FormPrograms programs, IReceiptWriter writer, MunicipalityProfile town, TownClock clock, SiteAddress site)
{
    /// <summary>What a receipt needs to have loaded.</summary>
    public static IQueryable<Request> WithAll(IQueryable<Request> requests) =>
        requests.AsNoTracking().Include(r => r.Account).Include(r => r.Department).Include(r => r.Procedure).Include(r => r.FormVersion);

    /// <summary>The receipt as a document.</summary>
    /// <param name="request">Loaded by <see cref="WithAll"/>.</param>
    public async Task<ReceiptDocument> ComposeAsync(Request request)
    {
        // The day of sending counts as today, so that an age stays what it was.
        var state = await programs.OpenAsync(request.FormVersionId, request.Answers, request.Account, clock.Day(request.SubmittedAt));
        return AcknowledgementComposer.Compose(FactsOf(request), AnswerOutline.Of(state));
    }

    /// <summary>The receipt as a PDF.</summary>
    public async Task<byte[]> WriteAsync(Request request)
    {
        using var stream = new MemoryStream();
        writer.Write(await ComposeAsync(request), stream);
        return stream.ToArray();
    }

    /// <summary>The file's name.</summary>
    public static string FileName(Request request) => $"recepisse-{request.Number}.pdf";

    private ReceiptFacts FactsOf(Request request)
    {
        var (procedure, department, version) = (request.Procedure!, request.Department!, request.FormVersion!);
        return new ReceiptFacts
        {
            Town = new TownFacts($"Ville de {town.Name}", Lines(town.PostalAddress), town.Website, town.Identity.Primary),
            Department = new DepartmentFacts(department.Name, department.Email, department.Telephone, Lines(department.PostalAddress)),
            ProcedureTitle = procedure.Title,
            FormVersion = version.Number,
            FormSha256 = version.Sha256,
            RequestNumber = request.Number,
            ApplicantName = request.Account!.FullName,
            SubmittedAt = clock.Local(request.SubmittedAt),
            Regime = procedure.Regime,
            Period = procedure.Period,
            Appeal = new AppealFacts(procedure.AppealText, town.Appeal.Court, Lines(town.Appeal.CourtAddress)),
            Privacy = new PrivacyFacts(town.PersonalData.Controller, procedure.Purpose, procedure.LegalBasis, procedure.Recipients, procedure.Retention, town.PersonalData.OfficerEmail),
            FollowUp = new Uri($"{site.Root}/mes-demandes/{request.Number}"),
            AnswersJson = request.Answers,
        };
    }

    private static string[] Lines(string address) => address.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
