using GruBuilder.Forms.Designer.Edits;

namespace GruBuilder.Forms.Designer;

/// <summary>How an edit reaches the form, and what is said when it does not.</summary>
public sealed partial class DesignSession
{
    private const string ReadingSentence = "Vous relisez ce formulaire\u202f: vous ne pouvez pas le changer. Proposez un texte ou laissez un commentaire.";

    private const string GoneSentence = "Rien n’a changé : cet élément n’existe plus, ou sa place a changé.";

    /// <summary>Applies an edit, and selects what it leaves in hand.</summary>
    /// <returns>Whether anything changed; when not, <see cref="Refusal"/> says why.</returns>
    public bool Apply(FormEdit edit) => Apply(_ => edit, GoneSentence);

    private bool Apply(Func<DesignState, FormEdit?> make, string? refusal) => Apply(make, () => refusal);

    // An edit that has nothing to work on has lost what it was meant for; one that changes nothing is no news.
    private bool ApplyIfThere(Func<DesignState, FormEdit?> make)
    {
        var isGone = false;
        return Apply(now =>
        {
            var edit = make(now);
            isGone = edit is null;
            return edit;
        }, () => isGone ? GoneSentence : null);
    }

    private bool Apply(Func<DesignState, FormEdit?> make, Func<string?> refusal)
    {
        Refusal = null;
        if (Document.Apply(this, make) is not { } change)
        {
            Refusal = Hindrance ?? refusal();
            Notify();
            return false;
        }

        if (change.Edit!.Leaves(change.Before.Form, change.After.Form) is { } left) TakeInHand(SeenIn(change.After, left));
        Notify();
        return true;
    }

    // Asked before what does more than one edit; the document itself takes nothing from who reads.
    private bool MayDraw()
    {
        if (CanDraw) return true;
        Refusal = ReadingSentence;
        Notify();
        return false;
    }
}
