using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Municipality;
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
}
