using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Receipts;
using GruBuilder.Forms.Receipts.Law;
using GruBuilder.Tests.Forms;

namespace GruBuilder.Tests.Receipts;

/// <summary>
/// What papers look like, against <c>Cases/receipts/*.txt</c>. After a wanted change, run the tests with
/// <c>GOLDEN=write</c>, look at the difference in the files, and commit them.
/// </summary>
public class GoldenTests
{
    private const int Tolerated = 40;
    private static readonly DateTimeOffset Moment = new(2026, 12, 3, 9, 5, 0, TimeSpan.FromHours(1));

    public static TheoryData<string> Papers => ["acknowledgement", "refusal", "copy", "blank", "ticket"];

    [Theory]
    [MemberData(nameof(Papers))]
    public void A_paper_looks_as_it_did(string paper)
    {
        var drawn = RenderedPages.Draw(Samples.Pdf(Make(paper)));
        var path = Path.Combine(CaseFiles.Repository, "GruBuilder.Tests", "Cases", "receipts", $"{paper}.txt");
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write") File.WriteAllText(path, drawn);
        var golden = File.ReadAllText(path);
        var differences = RenderedPages.Differences(golden, drawn);
        Assert.True(differences <= Tolerated, $"{paper} differs from {path} in {differences} cells. It now looks like this:\n{drawn}");
    }

    private static ReceiptDocument Make(string paper)
    {
        var facts = Samples.Facts(SilenceRegime.Rejection) with { Verification = new("K7MP-3RXA-9TFW", new Uri("https://demarches.example.fr/verifier/K7MP-3RXA-9TFW")) };
        return paper switch
        {
            "acknowledgement" => AcknowledgementComposer.Compose(facts, Samples.Road()),
            "refusal" => LetterComposer.Compose(facts, new DecisionRefused(Moment, "Vous n’êtes pas de la famille.", new("Inès Benali", "Service de l’état civil"))),
            "copy" => FileCopyComposer.Compose(facts, Samples.Road(), new(Moment, "En cours", [new(Moment, "Camille Martin", "Demande envoyée", "")], [], [new(Moment, "Accusé de réception", "K7MP-3RXA-9TFW")])),
            "blank" => BlankFormComposer.Compose(
                FormProgram.Compile(DefinitionJson.Read(File.ReadAllText(Path.Combine(CaseFiles.Repository, "data", "forms", "acte-naissance.json"))).Definition!),
                new(facts.Town, facts.Department, 1, Moment, facts.Privacy)),
            _ => TicketComposer.Compose(facts),
        };
    }
}
