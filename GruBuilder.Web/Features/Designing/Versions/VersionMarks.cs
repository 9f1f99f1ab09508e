using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Revisions;

namespace GruBuilder.Web.Features.Designing.Versions;

/// <summary>How a question or page of a version differs from the other version.</summary>
public enum VersionMark
{
    /// <summary>Not at all.</summary>
    Same,

    /// <summary>It is in both, and not the same.</summary>
    Changed,

    /// <summary>It is only in the later one.</summary>
    Added,

    /// <summary>It is only in the earlier one.</summary>
    Removed,
}

/// <summary>Which questions and pages differ between two versions, and where each change is seen.</summary>
/// <param name="pair">The versions.</param>
public sealed class VersionMarks(VersionPair pair)
{
    /// <summary>What begins the HTML ids of the earlier version.</summary>
    public const string OlderPrefix = "avant";

    /// <summary>What begins the HTML ids of the later version.</summary>
    public const string NewerPrefix = "apres";

    private readonly FormDefinition _older = pair.Older.Program.Definition;
    private readonly FormDefinition _newer = pair.Newer.Program.Definition;
    private readonly HashSet<string> _fields = [.. pair.Changes.Select(c => c.FieldKey).OfType<string>()];
    private readonly HashSet<string> _pages = [.. pair.Changes.Where(c => c.FieldKey is null).Select(c => c.PageKey).OfType<string>()];

    /// <summary>The pages of both, those of the later version in its order and those taken away after what they followed.</summary>
    public ImmutableArray<string> Pages
    {
        get
        {
            var keys = _newer.Pages.Select(p => p.Key).ToList();
            for (var i = 0; i < _older.Pages.Length; i++)
            {
                if (keys.Contains(_older.Pages[i].Key)) continue;
                keys.Insert(i == 0 ? 0 : keys.IndexOf(_older.Pages[i - 1].Key) + 1, _older.Pages[i].Key);
            }

            return [.. keys];
        }
    }

    /// <summary>How a question differs.</summary>
    public VersionMark OfField(string key) => Mark(_older.FindField(key) is not null, _newer.FindField(key) is not null, _fields.Contains(key));

    /// <summary>How a page itself differs, its questions left aside.</summary>
    public VersionMark OfPage(string key) => Mark(HasPage(_older, key), HasPage(_newer, key), _pages.Contains(key));

    /// <summary>The HTML id at which a change is seen; null when it is about the form as a whole.</summary>
    public string? PlaceOf(FormChange change) => change switch
    {
        { FieldKey: { } key } => IdOf(_newer.FindField(key) is null ? OlderPrefix : NewerPrefix, key),
        { PageKey: { } key } => IdOfPage(HasPage(_newer, key) ? NewerPrefix : OlderPrefix, key),
        _ => null,
    };

    /// <summary>The HTML id of a question's frame.</summary>
    public static string IdOf(string prefix, string key) => $"{prefix}-question-{key}";

    /// <summary>The HTML id of a page's title.</summary>
    public static string IdOfPage(string prefix, string key) => $"{prefix}-page-{key}";

    /// <summary>A mark in a word; empty for what is the same.</summary>
    public static string Word(VersionMark mark) => mark switch
    {
        VersionMark.Changed => "Modifiée",
        VersionMark.Added => "Ajoutée",
        VersionMark.Removed => "Retirée",
        _ => "",
    };

    private static bool HasPage(FormDefinition form, string key) => form.Pages.Any(p => string.Equals(p.Key, key, StringComparison.Ordinal));

    private static VersionMark Mark(bool before, bool after, bool differs) => !before ? VersionMark.Added : !after ? VersionMark.Removed : differs ? VersionMark.Changed : VersionMark.Same;
}
