using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using GruBuilder.Tests.Web;

namespace GruBuilder.Tests.Browser;

/// <summary>The application in a process of its own, that a test can kill and start again on the same data and port.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("gru-process-").FullName;
    private Process? _process;

    public RunningApp()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(GruApp.RepositoryRoot, "data"), "*.json", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_data, Path.GetRelativePath(Path.Combine(GruApp.RepositoryRoot, "data"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    public string Address { get; }

    public async Task StartAsync()
    {
        var configuration = AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug";
        var project = Path.Combine(GruApp.RepositoryRoot, "GruBuilder.Web");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(project, "bin", configuration, "net10.0", "GruBuilder.Web.dll")])
        {
            WorkingDirectory = project,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_URLS"] = Address, ["Data__Directory"] = _data },
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var client = new HttpClient();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await IsUpAsync(client)) await pulse.WaitForNextTickAsync(limit.Token);
    }

    /// <summary>Kills it as <c>kill -9</c> does: nothing is finished, nothing is said.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await KillAsync();
        Directory.Delete(_data, recursive: true);
    }

    private async Task<bool> IsUpAsync(HttpClient client)
    {
        if (_process!.HasExited) throw new InvalidOperationException($"The application stopped with exit code {_process.ExitCode} while starting.");
        try
        {
            return (await client.GetAsync(new Uri(Address + "/connexion"))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
