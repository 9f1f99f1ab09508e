using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Receipts;

/// <summary>The parts that receipts of every kind share.</summary>
internal static class ReceiptParts
{
    /// <summary>The title, the opening sentence, and the request's number.</summary>
    internal static void Opening(ReceiptFacts facts, string title, string lead, List<ReceiptBlock> blocks)
    {
        blocks.Add(new HeadingBlock(1, FrenchText.Typeset(title)));
        blocks.Add(new ParagraphBlock(FrenchText.Typeset(lead), ParagraphVoice.Lead));
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

    /// <summary>What was asked, when, and how to reach who is in charge (R112-11-1).</summary>
    internal static void Contacts(ReceiptFacts facts, List<ReceiptBlock> blocks)
    {
        blocks.Add(new HeadingBlock(2, "Votre demande et votre service"));
        blocks.Add(new PairsBlock(Filled(
            new("Démarche", FrenchText.Typeset(facts.ProcedureTitle)),
            new("Demande faite par", facts.ApplicantName ?? ""),
            new("Date de réception", $"{FrenchText.Day(facts.SubmittedAt)} à {FrenchText.Hour(facts.SubmittedAt)}"),
            new("Service chargé de la demande", facts.Department.Name),
            new("Téléphone", facts.Department.Telephone is { } number ? AnswerText.Telephone(number) : ""),
            new("Courriel", facts.Department.Email ?? ""),
            new("Adresse postale", string.Join('\n', facts.Department.Address)))));
    }

    /// <summary>Who asked, and how to reach who is in charge, in few lines: what was asked stands in a letter's first sentence.</summary>
    internal static void Service(ReceiptFacts facts, List<ReceiptBlock> blocks)
    {
        blocks.Add(new HeadingBlock(2, "Votre service"));
        blocks.Add(new PairsBlock(Filled(
            new("Demande faite par", facts.ApplicantName ?? ""),
            new("Service chargé de la demande", facts.Department.Name),
            new("Téléphone", facts.Department.Telephone is { } number ? AnswerText.Telephone(number) : ""),
            new("Courriel", facts.Department.Email ?? ""),
            new("Adresse postale", string.Join(", ", facts.Department.Address)))));
    }

    /// <summary>How anyone checks the document.</summary>
    internal static void Verification(ReceiptFacts facts, List<ReceiptBlock> blocks)
    {
        if (facts.Verification is not { } verification)
        {
            return;
        }

        blocks.Add(new ReferenceBlock(
            "Pour vérifier ce document",
            verification.Code,
            FrenchText.Typeset("Avec ce code, chacun peut vérifier que ce document vient bien de la mairie :"),
            verification.Page,
            null,
            new FigureBlock(verification.Page.AbsoluteUri, FrenchText.Typeset($"Code à photographier pour vérifier ce document : il mène à {verification.Page.AbsoluteUri}")),
            IsMinor: true));
    }

    /// <summary>The pairs whose value says something.</summary>
    internal static LabelledValue[] Filled(params LabelledValue[] pairs) => [.. pairs.Where(p => !string.IsNullOrWhiteSpace(p.Value))];
}
