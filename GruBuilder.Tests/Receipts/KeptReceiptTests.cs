using GruBuilder.Forms.Receipts.Law;
using GruBuilder.Forms.Receipts.Pdf;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Requests;
using GruBuilder.Web.Features.Requests.Receipts;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Tests.Receipts;

/// <summary>What a receipt stated when it was issued stays stated.</summary>
[Collection(WebTests.Name)]
public sealed class KeptReceiptTests : IDisposable
{
    private readonly GruApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Whatever_the_town_changes_afterwards_a_receipt_stays_the_same_bytes()
    {
        var request = await Requests.SendAsync(_app);
        var before = await AcknowledgementAsync(request);
        await using (var db = await _app.OpenDatabaseAsync())
        {
            var procedure = await db.Procedures.Include(p => p.Department).SingleAsync(p => p.Id == request.ProcedureId);
            (procedure.Title, procedure.Regime, procedure.AppealText) = ("Un nouveau titre", SilenceRegime.Acceptance, "Un nouveau texte");
            (procedure.Department!.Name, procedure.Department.Telephone) = ("Un nouveau service", "09 99 99 99 99");
            (await db.Users.SingleAsync(u => u.Id == request.AccountId)).FamilyName = "Nouveau";
            await db.SaveChangesAsync();
        }

        Assert.Equal(PdfFingerprint.Of(before), PdfFingerprint.Of(await AcknowledgementAsync(request)));
        Assert.DoesNotContain("ouveau", new TaggedPdf(before).Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_is_kept_with_its_request_and_with_the_fingerprint_of_its_file()
    {
        var request = await Requests.SendAsync(_app);
        var kept = Assert.Single(await _app.Get<ReceiptDesk>().OfAsync(request.Id));
        Assert.Equal(ReceiptKind.Acknowledgement, kept.Kind);
        var file = await AcknowledgementAsync(request);
        Assert.Equal(PdfFingerprint.Of(file), Assert.Single(kept.Fingerprints).Sha256);
        Assert.Contains(kept.Code, new TaggedPdf(file).Told, StringComparison.Ordinal);
        Assert.Equal(request.Number, kept.ReadFacts().RequestNumber);
    }

    [Fact]
    public async Task A_request_older_than_kept_receipts_gets_its_own_the_first_time_it_is_asked_for()
    {
        var request = await Requests.SendAsync(_app);
        await using (var db = await _app.OpenDatabaseAsync())
        {
            await db.Set<ReceiptFingerprint>().ExecuteDeleteAsync();
            await db.Receipts.ExecuteDeleteAsync();
        }

        var files = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => AcknowledgementAsync(request))));
        Assert.All(files, file => Assert.Equal(PdfFingerprint.Of(files[0]), PdfFingerprint.Of(file)));
        Assert.Single(await _app.Get<ReceiptDesk>().OfAsync(request.Id));
    }

    [Fact]
    public async Task Each_step_that_the_law_wants_told_leaves_its_receipt()
    {
        var request = await Requests.SendAsync(_app);
        var service = _app.Get<RequestService>();
        var (agent, citizen) = (await _app.PersonAsync(GruApp.RoadAgent), await _app.PersonAsync(GruApp.Citizen));
        await service.ChangeStateAsync(request.Id, agent, RequestState.WaitingForCitizen, "- Une photo du banc\n- Le numéro de la rue");
        await service.ReplyAsync(request.Id, citizen, "La voici.");
        await service.ChangeStateAsync(request.Id, agent, RequestState.Refused, "Ce banc n’est pas à la ville.");
        await service.ChangeStateAsync(request.Id, agent, RequestState.InProgress, "");
        await service.ChangeStateAsync(request.Id, agent, RequestState.Refused, "Toujours pas.");

        var kept = await _app.Get<ReceiptDesk>().OfAsync(request.Id);
        Assert.Equal(
            [ReceiptKind.Acknowledgement, ReceiptKind.CompletionAsked, ReceiptKind.CompletionReceived, ReceiptKind.Refused, ReceiptKind.Refused],
            kept.Select(r => r.Kind));
        Assert.Equal([1, 1, 1, 1, 2], kept.Select(r => r.Ordinal));
        var asked = await ToldAsync(kept[1], request);
        Assert.Contains("Une photo du banc\n", asked, StringComparison.Ordinal);
        Assert.Contains("Le numéro de la rue", asked, StringComparison.Ordinal);
        Assert.Contains("Samir Haddad", await ToldAsync(kept[3], request), StringComparison.Ordinal);
        Assert.Equal("decision-refus-" + request.Number + "-2.pdf", ReceiptDesk.FileName(kept[4], request.Number));
    }

    [Fact]
    public async Task Rules_see_the_account_as_it_was_when_the_request_was_sent()
    {
        var request = await Requests.SendAsync(_app);
        Assert.Equal("{}", request.KnownOfAccount);
        var sent = new Request
        {
            Number = request.Number, DraftId = request.DraftId, AccountId = request.AccountId, ProcedureId = request.ProcedureId, FormVersionId = request.FormVersionId,
            DepartmentId = request.DepartmentId, Answers = request.Answers, SubmittedAt = request.SubmittedAt, UpdatedAt = request.UpdatedAt,
            KnownOfAccount = """{"Email":"avant@exemple.fr","SignedIn":"true"}""",
        };
        var state = await _app.Get<FormPrograms>().OpenAsync(sent);
        Assert.Equal("avant@exemple.fr", state.Circumstances.Of(GruBuilder.Forms.Definitions.AccountAttribute.Email).AsText);
    }

    [Fact]
    public async Task The_attestation_is_had_once_silence_has_accepted_and_only_then()
    {
        await using (var db = await _app.OpenDatabaseAsync())
        {
            (await db.Procedures.SingleAsync(p => p.Slug == "signaler-probleme-voirie")).Regime = SilenceRegime.Acceptance;
            await db.SaveChangesAsync();
        }

        var (early, waiting, accepted) = (await Requests.SendAsync(_app), await Requests.SendAsync(_app), await Requests.SendAsync(_app));
        var desk = _app.Get<ReceiptDesk>();
        await _app.Get<RequestService>().ChangeStateAsync(waiting.Id, await _app.PersonAsync(GruApp.RoadAgent), RequestState.WaitingForCitizen, "Une photo");
        var yesterday = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-2);
        await using (var db = await _app.OpenDatabaseAsync())
        {
            await db.Requests.Where(r => r.Id == waiting.Id || r.Id == accepted.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.SilenceOn, yesterday));
        }

        Assert.Null(await desk.AttestAsync(early.Id));
        Assert.Null(await desk.AttestAsync(waiting.Id));
        var attested = await desk.AttestAsync(accepted.Id);
        Assert.Equal(attested!.Code, (await desk.AttestAsync(accepted.Id))!.Code);
        Assert.Contains("L232-3", await ToldAsync(attested, accepted), StringComparison.Ordinal);
        using var visitor = new Visitor(_app);
        await visitor.SignInAsAsync(GruApp.Citizen);
        Assert.Equal(404, await StatusAsync(visitor, $"/mes-demandes/{early.Number}/attestation.pdf"));
        Assert.Equal(200, await StatusAsync(visitor, $"/mes-demandes/{accepted.Number}/attestation.pdf"));
    }

    [Fact]
    public async Task What_arrives_moves_the_day_on_which_silence_becomes_a_decision()
    {
        await using (var db = await _app.OpenDatabaseAsync())
        {
            (await db.Procedures.SingleAsync(p => p.Slug == "signaler-probleme-voirie")).Regime = SilenceRegime.Acceptance;
            await db.SaveChangesAsync();
        }

        var request = await Requests.SendAsync(_app);
        var service = _app.Get<RequestService>();
        await service.ChangeStateAsync(request.Id, await _app.PersonAsync(GruApp.RoadAgent), RequestState.WaitingForCitizen, "Une photo");
        await using (var db = await _app.OpenDatabaseAsync())
        {
            await db.Requests.Where(r => r.Id == request.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.SilenceOn, new DateOnly(2026, 1, 1)));
        }

        await service.ReplyAsync(request.Id, await _app.PersonAsync(GruApp.Citizen), "La voici.");
        var after = await Requests.ReadAsync(_app, request.Number);
        Assert.Equal(request.SilenceOn, after.SilenceOn);
        Assert.Null(after.CompletionUntil);
    }

    [Fact]
    public async Task A_request_passed_on_is_closed_and_its_citizen_told_by_a_document_and_a_mail()
    {
        var request = await Requests.SendAsync(_app);
        var service = _app.Get<RequestService>();
        var to = new GruBuilder.Forms.Receipts.DepartmentFacts("Métropole européenne de Lille", null, "0320000000", ["59000 Lille"]);
        Assert.False(await service.PassOnAsync(request.Id, await _app.PersonAsync(GruApp.CivilAgent), to, ""));
        Assert.True(await service.PassOnAsync(request.Id, await _app.PersonAsync(GruApp.RoadAgent), to, "Cette voie est la leur."));
        Assert.Equal(RequestState.Closed, (await Requests.ReadAsync(_app, request.Number)).State);
        Assert.Contains("Métropole européenne de Lille", await ToldAsync((await _app.Get<ReceiptDesk>().OfAsync(request.Id))[1], request), StringComparison.Ordinal);
        await using var db = await _app.OpenDatabaseAsync();
        Assert.True(await db.Outbox.AnyAsync(m => m.Subject.Contains(request.Number) && m.Body.Contains("Métropole européenne de Lille")));
    }

    [Fact]
    public async Task Only_who_may_see_the_request_gets_its_documents()
    {
        var request = await Requests.SendAsync(_app);
        var code = Assert.Single(await _app.Get<ReceiptDesk>().OfAsync(request.Id)).Code;
        foreach (var (email, citizen, agent) in new[] { (GruApp.Citizen, 200, 403), (GruApp.RoadAgent, 404, 200), (GruApp.CivilAgent, 404, 404), (GruApp.Administrator, 404, 403) })
        {
            using var visitor = new Visitor(_app);
            await visitor.SignInAsAsync(email);
            foreach (var document in new[] { "recepisse.pdf", $"documents/{code}.pdf", "dossier.pdf", "ticket.pdf" })
            {
                Assert.Equal(citizen, await StatusAsync(visitor, $"/mes-demandes/{request.Number}/{document}"));
                Assert.Equal(agent, await StatusAsync(visitor, $"/agent/demandes/{request.Number}/{document}"));
            }
        }
    }

    [Fact]
    public async Task A_selection_holds_only_what_the_agent_may_see_and_a_form_to_print_is_open_to_all()
    {
        var (one, two) = (await Requests.SendAsync(_app), await Requests.SendAsync(_app));
        var selection = $"/agent/demandes/recepisses.pdf?numero={one.Number}&numero={two.Number}";
        foreach (var (email, status) in new[] { (GruApp.RoadAgent, 200), (GruApp.CivilAgent, 404), (GruApp.Citizen, 403) })
        {
            using var visitor = new Visitor(_app);
            await visitor.SignInAsAsync(email);
            Assert.Equal(status, await StatusAsync(visitor, selection));
            if (status != 200) continue;
            using var pdf = new TaggedPdf(await (await visitor.RawAsync(selection)).Content.ReadAsByteArrayAsync());
            Assert.All([one.Number, two.Number], number => Assert.Contains(number, pdf.Told, StringComparison.Ordinal));
            Assert.Equal(400, await StatusAsync(visitor, "/agent/demandes/recepisses.pdf?" + string.Join('&', Enumerable.Range(0, SelectionEndpoints.MostInOne + 1).Select(_ => $"numero={RequestNumber.New(new DateOnly(2026, 11, 25))}"))));
        }

        using var nobody = new Visitor(_app);
        Assert.Equal(200, await StatusAsync(nobody, "/demarches/acte-naissance/formulaire.pdf"));
        Assert.Equal(404, await StatusAsync(nobody, "/demarches/inconnue/formulaire.pdf"));
    }

    private static async Task<int> StatusAsync(Visitor visitor, string path)
    {
        using var response = await visitor.RawAsync(path);
        return response.RequestMessage!.RequestUri!.AbsolutePath == "/acces-refuse" ? 403 : (int)response.StatusCode;
    }

    private async Task<byte[]> AcknowledgementAsync(Request request)
    {
        var desk = _app.Get<ReceiptDesk>();
        return await desk.WriteAsync(await desk.AcknowledgementAsync(request.Id), request.Answers);
    }

    private async Task<string> ToldAsync(IssuedReceipt receipt, Request request)
    {
        using var pdf = new TaggedPdf(await _app.Get<ReceiptDesk>().WriteAsync(receipt, request.Answers));
        return pdf.Told;
    }
}
