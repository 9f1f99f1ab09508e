using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace GruBuilder.Benchmarks;

/// <summary>
/// <c>peers</c> runs every form engine and PDF producer of <c>Peers</c> with ours among them, one interleaved run on one machine (Node needed).
/// With <c>--peer</c> it is one measurement of ours, as the folder's README wants it of a program that joins in.
/// </summary>
internal static class PeersCommand
{
    public static int Run(string[] options)
    {
        if (options.Contains("--peer", StringComparer.Ordinal))
        {
            Console.WriteLine(PeerMeasurement.Run(Value(options, "--workload") ?? "200", Value(options, "--round") is null or "1"));
            return 0;
        }

        var start = new ProcessStartInfo("sh") { WorkingDirectory = Folder };
        foreach (var argument in new[] { "run.sh", "--also", $"grubuilder=dotnet {typeof(PeersCommand).Assembly.Location} peers" }.Concat(options)) start.ArgumentList.Add(argument);
        using var run = Process.Start(start)!;
        run.WaitForExit();
        return run.ExitCode;
    }

    /// <summary>The peers' folder in the sources.</summary>
    public static string Folder { get; } = Path.Combine(Path.GetDirectoryName(Here())!, "Peers");

    private static string? Value(string[] options, string name) => Array.IndexOf(options, name) is >= 0 and var i && i + 1 < options.Length ? options[i + 1] : null;

    private static string Here([CallerFilePath] string path = "") => path;
}
