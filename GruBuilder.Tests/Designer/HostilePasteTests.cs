using System.Diagnostics;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Edits;

namespace GruBuilder.Tests.Designer;

/// <summary>What is pasted by mistake or in bad faith: a sentence says what to do, and nothing is lost.</summary>
public class HostilePasteTests
{
    private readonly DesignSession _session = new(new DesignDocument(Drawn.Form));

    [Fact]
    public void A_long_clip_is_taken_in_quickly_and_one_that_is_too_long_says_so()
    {
        var long_ = Questions(190);
        Assert.InRange(long_.Length, 1_800_000, Clip.MostCharacters);
        var watch = Stopwatch.StartNew();
        _session.Paste(long_);
        Assert.Null(_session.Refusal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
        Assert.Equal(Drawn.Form.AllFields().Count() + 190, _session.Form.AllFields().Count());

        // A form that could not be read again is not made.
        _session.Paste(long_);
        _session.Paste(long_);
        Assert.Equal("Rien n’a été collé. Ce formulaire deviendrait trop long pour être gardé. Faites-en plusieurs.", _session.Refusal);
        Assert.NotNull(DefinitionJson.Read(DefinitionJson.Write(_session.Form)).Definition);
        _session.Paste(Questions(210));
        Assert.Contains("C’est trop long", _session.Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"key":"a","title":"A","pages":[{"key":"p","title":"P","fields":[{"kind":"hologram","key":"h","label":"H"}]}]}""", "hologram")]
    [InlineData("""{"key":"questions-copiees","title":"A","pages":[{"key":"p","title":"P","fields":[]}]}""", "aucune question")]
    [InlineData("""{"key":"a","title":"A","pages":[]}""", "aucune question")]
    [InlineData("""{"key":""", "ce n'est pas du JSON correct")]
    public void What_cannot_be_pasted_says_why(string text, string reason)
    {
        _session.Paste(text);
        Assert.StartsWith("Rien n’a été collé. ", _session.Refusal, StringComparison.Ordinal);
        Assert.Contains(reason, _session.Refusal, StringComparison.Ordinal);
        Assert.Same(Drawn.Form, _session.Form);
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    [InlineData(200, false)]
    public void A_rule_nested_too_deep_is_refused_and_one_that_is_not_can_be_read_again_wherever_it_stands(int levels, bool isTaken)
    {
        var rule = """{"field":"q","is":"isAnswered"}""";
        for (var i = 1; i < levels; i++) rule = $$"""{"all":[{{rule}}]}""";
        _session.Select(Selection.Field("classe"));
        _session.Paste($$"""{"key":"questions-copiees","title":"A","pages":[{"key":"p","title":"P","fields":[{"kind":"shortText","key":"q","label":"Q"},{"kind":"shortText","key":"r","label":"R","checks":[{"holds":{{rule}},"message":"Non"}]}]}]}""");
        Assert.Equal(isTaken, _session.Refusal is null);
        if (!isTaken) Assert.Contains("imbri", _session.Refusal, StringComparison.Ordinal);
        Assert.NotNull(DefinitionJson.Read(DefinitionJson.Write(_session.Form)).Definition);
    }

    [Fact]
    public void Three_hands_on_what_is_being_taken_away_are_each_told_and_nothing_else_changes()
    {
        var document = new DesignDocument(Drawn.Form);
        var waiting = new List<Action>();
        using var anne = new DesignSession(document, "Anne");
        using var bruno = new DesignSession(document, "Bruno", waiting.Add);
        using var chloe = new DesignSession(document, "Chloé", waiting.Add);
        bruno.Select(Selection.Page("enfants"));
        chloe.Select(Selection.Field("repas"));
        var clip = Clip.OfFields(Drawn.Form, ["nom"])!.Write();

        // Neither has heard yet that the page is gone.
        anne.RemovePage("enfants");
        bruno.RemovePage("enfants");
        Assert.Contains("n’existe plus", bruno.Refusal, StringComparison.Ordinal);
        chloe.Change<Field>(chloe.NumberOf("repas"), nameof(Field.Label), f => f with { Label = "Repas" });
        Assert.Contains("n’existe plus", chloe.Refusal, StringComparison.Ordinal);
        chloe.Paste(clip);
        Assert.Contains("la page n’est plus là", chloe.Refusal, StringComparison.Ordinal);
        foreach (var news in waiting.ToList()) news();
        Assert.Contains("Anne l’a supprimé. L’historique le garde.", chloe.Refusal, StringComparison.Ordinal);
        Assert.Equal(("vous", Selection.Form), (chloe.Page, chloe.Selection));
        chloe.Paste(clip);
        Assert.NotNull(document.State.Form.FindField("nom_2"));
        anne.Undo();
        Assert.NotNull(document.State.Form.FindField("repas"));
        Assert.NotNull(document.State.Form.FindField("nom_2"));
    }

    [Fact]
    public void What_is_pasted_beside_a_question_that_another_moves_meanwhile_stands_beside_it()
    {
        var document = new DesignDocument(Drawn.Form);
        using var anne = new DesignSession(document, "Anne");
        using var bruno = new DesignSession(document, "Bruno", _ => { });
        bruno.Select(Selection.Field("nom"));
        anne.Select(Selection.Field("nom"));
        anne.Move(anne.NumberOf("nom"), new Place("vous", null, 3));
        bruno.Paste(Clip.OfFields(Drawn.Form, ["prenom"])!.Write());
        Assert.Equal(["prenom", "statut", "nom_association", "nom", "prenom_2"], document.State.Form.Pages[0].Fields.Select(f => f.Key));
    }

    // Ten thousand characters each.
    private static string Questions(int count) => DefinitionJson.Write(new FormDefinition
    {
        Key = "questions-copiees", Title = "Beaucoup", Pages = [new Page { Key = "p", Title = "P", Fields = [.. Enumerable.Range(0, count).Select(i => Drawn.Text($"longue_{i}", "Longue") with { Help = new string('x', 9_850) })] }],
    });
}
