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
        var (form, ids) = (State.Form, State.Ids);
        if (form.FindPage(Page) is null)
        {
            var index = Math.Max(change.Before.Form.PageIndex(Page), 0);
            Page = form.Pages.IsEmpty ? "" : form.Pages[Math.Min(index, form.Pages.Length - 1)].Key;
        }

        if (Selection.Kind == SelectionKind.Field && form.FindField(Selection.Key) is null)
        {
            // Renamed, perhaps by somebody else: the number tells. Otherwise it is gone.
            if (FormChanges.Between(change.Before.Form, form).FirstOrDefault(f => ids.GetValueOrDefault(f.Key) == _selectedId) is { } renamed) Selection = Selection.Field(renamed.Key);
            else LetGo(change, change.Before.Form.Name(Selection.Key));
        }
        else if (Selection.Kind == SelectionKind.Page && form.FindPage(Selection.Key) is null)
        {
            LetGo(change, change.Before.Form.PageName(Selection.Key));
        }

        if (!ReferenceEquals(change.By, this)) Notify();
    }

    // What another took away leaves nothing in hand: no button that was about to be pressed turns into another page's.
    private void LetGo(DesignChange change, string name)
    {
        var isOwn = ReferenceEquals(change.By, this);
        Selection = isOwn && Page.Length > 0 ? Selection.Page(Page) : Selection.Form;
        if (!isOwn) Refusal = $"{char.ToUpperInvariant(name[0])}{name[1..]} n’est plus là : {(change.By.Hand.Name is { Length: > 0 } who ? who : "une autre personne")} l’a supprimé. L’historique le garde.";
    }
}
