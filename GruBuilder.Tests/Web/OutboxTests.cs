using System.Buffers;
using AngleSharp;
using AngleSharp.Html.Dom;
using GruBuilder.Web.Data.Outbox;
using GruBuilder.Web.Features.Requests;
using GruBuilder.Web.Shell;
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
    public async Task A_mail_tells_the_same_as_text_and_as_HTML_with_the_receipt_in_both_and_nothing_from_elsewhere()
    {
        const string Hostile = "<img src=https://espion.test/p.gif onerror=alert(1)> & \"fin\"";
        using var server = new Inbox();
        using var app = new MailApp(server.Port);
        var answers = Requests.RoadAnswers.Replace("Un banc est cassé.", Hostile.Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal);
        var sent = await app.Get<RequestService>().SubmitAsync(await Requests.DraftAsync(app, answers), await app.PersonAsync(GruApp.Citizen));
        var request = await Requests.ReadAsync(app, sent!.Number!);

        var message = await server.Received.Task.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(["text/plain", "text/html"], Assert.IsType<MultipartAlternative>(message.Body).Select(p => p.ContentType.MimeType));
        var page = (IHtmlDocument)await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(message.HtmlBody));
        foreach (var told in new[] { request.Number, request.Department!.Name, request.Department.Telephone, "Bonjour Camille", "Gardez ce numéro", Hostile, "12 rue du Général-Leclerc", "Date de réception", $"/mes-demandes/{request.Number}", "/verifier/" })
        {
            Assert.Contains(told, message.TextBody, StringComparison.Ordinal);
            Assert.Contains(told, page.Body!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(message.Subject, page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Accusé de réception de votre demande", page.QuerySelector("h2")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("img, script, link, style, iframe, svg, form, [class], [onerror], [src]"));
        Assert.All(page.QuerySelectorAll("a"), a => Assert.StartsWith(app.Get<SiteAddress>().Root + "/", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.DoesNotMatch("[;\"](color|background)[a-z-]*:", message.HtmlBody);
    }

    [Fact]
    public async Task Only_this_sites_own_addresses_become_links()
    {
        using var server = new Inbox();
        using var app = new MailApp(server.Port);
        var own = app.Get<SiteAddress>().Of("/mes-demandes/2611-ACEF-GHJK");
        await WriteAsync(app, "Un <b>message</b>", $"Bonjour,\n\nLisez <b>tout</b> sur {own}.\nNon sur https://ailleurs.test/x ni javascript:alert(1).\n\nLa mairie\n");

        var message = await server.Received.Task.WaitAsync(TimeSpan.FromSeconds(20));

        var page = (IHtmlDocument)await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(message.HtmlBody));
        Assert.Equal([own], page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal(3, page.QuerySelectorAll("p").Length);
        Assert.Empty(page.QuerySelectorAll("b"));
        Assert.Contains("<b>tout</b>", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_does_not_read_keeps_no_mail_back()
    {
        using var server = new Inbox();
        using var app = new MailApp(server.Port);
        var request = await Requests.SendAsync(app);
        await server.Received.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Guid receipt;
        await using (var db = await app.OpenDatabaseAsync())
        {
            await db.Receipts.ExecuteUpdateAsync(set => set.SetProperty(r => r.Document, new byte[] { 1, 2, 3 }));
            receipt = await db.Receipts.Where(r => r.RequestId == request.Id).Select(r => r.Id).SingleAsync();
        }

        var id = await WriteAsync(app, "Sans document", receipt: receipt);
        await app.Get<OutboxSender>().SendDueAsync();
        await using var after = await app.OpenDatabaseAsync();
        Assert.Null((await after.Outbox.SingleAsync(m => m.Id == id)).LastError);
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

    private static async Task<Guid> WriteAsync(GruApp app, string subject, string body = "Bonjour Zoé,\n\nÀ bientôt\n", Guid? receipt = null)
    {
        await using var db = await app.OpenDatabaseAsync();
        var mail = new OutboxMail
        {
            To = "zoe@exemple.test", ToName = "Zoé Petit", ReplyTo = "voirie@ronchin.test", Subject = subject, Body = body, ReceiptId = receipt, CreatedAt = DateTimeOffset.UtcNow,
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
