namespace GruBuilder.Forms.Receipts.Law;

/// <summary>What the administration's silence comes to mean once the period has run (CRPA L231-1, L231-4).</summary>
public enum SilenceRegime
{
    /// <summary>Silence means acceptance: the rule (L231-1).</summary>
    Acceptance,

    /// <summary>Silence means rejection: the exceptions of L231-4.</summary>
    Rejection,

    /// <summary>No decision is asked for: a road report, a request for information.</summary>
    NoDecision,
}
