using System.Collections.Immutable;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Forms.Analysis;

/// <summary>An answer that is varied in a trial, and the values that stand for all that it may be.</summary>
/// <param name="Field">The field, or a group whose number of rows is varied.</param>
/// <param name="Row">The row, for a column.</param>
/// <param name="Values">The values, absent first where it may be.</param>
internal sealed record Variable(BoundField Field, FormRow? Row, ImmutableArray<AnswerValue> Values);

/// <summary>
/// An open form on which answers are tried out: every combination of values that stand for all possible ones, through the engine itself,
/// so that hidden answers, computed values and ways out count as they do for a citizen.
/// </summary>
internal sealed class Trial
{
    private readonly FormProgram _program;
    private readonly Representatives _representatives;
    private readonly Dictionary<BoundField, FormRow> _rows = [];

    public Trial(FormProgram program, Representatives representatives)
    {
        (_program, _representatives) = (program, representatives);
        State = program.Open(new Circumstances(representatives.Today) { Audience = Audience.Agent });
        AnswersJson.Read(State, "{}"u8);
    }

    public FormState State { get; }

    /// <summary>A row of the group, always the same.</summary>
    public FormRow RowOf(BoundField group)
    {
        if (_rows.TryGetValue(group, out var row)) return row;
        row = State.Rows(group) is [var first, ..] ? first : State.AddRow(group)!;
        _rows[group] = row;
        return row;
    }

    /// <summary>Everything that what these steps say hangs on; not exact when the values cannot stand for all.</summary>
    public (ImmutableArray<Variable> Variables, bool IsExact) Variables(IEnumerable<Step> steps, bool onlyValid)
    {
        var seen = new HashSet<Step>();
        var fields = new List<BoundField>();
        var exact = true;
        var waiting = new Queue<Step>(steps);
        while (waiting.TryDequeue(out var step))
        {
            if (!seen.Add(step)) continue;
            exact &= step.IsPlain;
            foreach (var read in step.Reads)
            {
                if (!fields.Contains(read)) fields.Add(read);
                foreach (var before in StepsBehind(read)) waiting.Enqueue(before);
            }

            foreach (var named in step.NamedReads) waiting.Enqueue(_program.Steps.Named[named]!);
            if (step.Kind is StepKind.PageVisibility) foreach (var end in EndsBefore(step.Page)) waiting.Enqueue(end);
            if (step.Kind is StepKind.End && _program.Steps.Pages[step.Page] is { } page) waiting.Enqueue(page);
        }

        var variables = ImmutableArray.CreateBuilder<Variable>();
        foreach (var field in fields)
        {
            if (field.Field is not (InputField or RepeatedGroupField)) continue;
            var (values, all) = _representatives.Of(field, onlyValid);
            exact &= all;
            variables.Add(new Variable(field, field.Group is { } group ? RowOf(group) : null, values));
        }

        return (variables.ToImmutable(), exact);
    }

    /// <summary>The steps that decide whether the field is there and what it holds.</summary>
    public IEnumerable<Step> StepsBehind(BoundField field)
    {
        if (field.Computation is { } computation) yield return computation;
        for (var at = field; at is not null; at = at.Group)
        {
            if (at.Visibility is { } visibility) yield return visibility;
            if (at.Section?.Visibility is { } section) yield return section;
        }

        if (_program.Steps.Pages[field.Page] is { } page) yield return page;
    }

    private IEnumerable<Step> EndsBefore(int page) => _program.Steps.Ordered.Where(s => s.Kind == StepKind.End && s.Page < page);

    /// <summary>How many combinations there are, or more than the limit.</summary>
    public static long Combinations(ImmutableArray<Variable> variables, long limit)
    {
        var count = 1L;
        foreach (var variable in variables)
        {
            count *= Math.Max(1, variable.Values.Length);
            if (count > limit) return limit + 1;
        }

        return count;
    }

    /// <summary>Tries every combination until the visitor has seen enough.</summary>
    public void Enumerate(ImmutableArray<Variable> variables, Func<bool> goOn)
    {
        foreach (var variable in variables) Put(variable, 0);
        var at = new int[variables.Length];
        while (goOn())
        {
            var i = 0;
            for (; i < variables.Length; i++)
            {
                at[i] = at[i] + 1 < variables[i].Values.Length ? at[i] + 1 : 0;
                Put(variables[i], at[i]);
                if (at[i] != 0) break;
            }

            if (i == variables.Length) return;
        }
    }

    /// <summary>Gives a variable one of its values.</summary>
    public void Put(Variable variable, int index)
    {
        if (variable.Values.IsEmpty) return;
        if (variable.Field.Field is not RepeatedGroupField)
        {
            State.Assign(new AnswerPlace(variable.Field, variable.Row), variable.Values[index]);
            return;
        }

        var wanted = (int)(variable.Values[index].AsNumber ?? 0);
        while (State.Rows(variable.Field).Count < wanted && State.AddRow(variable.Field) is not null)
        {
        }

        var kept = _rows.GetValueOrDefault(variable.Field);
        while (State.Rows(variable.Field).Count > wanted)
        {
            var last = State.Rows(variable.Field).LastOrDefault(r => r != kept);
            if (last is null) return;
            State.RemoveRow(variable.Field, last);
        }
    }
}
