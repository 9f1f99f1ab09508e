using System.Diagnostics;

namespace GruBuilder.Tests.Receipts;

/// <summary>Command-line readers of PDF, asked besides PdfPig.</summary>
internal static class PdfTools
{
    /// <summary>Runs a tool on a file: its exit code and all that it says.</summary>
    internal static (int Code, string Said) Run(string tool, byte[] file, params string[] options)
    {
        SystemTools.Require(tool, PackageOf(tool));
        var path = Path.Combine(Path.GetTempPath(), $"receipt-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(path, file);
        try
        {
            var start = new ProcessStartInfo(tool, [.. options, path]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var said = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
            process.WaitForExit();
            return (process.ExitCode, said);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Debian's package that has a tool.</summary>
    internal static string PackageOf(string tool) => tool == "qpdf" ? "qpdf" : "poppler-utils";

    /// <summary>Asserts that PdfPig reads every page, and that qpdf finds nothing to say.</summary>
    internal static void AssertSound(byte[] file)
    {
        using (var pdf = new TaggedPdf(file))
        {
            Assert.NotEmpty(pdf.Elements);
        }

        var (code, said) = Run("qpdf", file, "--check");
        Assert.True(code == 0 && !said.Contains("WARNING", StringComparison.Ordinal), said);
    }
}
