using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Forms.Drafting;

namespace GruBuilder.Forms.Designer;

/// <summary>Several questions in hand at once, and what is copied and pasted.</summary>
public sealed partial class DesignSession
{
    private const string NothingToPaste = "Il n’y a rien à coller ici : copiez d’abord des questions, ou une liste de questions, une par ligne.";
    private const string NowhereToPaste = "Rien n’a été collé\u202f: la page n’est plus là. Choisissez-en une autre, puis collez à nouveau.";
    private const string TooLongForm = "Ce formulaire deviendrait trop long pour être gardé. Faites-en plusieurs.";

    // A form of this length, in characters of JSON, is still read again with ease.
    private const int MostCharacters = 4_000_000;
    private ImmutableArray<int> _marked = [];

    /// <summary>The fields in hand, in form order: the selected one, or several of one page or series.</summary>
    public ImmutableArray<string> InHand
    {
        get
        {
            if (_marked.Length > 1 && Neighbours().Where(f => _marked.Contains(NumberOf(f))).Select(f => f.Key).ToImmutableArray() is { IsEmpty: false } held) return held;
            return Selection.Kind == SelectionKind.Field ? [Selection.Key] : [];
        }
    }

    /// <summary>The numbers of the fields in hand besides the selected one.</summary>
    internal IEnumerable<int> MarkedIds => _marked.Length > 1 ? _marked : [];

    /// <summary>Takes one more field in hand, or lets it go.</summary>
    /// <param name="key">A field beside those in hand; one of another page or series is taken alone.</param>
    /// <param name="through">Takes all between the selected one and this one too.</param>
    public void Mark(string key, bool through)
    {
        EndBurst();
        var neighbours = Neighbours();
        var (from, to) = (neighbours.FindIndex(f => Selection.IsField(f.Key)), neighbours.FindIndex(f => f.Key == key));
        if (from < 0 || to < 0)
        {
            Select(Selection.Field(key));
            return;
        }

        var id = NumberOf(neighbours[to]);
        var before = _marked.Length > 1 ? _marked : [NumberOf(neighbours[from])];
        _marked = through ? [.. neighbours[Math.Min(from, to)..(Math.Max(from, to) + 1)].Select(NumberOf)]
            : !before.Contains(id) ? before.Add(id)
            : before.Remove(id);

        // The selected one stays where a range began; let go, another takes its part.
        if (_marked.Length < 2 || !_marked.Contains(NumberOf(neighbours[from])))
        {
            var rest = _marked;
            Selection = Selection.Field(neighbours.FirstOrDefault(f => rest.Contains(NumberOf(f)), neighbours[to]).Key);
            Document.Tell(Number, p => p with { Selection = Selection });
        }

        Say(_marked.Length > 1 ? $"{_marked.Length} questions choisies" : "1 question choisie");
    }

    /// <summary>Takes one more neighbour in hand, above (-1) or below (+1) those that are.</summary>
    public void MarkNeighbour(int by)
    {
        var neighbours = Neighbours();
        var held = InHand;
        if (held.IsEmpty) return;
        var edge = neighbours.FindIndex(f => f.Key == (by < 0 ? held[0] : held[^1])) + by;
        if (edge >= 0 && edge < neighbours.Count) Mark(neighbours[edge].Key, through: false);
    }

    /// <summary>Takes the fields in hand out.</summary>
    public void RemoveInHand()
    {
        if (InHand is [var one]) Remove(one);
        else if (InHand is { IsEmpty: false } held && Apply(now => new RemoveFields(KeysIn(now, held)), GoneSentence)) Say($"{held.Length} questions supprimées. Vous pouvez annuler.");
    }

    /// <summary>Copies the fields in hand after the last of them.</summary>
    public void DuplicateInHand()
    {
        if (InHand is [var one])
        {
            Duplicate(one);
        }
        else if (InHand is { IsEmpty: false } held && Form.Find(held[^1]) is { } last)
        {
            PutIn(Clip.OfFields(Form, held)!, now => PlaceIn(now, new Place(Form.Pages[last.Page].Key, last.Group, last.Index + 1)), $"Dupliquer {held.Length} questions");
        }
    }

    /// <summary>Moves the fields in hand one place up (-1) or down (+1).</summary>
    public void StepInHand(int by)
    {
        if (InHand is [var one])
        {
            Step(one, by);
            return;
        }

        if (!MayDraw() || InHand is not { IsEmpty: false } held || Form.Find(held[0]) is not { } first) return;
        var last = Form.Find(held[^1])!.Index;
        var to = by < 0 ? first.Index - 1 : last + 2 - held.Length;
        var place = new Place(Form.Pages[first.Page].Key, first.Group, to);
        var marked = _marked;
        if (to < 0 || last + by >= Neighbours().Count || !Apply(now => new MoveFields(KeysIn(now, held), PlaceIn(now, place)), GoneSentence)) Say($"Ces questions sont déjà en {(by < 0 ? "première" : "dernière")} position");
        else Say($"{held.Length} questions déplacées");
        _marked = marked;
        Notify();
    }

    /// <summary>Moves the fields in hand to the end of a page.</summary>
    public void MoveInHandTo(string page)
    {
        if (InHand is { IsEmpty: false } held && Apply(now => new MoveFields(KeysIn(now, held), new Place(page, null, int.MaxValue)), GoneSentence)) Say($"{held.Length} questions déplacées sur {Form.PageName(page)}");
    }

    /// <summary>Makes an answer needed, or not, for all in hand.</summary>
    public void RequireInHand(bool required)
    {
        var marked = _marked;
        ApplyIfThere(now => new RequireFields(KeysIn(now, InHand), required));
        _marked = marked;
        Notify();
    }

    /// <summary>The JSON of what is in hand: questions, or the page; null when there is nothing to copy.</summary>
    public string? Copy()
    {
        var clip = InHand is { IsEmpty: false } held ? Clip.OfFields(Form, held) : Selection.Kind == SelectionKind.Page ? Clip.OfPage(Form, Selection.Key) : null;
        if (clip is null) return null;
        Say(clip.IsPages ? "Page copiée" : clip.Form.Pages[0].Fields.Length is > 1 and var count ? $"{count} questions copiées" : "Question copiée");
        return clip.Write();
    }

    /// <summary>Puts what was copied after what is selected: questions, pages, or a list of questions in plain words.</summary>
    /// <param name="text">Anything that was on the clipboard.</param>
    public void Paste(string text)
    {
        if (!MayDraw()) return;
        if (Clip.LooksLikeOne(text))
        {
            var (clip, problem) = Clip.Read(text);
            if (clip is not null && text.Length > FormDraft.MostCharacters && DefinitionJson.Write(Form).Length + text.Length > MostCharacters) problem = TooLongForm;
            if (problem is not null)
            {
                RefusePaste(problem);
                return;
            }

            if (Form.Pages.IsEmpty) AddPage();
            PutIn(clip!, now => clip!.IsPages ? new Place(Page, null, 0) : AfterSelection(now, clip.Form.Pages[0].Fields[0]), null);
            return;
        }

        if (text.Length > FormDraft.MostCharacters)
        {
            RefusePaste($"C’est trop long\u202f: {FormDraft.MostCharacters / 1000} 000 caractères au plus. Collez le texte en plusieurs fois.");
            return;
        }

        if (DraftReader.Read(text) is { Pages.IsEmpty: false } && AddText(text, ImmutableDictionary<string, string>.Empty)) return;
        Refusal = NothingToPaste;
        Notify();
    }

    /// <summary>Says that something on the clipboard was left there.</summary>
    /// <param name="reason">Why, in French; null for a text longer than any that is taken.</param>
    public void RefusePaste(string? reason = null)
    {
        Refusal = $"Rien n’a été collé. {reason ?? Clip.TooLong}";
        Notify();
    }

    private void PutIn(Clip clip, Func<DesignState, Place> at, string? name)
    {
        // Where it goes is looked up as it is put there: somebody may have moved or taken away what was selected.
        Place? put = null;
        if (!Apply(now => new Paste(clip, put = at(now), name), NowhereToPaste)) return;
        var count = clip.IsPages ? 0 : clip.Form.Pages[0].Fields.Length;
        TakeInHandFrom(put!, count);

        Say(clip.IsPages ? "Page collée" : count > 1 ? $"{count} questions collées" : "Question collée");
    }

    // All that has just been put somewhere, the first of it being selected.
    private void TakeInHandFrom(Place at, int count)
    {
        if (count > 1 && Form.FieldsAt(at.Page, at.Group) is { IsDefault: false } there && Form.Find(Selection.Key) is { } first) _marked = [.. there.Skip(first.Index).Take(count).Select(NumberOf)];
    }

    // Those that can be in hand together with the selected one.
    private List<Field> Neighbours()
    {
        if (Selection.Kind != SelectionKind.Field || Form.Find(Selection.Key) is not { } at) return [];
        return [.. Form.FieldsAt(Form.Pages[at.Page].Key, at.Group)];
    }
}
