using GruBuilder.Forms.Receipts.Law;

namespace GruBuilder.Web.Features.Catalogue;

/// <summary>What silence means, in plain words.</summary>
public static class SilenceRule
{
    /// <summary>One or two sentences for the procedure's page.</summary>
    public static string InWords(Procedure procedure) => procedure.Regime switch
    {
        SilenceRegime.Acceptance => $"Sans réponse de la mairie pendant {procedure.Period}, votre demande est acceptée.",
        SilenceRegime.Rejection => $"Sans réponse de la mairie pendant {procedure.Period}, votre demande est refusée. Vous pouvez alors contester ce refus.",
        SilenceRegime.NoDecision => "Cette démarche n’appelle pas de décision : nous agissons et nous vous tenons au courant.",
        _ => throw new ArgumentOutOfRangeException(nameof(procedure), procedure.Regime, "Word the regime in French here."),
    };
}
