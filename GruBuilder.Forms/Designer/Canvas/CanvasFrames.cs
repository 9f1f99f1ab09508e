using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer.Edits;

namespace GruBuilder.Forms.Designer.Canvas;

/// <summary>
/// The frames of the page on the canvas. After each change it finds the few questions that the change touches, and tells their
/// frames alone: what an edit costs does not depend on how many questions the page holds.
/// </summary>
internal sealed class CanvasFrames(DesignSession session)
{
    private readonly Dictionary<int, FrameModel> _models = [];
    private readonly Dictionary<string, HashSet<int>> _readers = new(StringComparer.Ordinal);
    private Dictionary<int, FrameMarks> _marks = [];
    private DesignState? _state;
    private string? _page;

    /// <summary>The hand that draws.</summary>
    public DesignSession Session => session;

    /// <summary>The questions of the page outside series, in order, in pieces.</summary>
    public FrameSegments Segments { get; } = new();

    /// <summary>The frames on the screen, by their question's number.</summary>
    public Drawings Frames { get; } = new();

    /// <summary>The lists on the screen, by their piece's number.</summary>
    public Drawings Lists { get; } = new();

    /// <summary>The question with this number.</summary>
    public FrameModel this[int id] => _models[id];

    /// <summary>What is going on around a question: selected, held by others.</summary>
    public FrameMarks MarksOf(int id) => MarkedIn(_marks, id);

    /// <summary>Takes in what changed since the last time, and has it drawn.</summary>
    public void Update()
    {
        var (before, now) = (_state, session.State);
        var touched = new HashSet<int>();
        var isOther = before is null || _page != session.Page || before.Form.Conditions != now.Form.Conditions || before.Form.Tables != now.Form.Tables;
        (_state, _page) = (now, session.Page);
        if (isOther)
        {
            Begin(now);
            touched.UnionWith(_models.Keys);
        }
        else if (!ReferenceEquals(before, now))
        {
            Follow(before!.Form, now, touched);
        }

        Mark(touched);
        Frames.Tell(touched.Where(_models.ContainsKey));
    }

    private void Begin(DesignState now)
    {
        _models.Clear();
        _readers.Clear();
        var index = now.Form.PageIndex(session.Page);
        if (index >= 0) TakeIn(now, index, 0, now.Form.Pages[index].Fields.Length);
        Lists.Tell(Segments.Replace(0, Segments.Count, index < 0 ? [] : [.. now.Form.Pages[index].Fields.Select(f => now.Ids[f.Key])]));
    }

    private void Follow(FormDefinition before, DesignState now, HashSet<int> touched)
    {
        // What is gone counts too, on whichever page it stood: the rules that name it say so from now on.
        var gone = FormChanges.Between(now.Form, before).Select(f => f.Key).Where(k => now.Form.FindField(k) is null);
        List<string> changed = [.. FormChanges.Between(before, now.Form).Select(f => f.Key), .. gone];
        var page = now.Form.PageIndex(session.Page);
        var (old, fields) = (before.FindPage(session.Page)?.Fields ?? [], page < 0 ? [] : now.Form.Pages[page].Fields);
        var (start, end) = FormChanges.Shared(old, fields);
        TakeIn(now, page, start, fields.Length - end);
        foreach (var key in changed)
        {
            if (now.Ids.TryGetValue(key, out var id) && _models.ContainsKey(id)) touched.Add(id);
            if (!_readers.TryGetValue(key, out var readers)) continue;
            foreach (var reader in readers.ToList())
            {
                if (touched.Add(reader) && _models.TryGetValue(reader, out var model) && now.Form.Find(model.Field.Key) is { } at) Take(reader, now, at);
            }
        }

        Lists.Tell(Segments.Replace(start, old.Length - end, [.. Enumerable.Range(start, fields.Length - end - start).Select(i => now.Ids[fields[i].Key])]));
    }

    private void TakeIn(DesignState now, int page, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var field = now.Form.Pages[page].Fields[i];
            var id = now.Ids[field.Key];
            if (_models.TryGetValue(id, out var known) && ReferenceEquals(known.Field, field) && known.Group is null) continue;
            Take(id, now, new FieldPlace(page, null, i, field));
            if (field is not RepeatedGroupField group) continue;
            for (var c = 0; c < group.Fields.Length; c++) Take(now.Ids[group.Fields[c].Key], now, new FieldPlace(page, group.Key, c, group.Fields[c]));
        }
    }

    private void Take(int id, DesignState now, FieldPlace at)
    {
        if (!_models.TryGetValue(id, out var model)) _models[id] = model = FrameModel.Of(id, now, at);
        else
        {
            foreach (var key in model.Needs) _readers.GetValueOrDefault(key)?.Remove(id);
            model.Take(now, at);
        }

        foreach (var key in model.Needs)
        {
            if (!_readers.TryGetValue(key, out var readers)) _readers[key] = readers = [];
            readers.Add(id);
        }
    }

    private void Mark(HashSet<int> touched)
    {
        var marks = new Dictionary<int, FrameMarks>();
        if (session.SelectedField is { } selected) marks[session.NumberOf(selected)] = new FrameMarks(true, true, []);
        foreach (var id in session.MarkedIds) marks[id] = MarkedIn(marks, id) with { IsMarked = true };
        foreach (var person in session.Others)
        {
            if (person.IsAway || person.Selection.Kind != SelectionKind.Field || !_state!.Ids.TryGetValue(person.Selection.Key, out var id)) continue;
            var known = MarkedIn(marks, id);
            marks[id] = known with { Here = known.Here.Add(person) };
        }

        foreach (var (part, count) in session.Document.OpenTalks)
        {
            if (part.Kind == SelectionKind.Field && _state!.Ids.TryGetValue(part.Key, out var id)) marks[id] = MarkedIn(marks, id) with { Talks = count };
        }

        foreach (var (id, known) in marks)
        {
            if (!known.IsLike(MarksOf(id))) touched.Add(id);
        }

        touched.UnionWith(_marks.Keys.Where(id => !marks.ContainsKey(id)));
        _marks = marks;
    }

    private static FrameMarks MarkedIn(Dictionary<int, FrameMarks> marks, int id) => marks.GetValueOrDefault(id, FrameMarks.None);
}

/// <summary>What is going on around a question.</summary>
/// <param name="IsSelected">This person's panels are about it.</param>
/// <param name="IsMarked">This person has it in hand, alone or with others.</param>
/// <param name="Here">Others who have it in hand.</param>
internal sealed record FrameMarks(bool IsSelected, bool IsMarked, ImmutableArray<Presence> Here)
{
    /// <summary>Nothing.</summary>
    public static FrameMarks None { get; } = new(false, false, []);

    /// <summary>How many talks are open about it.</summary>
    public int Talks { get; init; }

    /// <summary>Whether the same is shown.</summary>
    public bool IsLike(FrameMarks other) => IsSelected == other.IsSelected && IsMarked == other.IsMarked && Talks == other.Talks && Here.AsSpan().SequenceEqual(other.Here.AsSpan());
}
