using System.Diagnostics;

namespace GruBuilder.Tests;

/// <summary>Programs that the tests ask and that are no part of .NET: found, or else installed, or else the command to run is said.</summary>
internal static class SystemTools
{
    /// <summary>Held by whoever installs something: two installers at once refuse each other.</summary>
    internal static readonly Lock Installing = new();

    /// <summary>Makes sure that a program is there.</summary>
    /// <param name="tool">Its name on the path.</param>
    /// <param name="package">Debian's package that has it.</param>
    /// <exception cref="InvalidOperationException">It is not, and could not be installed; the message says what to run.</exception>
    internal static void Require(string tool, string package)
    {
        if (Find(tool) is not null) return;
        lock (Installing)
        {
            if (Find(tool) is not null) return;
            Install(package);
            if (Find(tool) is null) throw new InvalidOperationException($"These tests need {tool}, which could be neither found nor installed. Debian or Ubuntu: sudo apt-get update && sudo apt-get install -y {package}.");
        }
    }

    /// <summary>The first of several programs on the path, or null.</summary>
    internal static string? Find(params string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        return folders.SelectMany(f => names.Select(n => Path.Combine(f, n + suffix))).FirstOrDefault(File.Exists);
    }

    /// <summary>Installs Debian packages where apt is there; what comes of it is seen by looking again.</summary>
    internal static void Install(string packages)
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/apt-get")) return;
        Run("update -qq");
        Run($"install -y -qq --no-install-recommends {packages}");

        static void Run(string arguments)
        {
            var start = new ProcessStartInfo("apt-get", $"-o DPkg::Lock::Timeout=300 {arguments}") { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } };
            using var process = Process.Start(start);
            process?.WaitForExit(TimeSpan.FromMinutes(5));
        }
    }
}
