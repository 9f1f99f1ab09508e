using System.Collections.Immutable;
using System.Numerics;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Forms.Analysis;

/// <summary>An answer that makes a journey what it is.</summary>
/// <param name="Field">The question's key.</param>
/// <param name="Words">The answer as a person reads it.</param>
public sealed record PathChoice(string Field, string Words);

/// <summary>One journey through a form.</summary>
/// <param name="Pages">Keys of the pages that are shown, in order.</param>
/// <param name="End">Key of the way out that it leads to; null when it goes to the end.</param>
/// <param name="Fields">Keys of the fields outside groups that are shown.</param>
/// <param name="Answers">Answers that follow it, as JSON.</param>
/// <param name="IsComplete">Whether the form can be sent with these answers; not so where a check needs a person.</param>
/// <param name="Choices">The answers that tell it from the other journeys, in the form's order.</param>
public sealed record FormPath(ImmutableArray<string> Pages, string? End, ImmutableArray<string> Fields, string Answers, bool IsComplete, ImmutableArray<PathChoice> Choices);

/// <summary>
/// The distinct journeys through a form: two are distinct when they show other questions. Rules that do not touch each other multiply;
/// they are counted apart, and the journeys given cover each turn of each of them.
/// </summary>
/// <param name="Count">How many there are; at least so many when not exact.</param>
/// <param name="IsExact">Whether every one was found.</param>
/// <param name="Journeys">All of them when they are few, otherwise enough to take every turn at least once.</param>
public sealed record FormPaths(BigInteger Count, bool IsExact, ImmutableArray<FormPath> Journeys)
{
    private const int MostCombinations = 20_000;
    private const int MostJourneys = 60;
    private const int MostMended = 20;

    /// <summary>Finds the journeys.</summary>
    /// <param name="program">The form.</param>
    /// <param name="today">The day that rules about today go by.</param>
    public static FormPaths Of(FormProgram program, DateOnly today)
    {
        var representatives = new Representatives(program.Definition, today);
        var parts = Parts(program, new Trial(program, representatives));
        var turns = new List<List<ImmutableArray<(BoundField Field, AnswerValue Value)>>>();
        var exact = true;
        var count = BigInteger.One;
        foreach (var steps in parts)
        {
            var found = Turns(new Trial(program, representatives), steps, ref exact);
            turns.Add(found);
            count *= found.Count;
        }

        // What has one turn only decides nothing.
        var deciding = turns.Where(t => t.Count > 1).SelectMany(t => t[0]).Select(v => v.Field).ToHashSet();
        var few = count <= MostJourneys;
        var journeys = few ? (int)count : Math.Min(MostJourneys, turns.Max(t => t.Count));
        var made = ImmutableArray.CreateBuilder<FormPath>(journeys);
        for (var j = 0; j < journeys; j++)
        {
            var rest = j;
            var chosen = new List<(BoundField Field, AnswerValue Value)>();
            foreach (var turn in turns)
            {
                chosen.AddRange(turn[few ? rest % turn.Count : j % turn.Count]);
                if (few) rest /= turn.Count;
            }

            made.Add(Walk(program, today, chosen, deciding));
        }

        return new FormPaths(count, exact, made.ToImmutable());
    }

    // Steps that hang together through what they read or decide.
    private static List<List<Step>> Parts(FormProgram program, Trial trial)
    {
        var parts = new List<(HashSet<BoundField> Variables, List<Step> Steps)>();
        foreach (var step in program.Steps.Ordered.Where(s => s.Kind is StepKind.FieldVisibility or StepKind.PageVisibility or StepKind.End && s.Field?.Group is null))
        {
            var variables = trial.Variables([step, .. step.Field is { } field ? trial.StepsBehind(field) : []], onlyValid: true).Variables.Select(v => v.Field).ToHashSet();
            if (variables.Count == 0) continue;
            var touched = parts.Where(p => p.Variables.Overlaps(variables)).ToList();
            foreach (var part in touched)
            {
                variables.UnionWith(part.Variables);
                parts.Remove(part);
            }

            parts.Add((variables, [.. touched.SelectMany(t => t.Steps), step]));
        }

        return [.. parts.Select(p => p.Steps)];
    }

    // The answers of one part that come to each distinct outcome.
    private static List<ImmutableArray<(BoundField Field, AnswerValue Value)>> Turns(Trial trial, List<Step> steps, ref bool exact)
    {
        var (variables, plain) = trial.Variables(steps.Concat(steps.Where(s => s.Field is not null).SelectMany(s => trial.StepsBehind(s.Field!))), onlyValid: true);
        exact &= plain && Trial.Combinations(variables, MostCombinations) <= MostCombinations;
        var found = new Dictionary<string, ImmutableArray<(BoundField, AnswerValue)>>(StringComparer.Ordinal);
        var tried = 0;
        var outcome = new char[steps.Count];
        trial.Enumerate(variables, () =>
        {
            for (var i = 0; i < outcome.Length; i++) outcome[i] = Shows(trial.State, steps[i]) ? '1' : '0';
            var key = new string(outcome);
            if (!found.ContainsKey(key)) found[key] = [.. variables.Where(v => v.Row is null).Select(v => (v.Field, Value(trial.State, v.Field)))];
            return ++tried < MostCombinations;
        });
        return [.. found.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value)];
    }

    private static bool Shows(FormState state, Step step) => step.Kind switch
    {
        StepKind.PageVisibility => state.IsPageVisible(step.Page),
        StepKind.End => state.EndHolds(step.EndIndex),
        _ => state.IsVisible(new AnswerPlace(step.Field!)),
    };

    private static AnswerValue Value(FormState state, BoundField field) =>
        field.Field is RepeatedGroupField ? AnswerValue.Of((decimal)state.Rows(field).Count) : state.Raw(new AnswerPlace(field));

    private static FormPath Walk(FormProgram program, DateOnly today, List<(BoundField Field, AnswerValue Value)> chosen, HashSet<BoundField> deciding)
    {
        var state = program.Open(today);
        foreach (var (field, value) in chosen)
        {
            if (field.Field is not RepeatedGroupField) state.Assign(new AnswerPlace(field), value);
            else while (state.Rows(field).Count < value.AsNumber && state.AddRow(field) is not null) { }
        }

        var kept = chosen.Select(c => c.Field).ToHashSet();
        SampleAnswers.Fill(state, kept);
        MendAnswers(state, kept);
        return new FormPath(
            [.. program.Definition.Pages.Where((_, p) => state.IsPageVisible(p)).Select(p => p.Key)],
            state.End?.End.Key,
            [.. program.Fields.Where(f => state.IsVisible(new AnswerPlace(f))).Select(f => f.Field.Key)],
            AnswersJson.Write(state, includeHidden: false),
            AnswerValidator.Validate(state).IsEmpty,
            [.. program.Fields.Where(deciding.Contains).Select(f => ChoiceOf(state, f)).OfType<PathChoice>()]);
    }

    // What nobody sees and what is not answered decides nothing.
    private static PathChoice? ChoiceOf(FormState state, BoundField field)
    {
        if (!state.IsVisible(new AnswerPlace(field))) return null;
        var words = field.Field is RepeatedGroupField
            ? AnswerText.Number(state.Rows(field).Count)
            : AnswerText.Of(field.Field, state.Raw(new AnswerPlace(field)));
        return words.Length > 0 ? new PathChoice(field.Field.Key, words) : null;
    }

    // A day that a check refuses is moved to a neighbour of another day: « la fin suit le début » is the usual check.
    private static void MendAnswers(FormState state, HashSet<BoundField> kept)
    {
        foreach (var error in AnswerValidator.Validate(state).Take(MostMended))
        {
            if (error.Place is not { Row: null, Field: { Field: DateField } field } || kept.Contains(field) || state[error.Place].AsDate is not { } was) continue;
            var others = state.Program.Fields.Where(f => f.Field is DateField && f != field).Select(f => state[new AnswerPlace(f)].AsDate).OfType<DateOnly>();
            foreach (var day in others.SelectMany(d => new[] { d, d.AddDays(1), d.AddDays(-1), d.AddDays(7), d.AddDays(-7) }).Distinct())
            {
                state.Assign(error.Place, AnswerValue.Of(day));
                if (AnswerValidator.ValidateOne(state, error.Place) is null) break;
                state.Assign(error.Place, AnswerValue.Of(was));
            }
        }
    }
}
