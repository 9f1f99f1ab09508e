using GruBuilder.Forms.Definitions;

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
    /// <exception cref="FileRejectedException">The file cannot be kept; the message says why.</exception>
    Task<FileAnswer> SaveAsync(string fieldKey, string name, Stream content, long mostBytes, CancellationToken cancellation = default);

    /// <summary>Forgets a file that was taken away before sending.</summary>
    Task RemoveAsync(FileAnswer file, CancellationToken cancellation = default);

    /// <summary>The address at which the person may see it, or null.</summary>
    string? UrlOf(FileAnswer file);
}

/// <summary>A file cannot be kept.</summary>
public sealed class FileRejectedException : Exception
{
    private readonly string? _english;

    /// <summary>Says why to the person.</summary>
    /// <param name="message">In French.</param>
    /// <param name="english">In English; the French serves where there is none.</param>
    public FileRejectedException(string message, string? english = null)
        : base(message) => _english = english;

    /// <summary>Why, in the language that the form is read in.</summary>
    public string In(Language language) => language == Language.English ? _english ?? Message : Message;
}
