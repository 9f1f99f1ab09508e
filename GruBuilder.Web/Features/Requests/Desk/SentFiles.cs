using GruBuilder.Forms.Answers;
using GruBuilder.Web.Features.Filling;

namespace GruBuilder.Web.Features.Requests.Desk;

/// <summary>The files of a request that was sent: they can be seen, and nothing else.</summary>
internal sealed class SentFiles : IFileStore
{
    public Task<FileAnswer> SaveAsync(string fieldKey, string name, Stream content, long mostBytes, CancellationToken cancellation = default) =>
        throw new InvalidOperationException("A request that was sent takes no more files.");

    public Task RemoveAsync(FileAnswer file, CancellationToken cancellation = default) =>
        throw new InvalidOperationException("A request that was sent keeps its files.");

    public string? UrlOf(FileAnswer file) => FileEndpoints.AddressOf(file);
}
