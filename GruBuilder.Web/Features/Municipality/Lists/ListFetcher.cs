namespace GruBuilder.Web.Features.Municipality.Lists;

/// <summary>Fetches the lists that come from the web, when their copies are too old.</summary>
/// <param name="lists">The town's lists.</param>
/// <param name="clients">Makes clients that give up soon and take no more than they must.</param>
/// <param name="time">The source of time.</param>
/// <param name="log">Where failures are told.</param>
public sealed class ListFetcher(ListFolder lists, IHttpClientFactory clients, TimeProvider time, ILogger<ListFetcher> log) : BackgroundService
{
    /// <summary>The name of the client.</summary>
    public const string Client = "lists";

    // An address that fails is asked again after a while, not at once.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Keeps a client from waiting long, and from taking much.</summary>
    public static void Bound(HttpClient client)
    {
        client.Timeout = TimeSpan.FromSeconds(5);
        client.MaxResponseContentBufferSize = ListFolder.MostBytes;
    }

    /// <summary>Fetches what is due; the last good copy stays where an address fails.</summary>
    public async Task FetchDueAsync(CancellationToken cancel)
    {
        foreach (var (name, address) in lists.Addresses())
        {
            if (lists.IsDue(name, address, time.GetUtcNow())) await FetchAsync(name, address, cancel);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            await FetchDueAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task FetchAsync(string name, ListAddress address, CancellationToken cancel)
    {
        try
        {
            using var client = clients.CreateClient(Client);
            await lists.KeepAsync(name, address.Rows(await client.GetByteArrayAsync(address.Url, cancel)), cancel);
        }
        catch (Exception e) when (e is HttpRequestException or FormatException or IOException or UnauthorizedAccessException || (e is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            log.LogWarning("The list {Name} was not fetched from {Url}: {Message}", name, address.Url, e.Message);
        }
    }
}
