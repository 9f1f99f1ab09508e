using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Drafting;

/// <summary>A page in the making.</summary>
internal sealed class PageEntry(string title)
{
    public string Title { get; } = title;

    public string? Description { get; init; }

    public string? Condition { get; init; }

    public List<Entry> Entries { get; } = [];

    public string Key { get; set; } = "";
}

/// <summary>The pages in the making, and what each line became.</summary>
internal sealed partial class DraftPages
{
    private readonly List<PageEntry> _pages = [];
    private readonly Dictionary<int, (SourceLine Line, LineRole Role, List<Entry> Entries, PageEntry? Page)> _notes = [];
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();
    private readonly List<Entry> _all = [];
    private Entry? _last;
    private SourceLine? _lastLine;

    /// <summary>The form's title.</summary>
    public string? Title { get; set; }

    /// <summary>Starred questions must be answered, the others need not.</summary>
    public bool AsksByStar { get; set; }

    /// <summary>What comes now is for agents only.</summary>
    public bool IsPrivate { get; set; }

    /// <summary>Nothing was made yet.</summary>
    public bool IsEmpty => _pages.TrueForAll(p => p.Entries.TrueForAll(e => e.Kind == "information"));

    /// <summary>The last question waits for its options.</summary>
    public bool AwaitsOptions => _last is { Kind: null, AwaitsOptions: true };

    /// <summary>How many fields were made.</summary>
    public int Count => _all.Count;

    /// <summary>The fields made since there were so many.</summary>
    public IEnumerable<Entry> Since(int count) => _all.Skip(count);

    private PageEntry Page
    {
        get
        {
            if (_pages.Count == 0) _pages.Add(new PageEntry(FormDraft.UsualPage));
            return _pages[^1];
        }
    }

    public void Find(string code, string message, Entry? entry = null) => _findings.Add(new Finding(Severity.Advice, code, message, "", entry?.Key));

    /// <summary>Says what a line became; said twice, the fields are added up.</summary>
    public void Note(SourceLine line, LineRole role, params ReadOnlySpan<Entry> entries) => Note(line, role, null, entries);

    /// <summary>Adds a field that a line asks for.</summary>
    /// <param name="line">The line.</param>
    /// <param name="entry">The field.</param>
    /// <param name="isAside">What follows belongs to the field before it.</param>
    public void Add(SourceLine line, Entry entry, bool isAside = false)
    {
        if (_all.Count >= FormDraft.MostFields)
        {
            if (_all.Count == FormDraft.MostFields && !_findings.Any(f => f.Code == "too-many-fields")) Find("too-many-fields", $"Le texte donne plus de {FormDraft.MostFields} questions. Les dernières ne sont pas reprises.");
            Note(line, LineRole.Unused);
            return;
        }

        entry.IsPrivate |= IsPrivate;
        Page.Entries.Add(entry);
        _all.Add(entry);
        if (!isAside) _last = entry;
        _lastLine = line;
        Note(line, LineRole.Field, entry);
    }

    /// <summary>Begins a page; without a line where the page is only named beside a question.</summary>
    public void BeginPage(SourceLine? line, string title, string? description, string? condition)
    {
        // A heading with nothing under it is kept as a text, so that its words are not lost.
        if (_pages.Count > 0 && _pages[^1].Entries.Count == 0)
        {
            var empty = _pages[^1];
            var words = new Entry("") { Kind = "information", Body = empty.Title };
            _pages.RemoveAt(_pages.Count - 1);
            _pages.Add(new PageEntry(title) { Description = description, Condition = condition });
            if (_notes.Values.FirstOrDefault(n => ReferenceEquals(n.Page, empty)) is { Line: { } old })
            {
                _notes.Remove(old.Number);
                Add(old, words);
            }
        }
        else
        {
            _pages.Add(new PageEntry(title) { Description = description, Condition = condition });
        }

        (_last, IsPrivate) = (null, false);
        if (line is not null) Note(line, LineRole.Page, _pages[^1]);
    }

    public void BeginSection(SourceLine line, Entry title, string? condition)
    {
        IsPrivate = false;
        title.Kind = "sectionTitle";
        title.Condition = condition;
        Add(line, title);
    }

    /// <summary>The question that boxes on the next line belong to, or null. A title just before them becomes the question.</summary>
    public Entry? OpenQuestion()
    {
        if (_last is { } last)
        {
            if (last.Kind == "sectionTitle")
            {
                (last.Kind, last.AwaitsOptions) = (null, true);
                return last;
            }

            var isOpen = last.Options.Count > 0 || last.AwaitsOptions || last.Several is not null || KindGuess.AsksChoice(last.Label) || KindGuess.Of(last.Label) == "yesNo";
            return isOpen && last.Kind is null or "yesNo" && last.Room == 0 ? last : null;
        }

        return _pages.Count > 0 && _pages[^1].Entries.Count == 0 && _notes.Values.Any(n => ReferenceEquals(n.Page, _pages[^1])) ? Titled() : null;
    }

    // Boxes right under a page's heading: the heading is the question.
    private Entry Titled()
    {
        var entry = new Entry(Page.Title) { AwaitsOptions = true };
        Page.Entries.Add(entry);
        _all.Add(entry);
        _last = entry;
        return entry;
    }

    /// <summary>A line to write on belongs to the question above.</summary>
    public void AddRoom(SourceLine line)
    {
        if (_last is null || _last.Kind is not null and not "longText" || _last.Options.Count > 0)
        {
            if (_last is { Kind: "date" or "time" or "signature" or "file" or "sectionTitle" or "information" or "consent" } && _last.Kind is not "sectionTitle" || _last is { Options.Count: > 0 })
            {
                Note(line, LineRole.Part, _last!);
                return;
            }

            Add(line, new Entry(_last is { Kind: "sectionTitle" } title ? title.Label : "Votre réponse"));
        }

        _last!.Room++;
        _last.AwaitsOptions = false;
        if (_last.Kind is null && KindGuess.Of(_last.Label) == KindGuess.Otherwise && (_last.Room > 1 || !KindGuess.IsKnown(_last.Label))) _last.Kind = "longText";
        Note(line, LineRole.Part, _last);
    }

    /// <summary>A row of boxes without words: of the table above when it has as many.</summary>
    public void AddRow(SourceLine line, string row, int boxes, bool isSquare)
    {
        if (_last is { Rows.Count: > 0 } matrix && matrix.Options.Count == boxes)
        {
            matrix.Rows.Add(row);
            Note(line, LineRole.Part, matrix);
            return;
        }

        var made = new Entry("Pour chaque ligne, cochez votre réponse") { HasSquares = isSquare };
        made.Rows.Add(row);
        var heads = _lastLine is { } above && _last is not null && above.Number == line.Number - 1 ? Heads(above, boxes) : [];
        if (heads.Length == boxes)
        {
            // The line above holds the columns' heads: it is no question.
            Page.Entries.Remove(_last!);
            _all.Remove(_last!);
            _notes.Remove(_lastLine!.Number);
            Note(_lastLine, LineRole.Part, made);
        }

        made.Options.AddRange(heads.Length == boxes ? heads.Select(h => new EntryOption(h, false)) : Enumerable.Range(1, boxes).Select(n => new EntryOption($"Réponse {n}", false)));
        Add(line, made);
    }

    /// <summary>The head of a table; a title just before it names the group.</summary>
    public void AddTable(SourceLine line, Entry group)
    {
        if (_last is { Kind: "sectionTitle" or null, Options.Count: 0, Room: 0 } title && (title.Kind is not null || title.AwaitsOptions) && _lastLine?.Number >= line.Number - 2)
        {
            title.Kind = "repeatedGroup";
            title.Columns.AddRange(group.Columns);
            Note(line, LineRole.Part, title);
            return;
        }

        Add(line, group);
    }

    /// <summary>A text to read, joined to the one just above.</summary>
    public void AddText(SourceLine line, string text)
    {
        if (_last is { Kind: "information", Label: "" } above && _lastLine?.Number == line.Number - 1 && above.Body!.Length + text.Length < 10_000)
        {
            above.Body += "\n\n" + text;
            _lastLine = line;
            Note(line, LineRole.Part, above);
            return;
        }

        var rest = text;
        while (rest.Length > 10_000)
        {
            Add(line, new Entry("") { Kind = "information", Body = rest[..10_000] });
            rest = rest[10_000..];
        }

        Add(line, new Entry("") { Kind = "information", Body = rest });
    }

    /// <summary>Whether the line only goes on with the sentence above, to which it is then added.</summary>
    public bool Continues(SourceLine line)
    {
        if (_last is not { Kind: "information" or "consent" } above || _lastLine?.Number != line.Number - 1 || line.Marker != Marker.None || line.HasBlank || line.HasTick) return false;
        var so = above.Body ?? above.Label;
        if (so.Length is 0 or > 10_000 || line.Text.Length > 2_000 || so[^1] is '.' or '!' or '?' or ':' || !char.IsLower(line.Text.FirstOrDefault(char.IsLetter))) return false;
        above.Body = $"{so} {line.Text}";
        above.Label = "";
        _lastLine = line;
        Note(line, LineRole.Part, above);
        return true;
    }

    private static string[] Heads(SourceLine line, int boxes)
    {
        var wide = line.Raw.Trim().Split(["\t", "   "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var heads = wide.Length >= boxes ? wide : line.Text.Split([' ', '/', '|'], StringSplitOptions.RemoveEmptyEntries);
        return heads.Length == boxes ? heads : [];
    }

    private void Note(SourceLine line, LineRole role, PageEntry page)
    {
        _notes[line.Number] = (line, role, [], page);
    }

    private void Note(SourceLine line, LineRole role, PageEntry? page, ReadOnlySpan<Entry> entries)
    {
        if (!_notes.TryGetValue(line.Number, out var note)) _notes[line.Number] = note = (line, role, [], page);
        else if (note.Role == LineRole.Unused) _notes[line.Number] = note with { Role = role };
        foreach (var entry in entries)
        {
            if (!note.Entries.Contains(entry)) note.Entries.Add(entry);
        }
    }
}
