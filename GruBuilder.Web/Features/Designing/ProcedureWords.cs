using GruBuilder.Web.Features.Catalogue;

namespace GruBuilder.Web.Features.Designing;

/// <summary>How screens speak of procedures.</summary>
public static class ProcedureWords
{
    /// <summary>Where a procedure stands, as a word.</summary>
    public static string State(ProcedureStatus status, int? number) => status switch
    {
        ProcedureStatus.Published => $"Publié v{number}",
        ProcedureStatus.InReview => "En relecture",
        ProcedureStatus.Retired => "Retiré",
        _ => "Brouillon",
    };
}
