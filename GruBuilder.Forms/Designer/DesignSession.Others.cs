using GruBuilder.Forms.Designer.Edits;

namespace GruBuilder.Forms.Designer;

/// <summary>What others do to the form meanwhile.</summary>
public sealed partial class DesignSession
{
    private void OnPeopleChanged() => _post(Notify);

    // One's own change is taken in at once; those of others when their turn comes on this session's thread.
    private void OnDocumentChanged(DesignChange change)
    {
        if (ReferenceEquals(change.By, this)) Take(change);
        else _post(() => Take(change));
    }

    private void Take(DesignChange change)
    {
        // Never back to an older state: what is newer has been taken already.
        State = Document.State;
        var form = State.Form;
        if (form.FindPage(Page) is null)
        {
            var index = Math.Max(change.Before.Form.PageIndex(Page), 0);
            Page = form.Pages.IsEmpty ? "" : form.Pages[Math.Min(index, form.Pages.Length - 1)].Key;
        }

        if (Selection.Kind == SelectionKind.Field) FollowField(change);
        else if (Selection.Kind == SelectionKind.Page && form.FindPage(Selection.Key) is null) LetGo(change, s => s.Form.FindPage(Selection.Key) is null ? null : s.Form.PageName(Selection.Key));

        if (!ReferenceEquals(change.By, this)) Notify();
    }

    // Renamed, perhaps by somebody else: the number tells, also when another question has got the name.
    private void FollowField(DesignChange change)
    {
        if (NumberOf(Selection.Key) == _selectedId && Form.FindField(Selection.Key) is not null) return;
        if (State.FieldOf(_selectedId) is not { } renamed)
        {
            LetGo(change, s => s.FieldOf(_selectedId) is { } field ? s.Form.Name(field.Key) : null);
            return;
        }

        Selection = Selection.Field(renamed.Key);
        Document.Tell(Number, p => p with { Selection = Selection });
    }

    // What another took away leaves nothing in hand: no button that was about to be pressed turns into another page's.
    private void LetGo(DesignChange change, Func<DesignState, string?> nameIn)
    {
        // The change that is heard of first need not be the one that took it away.
        var step = ReferenceEquals(change.By, this) ? null : Document.Steps.LastOrDefault(s => nameIn(s.Before) is not null && nameIn(s.After) is null);
        var name = step is null ? null : nameIn(step.Before);
        Selection = ReferenceEquals(change.By, this) && Page.Length > 0 ? Selection.Page(Page) : Selection.Form;
        if (name is not null) Refusal = $"{char.ToUpperInvariant(name[0])}{name[1..]} n’est plus là\u202f: {(step!.By is { Length: > 0 } who ? who : "une autre personne")} l’a supprimé. L’historique le garde.";
    }
}
