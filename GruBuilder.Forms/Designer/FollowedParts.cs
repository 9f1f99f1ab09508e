using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer.Edits;

namespace GruBuilder.Forms.Designer;

/// <summary>A part of a form that something beside the form is about, a talk for instance.</summary>
/// <param name="Part">The part; as it was last called when it is gone.</param>
/// <param name="Name">What it is called, in French: <c>« Nom »</c>, <c>la page « Vous »</c>.</param>
/// <param name="IsGone">It is no longer in the form.</param>
public sealed record FollowedPart(Selection Part, string Name, bool IsGone)
{
    private const int MostFormerKeys = 10;

    /// <summary>The keys that a field had before, the last first, parted by spaces: an earlier form that is brought back calls it by one of them.</summary>
    public string FormerKeys { get; init; } = "";

    /// <summary>A part of a form as it is now; null when there is no such part.</summary>
    public static FollowedPart? Of(FormDefinition form, Selection part) => NameOf(form, part) is { } name ? new FollowedPart(part, name, false) : null;

    internal IEnumerable<string> KnownKeys => [Part.Key, .. FormerKeys.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The same part, there under this selection.</summary>
    internal FollowedPart At(FormDefinition form, Selection part) => new(part, NameOf(form, part)!, false)
    {
        FormerKeys = part == Part ? FormerKeys : string.Join(' ', KnownKeys.Where(k => k != part.Key).Take(MostFormerKeys)),
    };

    internal static string? NameOf(FormDefinition form, Selection part) => part.Kind switch
    {
        SelectionKind.Form => "le formulaire",
        SelectionKind.Page => form.FindPage(part.Key) is null ? null : form.PageName(part.Key),
        _ => form.FindField(part.Key) is { } field ? EditWords.Name(field) : null,
    };
}

/// <summary>
/// Follows parts of a form through everything that is done to it: a question that is renamed or moved stays the same, one that is
/// taken out is gone, and undoing brings it back. Not thread-safe.
/// </summary>
public sealed class FollowedParts
{
    private readonly Dictionary<Guid, Followed> _all = [];

    /// <summary>What is followed under this id; null when nothing is.</summary>
    public FollowedPart? Find(Guid id) => _all.GetValueOrDefault(id)?.Known;

    /// <summary>Starts to follow a part, or follows another under the same id.</summary>
    /// <param name="id">What it is followed for.</param>
    /// <param name="part">The part; one that the form does not hold is gone.</param>
    /// <param name="state">The form as it is now.</param>
    public void Add(Guid id, FollowedPart part, DesignState state)
    {
        var name = part.IsGone ? null : FollowedPart.NameOf(state.Form, part.Part);

        // A field that was just taken out keeps its number for undo; that of a field in its place is another's.
        var number = part.Part.Kind == SelectionKind.Field && (name is not null || state.Form.FindField(part.Part.Key) is null) ? state.Ids.GetValueOrDefault(part.Part.Key) : 0;
        _all[id] = new Followed(name is null ? part with { IsGone = true } : part with { Name = name }, number);
    }

    /// <summary>Follows it no longer.</summary>
    public void Remove(Guid id) => _all.Remove(id);

    /// <summary>Takes a change of the form in.</summary>
    /// <returns>Whether anything that is followed was touched.</returns>
    public bool Follow(DesignChange change)
    {
        // A new part may get the name of one that is gone: only what brings an earlier form back brings the part back.
        var isReplaced = change.Edit is { ReplacesForm: true };
        var bringsBack = change.Edit is null || isReplaced;
        var touched = false;
        foreach (var (id, (known, number)) in _all.ToList())
        {
            if (known.IsGone && (!bringsBack || Now(change.Before, known.Part, number) is not null)) continue;
            var now = Now(change.After, known.Part, number) ?? (isReplaced ? Again(change, known) : null);
            var made = now is { } part ? known.At(change.After.Form, part) : known with { IsGone = true };
            if (made == known) continue;
            _all[id] = new Followed(made, made is { IsGone: false, Part.Kind: SelectionKind.Field } ? change.After.Ids.GetValueOrDefault(made.Part.Key) : number);
            touched = true;
        }

        return touched;
    }

    // A form from another day knows no numbers: what comes with it under a name that the part had is the part, unless another had that name until now.
    private static Selection? Again(DesignChange change, FollowedPart known) =>
        known.Part.Kind == SelectionKind.Field && known.KnownKeys.FirstOrDefault(k => change.After.Form.FindField(k) is not null && change.Before.Form.FindField(k) is null) is { } key ? Selection.Field(key) : null;

    private static Selection? Now(DesignState state, Selection part, int number) => part.Kind switch
    {
        SelectionKind.Field when state.Form.FindField(part.Key) is not null && state.Ids.GetValueOrDefault(part.Key) == number => part,
        SelectionKind.Field => number > 0 && state.FieldOf(number) is { } found ? Selection.Field(found.Key) : null,
        SelectionKind.Page => state.Form.FindPage(part.Key) is null ? null : part,
        _ => part,
    };

    private sealed record Followed(FollowedPart Known, int Number);
}
