using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Receipts;

/// <summary>Composes the small paper handed over at the counter: the number, the service, and where to follow the request.</summary>
public static class TicketComposer
{
    private const string Title = "Votre demande est enregistrée";

    /// <summary>Makes the ticket.</summary>
    /// <param name="facts">The request, as it was acknowledged.</param>
    public static ReceiptDocument Compose(ReceiptFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var blocks = new List<ReceiptBlock>
        {
            new HeadingBlock(1, Title),
            new ParagraphBlock(facts.RequestNumber, ParagraphVoice.Lead),
            new PairsBlock(ReceiptParts.Filled(
                new("Démarche", FrenchText.Typeset(facts.ProcedureTitle)),
                new("Reçue le", $"{FrenchText.Day(facts.SubmittedAt)} à {FrenchText.Hour(facts.SubmittedAt)}"),
                new("Service", facts.Department.Name),
                new("Téléphone", facts.Department.Telephone is { } number ? AnswerText.Telephone(number) : ""))),
        };
        if (facts.FollowUp is { } page)
        {
            blocks.Add(new FigureBlock(page.AbsoluteUri, FrenchText.Typeset($"Code à photographier pour suivre la demande {facts.RequestNumber} : il mène à {page.AbsoluteUri}")));
            blocks.Add(new ParagraphBlock(FrenchText.Typeset($"Suivez votre demande : {page.AbsoluteUri}"), ParagraphVoice.Small));
        }

        return new ReceiptDocument
        {
            Title = $"Ticket {facts.RequestNumber}",
            Issuer = facts.Town with { Logo = null },
            Reference = facts.RequestNumber,
            Date = facts.SubmittedAt,
            Format = PaperFormat.Ticket,
            Blocks = blocks,
        };
    }
}
