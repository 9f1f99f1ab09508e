using System.Text;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Receipts.Law;

namespace GruBuilder.Forms.Receipts;

/// <summary>
/// Composes the electronic acknowledgement of receipt: what CRPA R112-11-1 asks to state, by regime, then the answers.
/// <c>docs/receipts.md</c> maps each statement to its article and its test.
/// </summary>
public static class AcknowledgementComposer
{
    /// <summary>The title of the document.</summary>
    public const string Title = "Accusé de réception de votre demande";

    /// <summary>Makes the acknowledgement of a request.</summary>
    /// <param name="facts">What it states.</param>
    /// <param name="outline">The answers; null leaves them out.</param>
    public static ReceiptDocument Compose(ReceiptFacts facts, AnswerOutline? outline)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var blocks = new List<ReceiptBlock>();
        ReceiptParts.Opening(
            facts, Title, $"Nous avons reçu votre demande « {facts.ProcedureTitle} » le {FrenchText.Day(facts.SubmittedAt)} à {FrenchText.Hour(facts.SubmittedAt)}.", blocks);
        if (facts.Welcome is not null)
        {
            LegalWording.Say(blocks, facts.Welcome);
        }

        ReceiptParts.Contacts(facts, blocks);
        LegalWording.Silence(facts, blocks);
        if (outline is not null)
        {
            AnswerBlocks.Add(outline, blocks);
        }

        LegalWording.Privacy(facts.Privacy, blocks);
        Closing(facts, blocks);
        ReceiptParts.Verification(facts, blocks);
        return new ReceiptDocument
        {
            Title = $"{Title} {facts.RequestNumber}",
            Issuer = facts.Town,
            Reference = facts.RequestNumber,
            Date = facts.SubmittedAt,
            Blocks = blocks,
            Attachments = facts.AnswersJson is null ? [] : [Answers(facts.AnswersJson)],
        };
    }

    /// <summary>The answers as the file that the acknowledgement carries.</summary>
    /// <param name="json">The answers' JSON.</param>
    public static ReceiptAttachment Answers(string json) => new("demande.json", "application/json", "Les réponses, pour les logiciels", Encoding.UTF8.GetBytes(json));

    /// <summary>What the facts lack for the acknowledgement to be held against the applicant (L112-6), in French; empty when complete.</summary>
    public static IReadOnlyList<string> Check(ReceiptFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var missing = new List<string>();
        if (string.IsNullOrWhiteSpace(facts.Department.Telephone))
        {
            missing.Add("Indiquez le téléphone du service (R112-11-1).");
        }

        if (string.IsNullOrWhiteSpace(facts.Department.Email) && facts.Department.Address.Count == 0)
        {
            missing.Add("Indiquez le courriel ou l’adresse postale du service (R112-11-1).");
        }

        if (facts.Regime == SilenceRegime.Acceptance && !facts.IndividualDecision)
        {
            missing.Add("Sans décision individuelle, le silence vaut rejet : choisissez ce régime (L231-4, 1°).");
        }

        if (facts.Regime == SilenceRegime.Rejection && string.IsNullOrWhiteSpace(facts.Appeal.Text)
            && (string.IsNullOrWhiteSpace(facts.Appeal.CourtName) || facts.Appeal.CourtAddress is not { Count: > 0 }))
        {
            missing.Add("Indiquez le tribunal administratif et son adresse, ou rédigez les voies de recours (R112-11-1, R421-1).");
        }

        if (facts.Privacy is null)
        {
            missing.Add("Indiquez comment les données personnelles sont traitées (RGPD, article 13).");
        }

        return missing.ConvertAll(FrenchText.Typeset);
    }

    private static void Closing(ReceiptFacts facts, List<ReceiptBlock> blocks)
    {
        blocks.Add(new HeadingBlock(2, "À propos de ce document"));
        var attached = facts.AnswersJson is null ? "" : " Vos réponses y sont jointes dans le fichier demande.json.";
        blocks.Add(new ParagraphBlock(
            FrenchText.Typeset($"{facts.Town.Name} délivre cet accusé de réception électronique en application des articles L112-3, L112-11 et R112-11-1 "
                + $"du code des relations entre le public et l’administration.{attached}"),
            ParagraphVoice.Small));
        blocks.Add(new ParagraphBlock(
            FrenchText.Typeset($"Formulaire utilisé : version {facts.FormVersion}. Empreinte SHA-256 : {facts.FormSha256}"),
            ParagraphVoice.Small));
    }
}
