using GruBuilder.Web.Features.Requests;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Tests.Web;

/// <summary>Requests to test with.</summary>
internal static class Requests
{
    public static string RoadAnswers => $$"""{"type_probleme":"autre","description":"Un banc est cassé.","rue":"12 rue du Général-Leclerc","date_constat":"{{Yesterday}}","rappel":false}""";

    public static string Yesterday => DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A draft of a road report with answers, ready to be sent.</summary>
    public static async Task<Guid> DraftAsync(GruApp app, string? answers = null, string email = GruApp.Citizen)
    {
        var id = await app.Get<RequestService>().BeginAsync("signaler-probleme-voirie", await app.PersonAsync(email)) ?? throw new InvalidOperationException("The procedure is not open.");
        await using var db = await app.OpenDatabaseAsync();
        (await db.Drafts.SingleAsync(d => d.Id == id)).Save(answers ?? RoadAnswers, "contact", DateTimeOffset.UtcNow);
        await db.SaveChangesAsync();
        return id;
    }

    /// <summary>A road report that was sent.</summary>
    public static async Task<Request> SendAsync(GruApp app, string email = GruApp.Citizen)
    {
        var sent = await app.Get<RequestService>().SubmitAsync(await DraftAsync(app, email: email), await app.PersonAsync(email));
        return await ReadAsync(app, sent!.Number!);
    }

    /// <summary>
    /// Road reports to be done that arrived before receipts were kept, which is the longest way for them to come out: each gets its own
    /// acknowledgement then. One more is in another state.
    /// </summary>
    /// <returns>Their numbers, oldest first.</returns>
    public static async Task<List<string>> SendManyAsync(GruApp app, int count)
    {
        var like = await SendAsync(app);
        await app.Get<RequestService>().ChangeStateAsync(like.Id, await app.PersonAsync(GruApp.RoadAgent), RequestState.InProgress, "");
        await using var db = await app.OpenDatabaseAsync();
        var numbers = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var at = like.SubmittedAt.AddSeconds(i);
            numbers.Add(RequestNumber.New(new DateOnly(2026, 11, 25)).Format());
            db.Requests.Add(new Request
            {
                Number = numbers[^1], DraftId = Guid.CreateVersion7(), AccountId = like.AccountId, ProcedureId = like.ProcedureId, FormVersionId = like.FormVersionId,
                DepartmentId = like.DepartmentId, Answers = like.Answers, KnownOfAccount = like.KnownOfAccount, SubmittedAt = at, UpdatedAt = at,
            });
        }

        await db.SaveChangesAsync();
        return numbers;
    }

    public static async Task<Request> ReadAsync(GruApp app, string number)
    {
        await using var db = await app.OpenDatabaseAsync();
        return await db.Requests.AsNoTracking().Include(r => r.Timeline).Include(r => r.Files).Include(r => r.Department).SingleAsync(r => r.Number == number);
    }
}
