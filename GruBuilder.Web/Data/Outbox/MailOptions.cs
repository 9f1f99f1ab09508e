using MailKit.Security;

namespace GruBuilder.Web.Data.Outbox;

/// <summary>How mails leave: section <c>Mail</c> of the configuration.</summary>
public sealed class MailOptions
{
    /// <summary>Sender's address; empty for the municipality's.</summary>
    public string From { get; set; } = "";

    /// <summary>The server; without a host, mails are written as files into the data directory.</summary>
    public SmtpOptions Smtp { get; set; } = new();
}

/// <summary>A mail server.</summary>
public sealed class SmtpOptions
{
    /// <summary>Name or address; empty for none.</summary>
    public string Host { get; set; } = "";

    /// <summary>Port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>User name; empty for none.</summary>
    public string User { get; set; } = "";

    /// <summary>Password.</summary>
    public string Password { get; set; } = "";

    /// <summary>How the connection is protected: Auto, None, SslOnConnect, StartTls, StartTlsWhenAvailable.</summary>
    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.Auto;
}
