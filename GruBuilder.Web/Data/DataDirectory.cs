namespace GruBuilder.Web.Data;

/// <summary>Where the town's data lives: what it brings (forms, municipality) and what it keeps (database, files, keys).</summary>
public sealed class DataDirectory
{
    private DataDirectory(string root) => Root = Directory.CreateDirectory(root).FullName;

    /// <summary>The directory itself.</summary>
    public string Root { get; }

    /// <summary>The SQLite database.</summary>
    public string Database => Path.Combine(Root, "gru.db");

    /// <summary>Files that citizens join.</summary>
    public string Files => Made("files");

    /// <summary>Keys that protect cookies and tokens.</summary>
    public string Keys => Made("keys");

    /// <summary>Logos that receipts were issued with.</summary>
    public string Logos => Made("logos");

    /// <summary>Mails, where no server is configured.</summary>
    public string Mail => Made("mail");

    /// <summary>Form definitions that the town brings.</summary>
    public string Forms => Path.Combine(Root, "forms");

    /// <summary>Blocks of questions that the town brings.</summary>
    public string Blocks => Path.Combine(Root, "blocks");

    /// <summary>Reference lists that the town brings.</summary>
    public string Lists => Path.Combine(Root, "lists");

    /// <summary>A file that the town brings, such as <c>municipality.json</c>.</summary>
    public string File(string name) => Path.Combine(Root, name);

    /// <summary>
    /// From <c>Data:Directory</c>; else <c>data</c> beside the solution when run from source, else <c>data</c> under the content root.
    /// </summary>
    public static DataDirectory From(IConfiguration configuration, IHostEnvironment environment)
    {
        var root = environment.ContentRootPath;
        if (configuration["Data:Directory"] is { Length: > 0 } configured) return new(Path.Combine(root, configured));
        return new(Path.Combine(SourceOf(root) ?? SourceOf(AppContext.BaseDirectory) ?? root, "data"));
    }

    /// <summary>The solution's directory, for a directory in it.</summary>
    private static string? SourceOf(string path)
    {
        var at = new DirectoryInfo(path);
        while (at is not null && !System.IO.File.Exists(Path.Combine(at.FullName, "GruBuilder.sln"))) at = at.Parent;
        return at?.FullName;
    }

    private string Made(string name) => Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
}
