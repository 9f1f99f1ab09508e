namespace GruBuilder.Forms.Revisions;

/// <summary>What a change of a form does to answers given before it.</summary>
public enum ChangeEffect
{
    /// <summary>Nothing: only texts or looks change.</summary>
    None,

    /// <summary>Answers stay as they are; there may be a new question to answer.</summary>
    Asks,

    /// <summary>An answer given before may not be accepted any more.</summary>
    MayRefuse,

    /// <summary>Answers given before are lost.</summary>
    Loses,
}

/// <summary>One difference between two definitions of a form.</summary>
/// <param name="Effect">What it does to answers given before.</param>
/// <param name="Sentence">In French: « <c>Date de naissance</c> est devenue obligatoire. »</param>
/// <param name="FieldKey">The question that it is about, or null.</param>
/// <param name="PageKey">The page that it is about, or null.</param>
public sealed record FormChange(ChangeEffect Effect, string Sentence, string? FieldKey = null, string? PageKey = null);
