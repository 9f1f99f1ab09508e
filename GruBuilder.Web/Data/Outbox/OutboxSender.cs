using GruBuilder.Web.Features.Municipality;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;

namespace GruBuilder.Web.Data.Outbox;

/// <summary>Sends the mails that are due.</summary>
/// <param name="contexts">The database.</param>
/// <param name="directory">Where mails go as files when there is no server.</param>
/// <param name="options">The server.</param>
/// <param name="composer">Makes messages.</param>
/// <param name="clock">The time.</param>
/// <param name="log">Where failures are told.</param>
public sealed class OutboxSender(IDbContextFactory<GruContext> contexts, DataDirectory directory, IOptions<MailOptions> options, MailComposer composer, TownClock clock, ILogger<OutboxSender> log)
{
    /// <summary>A mail that failed this often is left for a person to look at.</summary>
    public const int MostFailures = 12;

    private const int Batch = 50;

    /// <summary>Sends what is due. A mail that fails is tried again later: after 1, 2, 4… minutes, at most 6 hours.</summary>
    /// <returns>How many were sent.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var now = clock.UtcNow;
        var due = await db.Outbox.Where(m => m.SentAt == null && m.Failures < MostFailures && m.NextAttemptAt <= now).OrderBy(m => m.NextAttemptAt).Take(Batch).ToListAsync(cancel);
        if (due.Count == 0) return 0;
        using var smtp = new SmtpClient();
        var sent = 0;
        foreach (var mail in due)
        {
            if (!await TakeAsync(db, mail, cancel)) continue;
            try
            {
                await SendAsync(smtp, await composer.ComposeAsync(db, mail, cancel), mail.Id, cancel);
                mail.SentAt = clock.UtcNow;
                sent++;
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
            {
                mail.Failures++;
                mail.LastError = e.Message;
                mail.NextAttemptAt = clock.UtcNow + RepeatedWork.PauseAfter(mail.Failures);
                log.LogWarning("Mail {Id} was not sent ({Failures} times so far): {Message}", mail.Id, mail.Failures, e.Message);
                if (smtp.IsConnected) await smtp.DisconnectAsync(false, cancel);
            }

            // One by one: a mail that left is never sent again because a later one failed.
            await db.SaveChangesAsync(CancellationToken.None);
        }

        if (smtp.IsConnected) await smtp.DisconnectAsync(true, cancel);
        return sent;
    }

    /// <summary>Makes sure that no other sender has this mail in hand; one that dies with it leaves it to the others after a while.</summary>
    private async Task<bool> TakeAsync(GruContext db, OutboxMail mail, CancellationToken cancel)
    {
        var (seen, until) = (mail.NextAttemptAt, clock.UtcNow + TimeSpan.FromMinutes(5));
        var taken = await db.Outbox.Where(m => m.Id == mail.Id && m.SentAt == null && m.NextAttemptAt == seen).ExecuteUpdateAsync(s => s.SetProperty(m => m.NextAttemptAt, until), cancel);
        return taken == 1;
    }

    private async Task SendAsync(SmtpClient smtp, MimeMessage message, Guid id, CancellationToken cancel)
    {
        var server = options.Value.Smtp;
        if (server.Host.Length == 0)
        {
            await message.WriteToAsync(Path.Combine(directory.Mail, $"{id}.eml"), cancel);
            return;
        }

        if (!smtp.IsConnected)
        {
            smtp.Timeout = 20_000;
            await smtp.ConnectAsync(server.Host, server.Port, server.Security, cancel);
            if (server.User.Length > 0) await smtp.AuthenticateAsync(server.User, server.Password, cancel);
        }

        await smtp.SendAsync(message, cancel);
    }
}

/// <summary>Calls the sender every few seconds for as long as the application runs.</summary>
/// <param name="sender">The sender.</param>
/// <param name="time">The source of time.</param>
/// <param name="log">Where failures are told.</param>
public sealed class OutboxWorker(OutboxSender sender, TimeProvider time, ILogger<OutboxWorker> log) : RepeatedWork(TimeSpan.FromSeconds(3), time, log)
{
    /// <inheritdoc/>
    protected override Task RunOnceAsync(CancellationToken cancel) => sender.SendDueAsync(cancel);
}
