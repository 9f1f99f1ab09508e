using GruBuilder.Web.Features.Catalogue;

namespace GruBuilder.Web.Features.Designing;

/// <summary>How screens speak of procedures.</summary>
public static class ProcedureWords
{
    /// <summary>Where a procedure and the form being drawn stand, as words.</summary>
    public static string State(ProcedureStatus status, int? number, FormStage stage) => (status, stage) switch
    {
        (ProcedureStatus.Draft, FormStage.Draft) => "Brouillon",
        (ProcedureStatus.Draft, _) => Stage(stage),
        (_, FormStage.Draft) => Open(status, number),
        _ => $"{Open(status, number)} · {Stage(stage)}",
    };

    /// <summary>The mark that goes with these words: the end of a CSS class.</summary>
    public static string Mark(ProcedureStatus status, FormStage stage) => (stage == FormStage.Draft ? status.ToString() : nameof(FormStage.InReview)).ToLowerInvariant();

    private static string Open(ProcedureStatus status, int? number) => status == ProcedureStatus.Retired ? "Retirée du catalogue" : $"Publié v{number}";

    private static string Stage(FormStage stage) => stage switch
    {
        FormStage.InReview => "En relecture",
        FormStage.Reviewed => "Relu, à approuver",
        FormStage.Approved => "Approuvé",
        _ => "Brouillon",
    };
}
