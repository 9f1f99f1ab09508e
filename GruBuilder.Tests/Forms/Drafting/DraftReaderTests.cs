using System.Diagnostics;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Drafting;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Tests.Forms.Drafting;

public class DraftReaderTests
{
    public static TheoryData<string> Hostile =>
    [
        "", " \n\t\n", ":", "()", "((((((", "☐", "☐☐☐☐☐\n☐", "____", "____\n____", "* obligatoire", "\u0001<script>*", "=", "a = = b", "x = (((", "Tarif = 1/0", "#", "# \n## ", "1.\n1.1\n1.1.1",
        "Si :\n", "Pour chaque :", "Pour chaque x :", "Pièces à fournir :", "Enfants (nom, (classe)", "a\tb\tc\td", "|||", "😀😀😀", "\ud800", "(si (si (si", "Nom (1 à 99999999999999999999999)", "Note de 5 à 1",
        new string(':', 100_000), new string('(', 90_000), new string('_', 90_000), new string('☐', 90_000), string.Concat(Enumerable.Repeat("a : ____ ", 10_000)), string.Concat(Enumerable.Repeat("(a) ", 20_000)), string.Concat(Enumerable.Repeat("☐ a ", 20_000)),
        string.Join('\n', Enumerable.Repeat("Nom (si oui)", 500)), string.Join('\n', Enumerable.Repeat("☐ !", 500)), string.Join('\n', Enumerable.Repeat("TITRE", 500)), string.Join('\n', Enumerable.Repeat("Si oui :\n - a", 250)), string.Join('\n', Enumerable.Repeat("T = t + T", 400)),
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Anything_can_be_pasted_and_gives_a_form_that_can_be_kept(string text)
    {
        var draft = DraftReader.Read(text);

        var form = draft.ToForm("essai", "Essai");
        Assert.NotNull(DefinitionJson.Read(DefinitionJson.Write(form)).Definition);
        Assert.DoesNotContain(FormLinter.Check(form), f => f.Severity == Severity.Error && f.Code is not ("form-without-question" or "image-source"));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Every_line_becomes_something(string text)
    {
        var draft = DraftReader.Read(text);

        var known = draft.AllFields().Select(f => f.Key).Concat(draft.Pages.Select(p => p.Key)).ToHashSet(StringComparer.Ordinal);
        Assert.All(draft.Lines, line => Assert.All(line.Keys, key => Assert.Contains(key, known)));
        Assert.All(draft.Lines.Where(l => l.Role is LineRole.Page or LineRole.Field or LineRole.Part), line => Assert.NotEmpty(line.Keys));
        Assert.Equal(draft.Lines.Select(l => l.Number).Distinct().Order(), draft.Lines.Select(l => l.Number));
    }

    [Fact]
    public void What_lies_beyond_the_limits_is_said()
    {
        var lines = DraftReader.Read(string.Join('\n', Enumerable.Range(1, 700).Select(i => $"Question {i}")));
        Assert.Equal(FormDraft.MostLines, lines.AllFields().Count());
        Assert.Equal("too-many-lines", Assert.Single(lines.Findings).Code);
        Assert.Equal(200, lines.Lines.Count(l => l.Role == LineRole.Unused));

        Assert.Contains(DraftReader.Read(new string('x', 200_000)).Findings, f => f.Code == "too-long");
    }

    [Fact]
    public void Ten_times_the_text_takes_about_ten_times_as_long()
    {
        var one = string.Join('\n', File.ReadAllLines(Path.Combine(CaseFiles.Folder, "drafting", "paper.json")).Take(40).Select(l => l.Trim(' ', '"', ',')));
        var ten = string.Join("\n\n", Enumerable.Repeat(one, 10));
        DraftReader.Read(ten);

        var (small, large) = (Best(one), Best(ten));
        Assert.True(large < small * 40, $"{small} then {large}");

        static TimeSpan Best(string text) => Enumerable.Range(0, 5).Select(_ =>
        {
            var watch = Stopwatch.StartNew();
            DraftReader.Read(text);
            return watch.Elapsed;
        }).Min();
    }

    [Fact]
    public void A_guess_can_be_changed_and_a_rule_that_no_longer_fits_goes_with_a_word()
    {
        var draft = DraftReader.Read("Vous êtes : Particulier, Association\nNuméro RNA (si association)\nRepas\nTarif = 3 × repas");
        Assert.NotNull(draft.AllFields().Single(f => f.Key == "numero_rna").VisibleIf);

        var changed = draft.With(new Dictionary<string, string>(StringComparer.Ordinal) { ["vous_etes"] = "date", ["repas"] = "number", ["tarif"] = "hologram", ["inconnu"] = "date" });

        Assert.IsType<DateField>(changed.AllFields().First());
        Assert.Null(changed.AllFields().Single(f => f.Key == "numero_rna").VisibleIf);
        Assert.Contains(changed.Findings, f => f.Code == "condition-dropped");
        Assert.IsType<ComputedField>(changed.AllFields().Last());
    }
}
