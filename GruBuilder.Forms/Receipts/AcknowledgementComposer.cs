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
        Opening(facts, blocks);
        Contacts(facts, blocks);
        LegalWording.Silence(facts, blocks);
        if (outline is not null)
        {
            AnswerBlocks.Add(outline, blocks);
        }

        LegalWording.Privacy(facts, blocks);
        Closing(facts, blocks);
        return new ReceiptDocument
        {
            Title = $"{Title} {facts.RequestNumber}",
            Issuer = facts.Town,
            Reference = facts.RequestNumber,
            Date = facts.SubmittedAt,
            Blocks = blocks,
            Attachments = facts.AnswersJson is null
                ? []
                : [new("demande.json", "application/json", "Les réponses, pour les logiciels", Encoding.UTF8.GetBytes(facts.AnswersJson))],
        };
    }

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

    private static void Opening(ReceiptFacts facts, List<ReceiptBlock> blocks)
    {
        blocks.Add(new HeadingBlock(1, Title));
        blocks.Add(new ParagraphBlock(
            FrenchText.Typeset($"Nous avons reçu votre demande « {facts.ProcedureTitle} » le {FrenchText.Day(facts.SubmittedAt)} à {FrenchText.Hour(facts.SubmittedAt)}."),
            ParagraphVoice.Lead));
        blocks.Add(new ReferenceBlock(
            "Numéro de votre demande",
            facts.RequestNumber,
            "Gardez ce numéro. Donnez-le quand vous nous contactez.",
            facts.FollowUp,
            FrenchText.Typeset("Suivez votre demande :"),
            facts.FollowUp is null ? null : new FigureBlock(
                facts.FollowUp.AbsoluteUri,
                FrenchText.Typeset($"Code à photographier pour suivre la demande {facts.RequestNumber} : il mène à {facts.FollowUp.AbsoluteUri}"))));
    }

    private static void Contacts(ReceiptFacts facts, List<ReceiptBlock> blocks)
    {
        blocks.Add(new HeadingBlock(2, "Votre demande et votre service"));
        var pairs = new List<LabelledValue> { new("Démarche", FrenchText.Typeset(facts.ProcedureTitle)) };
        void Add(string label, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                pairs.Add(new LabelledValue(label, value));
            }
        }

        Add("Demande faite par", facts.ApplicantName);
        Add("Date de réception", $"{FrenchText.Day(facts.SubmittedAt)} à {FrenchText.Hour(facts.SubmittedAt)}");
        Add("Service chargé de la demande", facts.Department.Name);
        Add("Téléphone", facts.Department.Telephone is { } number ? AnswerText.Telephone(number) : null);
        Add("Courriel", facts.Department.Email);
        Add("Adresse postale", string.Join('\n', facts.Department.Address));
        blocks.Add(new PairsBlock(pairs));
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
