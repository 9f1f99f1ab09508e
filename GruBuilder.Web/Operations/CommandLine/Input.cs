using System.CommandLine;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Web.Features.Municipality.Lists;
using Microsoft.Extensions.Logging.Abstractions;

namespace GruBuilder.Web.Operations.CommandLine;

/// <summary>Reads what commands are given.</summary>
internal static class Input
{
    /// <summary>Where relative paths start: <c>dotnet run --project</c> moves to the project, but people mean where they stand.</summary>
    public static string PathOf(string given)
    {
        var here = Directory.GetCurrentDirectory();
        var shell = Environment.GetEnvironmentVariable("PWD");
        var moved = File.Exists(Path.Combine(here, "GruBuilder.Web.csproj")) && Directory.Exists(shell);
        return Path.GetFullPath(given, moved ? Path.GetFullPath(shell!) : here);
    }

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="BadInputException">There is none, or it is too large.</exception>
    public static byte[] Bytes(string given)
    {
        var file = new FileInfo(PathOf(given));
        if (!file.Exists) throw new BadInputException($"{given}: there is no such file.");
        if (file.Length > DefinitionJson.MostBytes) throw new BadInputException($"{given}: the file is larger than {DefinitionJson.MostBytes / 1_000_000} MB.");
        return File.ReadAllBytes(file.FullName);
    }

    /// <summary>A definition that can be run.</summary>
    /// <exception cref="BadInputException">It does not read, or a rule in it is broken.</exception>
    public static FormProgram Program(string given)
    {
        var reading = DefinitionJson.Read(Bytes(given));
        if (reading.Definition is null) throw Bad(given, reading.Problems.First(p => p.Severity == Severity.Error));
        var program = FormProgram.Compile(ReferenceLists.Fill(reading.Definition, ListsBeside(given)));
        return program.Findings.FirstOrDefault(f => f.Severity == Severity.Error) is { } broken ? throw Bad(given, broken) : program;
    }

    /// <summary>The reference lists of the data directory that a definition lies in: <c>lists</c> beside its folder.</summary>
    public static ListFolder ListsBeside(string given) =>
        new(Path.Combine(Path.GetDirectoryName(PathOf(given)) ?? "", "..", "lists"), NullLogger<ListFolder>.Instance);

    /// <summary>A definition opened with answers.</summary>
    /// <exception cref="BadInputException">Either does not read.</exception>
    public static FormState Open(string definition, string answers, DateOnly today)
    {
        var state = Program(definition).Open(today);
        try
        {
            AnswersJson.Read(state, System.Text.Encoding.UTF8.GetString(Bytes(answers)).TrimStart('\uFEFF'));
            return state;
        }
        catch (FormatException e)
        {
            throw new BadInputException($"{answers}: {e.Message}", e);
        }
    }

    /// <summary>The line that tells of a mistake in a definition: file, place, what and what to do.</summary>
    public static BadInputException Bad(string file, Finding finding) =>
        new($"{file}: {(finding.Path.Length > 0 && !finding.Message.StartsWith(finding.Path, StringComparison.Ordinal) ? $"{finding.Path}: " : "")}{finding.Message}");

    /// <summary>The option by which a command is told the day.</summary>
    public static Option<string?> TodayOption() => new("--today") { Description = "The day that rules about today go by, as 2026-11-25; the present day in Paris when left out." };

    /// <summary>A day, today in Paris when none is given.</summary>
    /// <exception cref="BadInputException">Not a day.</exception>
    public static DateOnly Day(string? given)
    {
        if (given is null) return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")).DateTime);
        return DateOnly.TryParseExact(given, "yyyy-MM-dd", out var day) ? day : throw new BadInputException($"{given}: write a day as 2026-11-25.");
    }
}
