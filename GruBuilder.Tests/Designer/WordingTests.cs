using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Forms.Revisions;

namespace GruBuilder.Tests.Designer;

public class WordingTests
{
    [Theory]
    [InlineData("Votre nom", "Votre nom", "=Votre nom")]
    [InlineData("Votre nom", "Votre nom de famille", "=Votre |-nom|+nom de famille")]
    [InlineData("Quel est le motif ?", "Pour quel motif ?", "-Quel est le |+Pour quel |=motif ?")]
    [InlineData("", "Une aide", "+Une aide")]
    [InlineData("a b c d", "a x c y", "=a |-b |+x |=c |-d|+y")]
    public void What_goes_stands_before_what_comes(string older, string newer, string expected) =>
        Assert.Equal(expected, string.Join('|', WordDifference.Between(older, newer).Select(r => (r.Fate switch { WordFate.Kept => "=", WordFate.Removed => "-", _ => "+" }) + r.Text)));

    [Property(MaxTest = 200)]
    public Property The_runs_give_both_texts_back()
    {
        var texts = Gen.Elements("a", "bc", " ", "\n", "d ", "e").ListOf().Select(parts => string.Concat(parts));
        return Prop.ForAll(texts.Two().ToArbitrary(), pair =>
        {
            var runs = WordDifference.Between(pair.Item1, pair.Item2);
            return string.Concat(runs.Where(r => r.Fate != WordFate.Added).Select(r => r.Text)) == pair.Item1
                && string.Concat(runs.Where(r => r.Fate != WordFate.Removed).Select(r => r.Text)) == pair.Item2;
        });
    }

    [Fact]
    public void A_wording_that_is_accepted_is_one_step_that_names_both_and_is_undone_at_once()
    {
        var session = new DesignSession(new DesignDocument(Drawn.Form), "Nadia");
        Assert.True(session.Apply(new AcceptWording(new TextPlace(TextOwner.Option, "statut", "association"), "Une association", "Léa", "Nadia")));

        Assert.Equal("Une association", FormTexts.Of(session.Form, Selection.Field("statut")).Single(t => t.Place.Name == "association").Versions.French);
        Assert.Equal("Libellé proposé par Léa, accepté par Nadia", Assert.Single(session.Document.Steps).Name);
        session.Undo();
        Assert.Same(Drawn.Form, session.Form);
    }

    [Fact]
    public void The_texts_of_a_part_are_its_own()
    {
        Assert.Equal(["title"], FormTexts.Of(Drawn.Form, Selection.Form).Select(t => t.Place.Name));
        Assert.Equal([new TextPlace(TextOwner.Page, "vous", "title")], FormTexts.Of(Drawn.Form, Selection.Page("vous")).Select(t => t.Place));
        Assert.All(FormTexts.Of(Drawn.Form, Selection.Field("enfant")), t => Assert.Equal("enfant", t.Place.Key));
        Assert.Empty(FormTexts.Of(Drawn.Form, Selection.Field("inconnu")));
    }
}
