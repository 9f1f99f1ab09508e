using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Forms.Drafting;

namespace GruBuilder.Forms.Designer;

/// <summary>What a person does in the designer, each action ending in named edits.</summary>
public sealed partial class DesignSession
{
    private const int MostRecent = 4;
    private const string NotAKey = "Utilisez des lettres, des chiffres et le trait bas, en commençant par une lettre.";

    /// <summary>The kinds added last, newest first.</summary>
    public ImmutableArray<PaletteKind> RecentKinds { get; private set; } = [];

    /// <summary>Adds a question of this kind, after the selected one or at the end of the page, and puts the cursor into its label.</summary>
    /// <param name="kind">The JSON name of the kind.</param>
    /// <param name="at">Where instead.</param>
    public bool Add(string kind, Place? at = null)
    {
        if (!MayDraw() || KindCatalogue.Find(kind) is not { } chosen) return false;
        if (Form.Pages.IsEmpty) AddPage();
        Panel = PropertyPanel.Question;
        if (!Apply(now => new AddFields(chosen.Fresh, at is null ? AfterSelection(now, chosen.Fresh) : PlaceIn(now, at)), "Cette question ne peut pas aller ici.")) return false;
        LabelFocus++;
        RecentKinds = RecentKinds is [var last, ..] && last == chosen ? RecentKinds : [chosen, .. RecentKinds.Remove(chosen).Take(MostRecent - 1)];
        Say($"{chosen.Name} ajouté en {Position()}");
        return true;
    }

    /// <summary>Adds what was made of a text: its first questions to the page on the canvas, its other pages behind.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kinds">The kinds chosen in place of those guessed, by the field's key.</param>
    public bool AddText(string text, IReadOnlyDictionary<string, string> kinds)
    {
        if (!MayDraw()) return false;
        if (Form.Pages.IsEmpty) AddPage();
        var draft = DraftReader.Read(text).With(kinds);
        if (!Apply(new AddDraft(draft, Page))) return false;
        Say(draft.Count == 1 ? "1 question ajoutée" : $"{draft.Count} questions ajoutées");
        return true;
    }

    /// <summary>Adds a page after the one on the canvas.</summary>
    public void AddPage()
    {
        if (!MayDraw()) return;
        Apply(now =>
        {
            var form = now.Form;
            var key = FieldKeys.Free($"page_{form.Pages.Length + 1}", k => form.FindPage(k) is not null);
            return new AddPage(new Page { Key = key, Title = $"Page {form.Pages.Length + 1}" }, form.PageIndex(Page) + 1);
        }, GoneSentence);
        Say($"Page {Form.PageIndex(Page) + 1} ajoutée");
    }

    /// <summary>Takes a field out; what it leaves is one undo away.</summary>
    public void Remove(string key)
    {
        var name = Form.Name(key);
        if (!ApplyIfThere(now => KeyIn(now, key) is { } known ? new RemoveField(known) : null)) return;
        var readers = DefinitionConditions.All(Form).Count(c => c.FieldKeys().Contains(key));
        Say($"{name} supprimé. {(readers == 0 ? "" : $"{(readers == 1 ? "1 règle le lit" : $"{readers} règles le lisent")} encore\u202f: voyez les points à voir. ")}Vous pouvez annuler.");
    }

    /// <summary>Takes a page out with its questions.</summary>
    public void RemovePage(string key)
    {
        var name = Form.PageName(key);
        if (Apply(new RemovePage(key))) Say($"Suppression de {name}. Vous pouvez annuler.");
    }

    /// <summary>Copies a field after itself, and puts the cursor into the copy's label.</summary>
    public void Duplicate(string key)
    {
        if (!ApplyIfThere(now => KeyIn(now, key) is { } known ? new DuplicateField(known) : null)) return;
        Panel = PropertyPanel.Question;
        LabelFocus++;
        Say($"Copie ajoutée en {Position()}");
    }

    /// <summary>Moves a field one place up (-1) or down (+1), on to the neighbouring page at the ends.</summary>
    public void Step(string key, int by)
    {
        if (Form.Find(key) is not { } at) return;
        var page = Form.Pages[at.Page];
        var count = Form.FieldsAt(page.Key, at.Group).Length;
        var to = at.Index + by;
        Place? place = to >= 0 && to < count ? new Place(page.Key, at.Group, to)
            : at.Group is not null || at.Page + by < 0 || at.Page + by >= Form.Pages.Length ? null
            : new Place(Form.Pages[at.Page + by].Key, null, by < 0 ? int.MaxValue : 0);
        if (place is null)
        {
            Say($"{EditWords.Name(at.Field)} est déjà en {(by < 0 ? "première" : "dernière")} position");
            return;
        }

        Move(NumberOf(key), place);
    }

    /// <summary>Moves a field, and says its new position.</summary>
    /// <param name="number">The field's number.</param>
    /// <param name="to">Where.</param>
    public void Move(int number, Place to)
    {
        if (Apply(now => FieldIn(now, number) is { } field ? new MoveField(field.Key, PlaceIn(now, to)) : null, "Cette question ne peut pas aller ici, ou elle y est déjà.")) Say($"{EditWords.Name(FieldIn(State, number))} est maintenant en {Position()}");
    }

    /// <summary>Moves a page one place left (-1) or right (+1).</summary>
    public void StepPage(string key, int by)
    {
        if (Apply(now => new MovePage(key, now.Form.PageIndex(key) + by), "Cette page est déjà au bout.")) Say($"{Form.PageName(key)} est maintenant la page {Form.PageIndex(key) + 1} sur {Form.Pages.Length}");
    }

    /// <summary>Selects the field before (-1) or after (+1) on the page, fields of groups included.</summary>
    public void SelectNeighbour(int by)
    {
        if (CurrentPage is not { } page) return;
        var keys = page.Fields.SelectMany(f => f is RepeatedGroupField g ? [g.Key, .. g.Fields.Select(x => x.Key)] : new[] { f.Key }).ToList();
        if (keys.Count == 0) return;
        var at = Selection.Kind == SelectionKind.Field ? keys.IndexOf(Selection.Key) : -1;
        var next = at < 0 ? (by > 0 ? 0 : keys.Count - 1) : Math.Clamp(at + by, 0, keys.Count - 1);
        Select(Selection.Field(keys[next]));
        Say($"{Form.Name(keys[next])}, {KindCatalogue.Of(SelectedField!).Name}, {Position()}");
    }

    /// <summary>Changes a field, starting from what it is now.</summary>
    /// <param name="number">The field's number.</param>
    /// <param name="property">The property that changes, by its C# name.</param>
    /// <param name="change">Gives the changed field.</param>
    public void Change<TField>(int number, string property, Func<TField, TField> change)
        where TField : Field => ApplyIfThere(now => FieldIn(now, number) is TField field ? new ChangeField(change(field), property) : null);

    /// <summary>Changes an answer offered by a choice, starting from what it is now.</summary>
    /// <param name="number">The choice's number.</param>
    /// <param name="option">The option as it is shown.</param>
    /// <param name="index">Its zero-based place there.</param>
    /// <param name="change">Gives the changed option.</param>
    public void ChangeOption(int number, Option option, int index, Func<Option, Option> change) =>
        ApplyIfThere(now => FieldIn(now, number) is ChoiceField choice && OptionPlaces.Find(choice.Options, option, index) is { } at
            ? new ChangeField(choice with { Options = choice.Options.SetItem(at, change(choice.Options[at])) }, nameof(ChoiceField.Options))
            : null);

    /// <summary>Changes a page's title or description, starting from what they are now.</summary>
    public void ChangePage(string key, Func<Page, Page> change) =>
        ApplyIfThere(now => now.Form.FindPage(key) is { } page && change(page) is var made ? new ChangePage(key, made.Title, made.Description) : null);

    /// <summary>Changes the form's title or description, starting from what they are now.</summary>
    public void ChangeForm(Func<FormDefinition, FormDefinition> change) => ApplyIfThere(now => change(now.Form) is var made ? new ChangeForm(made.Title, made.Description) : null);

    /// <summary>Changes when a page shows, starting from its rule now: null shows it always.</summary>
    public void ChangePageRule(string key, Func<Condition?, Condition?> change) =>
        ApplyIfThere(now => now.Form.FindPage(key) is { } page ? new SetCondition(Selection.Page(key), change(page.VisibleIf)) : null);

    /// <summary>Changes when a field shows, starting from its rule now.</summary>
    /// <param name="number">The field's number.</param>
    /// <param name="change">Gives the rule; null shows it always.</param>
    public void ChangeRule(int number, Func<Condition?, Condition?> change) =>
        ApplyIfThere(now => FieldIn(now, number) is { } field ? new SetCondition(Selection.Field(field.Key), change(field.VisibleIf)) : null);

    /// <summary>Changes where one stops on leaving a page, starting from what is there now.</summary>
    public void ChangeEnds(string page, Func<ImmutableArray<EndPage>, ImmutableArray<EndPage>> change) => ApplyIfThere(now => now.Form.FindPage(page) is { } found ? new SetEnds(page, change(found.Ends)) : null);

    /// <summary>Changes a table of tariffs, starting from what it is now.</summary>
    public void ChangeTable(string key, Func<DecisionTable, DecisionTable> change) => ApplyIfThere(now => now.Form.Tables.FirstOrDefault(t => t.Key == key) is { } table ? new PutTable(change(table)) : null);

    /// <summary>Changes a condition of the form, starting from what it is now.</summary>
    public void ChangeCondition(string key, Func<NamedCondition, NamedCondition> change) =>
        ApplyIfThere(now => now.Form.Conditions.FirstOrDefault(c => c.Key == key) is { } condition ? new PutCondition(change(condition)) : null);

    /// <summary>Changes one text in one language.</summary>
    /// <param name="place">Which text.</param>
    /// <param name="number">The number of the field that it belongs to; 0 for a text of the form or of a page.</param>
    /// <param name="language">In which language.</param>
    /// <param name="text">What it says from now on; empty takes an English or easy text away.</param>
    public void ChangeText(TextPlace place, int number, Language language, string text) => ApplyIfThere(now => TextIn(now, place, number) is { } at ? new ChangeText(at, language, text) : null);

    /// <summary>Says that an English text is right although its French has changed.</summary>
    /// <param name="place">Which text.</param>
    /// <param name="number">As for <see cref="ChangeText"/>.</param>
    public void ConfirmEnglish(TextPlace place, int number) => ApplyIfThere(now => TextIn(now, place, number) is { } at ? new ConfirmEnglish(at) : null);

    /// <summary>Makes the field one of another kind.</summary>
    /// <param name="number">The field's number.</param>
    /// <param name="kind">The JSON name of the kind.</param>
    public void Convert(int number, string kind)
    {
        Change<Field>(number, "Kind", f => FieldConversion.To(f, kind));
        EndBurst();
    }

    /// <summary>
    /// Ends the typing of a label: a technical name that nobody chose, and that no published version uses, follows the label.
    /// </summary>
    /// <param name="number">The field's number.</param>
    /// <param name="labelBefore">The label when the typing began.</param>
    public void SettleKey(int number, string labelBefore)
    {
        Document.Apply(this, now =>
        {
            if (FieldIn(now, number) is not { } field || Document.Published?.FindField(field.Key) is not null || FieldKeys.IsMadeFrom(field.Key, field.Label)) return null;
            var isChosen = !FieldKeys.IsMadeFrom(field.Key, labelBefore) && !FieldKeys.IsMadeFrom(field.Key, KindCatalogue.Of(field).Name);
            return isChosen ? null : new RenameFieldKey(field.Key, FieldKeys.Free(FieldKeys.From(field.Label, field.Key), k => now.Form.FindField(k) is not null));
        }, joinLast: true);
        EndBurst();
        Notify();
    }

    /// <summary>Renames a field by hand.</summary>
    /// <param name="number">The field's number.</param>
    /// <param name="newKey">The key that it gets.</param>
    /// <returns>Whether it was done; when not, <see cref="Refusal"/> says why.</returns>
    public bool Rename(int number, string newKey)
    {
        if (FieldIn(State, number)?.Key == newKey) return true;
        var refusal = Form.FindField(newKey) is not null ? $"Le nom technique {EditWords.Quote(newKey)} sert déjà à une autre question."
            : DefinitionReader.IsKey(newKey) ? GoneSentence
            : NotAKey;
        return Apply(now => FieldIn(now, number) is { } field ? new RenameFieldKey(field.Key, newKey) : null, refusal);
    }

    /// <summary>Renames a condition of the form, wherever it is used.</summary>
    /// <returns>Whether it was done; when not, <see cref="Refusal"/> says why.</returns>
    public bool RenameCondition(string key, string newKey) => Apply(_ => new RenameCondition(key, newKey), Form.Conditions.Any(c => string.Equals(c.Key, newKey, StringComparison.Ordinal))
        ? $"Le nom technique {EditWords.Quote(newKey)} sert déjà à une autre condition."
        : NotAKey);

    /// <summary>Ends the typing of an option: a stored value that nobody chose, and that no published version uses, follows the text.</summary>
    /// <param name="number">The choice's number.</param>
    /// <param name="value">The option's stored value.</param>
    /// <param name="labelBefore">The option's text when the typing began.</param>
    public void SettleOption(int number, string value, string labelBefore)
    {
        if (FieldKeys.IsMadeFrom(value, labelBefore))
        {
            Document.Apply(this, now =>
            {
                if (FieldIn(now, number) is not ChoiceField choice || choice.FindOption(value) is not { } option || FieldKeys.IsMadeFrom(value, option.Label)) return null;
                var isPublished = (Document.Published?.FindField(choice.Key) as ChoiceField)?.FindOption(value) is not null;
                return isPublished ? null : new RenameOption(choice.Key, value, FieldKeys.Free(FieldKeys.From(option.Label, "choix"), v => choice.FindOption(v) is not null));
            }, joinLast: true);
        }

        EndBurst();
        Notify();
    }

    /// <summary>Goes to where a finding is mended: its field or page, and the right panel.</summary>
    public void Follow(Finding finding)
    {
        View = DesignerView.Drawing;
        var property = finding.Path[(finding.Path.LastIndexOf('.') + 1)..];
        var panel = property switch
        {
            "visibleIf" => PropertyPanel.Rules,
            "purpose" => PropertyPanel.PersonalData,
            "label" or "key" or "help" or "text" => PropertyPanel.Question,
            _ => PropertyPanel.Answer,
        };
        if (finding.FieldKey is { } field && Form.FindField(field) is not null) Select(Selection.Field(field), panel);
        else if (finding.PageKey is { } page && Form.FindPage(page) is not null) Select(Selection.Page(page));
        else Select(Form.Pages.IsEmpty || property is "title" ? Selection.Form : Selection.Page(Page));
    }

    private TextPlace? TextIn(DesignState now, TextPlace place, int number) => number == 0 ? place : FieldIn(now, number) is { } field ? place with { Key = field.Key } : null;

    private Place AfterSelection(DesignState now, Field added)
    {
        var form = now.Form;
        if (Selection.Kind == SelectionKind.Field && KeyIn(now, Selection.Key) is { } key && form.Find(key) is { } at)
        {
            var page = form.Pages[at.Page].Key;
            var isInto = at.Field is RepeatedGroupField { Fields.IsEmpty: true } && added is not RepeatedGroupField;
            if (at.Group is null) return isInto ? new Place(page, at.Field.Key, 0) : new Place(page, null, at.Index + 1);
            if (added is not RepeatedGroupField) return new Place(page, at.Group, at.Index + 1);
            return new Place(page, null, form.Find(at.Group)!.Index + 1);
        }

        return new Place(Page, null, int.MaxValue);
    }

    private string Position()
    {
        if (Selection.Kind != SelectionKind.Field || Form.Find(Selection.Key) is not { } at) return "place";
        var page = Form.Pages[at.Page];
        var where = at.Group is { } group ? $" dans {Form.Name(group)}" : "";
        return $"position {at.Index + 1} sur {Form.FieldsAt(page.Key, at.Group).Length}{where}";
    }
}
