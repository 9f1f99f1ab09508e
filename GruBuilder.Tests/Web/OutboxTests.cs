using System.Buffers;
using GruBuilder.Web.Data.Outbox;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace GruBuilder.Tests.Web;

public class OutboxTests
{
    [Fact]
    public async Task A_mail_reaches_the_server_once()
    {
        using var server = new Inbox();
        using var app = new MailApp(server.Port);
        await WriteAsync(app, "Demande 2611-ACEF-GHJK bien reçue");

        var message = await server.Received.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await app.Get<OutboxSender>().SendDueAsync();

        Assert.Equal("Demande 2611-ACEF-GHJK bien reçue", message.Subject);
        Assert.Equal("zoe@exemple.test", ((MailboxAddress)message.To[0]).Address);
        Assert.Equal("voirie@ronchin.test", ((MailboxAddress)message.ReplyTo[0]).Address);
        Assert.Contains("À bientôt", message.TextBody, StringComparison.Ordinal);
        Assert.Equal(1, server.Count);
    }

    [Fact]
    public async Task Without_a_server_a_mail_is_written_as_a_file()
    {
        using var app = new GruApp();
        var id = await WriteAsync(app, "Sans serveur");
        await app.Get<OutboxSender>().SendDueAsync();
        var file = Path.Combine(app.DataDirectory, "mail", $"{id}.eml");
        Assert.True(File.Exists(file));
        Assert.Equal("Sans serveur", (await MimeMessage.LoadAsync(file)).Subject);
    }

    [Fact]
    public async Task A_mail_that_cannot_leave_is_tried_again_later_and_later()
    {
        using var app = new MailApp(port: 1);
        var id = await WriteAsync(app, "Serveur absent");
        var sender = app.Get<OutboxSender>();
        await sender.SendDueAsync();
        await using var db = await app.OpenDatabaseAsync();
        var mail = await db.Outbox.SingleAsync(m => m.Id == id);
        Assert.Null(mail.SentAt);
        Assert.Equal(1, mail.Failures);
        Assert.NotNull(mail.LastError);
        Assert.InRange(mail.NextAttemptAt - DateTimeOffset.UtcNow, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(61));

        mail.NextAttemptAt = DateTimeOffset.UtcNow;
        await db.SaveChangesAsync();
        await sender.SendDueAsync();
        await db.Entry(mail).ReloadAsync();
        Assert.Equal(2, mail.Failures);
        Assert.InRange(mail.NextAttemptAt - DateTimeOffset.UtcNow, TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(121));
    }

    private static async Task<Guid> WriteAsync(GruApp app, string subject)
    {
        await using var db = await app.OpenDatabaseAsync();
        var mail = new OutboxMail
        {
            To = "zoe@exemple.test", ToName = "Zoé Petit", ReplyTo = "voirie@ronchin.test", Subject = subject, Body = "Bonjour Zoé,\n\nÀ bientôt\n", CreatedAt = DateTimeOffset.UtcNow,
        };
        db.Outbox.Add(mail);
        await db.SaveChangesAsync();
        return mail.Id;
    }

    private sealed class MailApp(int port) : GruApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Mail:Smtp:Host", "127.0.0.1");
            builder.UseSetting("Mail:Smtp:Port", port.ToString(System.Globalization.CultureInfo.InvariantCulture));
            builder.UseSetting("Mail:Smtp:Security", "None");
        }
    }

    /// <summary>A mail server that keeps what it receives.</summary>
    private sealed class Inbox : IDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private int _count;

        public Inbox()
        {
            Port = FreePort();
            var services = new ServiceProvider();
            services.Add(new Store(this));
            var options = new SmtpServerOptionsBuilder().ServerName("localhost").Port(Port).Build();
            _ = new SmtpServer.SmtpServer(options, services).StartAsync(_stop.Token);
        }

        public int Port { get; }

        public int Count => _count;

        public TaskCompletionSource<MimeMessage> Received { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Dispose()
        {
            _stop.Cancel();
            _stop.Dispose();
        }

        private static int FreePort()
        {
            using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
            listener.Start();
            return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        }

        private sealed class Store(Inbox inbox) : MessageStore
        {
            public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
            {
                Interlocked.Increment(ref inbox._count);
                using var stream = new MemoryStream(buffer.ToArray());
                inbox.Received.TrySetResult(await MimeMessage.LoadAsync(stream, cancellationToken));
                return SmtpResponse.Ok;
            }
        }
    }
}
