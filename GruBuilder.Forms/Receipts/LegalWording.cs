using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Receipts.Law;

namespace GruBuilder.Forms.Receipts;

/// <summary>What the law asks to state, worded in plain French.</summary>
internal static class LegalWording
{
    /// <summary>The chapter on what happens next, by regime, and on ways of appeal.</summary>
    internal static void Silence(ReceiptFacts facts, List<ReceiptBlock> blocks)
    {
        blocks.Add(new HeadingBlock(2, "Ce qui se passe maintenant"));
        var period = facts.Period ?? LegalPeriod.Default;
        var day = AnswerText.Day(LegalDeadlines.End(facts.SubmittedAt, period));
        switch (facts.Regime)
        {
            case SilenceRegime.Acceptance:
                Note(blocks, "Sans réponse de notre part, votre demande est acceptée",
                    $"Nous avons {period} pour vous répondre. Sans décision écrite, et si votre demande est complète, elle sera réputée acceptée le {day}.");
                Say(blocks, facts.AttestationText ??
                    "Vous pourrez alors nous demander une attestation. Elle prouve que votre demande est acceptée (article L232-3 du code des relations entre le public et l’administration).");
                Incomplete(blocks, "Le délai commence seulement quand nous avons tout reçu.");
                break;
            case SilenceRegime.Rejection:
                Note(blocks, "Sans réponse de notre part, votre demande est rejetée",
                    $"Nous avons {period} pour vous répondre. Sans décision écrite, et si votre demande est complète, elle sera réputée rejetée le {day}.");
                if (!facts.IndividualDecision)
                {
                    Say(blocks, "Votre demande ne porte pas sur une décision individuelle : c’est pourquoi le silence vaut rejet (article L231-4, 1°).");
                }

                Incomplete(blocks, "Le délai s’arrête pendant ce temps. Il reprend dès que nous avons tout reçu.");
                break;
            default:
                Note(blocks, "Votre demande est transmise au service",
                    facts.Period is null
                        ? "Elle n’appelle pas de décision : notre silence ne vaut ni acceptation ni rejet. Le service la traite et vous tient informé."
                        : $"Elle n’appelle pas de décision : notre silence ne vaut ni acceptation ni rejet. Le service prévoit de vous répondre d’ici au {day}.");
                break;
        }

        Say(blocks, "Si votre demande relève d’une autre administration, nous la lui transmettons et nous vous le disons (article L114-2).");
        if (facts.Regime == SilenceRegime.Rejection)
        {
            Appeal(facts, "Comment contester un rejet", "du rejet", blocks);
        }
    }

    /// <summary>The chapter on personal data, in brief.</summary>
    internal static void Privacy(PrivacyFacts? facts, List<ReceiptBlock> blocks)
    {
        if (facts is not { } privacy)
        {
            return;
        }

        blocks.Add(new HeadingBlock(2, "Vos données personnelles"));
        LabelledValue[] pairs =
        [
            new("Responsable", privacy.Controller),
            new("À quoi elles servent", privacy.Purpose),
            new("Ce qui le permet", privacy.LegalBasis),
            new("Qui les reçoit", privacy.Recipients),
            new("Durée de conservation", privacy.Retention),
            new("Délégué à la protection des données", privacy.OfficerContact),
        ];
        blocks.Add(new PairsBlock([.. ReceiptParts.Filled(pairs).Select(p => p with { Value = FrenchText.Typeset(p.Value) })]));
        Say(blocks, "Vous pouvez demander à voir vos données, à les corriger, à les effacer, à les recevoir ou à en limiter l’usage. "
            + "Vous pouvez aussi vous y opposer. Écrivez au délégué à la protection des données. "
            + "Si sa réponse ne vous convient pas, adressez une réclamation à la CNIL : 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, www.cnil.fr.");
    }

    private static void Incomplete(List<ReceiptBlock> blocks, string effect) =>
        Say(blocks, $"S’il manque une pièce, nous vous disons laquelle et dans quel délai l’envoyer (article L114-5). {effect}");

    /// <summary>The time limits and ways of appeal.</summary>
    /// <param name="facts">Where to appeal.</param>
    /// <param name="title">The chapter's title.</param>
    /// <param name="start">From when the time counts: <c>du rejet</c>.</param>
    /// <param name="blocks">Where to add.</param>
    internal static void Appeal(ReceiptFacts facts, string title, string start, List<ReceiptBlock> blocks)
    {
        blocks.Add(new HeadingBlock(2, title, KeepsWhole: true));
        if (!string.IsNullOrWhiteSpace(facts.Appeal.Text))
        {
            Say(blocks, facts.Appeal.Text);
        }
        else
        {
            var court = facts.Appeal.CourtName ?? "le tribunal administratif";
            Say(blocks, $"Vous avez deux mois à partir {start} pour contester (article R421-1 du code de justice administrative). Vous pouvez :");
            blocks.Add(new ListBlock(
            [
                FrenchText.Typeset($"demander au maire de revoir la décision ; c’est le recours gracieux : {string.Join(", ", [facts.Town.Name, .. facts.Town.Address])} ;"),
                FrenchText.Typeset($"porter l’affaire devant le juge, par courrier ou sur www.telerecours.fr : {string.Join(", ", [court, .. facts.Appeal.CourtAddress ?? []])}."),
            ]));
        }
    }

    /// <summary>A sentence that must not be missed.</summary>
    internal static void Note(List<ReceiptBlock> blocks, string title, string text) =>
        blocks.Add(new NoteBlock(FrenchText.Typeset(title), FrenchText.Typeset(text)));

    /// <summary>A paragraph.</summary>
    internal static void Say(List<ReceiptBlock> blocks, string text) => blocks.Add(new ParagraphBlock(FrenchText.Typeset(text)));
}
