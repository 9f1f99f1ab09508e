namespace GruBuilder.Tests.Browser;

/// <summary>
/// Finds a browser, best one without windows of its own; else installs one; else says which command to run. A whole Chromium draws its
/// frame, tabs and menus for every window that a test opens, though nobody sees them: three times the work of the shell.
/// </summary>
internal static class ChromiumFinder
{
    private static readonly string[] Shells = ["chromium-headless-shell", "chrome-headless-shell"];
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"];

    /// <summary>Path of a browser, or null when Playwright's own was installed and is found by itself.</summary>
    public static string? FindOrInstall()
    {
        if (Environment.GetEnvironmentVariable("GRU_CHROMIUM") is { Length: > 0 } given) return given;
        lock (SystemTools.Installing)
        {
            if (SystemTools.Find(Shells) is { } known) return known;
            // Of no use where it must come with another version than the Chromium that is there: apt then leaves both alone.
            SystemTools.Install("chromium-headless-shell fonts-liberation");
            if ((SystemTools.Find(Shells) ?? Find()) is { } found) return found;
            if (Microsoft.Playwright.Program.Main(["install", "--with-deps", "chromium"]) == 0) return null;
            SystemTools.Install("chromium fonts-liberation");
        }

        return Find() ?? throw new InvalidOperationException(
            "The browser tests need Chromium, Chrome or Edge, and none could be found or installed. " +
            "Debian or Ubuntu: sudo apt-get update && sudo apt-get install -y chromium-headless-shell. Elsewhere: pwsh GruBuilder.Tests/bin/Debug/net10.0/playwright.ps1 install chromium. " +
            "Or name one: GRU_CHROMIUM=/path/to/chrome dotnet test.");
    }

    private static string? Find() => SystemTools.Find(Names) ?? Array.Find(
    [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Google", "Chrome", "Application", "chrome.exe"),
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86), "Microsoft", "Edge", "Application", "msedge.exe"),
    ], File.Exists);
}
