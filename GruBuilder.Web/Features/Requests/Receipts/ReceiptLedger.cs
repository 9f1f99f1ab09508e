using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Receipts;
using GruBuilder.Forms.Receipts.Law;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Municipality;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Requests.Receipts;

/// <summary>Enters receipts beside the change that they tell, so that one is never saved without the other.</summary>
public sealed class ReceiptLedger(ReceiptFactory factory, FormPrograms programs, TownClock clock)
{
    /// <summary>Longest list of missing items.</summary>
    public const int MostItems = 50;

    /// <summary>Enters the acknowledgement of a request that is being sent.</summary>
    public IssuedReceipt Acknowledge(Request request, Draft draft, FormState state)
    {
        var receipt = factory.Acknowledge(request, draft.FormVersion!.Procedure!, draft.FormVersion, AnswerOutline.Of(state));
        Enter(request, receipt);
        return receipt;
    }

    /// <summary>The acknowledgement of a request; one older than kept receipts gets its own now.</summary>
    /// <param name="db">Where it is kept; the caller saves.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IssuedReceipt> AcknowledgementAsync(GruContext db, Guid requestId, CancellationToken cancel = default)
    {
        if (await db.Receipts.FirstOrDefaultAsync(r => r.RequestId == requestId && r.Kind == ReceiptKind.Acknowledgement, cancel) is { } kept) return kept;
        var request = await ReceiptDesk.WithAll(db.Requests).SingleAsync(r => r.Id == requestId, cancel);
        var receipt = factory.Acknowledge(request, request.Procedure!, request.FormVersion!, AnswerOutline.Of(await programs.OpenAsync(request, cancel)));
        db.Receipts.Add(receipt);
        return receipt;
    }

    /// <summary>Enters that a request lacks something (L114-5): the citizen is told what, and until when to send it.</summary>
    /// <param name="db">Where it is kept; the caller saves.</param>
    /// <param name="request">The request, with its department.</param>
    /// <param name="missing">What is missing, one item a line.</param>
    /// <param name="until">The day; null gives a month.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IssuedReceipt> AskCompletionAsync(GruContext db, Request request, string missing, DateOnly? until, CancellationToken cancel)
    {
        var last = until is { } day && day > clock.Today ? day : clock.Today.AddMonths(1);
        (request.CompletionAskedOn, request.CompletionUntil) = (clock.Today, last);
        return await TellAsync(db, request, new CompletionAsked(clock.Local(clock.UtcNow), ItemsOf(missing), last), cancel);
    }

    /// <summary>Enters that what was missing has arrived, and moves the day on which silence becomes a decision.</summary>
    /// <returns>Its receipt; null when nothing was awaited.</returns>
    public async Task<IssuedReceipt?> CompleteAsync(GruContext db, Request request, CancellationToken cancel)
    {
        if (request is not { CompletionAskedOn: { } asked, CompletionUntil: { } until }) return null;
        var facts = (await AcknowledgementAsync(db, request.Id, cancel)).ReadFacts();
        if (request.SilenceOn is { } before)
        {
            request.SilenceOn = LegalDeadlines.AfterCompletion(facts.Regime, facts.Period ?? LegalPeriod.Default, before, asked, until, clock.Today);
        }

        (request.CompletionAskedOn, request.CompletionUntil) = (null, null);
        return await TellAsync(db, request, new CompletionReceived(clock.Local(clock.UtcNow), asked, request.SilenceOn), cancel);
    }

    /// <summary>Enters an event.</summary>
    public async Task<IssuedReceipt> TellAsync(GruContext db, Request request, LegalEvent happened, CancellationToken cancel)
    {
        var acknowledged = (await AcknowledgementAsync(db, request.Id, cancel)).ReadFacts();
        var kind = ReceiptKinds.Of(happened);
        var earlier = await db.Receipts.CountAsync(r => r.RequestId == request.Id && r.Kind == kind, cancel);
        var receipt = factory.Tell(request, acknowledged, happened, earlier + 1);
        Enter(request, receipt);
        return receipt;
    }

    /// <summary>The items of a list typed one a line, with or without bullets.</summary>
    internal static string[] ItemsOf(string text) =>
        [.. text.Split('\n').Select(l => l.Trim().TrimStart('-', '*', '•', '–').Trim()).Where(l => l.Length > 0).Take(MostItems)];

    // The document is kept in any case; its file is tried again by itself and each time that somebody asks for it.
    private void Enter(Request request, IssuedReceipt receipt)
    {
        request.Receipts.Add(receipt);
        if (receipt.Owed is not null)
        {
            request.Note(Actor.System, TimelineKind.InternalNote, $"Le document « {receipt.Kind.Word()} » n’a pas pu être écrit en PDF. Un nouvel essai a lieu dans une minute, puis de plus en plus tard ; une note ici dira s’il est arrivé.", clock.UtcNow);
        }
    }
}
