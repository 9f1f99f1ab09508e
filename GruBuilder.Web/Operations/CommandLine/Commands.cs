using System.CommandLine;

namespace GruBuilder.Web.Operations.CommandLine;

/// <summary>
/// The commands that the executable knows besides serving. JSON goes to standard output, one line per mistake to standard error;
/// exit code 0 when it was done, 1 when something is wrong, and no stack trace.
/// </summary>
public static class Commands
{
    private static readonly string[] Names = ["forms", "receipt", "users", "--help", "-h", "-?", "--version"];

    /// <summary>Runs the command that the arguments name.</summary>
    /// <returns>Its exit code, or null when they name none and the application is to be served.</returns>
    public static async Task<int?> RunAsync(string[] args)
    {
        if (args.Length == 0 || !Names.Contains(args[0], StringComparer.Ordinal)) return null;
        var root = new RootCommand("GruBuilder: serves the platform, or runs one of these commands.") { FormCommands.Build(), ReceiptCommand.Build(), UserCommands.Build() };
        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (BadInputException e)
        {
            await Console.Error.WriteLineAsync(OneLine(e.Message));
            return 1;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync(OneLine(e.Message));
            return 1;
        }
    }

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}

/// <summary>What was given cannot be used; the message says what, where and what to do.</summary>
public sealed class BadInputException : Exception
{
    /// <summary>Without a message.</summary>
    public BadInputException()
    {
    }

    /// <summary>With a message of one line.</summary>
    public BadInputException(string message)
        : base(message)
    {
    }

    /// <summary>With a message of one line and what caused it.</summary>
    public BadInputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
