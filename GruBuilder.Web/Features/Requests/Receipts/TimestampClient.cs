using System.Globalization;
using System.Net.Http.Headers;
using GruBuilder.Forms.Receipts.Pdf;

namespace GruBuilder.Web.Features.Requests.Receipts;

/// <summary>
/// Reaches the authority that <c>Receipts:Timestamp</c> names (RFC 3161 over HTTP). A receipt never waits for it longer than
/// <c>Receipts:TimestampSeconds</c>, and is signed without a time stamp where it does not answer.
/// </summary>
public sealed partial class TimestampClient
{
    private const string Client = "timestamps";
    private const int LongestAnswer = 64 * 1024;
    private const int UsualBound = 3;
    private const int LongestBound = 30;

    // Thousands of receipts of an export do not each wait for an authority that is out of order.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly IHttpClientFactory _clients;
    private readonly Uri _address;
    private readonly TimeSpan _bound;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private long _pausedUntil;

    private TimestampClient(IHttpClientFactory clients, Uri address, TimeSpan bound, TimeProvider time, ILogger logger) =>
        (_clients, _address, _bound, _time, _logger, Authority) = (clients, address, bound, time, logger, new TimestampAuthority(Ask, GiveUp));

    /// <summary>The authority, for a seal.</summary>
    public TimestampAuthority Authority { get; }

    /// <summary>The client of the authority that is configured; null when none is.</summary>
    /// <exception cref="InvalidOperationException">The settings are not usable; the message says what to do.</exception>
    public static TimestampClient? From(IConfiguration configuration, IHttpClientFactory clients, TimeProvider time, ILogger logger)
    {
        if (configuration["Receipts:Timestamp"] is not { Length: > 0 } named) return null;
        if (!Uri.TryCreate(named, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new InvalidOperationException("Receipts:Timestamp is the address of a time stamping authority, such as https://tsa.example.fr/tsr, or empty.");
        }

        var bound = UsualBound;
        if (configuration["Receipts:TimestampSeconds"] is { Length: > 0 } seconds
            && (!int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out bound) || bound is < 1 or > LongestBound))
        {
            throw new InvalidOperationException($"Receipts:TimestampSeconds is a whole number of seconds from 1 to {LongestBound}, or empty for {UsualBound}.");
        }

        return new TimestampClient(clients, address, TimeSpan.FromSeconds(bound), time, logger);
    }

    /// <summary>Adds what reaches authorities.</summary>
    internal static IServiceCollection Add(IServiceCollection services) =>
        services.AddHttpClient(Client, client => client.MaxResponseContentBufferSize = LongestAnswer).RemoveAllLoggers().Services;

    private byte[]? Ask(ReadOnlyMemory<byte> query)
    {
        if (_time.GetUtcNow().UtcTicks < Interlocked.Read(ref _pausedUntil)) return null;
        using var client = _clients.CreateClient(Client);
        using var bound = new CancellationTokenSource(_bound);
        using var message = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new ReadOnlyMemoryContent(query) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        using var answer = client.Send(message, bound.Token);
        answer.EnsureSuccessStatusCode();
        using var body = new MemoryStream();
        answer.Content.CopyTo(body, null, bound.Token);
        return body.ToArray();
    }

    private void GiveUp(Exception exception)
    {
        Interlocked.Exchange(ref _pausedUntil, (_time.GetUtcNow() + Pause).UtcTicks);
        NotStamped(_logger, exception, _address, exception.Message);
    }

    [LoggerMessage(LogLevel.Warning, "The time stamping authority {Address} gave no time stamp ({Reason}): receipts are signed without one for a minute, then it is asked again. Check Receipts:Timestamp.")]
    private static partial void NotStamped(ILogger logger, Exception exception, Uri address, string reason);
}
