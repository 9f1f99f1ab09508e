using GruBuilder.Forms.Receipts;

namespace GruBuilder.Web.Features.Requests.Receipts;

/// <summary>What a receipt is about.</summary>
public enum ReceiptKind
{
    /// <summary>The request was received.</summary>
    Acknowledgement,

    /// <summary>Something is missing.</summary>
    CompletionAsked,

    /// <summary>What was missing has arrived.</summary>
    CompletionReceived,

    /// <summary>The request is granted.</summary>
    Granted,

    /// <summary>The request is refused.</summary>
    Refused,

    /// <summary>Silence has granted the request.</summary>
    ImplicitAcceptance,

    /// <summary>The request was passed on to another administration.</summary>
    Transferred,
}

/// <summary>The kinds in words.</summary>
public static class ReceiptKinds
{
    /// <summary>The kind of an event's receipt.</summary>
    public static ReceiptKind Of(LegalEvent happened) => happened switch
    {
        CompletionAsked => ReceiptKind.CompletionAsked,
        CompletionReceived => ReceiptKind.CompletionReceived,
        DecisionGranted => ReceiptKind.Granted,
        DecisionRefused => ReceiptKind.Refused,
        ImplicitAcceptance => ReceiptKind.ImplicitAcceptance,
        Transferred => ReceiptKind.Transferred,
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "Give the event its kind of receipt here."),
    };

    /// <summary>As lists name it.</summary>
    public static string Word(this ReceiptKind kind) => kind switch
    {
        ReceiptKind.Acknowledgement => "Accusé de réception",
        ReceiptKind.CompletionAsked => "Demande d’éléments manquants",
        ReceiptKind.CompletionReceived => "Réception des éléments manquants",
        ReceiptKind.Granted => "Décision : demande acceptée",
        ReceiptKind.Refused => "Décision : demande refusée",
        ReceiptKind.ImplicitAcceptance => "Attestation d’acceptation implicite",
        ReceiptKind.Transferred => "Transmission à une autre administration",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Name the kind in French here."),
    };

    /// <summary>The beginning of its file's name.</summary>
    public static string FileName(this ReceiptKind kind) => kind switch
    {
        ReceiptKind.Acknowledgement => "recepisse",
        ReceiptKind.CompletionAsked => "demande-incomplete",
        ReceiptKind.CompletionReceived => "elements-recus",
        ReceiptKind.Granted => "decision-acceptation",
        ReceiptKind.Refused => "decision-refus",
        ReceiptKind.ImplicitAcceptance => "attestation",
        ReceiptKind.Transferred => "transmission",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Name the file here."),
    };
}
