using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer.Edits;

namespace GruBuilder.Forms.Designer;

/// <summary>The panels for what is selected.</summary>
public enum PropertyPanel
{
    /// <summary>The question: text, help, kind.</summary>
    Question,

    /// <summary>What may be answered: options, limits.</summary>
    Answer,

    /// <summary>When it shows.</summary>
    Rules,

    /// <summary>Why it is asked.</summary>
    PersonalData,
}

/// <summary>What the middle of the designer shows.</summary>
public enum DesignerView
{
    /// <summary>The form being drawn.</summary>
    Drawing,

    /// <summary>The form as a citizen fills it.</summary>
    Preview,

    /// <summary>The distinct ways through the form.</summary>
    Paths,

    /// <summary>The recorded test cases.</summary>
    Cases,

    /// <summary>What depends on what.</summary>
    Links,

    /// <summary>What was done, step by step, and the form as it was then.</summary>
    History,

    /// <summary>Every text, in French, in English and in easy words.</summary>
    Texts,

    /// <summary>The form's JSON.</summary>
    Json,
}

/// <summary>
/// One person's hand on a <see cref="DesignDocument"/>: what is selected, which page and panel are open, what was said last, and
/// the form as this person's screen shows it. Used on one logical thread, that of the person's circuit.
/// </summary>
public sealed partial class DesignSession : IDisposable
{
    private readonly Action<Action> _post;
    private int _selectedId;

    /// <summary>Opens a document for one person.</summary>
    /// <param name="document">The shared form.</param>
    /// <param name="name">The person's name, told to the others.</param>
    /// <param name="post">Runs something on the session's own thread, in order; null to run it at once.</param>
    /// <param name="canDraw">Whether the person may change the form; otherwise they read it over.</param>
    public DesignSession(DesignDocument document, string name = "", Action<Action>? post = null, bool canDraw = true)
    {
        Document = document;
        CanDraw = canDraw;
        Hand = new DesignHand(name);
        _post = post ?? (action => action());
        State = document.State;
        Page = Form.Pages.IsEmpty ? "" : Form.Pages[0].Key;
        Selection = Page.Length > 0 ? Selection.Page(Page) : Selection.Form;
        Number = document.Enter(name, Selection, isReading: !canDraw);
        document.Changed += OnDocumentChanged;
        document.PeopleChanged += OnPeopleChanged;
        document.TalksChanged += OnPeopleChanged;
        document.CasesChanged += OnCasesChanged;
    }

    /// <summary>Raised when anything shown may have changed, on the session's own thread.</summary>
    public event Action? Changed;

    /// <summary>The shared form.</summary>
    public DesignDocument Document { get; }

    /// <summary>The form as this person sees it: the newest that has reached them.</summary>
    public DesignState State { get; private set; }

    /// <summary>The form as this person sees it.</summary>
    public FormDefinition Form => State.Form;

    /// <summary>Tells this session apart among <see cref="DesignDocument.People"/>.</summary>
    public int Number { get; }

    /// <summary>Whether the person may change the form and its test cases. Otherwise they read it over: all that would change something is refused.</summary>
    public bool CanDraw { get; }

    /// <summary>Whose steps undo takes back.</summary>
    public DesignHand Hand { get; }

    /// <summary>The others who have the form open.</summary>
    public IEnumerable<Presence> Others => Document.People.Where(p => p.Number != Number);

    /// <summary>The name of what undo would take back of one's own; null when there is nothing.</summary>
    public string? UndoName => Document.UndoNameOf(Hand);

    /// <summary>The name of what redo would do again of one's own; null when there is nothing.</summary>
    public string? RedoName => Document.RedoNameOf(Hand);

    /// <summary>What is selected.</summary>
    public Selection Selection { get; private set; }

    /// <summary>The key of the page on the canvas; empty when the form has none.</summary>
    public string Page { get; private set; }

    /// <summary>The panel that is open on the right.</summary>
    public PropertyPanel Panel { get; private set; }

    /// <summary>What the middle shows.</summary>
    public DesignerView View { get; private set; }

    /// <summary>Said aloud by screen readers: what just happened.</summary>
    public string Announcement { get; private set; } = "";

    /// <summary>A sentence on why the last edit could not be done; null when it was.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The town's blocks, as this person may use them; null where there are none.</summary>
    public IBlockLibrary? Library { get; set; }

    /// <summary>The block that kept the last edit from being done; null when none did.</summary>
    internal BlockLink? Locked { get; set; }

    /// <summary>Grows each time the label's box should take the focus, its text selected.</summary>
    public int LabelFocus
    {
        get;
        private set => (field, IsTalking) = (value, false);
    }

    /// <summary>The selected field, or null.</summary>
    public Field? SelectedField => Selection.Kind == SelectionKind.Field ? Form.FindField(Selection.Key) : null;

    /// <summary>The page on the canvas, or null.</summary>
    public Page? CurrentPage => Form.FindPage(Page);

    /// <summary>Selects something, and shows the page that it is on.</summary>
    public void Select(Selection selection, PropertyPanel? panel = null)
    {
        EndBurst();
        Refusal = null;
        TakeInHand(selection);
        if (panel is { } wanted) (Panel, IsTalking) = (wanted, false);
        Notify();
    }

    /// <summary>Opens a panel.</summary>
    public void Open(PropertyPanel panel)
    {
        EndBurst();
        (Panel, IsTalking) = (panel, false);
        Notify();
    }

    /// <summary>The answers given in the preview, or those that it begins with, as JSON; null for an empty form.</summary>
    public string? Trial { get; set; }

    /// <summary>The day as which the preview takes today, when it shows a test case; null for the day that it is.</summary>
    public DateOnly? TrialDay { get; set; }

    /// <summary>Shows something else in the middle.</summary>
    public void Show(DesignerView view)
    {
        View = view;
        Notify();
    }

    /// <summary>Puts the cursor into the selected field's label.</summary>
    public void EditLabel()
    {
        if (!MayDraw()) return;
        Panel = PropertyPanel.Question;
        LabelFocus++;
        Notify();
    }

    /// <summary>Takes the last step back, and says which.</summary>
    public void Undo() => Travel(back: true);

    /// <summary>Does the last undone step again, and says which.</summary>
    public void Redo() => Travel(back: false);

    /// <summary>Ends a burst of typing: what follows is a step of its own.</summary>
    public void EndBurst() => Document.EndBurst(Hand);

    /// <summary>Tells the others that the connection is lost, or back.</summary>
    public void TellAway(bool isAway) => Document.Tell(Number, p => p with { IsAway = isAway });

    /// <inheritdoc/>
    public void Dispose()
    {
        Document.Changed -= OnDocumentChanged;
        Document.PeopleChanged -= OnPeopleChanged;
        Document.TalksChanged -= OnPeopleChanged;
        Document.CasesChanged -= OnCasesChanged;
        Document.Leave(Number);
    }

    private void Travel(bool back)
    {
        if (!MayDraw()) return;
        Refusal = null;
        var (change, travel) = Document.Travel(this, back);
        if (travel is null)
        {
            Say(back ? "Rien à annuler" : "Rien à rétablir");
            return;
        }

        if (change is null)
        {
            Refusal = $"«\u202f{travel.Name}\u202f» ne peut plus être {(back ? "annulé" : "rétabli")} : une autre personne a changé la même chose depuis. Rien n’a changé.";
            Notify();
            return;
        }

        if (FirstDifference(change.Before.Form, change.After.Form) is { } touched) TakeInHand(SeenIn(change.After, touched));
        Say(back ? $"Annulé : {travel.Name}" : $"Rétabli : {travel.Name}");
    }

    private void Say(string text)
    {
        Announcement = text;
        Notify();
    }

    private void Notify() => Changed?.Invoke();

    private void TakeInHand(Selection selection)
    {
        _marked = [];
        Selection = selection;
        _selectedId = selection.Kind == SelectionKind.Field ? NumberOf(selection.Key) : 0;
        if (selection.Kind == SelectionKind.Page) Page = selection.Key;
        if (selection.Kind == SelectionKind.Field && Form.Find(selection.Key) is { } at) Page = Form.Pages[at.Page].Key;
        Document.Tell(Number, p => p with { Selection = selection });
    }

    // What undo or redo changed is brought into view.
    private static Selection? FirstDifference(FormDefinition before, FormDefinition after)
    {
        foreach (var page in after.Pages)
        {
            var old = before.FindPage(page.Key);
            if (ReferenceEquals(old, page)) continue;
            if (old is null) return Selection.Page(page.Key);
            if (old.Fields == page.Fields || page.Fields.IsEmpty) return Selection.Page(page.Key);
            var (start, _) = FormChanges.Shared(old.Fields, page.Fields);
            return Selection.Field(page.Fields[Math.Min(start, page.Fields.Length - 1)].Key);
        }

        return null;
    }
}
