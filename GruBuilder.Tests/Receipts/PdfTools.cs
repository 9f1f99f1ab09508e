using System.ComponentModel;
using System.Diagnostics;

namespace GruBuilder.Tests.Receipts;

/// <summary>Command-line readers of PDF, asked besides PdfPig where the machine has them.</summary>
internal static class PdfTools
{
    /// <summary>Runs a tool on a file: its exit code and all that it says, or null where it is not installed.</summary>
    internal static (int Code, string Said)? Run(string tool, byte[] file, params string[] options)
    {
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
        catch (Win32Exception)
        {
            return null;
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Asserts that PdfPig reads every page, and that qpdf, where installed, finds nothing to say.</summary>
    internal static void AssertSound(byte[] file)
    {
        using (var pdf = new TaggedPdf(file))
        {
            Assert.NotEmpty(pdf.Elements);
        }

        if (Run("qpdf", file, "--check") is { } checkedFile)
        {
            Assert.True(checkedFile.Code == 0 && !checkedFile.Said.Contains("WARNING", StringComparison.Ordinal), checkedFile.Said);
        }
    }
}
