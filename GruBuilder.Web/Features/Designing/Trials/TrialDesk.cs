using System.Security.Claims;
using GruBuilder.Forms.Analysis;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Receipts;
using GruBuilder.Web.Data.Outbox;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Catalogue;
using GruBuilder.Web.Features.Municipality;
using GruBuilder.Web.Features.Requests;
using GruBuilder.Web.Features.Requests.Receipts;

namespace GruBuilder.Web.Features.Designing.Trials;

/// <summary>What a form that is being drawn would give, sent with some answers. Nothing of it is kept.</summary>
/// <param name="Title">The procedure's title.</param>
/// <param name="IsMadeUp">The answers are examples; otherwise those that the person gave in the preview.</param>
/// <param name="State">The form with the answers, as agents see it.</param>
/// <param name="Receipt">The acknowledgement.</param>
/// <param name="Mail">The mail that would go with it.</param>
/// <param name="Blank">The form to print.</param>
public sealed record Trial(string Title, bool IsMadeUp, FormState State, ReceiptDocument Receipt, OutboxMail Mail, ReceiptDocument Blank);

/// <summary>Tries a form out to its end: receipt, mail, what agents see, the form on paper.</summary>
public sealed class TrialDesk(DesignDesk desk, DesignRooms rooms, IReferenceLists lists, ReceiptFactory receipts, TownPapers papers, IReceiptWriter writer, MunicipalityProfile town, TownClock clock)
{
    private const string Number = "ESSAI";

    /// <summary>Tries a procedure's form, as it is being drawn now; null when it does not exist, or not for this person.</summary>
    /// <param name="id">The procedure.</param>
    /// <param name="person">Who asks.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Trial?> OpenAsync(Guid id, ClaimsPrincipal person, CancellationToken cancel = default)
    {
        if (await desk.OpenAsync(id, person, cancel) is not { } open) return null;
        var (procedure, form) = (open.Procedure, rooms.Peek(id) ?? open.Form);
        var state = FormProgram.Compile(ReferenceLists.Fill(form, lists)).Open(clock.Today);
        var given = rooms.TrialOf(id, person);
        if (given is null) MadeUpAnswers.Fill(state);
        else AnswersJson.Read(state, given);
        var number = (procedure.PublishedNumber ?? 0) + 1;
        var version = new FormVersion { ProcedureId = id, Number = number, Definition = "", Sha256 = new string('0', 64), PublishedAt = clock.UtcNow, PublishedBy = "" };
        var request = RequestOf(procedure, version, AnswersJson.Write(state, includeHidden: false));
        var (subject, text) = Letters.Received(clock, request, procedure, "https://…");
        var facts = new BlankFormFacts(papers.Of(procedure.Department!), ReceiptFactory.Of(procedure.Department!), number, clock.Local(clock.UtcNow), receipts.PrivacyOf(procedure));
        return new Trial(
            procedure.Title, given is null, state,
            receipts.Try(request, procedure, version, AnswerOutline.Of(state)),
            Letters.Write(town, clock, request.Account!, subject, text, procedure.Department),
            BlankFormComposer.Compose(state.Program, facts));
    }

    /// <summary>A document as a PDF, unsigned: the town vouches for no trial.</summary>
    public byte[] Write(ReceiptDocument document)
    {
        using var stream = new MemoryStream();
        writer.WriteUnsigned(papers.Illustrated(document), stream);
        return stream.ToArray();
    }

    private Request RequestOf(Procedure procedure, FormVersion version, string answers)
    {
        var account = new Account { GivenName = "Camille", FamilyName = "Martin", Email = "camille.martin@exemple.fr" };
        return new Request
        {
            Number = Number, DraftId = Guid.Empty, AccountId = account.Id, Account = account, ProcedureId = procedure.Id, FormVersionId = version.Id, DepartmentId = procedure.DepartmentId,
            Department = procedure.Department, Answers = answers, SubmittedAt = clock.UtcNow, UpdatedAt = clock.UtcNow,
        };
    }
}
