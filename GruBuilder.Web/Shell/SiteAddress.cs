using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace GruBuilder.Web.Shell;

/// <summary>
/// This site's own address, for links in mails: <c>Site:Address</c> of the configuration, else where the server listens.
/// Never taken from a request, whose sender could have made it up.
/// </summary>
/// <param name="configuration">The configuration.</param>
/// <param name="server">The server.</param>
public sealed class SiteAddress(IConfiguration configuration, IServer server)
{
    /// <summary>Whether the configuration sets it.</summary>
    public bool IsConfigured => configuration["Site:Address"] is { Length: > 0 };

    /// <summary>The address, without a slash at the end.</summary>
    public string Root => (IsConfigured ? configuration["Site:Address"]! : Listening()).TrimEnd('/');

    /// <summary>The whole address of a path.</summary>
    /// <param name="path">Starts with a slash.</param>
    public string Of(string path) => Root + path;

    private string Listening()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
        return address.Replace("://[::]", "://localhost", StringComparison.Ordinal).Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal);
    }
}
