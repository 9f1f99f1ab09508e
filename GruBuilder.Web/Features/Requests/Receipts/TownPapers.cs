using System.Collections.Concurrent;
using System.Security.Cryptography;
using GruBuilder.Forms.Receipts;
using GruBuilder.Forms.Receipts.Images;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Municipality;

namespace GruBuilder.Web.Features.Requests.Receipts;

/// <summary>
/// How the town's papers look: logo, colour and signatory, each department's own where it has any. A logo is kept by its SHA-256, so that
/// receipts issued before it changed still show the one that they were issued with.
/// </summary>
public sealed class TownPapers
{
    private readonly DataDirectory _directory;
    private readonly MunicipalityProfile _town;
    private readonly ConcurrentDictionary<string, ReceiptImage> _images = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LogoFacts> _logos = new(StringComparer.Ordinal);

    /// <summary>Reads the logos.</summary>
    /// <exception cref="InvalidOperationException">A logo is missing or cannot be shown; the message says which and why.</exception>
    public TownPapers(MunicipalityProfile town, DataDirectory directory)
    {
        (_town, _directory) = (town, directory);
        foreach (var papers in town.Departments.Select(d => d.Papers).Prepend(town.Papers))
        {
            if (papers?.Logo is { Length: > 0 } logo && !_logos.ContainsKey(logo)) _logos[logo] = Read(logo);
        }
    }

    /// <summary>The town as a department's papers show it.</summary>
    public TownFacts Of(Department department)
    {
        ArgumentNullException.ThrowIfNull(department);
        var own = Own(department);
        var logo = own?.Logo ?? _town.Papers.Logo;
        return new TownFacts(
            $"Ville de {_town.Name}", Lines(_town.PostalAddress), _town.Website,
            own?.Colour ?? _town.Papers.Colour ?? _town.Identity.Primary, logo is { Length: > 0 } ? _logos[logo] : null);
    }

    /// <summary>Who signs a department's decisions; null when whoever decides does.</summary>
    public SignatoryFacts? SignatoryOf(Department department)
    {
        ArgumentNullException.ThrowIfNull(department);
        var papers = Own(department) is { SignatoryName: not null } own ? own : _town.Papers;
        return papers.SignatoryName is { Length: > 0 } name ? new SignatoryFacts(name, papers.SignatoryCapacity ?? "") : null;
    }

    /// <summary>A document with the pictures that it shows.</summary>
    public ReceiptDocument Illustrated(ReceiptDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Issuer.Logo is { } logo && ImageOf(logo.Sha256) is { } image
            ? document with { Images = new Dictionary<string, ReceiptImage>(document.Images, StringComparer.Ordinal) { [logo.Sha256] = image } }
            : document;
    }

    /// <summary>The lines of an address.</summary>
    internal static string[] Lines(string address) => address.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private PapersProfile? Own(Department department) => _town.Departments.FirstOrDefault(d => string.Equals(d.Key, department.Key, StringComparison.Ordinal))?.Papers;

    private LogoFacts Read(string name)
    {
        var path = _directory.File(name);
        if (!File.Exists(path)) throw new InvalidOperationException($"municipality.json names the logo {name}, which is not in the data directory: put it there, or leave the logo out.");
        var bytes = File.ReadAllBytes(path);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        try
        {
            _images[sha256] = ReceiptImage.Read(bytes);
        }
        catch (ReceiptImageException e)
        {
            throw new InvalidOperationException($"municipality.json, logo {name}: {e.Message}", e);
        }

        var kept = Path.Combine(_directory.Logos, sha256);
        if (!File.Exists(kept)) File.WriteAllBytes(kept, bytes);
        return new LogoFacts(sha256, $"Logo : Ville de {_town.Name}");
    }

    private ReceiptImage? ImageOf(string sha256)
    {
        if (_images.TryGetValue(sha256, out var known)) return known;
        var path = Path.Combine(_directory.Logos, Path.GetFileName(sha256));
        return File.Exists(path) ? _images[sha256] = ReceiptImage.Read(File.ReadAllBytes(path)) : null;
    }
}
