using System.Text.Json;
using GruBuilder.Forms.Receipts;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Municipality;

namespace GruBuilder.Web.Features.Requests.Receipts;

/// <summary>The town's own sentences on its papers, kept in the data directory as <c>wording.json</c>. Receipts issued before a change keep theirs.</summary>
public sealed class WordingDesk
{
    private readonly string _path;
    private volatile ReceiptWording _current;

    /// <summary>Reads them.</summary>
    /// <exception cref="InvalidOperationException">The file does not read; the message says where.</exception>
    public WordingDesk(DataDirectory directory)
    {
        _path = directory.File("wording.json");
        try
        {
            _current = File.Exists(_path) ? JsonSerializer.Deserialize<ReceiptWording>(File.ReadAllBytes(_path), MunicipalityProfile.Json) ?? new() : new();
        }
        catch (JsonException e)
        {
            throw new InvalidOperationException($"{_path} does not read, at {e.Path ?? "$"} (line {e.LineNumber + 1}): mend it, or remove it to have the usual sentences.", e);
        }
    }

    /// <summary>The sentences of today.</summary>
    public ReceiptWording Current => _current;

    /// <summary>Keeps other sentences, for receipts to come.</summary>
    /// <exception cref="ArgumentException">One of them cannot be filled; <see cref="ReceiptWording.Problem"/> says why.</exception>
    public async Task SaveAsync(ReceiptWording wording, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(wording);
        if (new[] { wording.Welcome, wording.Appeal, wording.Attestation }.Select(ReceiptWording.Problem).FirstOrDefault(p => p is not null) is { } problem)
        {
            throw new ArgumentException(problem, nameof(wording));
        }

        // Written beside and moved, so that a cut of power leaves the old ones or the new ones.
        var beside = _path + ".new";
        await File.WriteAllBytesAsync(beside, JsonSerializer.SerializeToUtf8Bytes(wording, MunicipalityProfile.Json), cancel);
        File.Move(beside, _path, overwrite: true);
        _current = wording;
    }
}
