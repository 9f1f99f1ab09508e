using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Forms.TestCases;

namespace GruBuilder.Tests.Designer;

/// <summary>Somebody who reads a form over beside somebody who draws it.</summary>
public class ReadingTests
{
    private readonly DesignDocument _document = new(Drawn.Form, cases: [TestCase.Record(new DesignDocument(Drawn.Form).State.Program, "Essai 1", """{"nom":"Petit"}""", new DateOnly(2026, 11, 27))]);
    private readonly DesignSession _drawing;
    private readonly DesignSession _reading;

    public ReadingTests() => (_drawing, _reading) = (new(_document, "Nadia Delattre"), new(_document, "Samir Haddad", canDraw: false));

    [Fact]
    public void Whatever_the_browser_asks_for_a_reader_nothing_changes_and_they_are_told_why()
    {
        var browser = new BrowserCalls(() => _reading);
        var clip = Clip.OfFields(Drawn.Form, ["nom"])!.Write();
        _drawing.Add("date");
        var form = _document.State.Form;
        var asked = new (string What, Action Ask)[]
        {
            ("undo", () => browser.Shortcut("undo")), ("redo", () => browser.Shortcut("redo")), ("label", () => browser.Shortcut("label")), ("up", () => browser.Shortcut("up")), ("down", () => browser.Shortcut("down")),
            ("duplicate", () => browser.Shortcut("duplicate")), ("remove", () => browser.Shortcut("remove")), ("pageRight", () => browser.Shortcut("pageRight")),
            ("cut", () => browser.Copy(take: true)), ("paste questions", () => browser.Paste(clip)), ("paste a list", () => browser.Paste("Téléphone\nAdresse")),
            ("label text", () => browser.WriteText($"{_reading.NumberOf("nom")}", "label", -1, "Autre")), ("option text", () => browser.WriteText($"{_reading.NumberOf("statut")}", "option", 0, "Autre")),
            ("page title", () => browser.WriteText("vous", "title", -1, "Autre")), ("drop a kind", () => browser.Drop("date", true, "vous", null, 0)), ("drop a question", () => browser.Drop("nom", false, "enfants", null, 0)),
        };
        foreach (var (what, ask) in asked)
        {
            _reading.Select(Selection.Field("prenom"));
            var focus = _reading.LabelFocus;
            ask();
            Assert.True(_reading.Refusal?.StartsWith("Vous relisez ce formulaire", StringComparison.Ordinal), $"{what} is not refused in words: {_reading.Refusal}");
            Assert.Same(form, _document.State.Form);
            Assert.Equal(focus, _reading.LabelFocus);
        }

        browser.SettleText($"{_reading.NumberOf("nom")}", "label", -1, "Nom");
        Assert.Same(form, _document.State.Form);
        Assert.Equal("Ajouter «\u202fDate\u202f»", _drawing.UndoName);
    }

    [Fact]
    public async Task What_screens_do_for_who_draws_is_refused_to_a_reader()
    {
        var (form, cases) = (_document.State.Form, _document.Cases);
        var asked = new Action[]
        {
            () => Assert.False(_reading.Apply(new RestoreForm(FormDefinition.Empty, "l’ouverture"))), () => Assert.False(_reading.Add("date")), () => Assert.False(_reading.AddText("Nom", new Dictionary<string, string>())), _reading.AddPage,
            () => _reading.Remove("nom"), () => _reading.RemovePage("vous"), () => _reading.ChangeForm(f => f with { Title = "Autre" }), () => _reading.ChangePage("vous", p => p with { Title = "Autre" }), () => _reading.ChangeRule(_reading.NumberOf("nom"), _ => null),
            () => _reading.Convert(_reading.NumberOf("nom"), "longText"), () => Assert.False(_reading.Rename(_reading.NumberOf("nom"), "nom_2")), () => _reading.RequireInHand(false), () => _reading.Insert(new FormBlock("adresse", "Adresse", 1, Drawn.Form), isLinked: true),
            () => _reading.RecordCase("{}"), () => _reading.RenameCase(cases[0].Id, "Autre"), () => _reading.RemoveCase(cases[0].Id), () => _reading.AcceptCase(_reading.CaseRuns[0]), _reading.BringCaseBack,
        };
        _reading.Select(Selection.Field("nom"));
        foreach (var ask in asked)
        {
            ask();
            Assert.StartsWith("Vous relisez ce formulaire", _reading.Refusal, StringComparison.Ordinal);
            _reading.Select(Selection.Field("nom"));
        }

        Assert.StartsWith("Vous relisez ce formulaire", await _reading.KeepAsBlockAsync("Adresse"), StringComparison.Ordinal);
        _document.ChangeCases(_reading, _ => []);
        Assert.Same(form, _document.State.Form);
        Assert.Equal(cases, _document.Cases);
        Assert.True(_document.IsSaved);
        Assert.Empty(_reading.Announcement);
    }

    [Fact]
    public void A_reader_is_seen_as_one_and_sees_what_others_do()
    {
        _reading.Select(Selection.Field("nom"));
        Assert.Equal(("Samir Haddad, en relecture", Selection.Field("nom")), _drawing.Others.Select(p => (p.Told, p.Selection)).Single());
        Assert.Equal("Nadia Delattre", _reading.Others.Single().Told);
        _drawing.Change<Field>(_drawing.NumberOf("nom"), nameof(Field.Label), f => f with { Label = "Nom de famille" });
        Assert.Equal("Nom de famille", _reading.SelectedField!.Label);
    }

    [Fact]
    public void What_a_reader_wants_to_say_is_told_once()
    {
        _reading.Talk(true, Selection.Field("nom"), TalkWish.Wording);
        Assert.True(_reading.IsTalking);
        Assert.Equal((TalkWish.Wording, TalkWish.None), (_reading.TakeTalkWish(), _reading.TakeTalkWish()));
    }
}
