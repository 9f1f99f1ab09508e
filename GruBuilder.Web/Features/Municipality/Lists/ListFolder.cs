using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Web.Features.Municipality.Lists;

/// <summary>
/// The town's reference lists: <c>NAME.csv</c> as it stands, or the last good copy of what the address in <c>NAME.json</c> gave.
/// A file that changes is read again; one that cannot be read leaves what was there.
/// </summary>
/// <param name="path">The folder.</param>
/// <param name="log">Where files that cannot be read are told.</param>
public sealed partial class ListFolder(string path, ILogger<ListFolder> log) : IReferenceLists
{
    /// <summary>Largest file or answer, in bytes.</summary>
    public const int MostBytes = 5_000_000;

    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    private sealed record Kept(DateTime Stamp, ReferenceList? List);

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => !Directory.Exists(path) ? [] :
    [
        .. Directory.EnumerateFiles(path).Where(f => Path.GetExtension(f) is ".csv" or ".json").Select(f => Path.GetFileNameWithoutExtension(f))
            .Where(n => NameShape().IsMatch(n)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>The addresses of lists that come from the web; a description that cannot be read is told and left out.</summary>
    public IEnumerable<(string Name, ListAddress Address)> Addresses()
    {
        foreach (var name in Names)
        {
            if (AddressOf(name) is { } address) yield return (name, address);
        }
    }

    /// <inheritdoc/>
    public ReferenceList? Find(string name)
    {
        if (!NameShape().IsMatch(name)) return null;
        var file = new FileInfo(Path.Combine(path, name + ".csv"));
        if (!file.Exists) file = new FileInfo(CopyOf(name));
        if (!file.Exists) return null;
        var known = _kept.GetValueOrDefault(name);
        if (known?.Stamp == file.LastWriteTimeUtc) return known.List;
        var read = new Kept(file.LastWriteTimeUtc, Read(name, file) ?? known?.List);
        _kept[name] = read;
        return read.List;
    }

    /// <summary>Whether the copy of a list from the web is older than it may be.</summary>
    public bool IsDue(string name, ListAddress address, DateTimeOffset now)
    {
        var copy = new FileInfo(CopyOf(name));
        return !copy.Exists || copy.LastWriteTimeUtc.AddMinutes(address.RefreshMinutes) <= now.UtcDateTime;
    }

    /// <summary>Keeps a copy of a list from the web.</summary>
    public async Task KeepAsync(string name, IEnumerable<Option> rows, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(CopyOf(name))!);
        var beside = CopyOf(name) + ".new";
        var lines = rows.Select(r => string.Join(';', new[] { r.Value, r.Label, r.Parent ?? "" }.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));
        await File.WriteAllLinesAsync(beside, lines.Prepend("value;label;parent"), cancel);
        File.Move(beside, CopyOf(name), overwrite: true);
    }

    private string CopyOf(string name) => Path.Combine(path, "kept", name + ".csv");

    private ReferenceList? Read(string name, FileInfo file)
    {
        try
        {
            if (file.Length > MostBytes) throw new FormatException($"the file is larger than {MostBytes / 1_000_000} MB");
            return new ReferenceList(name, ListTable.Read(File.ReadAllText(file.FullName)));
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            log.LogWarning("The list {Name} cannot be read: {Message}", name, e.Message);
            return null;
        }
    }

    private ListAddress? AddressOf(string name)
    {
        try
        {
            var file = Path.Combine(path, name + ".json");
            return File.Exists(file) ? ListAddress.Read(File.ReadAllText(file)) : null;
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            log.LogWarning("The address of the list {Name} cannot be read: {Message}", name, e.Message);
            return null;
        }
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9_-]{0,59}\z", RegexOptions.CultureInvariant, 100)]
    private static partial Regex NameShape();
}
