using GruBuilder.Forms.Receipts;
using GruBuilder.Forms.Receipts.Law;

namespace GruBuilder.Tests.Receipts;

/// <summary>What happens after the acknowledgement, each statement read back from the PDF. <c>docs/receipts.md</c> maps them to the articles.</summary>
public class LetterTests
{
    private static readonly DateTimeOffset Moment = new(2026, 12, 3, 9, 5, 0, TimeSpan.FromHours(1));
    private static readonly SignatoryFacts Agent = new("Inès Benali", "Service de l’état civil");

    public static TheoryData<string> Events => [.. Happenings.Keys];

    private static Dictionary<string, LegalEvent> Happenings { get; } = new()
    {
        ["asked"] = new CompletionAsked(Moment, ["Une pièce d’identité", "Le livret de famille"], new(2026, 12, 31)),
        ["received"] = new CompletionReceived(Moment.AddDays(8), new(2026, 12, 3), new(2027, 2, 2)),
        ["granted"] = new DecisionGranted(Moment, "L’acte part demain par courrier.", Agent),
        ["refused"] = new DecisionRefused(Moment, "Vous n’êtes pas de la famille (décret du 6 mai 2017).", Agent),
        ["accepted"] = new ImplicitAcceptance(Moment.AddMonths(3), new(2027, 1, 25)),
        ["passed"] = new Transferred(Moment, new("Mairie de Lille", "etat-civil@lille.example.fr", "0320495000", ["Place Augustin-Laurent", "59000 Lille"]), ""),
    };

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_document_is_a_sound_file_that_names_the_request_the_service_and_its_code(string happened)
    {
        foreach (var regime in Enum.GetValues<SilenceRegime>())
        {
            var facts = Samples.Facts(regime) with { Verification = new("K7MP-3RXA-9TFW", new Uri("https://demarches.example.fr/verifier/K7MP-3RXA-9TFW")) };
            var file = Samples.Pdf(LetterComposer.Compose(facts, Happenings[happened]));
            PdfTools.AssertSound(file);
            using var pdf = new TaggedPdf(file);
            Assert.All(["R-2026-004217-K", "Demander un acte de naissance", "25 novembre 2026", "03 20 16 60 00", "K7MP-3RXA-9TFW"], text => Assert.Contains(text, pdf.Told.Replace('\u00A0', ' '), StringComparison.Ordinal));
            Assert.Single(pdf.Texts("H1"));
        }
    }

    [Fact]
    public void Missing_items_are_named_with_their_time_limit_and_what_becomes_of_the_period()
    {
        var waiting = Told(SilenceRegime.Acceptance, "asked");
        Assert.Contains("Une pièce d’identité", waiting, StringComparison.Ordinal);
        Assert.Contains("Le livret de famille", waiting, StringComparison.Ordinal);
        Assert.Contains("d’ici au 31 décembre 2026", waiting, StringComparison.Ordinal);
        Assert.Contains("silence vaut acceptation commence quand nous avons tout reçu", waiting, StringComparison.Ordinal);
        Assert.Contains("L114-5", waiting, StringComparison.Ordinal);
        Assert.Contains("silence vaut rejet s’arrête. Il reprend dès que nous avons tout reçu, et au plus tard le 31 décembre 2026", Told(SilenceRegime.Rejection, "asked"), StringComparison.Ordinal);
        Assert.DoesNotContain("silence", Told(SilenceRegime.NoDecision, "asked"), StringComparison.Ordinal);
    }

    [Fact]
    public void Items_received_give_the_new_day()
    {
        Assert.Contains("réputée acceptée le 2 février 2027", Told(SilenceRegime.Acceptance, "received"), StringComparison.Ordinal);
        var rejection = Told(SilenceRegime.Rejection, "received");
        Assert.Contains("arrêté depuis le 3 décembre 2026, reprend", rejection, StringComparison.Ordinal);
        Assert.Contains("réputée rejetée le 2 février 2027", rejection, StringComparison.Ordinal);
        Assert.Contains("R421-1", rejection, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_bears_its_day_and_its_author()
    {
        var granted = Told(SilenceRegime.Rejection, "granted");
        Assert.Contains("Par décision du 3 décembre 2026, nous acceptons", granted, StringComparison.Ordinal);
        Assert.Contains("L’acte part demain par courrier.", granted, StringComparison.Ordinal);
        Assert.Contains("Inès Benali", granted, StringComparison.Ordinal);
        Assert.DoesNotContain("contester", granted, StringComparison.Ordinal);
        var mayor = LetterComposer.Compose(Samples.Facts(SilenceRegime.Rejection) with { Signatory = new("Paule Roy", "Maire") }, Happenings["granted"]);
        Assert.Contains(mayor.Blocks.OfType<ParagraphBlock>(), p => p.Text.Contains("Paule Roy\nMaire", StringComparison.Ordinal));
    }

    [Fact]
    public void A_refusal_gives_its_reasons_and_the_ways_of_appeal()
    {
        var refused = Told(SilenceRegime.Acceptance, "refused");
        Assert.Contains("Vous n’êtes pas de la famille", refused, StringComparison.Ordinal);
        Assert.Contains("deux mois à partir du jour où vous recevez cette décision", refused, StringComparison.Ordinal);
        Assert.Contains("tribunal administratif de Lille", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void The_attestation_says_what_was_asked_when_and_since_when_it_is_accepted()
    {
        var attested = Told(SilenceRegime.Acceptance, "accepted");
        Assert.Contains("Ville de Ronchin atteste que votre demande", attested, StringComparison.Ordinal);
        Assert.Contains("acceptée depuis le 25 janvier 2027", attested, StringComparison.Ordinal);
        Assert.Contains("L232-3", attested, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_passed_on_names_who_has_it_now_and_from_when_the_period_runs()
    {
        var rejection = Told(SilenceRegime.Rejection, "passed");
        Assert.Contains("Mairie de Lille", rejection, StringComparison.Ordinal);
        Assert.Contains("03 20 49 50 00", rejection.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("L114-2", rejection, StringComparison.Ordinal);
        Assert.Contains("court du 25 novembre 2026", rejection, StringComparison.Ordinal);
        Assert.Contains("court du jour où cette administration reçoit votre demande", Told(SilenceRegime.Acceptance, "passed"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SilenceRegime.Acceptance, "2026-12-11", "2027-02-11")]
    [InlineData(SilenceRegime.Rejection, "2026-12-11", "2027-02-02")]
    [InlineData(SilenceRegime.Rejection, "2027-02-15", "2027-02-22")]
    [InlineData(SilenceRegime.Rejection, "2026-12-03", "2027-01-25")]
    [InlineData(SilenceRegime.NoDecision, "2026-12-11", null)]
    public void Silence_counts_anew_or_was_suspended_no_longer_than_the_time_set(SilenceRegime regime, string arrived, string? expected)
    {
        var day = LegalDeadlines.AfterCompletion(regime, LegalPeriod.Default, new(2027, 1, 25), new(2026, 12, 3), new(2026, 12, 31), DateOnly.Parse(arrived, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(expected, day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void What_is_kept_comes_back_as_it_was()
    {
        foreach (var happened in Happenings.Values)
        {
            var facts = Samples.Facts(SilenceRegime.Rejection, LegalPeriod.WorkingDays(8)) with { AnswersJson = null };
            var document = LetterComposer.Compose(facts, happened);
            Assert.Equal(Samples.Pdf(document), Samples.Pdf(ReceiptJson.ReadDocument(ReceiptJson.Write(document))));
            Assert.Equal(ReceiptJson.Write(facts), ReceiptJson.Write(ReceiptJson.ReadFacts(ReceiptJson.Write(facts))));
        }
    }

    private static string Told(SilenceRegime regime, string happened)
    {
        using var pdf = new TaggedPdf(Samples.Pdf(LetterComposer.Compose(Samples.Facts(regime), Happenings[happened])));
        return pdf.Told;
    }
}
