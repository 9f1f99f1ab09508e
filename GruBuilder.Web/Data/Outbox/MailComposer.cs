using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using GruBuilder.Forms.Receipts;
using GruBuilder.Web.Features.Municipality;
using GruBuilder.Web.Features.Requests;
using GruBuilder.Web.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;

namespace GruBuilder.Web.Data.Outbox;

/// <summary>
/// Makes a message of a mail: the same words as plain text and as HTML, and the document that goes with it in both. The HTML loads
/// nothing, is read without pictures, and sets no colour of text or ground, so that a dark mailbox stays dark.
/// </summary>
public sealed partial class MailComposer(IOptions<MailOptions> options, MunicipalityProfile town, TownClock clock, SiteAddress site, ILogger<MailComposer> logger)
{
    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(" \n\t\"'<>()«»");
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Makes the message.</summary>
    /// <param name="db">Where documents are kept.</param>
    /// <param name="mail">The mail.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<MimeMessage> ComposeAsync(GruContext db, OutboxMail mail, CancellationToken cancel)
    {
        var document = await DocumentAsync(db, mail, cancel);
        var text = document is null ? mail.Body : $"{mail.Body}\n\n{ReceiptText.Render(document)}";
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = clock.Local(mail.CreatedAt),
            MessageId = $"{mail.Id:N}@gru",
            Body = new MultipartAlternative { new TextPart("plain") { Text = text }, new TextPart("html") { Text = Html(mail, document) } },
        };
        message.From.Add(new MailboxAddress(town.ServiceName, options.Value.From.Length > 0 ? options.Value.From : town.Email));
        message.To.Add(new MailboxAddress(mail.ToName, mail.To));
        if (mail.ReplyTo is not null) message.ReplyTo.Add(MailboxAddress.Parse(mail.ReplyTo));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    // A document that does not read keeps no mail back: the page that the mail leads to tells the same.
    private async Task<ReceiptDocument?> DocumentAsync(GruContext db, OutboxMail mail, CancellationToken cancel)
    {
        if (mail.ReceiptId is not { } id || await db.Receipts.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancel) is not { } receipt) return null;
        try
        {
            return receipt.ReadDocument(Draft.NoAnswers);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            NotRead(e, mail.Id);
            return null;
        }
    }

    private string Html(OutboxMail mail, ReceiptDocument? document)
    {
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\"><title>")
            .Append(Encoder.Encode(mail.Subject))
            .Append("</title></head><body style=\"margin:0;padding:16px\"><div role=\"main\" style=\"max-width:640px;margin:0 auto;font:18px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif\"><h1 style=\"font-size:22px;line-height:1.3\">")
            .Append(Encoder.Encode(mail.Subject)).Append("</h1>");
        foreach (var paragraph in mail.Body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            html.Append("<p style=\"overflow-wrap:anywhere\">").Append(Linked(paragraph)).Append("</p>");
        }

        if (document is not null) html.Append("<hr style=\"margin:32px 0\">").Append(ReceiptHtml.RenderForMail(document, firstLevel: 2));
        return html.Append("</div></body></html>").ToString();
    }

    // Only this site's own addresses become links: whatever else somebody typed stays text.
    private string Linked(string text)
    {
        var root = site.Root + "/";
        var html = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var start = text.IndexOf(root, at, StringComparison.Ordinal);
            html.Append(Encoded(start < 0 ? text[at..] : text[at..start]));
            if (start < 0) break;
            var end = text.AsSpan(start).IndexOfAny(AddressEnds);
            var address = (end < 0 ? text[start..] : text[start..(start + end)]).TrimEnd('.', ',', ';', ':');
            html.Append("<a href=\"").Append(Encoder.Encode(address)).Append("\">").Append(Encoder.Encode(address)).Append("</a>");
            at = start + address.Length;
        }

        return html.ToString();
    }

    private static string Encoded(string text) => Encoder.Encode(text).Replace("&#xA;", "<br>", StringComparison.Ordinal);

    [LoggerMessage(LogLevel.Error, "The document that goes with mail {Id} does not read; the mail leaves without it.")]
    private partial void NotRead(Exception exception, Guid id);
}
