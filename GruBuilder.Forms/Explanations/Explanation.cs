using System.Collections.Immutable;

namespace GruBuilder.Forms.Explanations;

/// <summary>Why something about a field is as it is, with the answers that made it so.</summary>
/// <param name="Question">What is explained.</param>
/// <param name="Holds">Whether the field is shown, required, read-only, or in error.</param>
/// <param name="Sentence">The short answer: « Cette question est masquée. »</param>
/// <param name="Because">Each rule that decided it, with the present answer; empty when no rule speaks of it.</param>
public sealed record Explanation(ExplainedQuestion Question, bool Holds, string Sentence, ImmutableArray<Reason> Because)
{
    /// <summary>All of it as one paragraph.</summary>
    public override string ToString() => Because.IsEmpty ? Sentence : $"{Sentence} {string.Join(" ", Because.Select(r => r.ToString()))}";
}

/// <summary>What may be explained of a field.</summary>
public enum ExplainedQuestion
{
    /// <summary>Why it is shown or hidden.</summary>
    Visibility,

    /// <summary>Why an answer is needed or not.</summary>
    Requirement,

    /// <summary>Why the answer can be changed or not.</summary>
    ReadOnly,

    /// <summary>Why the answer is wrong or accepted.</summary>
    Error,
}

/// <summary>One rule and the answer that it met.</summary>
/// <param name="Rule">The rule in words.</param>
/// <param name="Holds">Whether it is fulfilled.</param>
/// <param name="Answer">The present answer in words; null when the rule looks at none.</param>
/// <param name="FieldKey">The question that it looks at, or null.</param>
public sealed record Reason(string Rule, bool Holds, string? Answer, string? FieldKey)
{
    /// <summary>As a sentence.</summary>
    public override string ToString()
    {
        var verdict = Holds ? "est remplie" : "n’est pas remplie";
        return Answer is null ? $"La règle « {Inside} » {verdict}." : $"La règle « {Inside} » {verdict} : {Answer}.";
    }

    // Quotation marks within quotation marks, the French way.
    private string Inside => Rule.Replace("«\u202f", "“", StringComparison.Ordinal).Replace("\u202f»", "”", StringComparison.Ordinal);
}
