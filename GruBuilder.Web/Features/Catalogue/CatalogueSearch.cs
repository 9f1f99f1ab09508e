using System.Globalization;
using System.Text;
using GruBuilder.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Catalogue;

/// <summary>A procedure as the catalogue lists it.</summary>
/// <param name="Slug">Part of its address.</param>
/// <param name="Title">Title.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Theme">Theme.</param>
/// <param name="Keywords">Further words.</param>
/// <param name="Requests">How many requests it got.</param>
public sealed record CatalogueEntry(string Slug, string Title, string Summary, string Theme, List<string> Keywords, int Requests)
{
    /// <summary>Its page.</summary>
    public string Address => $"/demarches/{Slug}";
}

/// <summary>What citizens can ask for, found by words or theme.</summary>
/// <param name="contexts">The database.</param>
public sealed class CatalogueSearch(IDbContextFactory<GruContext> contexts)
{
    private static readonly HashSet<string> Weak = new(["le", "la", "les", "un", "une", "des", "de", "du", "et", "ou", "en", "au", "aux", "mon", "ma", "mes", "pour", "sur", "dans", "par", "je", "est"], StringComparer.Ordinal);

    /// <summary>The open procedures, the most asked for first.</summary>
    public async Task<IReadOnlyList<CatalogueEntry>> AllAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var open = await db.Procedures
            .Where(p => p.PublishedNumber != null && p.Status == ProcedureStatus.Published)
            .Select(p => new CatalogueEntry(p.Slug, p.Title, p.Summary, p.Theme, p.Keywords, db.Requests.Count(r => r.ProcedureId == p.Id)))
            .ToListAsync(cancel);
        return [.. open.OrderByDescending(e => e.Requests).ThenBy(e => Fold(e.Title), StringComparer.Ordinal)];
    }

    /// <summary>The entries that hold every word, whatever the accents, capitals and plurals; the closest first.</summary>
    public static IReadOnlyList<CatalogueEntry> Find(IEnumerable<CatalogueEntry> entries, string words)
    {
        var wanted = Words(words);
        if (wanted.Count == 0) return [];
        return [.. entries.Select(e => (Entry: e, Score: Score(e, wanted))).Where(x => x.Score > 0).OrderByDescending(x => x.Score).ThenByDescending(x => x.Entry.Requests).Select(x => x.Entry)];
    }

    private static int Score(CatalogueEntry entry, List<string> wanted)
    {
        var (title, keywords, summary) = (Words(entry.Title), Words(string.Join(' ', entry.Keywords)), Words($"{entry.Summary} {entry.Theme}"));
        var total = 0;
        foreach (var word in wanted)
        {
            var score = (Has(title, word) ? 4 : 0) + (Has(keywords, word) ? 2 : 0) + (Has(summary, word) ? 1 : 0);
            if (score == 0) return 0;
            total += score;
        }

        return total;
    }

    private static bool Has(List<string> words, string wanted) => words.Any(w => w.StartsWith(wanted, StringComparison.Ordinal));

    private static List<string> Words(string text)
    {
        var all = Fold(text.Length > 200 ? text[..200] : text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        List<string> strong = [.. all.Where(w => w.Length > 1 && !Weak.Contains(w)).Select(Singular)];
        return strong;
    }

    private static string Singular(string word) => word.Length > 3 && word[^1] is 's' or 'x' ? word[..^1] : word;

    /// <summary>Lower case, without accents; what is neither letter nor digit becomes a space.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            folded.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        }

        return folded.ToString();
    }
}
