using System.Text;
using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Receipts;

/// <summary>The town's own sentences on its papers, in which <c>{numero}</c> and a few others stand for what they name; null leaves the usual ones.</summary>
public sealed record ReceiptWording
{
    /// <summary>Longest text, in characters.</summary>
    public const int LongestText = 2000;

    private static readonly (string Name, string Meaning, Func<ReceiptFacts, string> Value)[] All =
    [
        ("numero", "le numéro de la demande", f => f.RequestNumber),
        ("demarche", "le titre de la démarche", f => f.ProcedureTitle),
        ("date", "le jour de réception", f => FrenchText.Day(f.SubmittedAt)),
        ("service", "le service chargé de la demande", f => f.Department.Name),
        ("telephone", "le téléphone du service", f => f.Department.Telephone is { } number ? AnswerText.Telephone(number) : ""),
        ("ville", "le nom de la ville", f => f.Town.Name),
    ];

    /// <summary>A paragraph after the number, on acknowledgements.</summary>
    public string? Welcome { get; init; }

    /// <summary>Time limits and ways of appeal, where the procedure has none of its own.</summary>
    public string? Appeal { get; init; }

    /// <summary>How the attestation of implicit acceptance is had (L232-3).</summary>
    public string? Attestation { get; init; }

    /// <summary>What may stand in a text, between braces, and what it becomes.</summary>
    public static IReadOnlyList<(string Name, string Meaning)> Variables { get; } = [.. All.Select(v => (v.Name, v.Meaning))];

    /// <summary>What is wrong with a text, in French; null when nothing is.</summary>
    public static string? Problem(string? text)
    {
        if (text is { Length: > LongestText })
        {
            return $"Raccourcissez ce texte : {LongestText} caractères au plus.";
        }

        string? unknown = null;
        Read(text ?? "", name =>
        {
            unknown ??= All.Any(v => v.Name == name) ? null : name;
            return "";
        });
        return unknown is null ? null : FrenchText.Typeset($"« {{{(unknown.Length > 30 ? unknown[..30] : unknown)}}} » ne correspond à rien. Choisissez parmi : {string.Join(", ", All.Select(v => $"{{{v.Name}}}"))}.");
    }

    /// <summary>Facts with these sentences in the place of the usual ones.</summary>
    public ReceiptFacts ApplyTo(ReceiptFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : Read(text.Trim(), name => Array.Find(All, v => v.Name == name).Value?.Invoke(facts));
        return facts with
        {
            Welcome = Filled(Welcome),
            AttestationText = facts.AttestationText ?? Filled(Attestation),
            Appeal = facts.Appeal with { Text = facts.Appeal.Text ?? Filled(Appeal) },
        };
    }

    // One pass, so that what a name becomes is never read again.
    private static string Read(string text, Func<string, string?> valueOf)
    {
        var filled = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = text[at] == '{' ? text.IndexOf('}', at) : -1;
            if (end < 0)
            {
                filled.Append(text[at++]);
                continue;
            }

            filled.Append(valueOf(text[(at + 1)..end]) ?? text[at..(end + 1)]);
            at = end + 1;
        }

        return filled.ToString();
    }
}
