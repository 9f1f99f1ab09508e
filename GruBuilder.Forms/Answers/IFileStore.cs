namespace GruBuilder.Forms.Answers;

/// <summary>Where the files that people join are kept. The host decides; the form only holds what it gives back.</summary>
public interface IFileStore
{
    /// <summary>Keeps a file.</summary>
    /// <param name="fieldKey">The field it answers.</param>
    /// <param name="name">Its name as given; not to be trusted.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="mostBytes">Most bytes to take.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="FileRejectedException">The file cannot be kept; the message says why, in French.</exception>
    Task<FileAnswer> SaveAsync(string fieldKey, string name, Stream content, long mostBytes, CancellationToken cancellation = default);

    /// <summary>Forgets a file that was taken away before sending.</summary>
    Task RemoveAsync(FileAnswer file, CancellationToken cancellation = default);

    /// <summary>The address at which the person may see it, or null.</summary>
    string? UrlOf(FileAnswer file);
}

/// <summary>A file cannot be kept.</summary>
public sealed class FileRejectedException : Exception
{
    /// <summary>Says why, in French, to the person.</summary>
    public FileRejectedException(string message)
        : base(message)
    {
    }
}
