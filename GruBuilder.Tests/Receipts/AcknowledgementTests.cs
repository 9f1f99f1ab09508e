using GruBuilder.Forms.Receipts;
using GruBuilder.Forms.Receipts.Law;

namespace GruBuilder.Tests.Receipts;

/// <summary>Each statement that the law asks for, read back from the PDF itself. <c>docs/receipts.md</c> maps them to the articles.</summary>
public class AcknowledgementTests
{
    private const char Thin = '\u202F';

    [Theory]
    [InlineData(SilenceRegime.Acceptance)]
    [InlineData(SilenceRegime.Rejection)]
    [InlineData(SilenceRegime.NoDecision)]
    public void It_states_the_date_of_receipt_and_how_to_reach_the_service(SilenceRegime regime)
    {
        var told = Told(Samples.Facts(regime));
        Assert.Contains("le 25 novembre 2026 à 14 h 30", told, StringComparison.Ordinal);
        Assert.Contains("R-2026-004217-K", told, StringComparison.Ordinal);
        Assert.Contains("Camille Martin", told, StringComparison.Ordinal);
        Assert.Contains("Service de l’état civil", told, StringComparison.Ordinal);
        Assert.Contains("etat-civil@ville-ronchin.fr", told, StringComparison.Ordinal);
        Assert.Contains("03 20 16 60 00", told, StringComparison.Ordinal);
        Assert.Contains("650 avenue Jean Jaurès", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Under_acceptance_it_states_the_day_and_the_attestation()
    {
        var told = Told(Samples.Facts(SilenceRegime.Acceptance));
        Assert.Contains("si votre demande est complète, elle sera réputée acceptée le 25 janvier 2027", told, StringComparison.Ordinal);
        Assert.Contains("demander une attestation", told, StringComparison.Ordinal);
        Assert.Contains("L232-3", told, StringComparison.Ordinal);
        Assert.DoesNotContain("rejetée", told, StringComparison.Ordinal);
        Assert.DoesNotContain("R421-1", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Under_rejection_it_states_the_day_and_the_ways_of_appeal()
    {
        var told = Told(Samples.Facts(SilenceRegime.Rejection));
        Assert.Contains("si votre demande est complète, elle sera réputée rejetée le 25 janvier 2027", told, StringComparison.Ordinal);
        Assert.Contains("Vous avez deux mois à partir du rejet", told, StringComparison.Ordinal);
        Assert.Contains("R421-1", told, StringComparison.Ordinal);
        Assert.Contains("demander au maire", told, StringComparison.Ordinal);
        Assert.Contains("tribunal administratif de Lille, 5 rue Geoffroy-Saint-Hilaire, 59014 Lille Cedex", told, StringComparison.Ordinal);
        Assert.DoesNotContain("acceptée", told, StringComparison.Ordinal);
        Assert.DoesNotContain("L232-3", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_decision_it_says_that_silence_means_nothing()
    {
        var told = Told(Samples.Facts(SilenceRegime.NoDecision));
        Assert.Contains("ni acceptation ni rejet", told, StringComparison.Ordinal);
        Assert.DoesNotContain("réputée", told, StringComparison.Ordinal);
        Assert.DoesNotContain("janvier 2027", told, StringComparison.Ordinal);
        Assert.Contains("d’ici au 2 décembre 2026", Told(Samples.Facts(SilenceRegime.NoDecision, LegalPeriod.WorkingDays(5))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_period_of_its_own_moves_the_day()
    {
        var told = Told(Samples.Facts(SilenceRegime.Acceptance, LegalPeriod.Months(3)));
        Assert.Contains("Nous avons trois mois", told, StringComparison.Ordinal);
        Assert.Contains("25 février 2027", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_items_suspend_the_period_or_put_its_start_off()
    {
        Assert.Contains("Le délai commence seulement quand nous avons tout reçu.", Told(Samples.Facts(SilenceRegime.Acceptance)), StringComparison.Ordinal);
        var rejection = Told(Samples.Facts(SilenceRegime.Rejection));
        Assert.Contains("Le délai s’arrête pendant ce temps. Il reprend dès que nous avons tout reçu.", rejection, StringComparison.Ordinal);
        Assert.Contains("L114-5", rejection, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_that_a_request_sent_to_the_wrong_administration_is_passed_on() =>
        Assert.Contains("nous la lui transmettons et nous vous le disons (article L114-2)", Told(Samples.Facts(SilenceRegime.Acceptance)), StringComparison.Ordinal);

    [Fact]
    public void It_says_why_silence_rejects_what_is_no_individual_decision() => Assert.Contains(
        "L231-4, 1°", Told(Samples.Facts(SilenceRegime.Rejection) with { IndividualDecision = false }), StringComparison.Ordinal);

    [Fact]
    public void The_towns_own_wording_takes_the_place_of_the_default()
    {
        var told = Told(Samples.Facts(SilenceRegime.Rejection) with { Appeal = new("Écrivez à Madame la maire : elle vous répond.") });
        Assert.Contains($"Écrivez à Madame la maire{Thin}: elle vous répond.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("telerecours", told, StringComparison.Ordinal);
        Assert.Contains("Notre attestation.", Told(Samples.Facts(SilenceRegime.Acceptance) with { AttestationText = "Notre attestation." }), StringComparison.Ordinal);
    }

    [Fact]
    public void It_tells_in_brief_how_personal_data_are_handled()
    {
        var told = Told(Samples.Facts(SilenceRegime.NoDecision));
        string[] expected =
        [
            "La ville de Ronchin", "Établir l’acte", "Une obligation légale", "Le service de l’état civil", "Deux ans", "dpo@ville-ronchin.fr",
            "à les corriger, à les effacer", "CNIL",
        ];
        Assert.All(expected, text => Assert.Contains(text, told, StringComparison.Ordinal));
    }

    [Fact]
    public void It_names_the_forms_version_and_its_fingerprint()
    {
        var told = Told(Samples.Facts(SilenceRegime.NoDecision));
        Assert.Contains("version 3", told, StringComparison.Ordinal);
        Assert.Contains("9f3a61c27b0d4e58a1c6f2d93b7e4a805c1d6e7f8a9b0c1d2e3f405162738495", told, StringComparison.Ordinal);
        Assert.Contains("L112-3, L112-11 et R112-11-1", told, StringComparison.Ordinal);
    }

    [Fact]
    public void It_repeats_the_answers_and_only_the_questions_that_applied()
    {
        var told = Told(Samples.Facts(SilenceRegime.NoDecision));
        Assert.Contains($"Quel est le problème{Thin}?\nÉclairage\n", told, StringComparison.Ordinal);
        Assert.Contains("Deux lampadaires sont éteints depuis lundi soir.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Quelle taille fait le trou", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_that_would_void_the_acknowledgement_are_named()
    {
        Assert.Empty(AcknowledgementComposer.Check(Samples.Facts(SilenceRegime.Rejection)));
        var poor = Samples.Facts(SilenceRegime.Rejection) with { Department = new("Service", null, null, []), Appeal = new(), Privacy = null };
        Assert.Equal(4, AcknowledgementComposer.Check(poor).Count);
        Assert.Single(AcknowledgementComposer.Check(Samples.Facts(SilenceRegime.Acceptance) with { IndividualDecision = false }));
    }

    private static string Told(ReceiptFacts facts)
    {
        using var pdf = new TaggedPdf(Samples.Pdf(AcknowledgementComposer.Compose(facts, Samples.Road())));

        // Narrow and wide no-break spaces are told apart only where a test says so.
        return pdf.Told.Replace('\u00A0', ' ');
    }
}
