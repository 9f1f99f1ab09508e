using System.Net;
using System.Net.Sockets;

namespace GruBuilder.Tests.Browser;

/// <summary>A wire between browser and application that counts the bytes on their way to the browser, as they travel: compressed, framed.</summary>
public sealed class CountingRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Uri _target;
    private readonly Task _accepting;
    private long _received;

    public CountingRelay(Uri target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>What the browser opens.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Bytes sent to the browser so far.</summary>
    public long Received => Interlocked.Read(ref _received);

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = PumpAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    private async Task PumpAsync(TcpClient browser)
    {
        using var server = new TcpClient { NoDelay = true };
        using (browser)
        {
            browser.NoDelay = true;
            await server.ConnectAsync(_target.Host, _target.Port, _end.Token);
            var up = CopyAsync(browser.GetStream(), server.GetStream(), counts: false);
            var down = CopyAsync(server.GetStream(), browser.GetStream(), counts: true);
            await Task.WhenAny(up, down);
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, bool counts)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReadAsync(buffer, _end.Token) is > 0 and var read)
            {
                if (counts) Interlocked.Add(ref _received, read);
                await to.WriteAsync(buffer.AsMemory(0, read), _end.Token);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // One of both hung up.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _end.Dispose();
    }
}
