namespace GruBuilder.Web.Features.Requests;

/// <summary>Where a request stands.</summary>
public enum RequestState
{
    /// <summary>Sent; nobody has taken it yet.</summary>
    Received,

    /// <summary>An agent works on it.</summary>
    InProgress,

    /// <summary>The citizen is asked for something.</summary>
    WaitingForCitizen,

    /// <summary>Accepted.</summary>
    Granted,

    /// <summary>Refused.</summary>
    Refused,

    /// <summary>Done, without a decision.</summary>
    Closed,
}

/// <summary>The states' French words and the ways between them.</summary>
public static class RequestStates
{
    private static readonly RequestState[] FromReceived = [RequestState.InProgress, RequestState.WaitingForCitizen, RequestState.Granted, RequestState.Refused, RequestState.Closed];
    private static readonly RequestState[] FromInProgress = [RequestState.WaitingForCitizen, RequestState.Granted, RequestState.Refused, RequestState.Closed];
    private static readonly RequestState[] FromWaiting = [RequestState.InProgress, RequestState.Granted, RequestState.Refused, RequestState.Closed];
    private static readonly RequestState[] FromEnd = [RequestState.InProgress];

    /// <summary>The states that can follow; an ended request can only be taken up again.</summary>
    public static IReadOnlyList<RequestState> Next(this RequestState state) => state switch
    {
        RequestState.Received => FromReceived,
        RequestState.InProgress => FromInProgress,
        RequestState.WaitingForCitizen => FromWaiting,
        _ => FromEnd,
    };

    /// <summary>Whether nothing more is expected from anyone.</summary>
    public static bool IsEnded(this RequestState state) => state is RequestState.Granted or RequestState.Refused or RequestState.Closed;

    /// <summary>The state in a word or two.</summary>
    public static string Word(this RequestState state) => state switch
    {
        RequestState.Received => "Reçue",
        RequestState.InProgress => "En cours",
        RequestState.WaitingForCitizen => "En attente de vous",
        RequestState.Granted => "Acceptée",
        RequestState.Refused => "Refusée",
        RequestState.Closed => "Terminée",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Name the state in French here."),
    };

    /// <summary>The state in a word or two, as agents read it.</summary>
    public static string WordForAgents(this RequestState state) => state switch
    {
        RequestState.Received => "À traiter",
        RequestState.WaitingForCitizen => "En attente de l’usager",
        _ => state.Word(),
    };

    /// <summary>What it means for the citizen and what comes next, in one sentence.</summary>
    public static string Sentence(this RequestState state) => state switch
    {
        RequestState.Received => "Votre demande est arrivée. Un agent va la lire.",
        RequestState.InProgress => "Un agent s’occupe de votre demande.",
        RequestState.WaitingForCitizen => "Le service attend votre réponse pour continuer.",
        RequestState.Granted => "Votre demande est acceptée.",
        RequestState.Refused => "Votre demande est refusée. Le message du service vous dit pourquoi.",
        RequestState.Closed => "Votre demande est traitée.",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Explain the state in French here."),
    };
}
