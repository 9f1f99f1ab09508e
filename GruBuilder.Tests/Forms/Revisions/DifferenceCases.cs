using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Revisions;

namespace GruBuilder.Tests.Forms.Revisions;

/// <summary>Two versions of a form compared in words: one test per case of <c>Cases/revisions</c>. And what becomes of drafts.</summary>
public class DifferenceCases
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    public static TheoryData<string, string> All => CaseFiles.In("revisions");

    [Theory]
    [MemberData(nameof(All))]
    public void A_change_is_told_in_words(string file, string name)
    {
        var (one, _) = CaseFiles.Load("revisions", file, name);
        var before = one.GetProperty("before");
        var after = one.GetProperty("after");
        var changes = FormDifference.Between(CaseFiles.Definition(before, before), CaseFiles.Definition(after, after));
        Assert.Equal(one.GetProperty("changes").EnumerateArray().Select(c => c.GetString()), changes.Select(c => c.Sentence));
        Assert.Equal(one.GetProperty("valid").GetBoolean(), FormDifference.KeepsAnswersValid(changes));
    }

    [Fact]
    public void A_draft_moves_to_the_new_version_with_its_answers_and_shows_only_what_changed()
    {
        var older = Compile(
            new ShortTextField { Key = "nom", Label = "Nom", Required = true },
            new ShortTextField { Key = "fax", Label = "Fax" },
            new NumberField { Key = "repas", Label = "Repas" });
        var newer = Compile(
            new ShortTextField { Key = "nom", Label = "Nom", Required = true },
            new NumberField { Key = "repas", Label = "Repas", Max = 5 },
            new EmailField { Key = "courriel", Label = "Courriel", Required = true });
        var moved = MovedDraft.Of(older, """{"nom":"Zoé","fax":"03 20 00 00 00","repas":7}""", newer, new Circumstances(Today));
        Assert.Equal("Zoé", moved.State["nom"].AsText);
        Assert.Equal(7m, moved.State["repas"].AsNumber);
        Assert.Equal(new LostAnswer("Fax", "03 20 00 00 00"), Assert.Single(moved.Lost));
        Assert.Equal(["repas", "courriel"], moved.ToReview.Select(p => p.Field.Field.Key));
    }

    [Fact]
    public void What_a_person_never_sees_is_not_told_to_them()
    {
        var shown = new Comparison("oui", Comparator.IsEqualTo, AnswerValue.Of(true));
        var older = Compile(new YesNoField { Key = "oui", Label = "Oui ?" }, new ShortTextField { Key = "suite", Label = "Suite", VisibleIf = shown });
        var newer = Compile(new YesNoField { Key = "oui", Label = "Oui ?" }, new ShortTextField { Key = "suite", Label = "La suite", VisibleIf = shown });
        Assert.Empty(MovedDraft.Of(older, """{"oui":false}""", newer, new Circumstances(Today)).Changes);
        Assert.Single(MovedDraft.Of(older, """{"oui":true}""", newer, new Circumstances(Today)).Changes);
    }

    private static FormProgram Compile(params Field[] fields) =>
        FormProgram.Compile(new FormDefinition { Key = "k", Title = "T", Pages = [new Page { Key = "p", Title = "P", Fields = [.. fields] }] });
}
