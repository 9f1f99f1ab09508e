using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Receipts.Law;

namespace GruBuilder.Forms.Receipts;

/// <summary>Words what happens to a request after its acknowledgement: each <see cref="LegalEvent"/> as a document that stands alone.</summary>
public static class LetterComposer
{
    private const string Code = "du code des relations entre le public et l’administration";

    /// <summary>Makes the document of an event.</summary>
    /// <param name="facts">The request, as it was acknowledged.</param>
    /// <param name="happened">The event.</param>
    public static ReceiptDocument Compose(ReceiptFacts facts, LegalEvent happened)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(happened);
        var title = TitleOf(happened);
        var blocks = new List<ReceiptBlock>();
        ReceiptParts.Opening(facts, title, Lead(facts, happened), blocks);
        switch (happened)
        {
            case CompletionAsked asked:
                Asked(facts, asked, blocks);
                break;
            case CompletionReceived received:
                Received(facts, received, blocks);
                break;
            case DecisionGranted granted:
                Text("Le mot du service", granted.Text, blocks);
                Signature(facts, facts.Signatory ?? granted.By, blocks);
                break;
            case DecisionRefused refused:
                Text("Pourquoi", refused.Reasons, blocks);
                Signature(facts, facts.Signatory ?? refused.By, blocks);
                LegalWording.Appeal(facts, "Comment contester ce refus", "du jour où vous recevez cette décision", blocks);
                break;
            case ImplicitAcceptance acceptance:
                Accepted(facts, acceptance, blocks);
                break;
            case Transferred transferred:
                Passed(facts, transferred, blocks);
                break;
        }

        ReceiptParts.Service(facts, blocks);
        ReceiptParts.Verification(facts, blocks);
        return new ReceiptDocument
        {
            Title = $"{title} {facts.RequestNumber}",
            Issuer = facts.Town,
            Reference = facts.RequestNumber,
            Date = happened.At,
            Blocks = blocks,
        };
    }

    /// <summary>The title of an event's document.</summary>
    public static string TitleOf(LegalEvent happened) => happened switch
    {
        CompletionAsked => "Votre demande est incomplète",
        CompletionReceived => "Vos éléments sont arrivés",
        DecisionGranted => "Votre demande est acceptée",
        DecisionRefused => "Votre demande est refusée",
        ImplicitAcceptance => "Attestation d’acceptation implicite",
        Transferred => "Votre demande est transmise à une autre administration",
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "Give the event its title here."),
    };

    private static string Lead(ReceiptFacts facts, LegalEvent happened)
    {
        var request = $"votre demande « {facts.ProcedureTitle} », reçue le {FrenchText.Day(facts.SubmittedAt)}";
        var day = FrenchText.Day(happened.At);
        return happened switch
        {
            CompletionAsked => $"Le {day}, il manque des éléments pour traiter {request}.",
            CompletionReceived => $"Le {day} à {FrenchText.Hour(happened.At)}, nous avons reçu de nouveaux éléments pour {request}.",
            DecisionGranted => $"Par décision du {day}, nous acceptons {request}.",
            DecisionRefused => $"Par décision du {day}, nous refusons {request}.",
            ImplicitAcceptance acceptance => $"{facts.Town.Name} atteste que {request}, est acceptée depuis le {AnswerText.Day(acceptance.AcceptedOn)}.",
            Transferred transferred => $"Le {day}, nous avons transmis {request}, à l’administration compétente : {transferred.To.Name}.",
            _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "Give the event its opening sentence here."),
        };
    }

    private static void Asked(ReceiptFacts facts, CompletionAsked asked, List<ReceiptBlock> blocks)
    {
        var until = AnswerText.Day(asked.Until);
        blocks.Add(new HeadingBlock(2, "Ce qu’il nous faut"));
        blocks.Add(new ListBlock([.. asked.Missing.Select(FrenchText.Typeset)]));
        LegalWording.Note(blocks, $"Envoyez ces éléments d’ici au {until}", "Répondez depuis votre page de suivi, ou écrivez au service à l’adresse ci-dessous.");
        var effect = facts.Regime switch
        {
            SilenceRegime.Acceptance => $"Le délai de {facts.Period ?? LegalPeriod.Default} au bout duquel notre silence vaut acceptation commence quand nous avons tout reçu",
            SilenceRegime.Rejection => $"Le délai de {facts.Period ?? LegalPeriod.Default} au bout duquel notre silence vaut rejet s’arrête. Il reprend dès que nous avons tout reçu, et au plus tard le {until}",
            _ => "Le service reprend le traitement de votre demande quand il a tout reçu",
        };
        LegalWording.Say(blocks, $"{effect} (article L114-5 {Code}).");
    }

    private static void Received(ReceiptFacts facts, CompletionReceived received, List<ReceiptBlock> blocks)
    {
        blocks.Add(new HeadingBlock(2, "Ce qui se passe maintenant"));
        if (received.SilenceOn is not { } silence)
        {
            LegalWording.Say(blocks, "Le service reprend le traitement de votre demande et vous tient informé.");
            return;
        }

        var (period, day) = (facts.Period ?? LegalPeriod.Default, AnswerText.Day(silence));
        if (facts.Regime == SilenceRegime.Acceptance)
        {
            LegalWording.Note(blocks, "Sans réponse de notre part, votre demande est acceptée",
                $"Si rien ne manque plus, le délai de {period} commence aujourd’hui. Sans décision écrite, votre demande sera réputée acceptée le {day}.");
        }
        else
        {
            LegalWording.Note(blocks, "Sans réponse de notre part, votre demande est rejetée",
                $"Si rien ne manque plus, le délai de {period}, arrêté depuis le {AnswerText.Day(received.AskedOn)}, reprend. Sans décision écrite, votre demande sera réputée rejetée le {day}.");
        }

        LegalWording.Say(blocks, $"Ce nouveau délai suit l’article L114-5 {Code}.");
        if (facts.Regime == SilenceRegime.Rejection)
        {
            LegalWording.Appeal(facts, "Comment contester un rejet", "du rejet", blocks);
        }
    }

    private static void Accepted(ReceiptFacts facts, ImplicitAcceptance acceptance, List<ReceiptBlock> blocks)
    {
        blocks.Add(new HeadingBlock(2, "Ce que nous attestons"));
        blocks.Add(new PairsBlock(ReceiptParts.Filled(
            new("Objet de la demande", FrenchText.Typeset(facts.ProcedureTitle)),
            new("Demande faite par", facts.ApplicantName ?? ""),
            new("Reçue le", FrenchText.Day(facts.SubmittedAt)),
            new("Réputée acceptée le", AnswerText.Day(acceptance.AcceptedOn)))));
        LegalWording.Say(blocks, $"Aucune décision écrite n’a été prise avant ce jour : notre silence pendant {facts.Period ?? LegalPeriod.Default} vaut acceptation. "
            + $"Cette attestation est délivrée à votre demande, en application des articles L231-1 et L232-3 {Code}.");
        Signature(facts, facts.Signatory, blocks);
    }

    private static void Passed(ReceiptFacts facts, Transferred transferred, List<ReceiptBlock> blocks)
    {
        Text("Le mot du service", transferred.Text, blocks);
        blocks.Add(new HeadingBlock(2, "À qui vous adresser désormais"));
        blocks.Add(new PairsBlock(ReceiptParts.Filled(
            new("Administration", FrenchText.Typeset(transferred.To.Name)),
            new("Téléphone", transferred.To.Telephone is { } number ? AnswerText.Telephone(number) : ""),
            new("Courriel", transferred.To.Email ?? ""),
            new("Adresse postale", string.Join('\n', transferred.To.Address)))));
        var effect = facts.Regime switch
        {
            SilenceRegime.Acceptance => "Le délai au bout duquel le silence vaut acceptation court du jour où cette administration reçoit votre demande (article L114-3).",
            SilenceRegime.Rejection => $"Le délai au bout duquel le silence vaut rejet court du {FrenchText.Day(facts.SubmittedAt)}, jour où nous avons reçu votre demande (article L114-3).",
            _ => "Vous n’avez rien à faire : votre demande ne change pas.",
        };
        LegalWording.Say(blocks, $"Nous transmettons votre demande en application de l’article L114-2 {Code}. {effect}");
    }

    private static void Text(string title, string text, List<ReceiptBlock> blocks)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            blocks.Add(new HeadingBlock(2, title));
            LegalWording.Say(blocks, text.Trim());
        }
    }

    // A decision bears the given name, name and capacity of its author (CRPA L212-1).
    private static void Signature(ReceiptFacts facts, SignatoryFacts? by, List<ReceiptBlock> blocks)
    {
        if (by is not null)
        {
            blocks.Add(new ParagraphBlock(FrenchText.Typeset($"Pour {facts.Town.Name},\n{by.Name}\n{by.Capacity}")));
        }
    }
}
