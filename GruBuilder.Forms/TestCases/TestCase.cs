using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Forms.TestCases;

/// <summary>Answers that were recorded, and what the form is to make of them, now and after each change.</summary>
/// <param name="Id">Tells it apart.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Day">The day of its recording, which stays its today: it gives the same a year later.</param>
/// <param name="Answers">The answers, as <see cref="AnswersJson"/> writes them.</param>
/// <param name="Expected">What the form is to make of them.</param>
public sealed record TestCase(Guid Id, string Name, DateOnly Day, [property: JsonConverter(typeof(RawJson))] string Answers, CaseResult Expected)
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 100;

    /// <summary>Records what a form makes of answers.</summary>
    /// <param name="program">The form.</param>
    /// <param name="name">What people call the case.</param>
    /// <param name="answers">The answers' JSON.</param>
    /// <param name="day">The day that rules about today go by.</param>
    /// <exception cref="FormatException">The answers are not JSON.</exception>
    public static TestCase Record(FormProgram program, string name, string answers, DateOnly day) =>
        new(Guid.CreateVersion7(), name, day, answers, CaseResult.Of(Open(program, answers, day)));

    /// <summary>Gives the answers to a form again.</summary>
    /// <param name="program">The form as it is now.</param>
    public CaseRun Run(FormProgram program)
    {
        var found = CaseResult.Of(Open(program, Answers, Day));
        return new CaseRun(this, found, CaseComparison.Between(Expected, found));
    }

    private static FormState Open(FormProgram program, string answers, DateOnly day)
    {
        var state = program.Open(day);
        AnswersJson.Read(state, answers);
        return state;
    }
}

/// <summary>A difference between what a case expects and what was found.</summary>
/// <param name="Sentence">In French: what was expected, and what was found.</param>
/// <param name="FieldKey">The question that it is about, or null.</param>
public sealed record CaseDifference(string Sentence, string? FieldKey = null);

/// <summary>A case given to a form.</summary>
/// <param name="Case">The case.</param>
/// <param name="Found">What the form made of it.</param>
/// <param name="Differences">How that differs from what is expected; empty when it does not.</param>
public sealed record CaseRun(TestCase Case, CaseResult Found, ImmutableArray<CaseDifference> Differences)
{
    /// <summary>Whether the form makes of the answers what is expected.</summary>
    public bool Passes => Differences.IsEmpty;

    /// <summary>The case, with what was found as what is expected from now on.</summary>
    public TestCase Accepted => Case with { Expected = Found };

    /// <summary>How many pass, in French.</summary>
    public static string InWords(IReadOnlyCollection<CaseRun> runs) => (runs.Count(r => r.Passes), runs.Count) switch
    {
        (1, 1) => "Le seul essai donne le résultat attendu.",
        (0, 1) => "Le seul essai ne donne plus le résultat attendu.",
        (var good, var all) when good == all => $"Les {all} essais donnent le résultat attendu.",
        (0, var all) => $"Aucun des {all} essais ne donne plus le résultat attendu.",
        (var good, var all) => $"{good} {(good == 1 ? "essai" : "essais")} sur {all} {(good == 1 ? "donne" : "donnent")} le résultat attendu.",
    };
}
