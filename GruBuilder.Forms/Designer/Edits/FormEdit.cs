using System.Text;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer.Edits;

/// <summary>
/// One named change of a form. Plain data, so that it can be undone by name, logged, sent to others and applied again.
/// The result depends on nothing but the form that it is given.
/// </summary>
public abstract record FormEdit
{
    private protected FormEdit() { }

    /// <summary>The form after the change, sharing every untouched part; the same reference when nothing changes, also
    /// when the edit no longer applies because what it is about is gone. Never throws.</summary>
    public abstract FormDefinition Apply(FormDefinition form);

    /// <summary>What it does, in French, for the undo button: <c>Déplacer « Nom » après « Prénom »</c>.</summary>
    /// <param name="before">The form that it is applied to.</param>
    public abstract string Describe(FormDefinition before);

    /// <summary>Edits that follow each other with the same burst are one step for undo: typing a label, for instance. Null for edits that stand alone.</summary>
    public virtual string? Burst => null;

    /// <summary>What it leaves in hand, to be selected: the field that was added or moved. Null leaves the selection as it is.</summary>
    public virtual Selection? Leaves(FormDefinition before, FormDefinition after) => null;

    /// <summary>The edit that takes it back, for what goes through the whole form; null where comparing before and after tells.</summary>
    public virtual FormEdit? Inverse => null;

    /// <summary>Whether it may change questions that follow a block of the library.</summary>
    public virtual bool ReachesBlocks => Renames is not null || ReplacesForm;

    /// <summary>Whether it puts a whole form in place, an earlier one for instance: what is in it again is what it was then.</summary>
    public virtual bool ReplacesForm => false;

    /// <summary>The old and the new name when it renames a field; null otherwise.</summary>
    public virtual (string Old, string New)? Renames => null;

    /// <summary>Prints what it is made of alone: of what follows from that, an inverse would print its own inverse, without end.</summary>
    protected virtual bool PrintMembers(StringBuilder builder) => false;
}

/// <summary>Where a field is put: a page, a repeated group on it or none, and the position it will have there.</summary>
/// <param name="Page">The page's key.</param>
/// <param name="Group">The repeated group's key, or null for the page itself.</param>
/// <param name="Index">Zero-based position among the fields there, once done; beyond the end means last.</param>
public sealed record Place(string Page, string? Group, int Index);

/// <summary>What kind of thing is selected.</summary>
public enum SelectionKind
{
    /// <summary>The form itself: its title and description.</summary>
    Form,

    /// <summary>A page.</summary>
    Page,

    /// <summary>A field.</summary>
    Field,
}

/// <summary>What is selected in the designer, or what a rule is about.</summary>
/// <param name="Kind">Form, page or field.</param>
/// <param name="Key">The key of the page or field; empty for the form.</param>
public readonly record struct Selection(SelectionKind Kind, string Key)
{
    /// <summary>The form itself.</summary>
    public static readonly Selection Form = new(SelectionKind.Form, "");

    /// <summary>A page.</summary>
    public static Selection Page(string key) => new(SelectionKind.Page, key);

    /// <summary>A field.</summary>
    public static Selection Field(string key) => new(SelectionKind.Field, key);

    /// <summary>Whether it is this field.</summary>
    public bool IsField(string key) => Kind == SelectionKind.Field && string.Equals(Key, key, StringComparison.Ordinal);

    /// <summary>Whether it is this page.</summary>
    public bool IsPage(string key) => Kind == SelectionKind.Page && string.Equals(Key, key, StringComparison.Ordinal);
}
