using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Catalogue;
using GruBuilder.Web.Features.Municipality;
using GruBuilder.Web.Features.Requests;
using GruBuilder.Web.Features.Requests.Receipts;

namespace GruBuilder.Web.Data.Outbox;

/// <summary>Words a mail: greeting, what changed, what to do, and who signs with which telephone number.</summary>
public static class Letters
{
    /// <summary>Writes a mail to a person; adding it to the context's outbox sends it.</summary>
    /// <param name="town">The town.</param>
    /// <param name="clock">The time.</param>
    /// <param name="to">The person.</param>
    /// <param name="subject">What changed, and the number.</param>
    /// <param name="text">First line: what to do.</param>
    /// <param name="signedBy">The department that signs and gets the answers, or null for the town.</param>
    /// <param name="receipt">The receipt whose document goes with it, or null.</param>
    public static OutboxMail Write(MunicipalityProfile town, TownClock clock, Account to, string subject, string text, Department? signedBy = null, IssuedReceipt? receipt = null)
    {
        var now = clock.UtcNow;
        return new OutboxMail
        {
            To = to.Email ?? throw new InvalidOperationException($"Account {to.Id} has no e-mail: give it one before writing to it."),
            ToName = to.FullName,
            ReplyTo = signedBy?.Email,
            Subject = subject,
            Body = $"Bonjour {to.GivenName},\n\n{text}\n\n{signedBy?.Name ?? town.ServiceName}\n{(signedBy is null ? town.PostalAddress : $"Mairie de {town.Name}")}\nTéléphone : {signedBy?.Telephone ?? town.Telephone}\n",
            ReceiptId = receipt?.Id,
            CreatedAt = now,
            NextAttemptAt = now,
        };
    }

    /// <summary>What the mail says that tells that a request has arrived.</summary>
    /// <param name="clock">The time.</param>
    /// <param name="request">The request.</param>
    /// <param name="procedure">What is asked for.</param>
    /// <param name="page">The address of the request's page.</param>
    public static (string Subject, string Text) Received(TownClock clock, Request request, Procedure procedure, string page) => (
        $"Demande {request.Number} bien reçue",
        $"Gardez ce numéro : {request.Number}. Suivez votre demande et téléchargez votre accusé de réception sur {page}\n\n{procedure.Title}\nReçue le {clock.DateAndHour(request.SubmittedAt)}.{(procedure.ExpectedDelay.Length > 0 ? $"\n{procedure.ExpectedDelay}" : "")}");
}
