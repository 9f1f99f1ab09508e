using System.Collections.Immutable;
using System.Globalization;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Logic;

/// <content>The rules of one field.</content>
internal sealed partial class ProgramBuilder
{
    private void AddComputation(BoundField bound)
    {
        var computed = (ComputedField)bound.Field;
        var (expression, error) = FormulaParser.Parse(computed.Formula);
        if (error is not null)
        {
            Report(Severity.Error, "formula-syntax", error.Message, PathOf(bound) + ".formula", computed.Key, null, error.Position);
            return;
        }

        var binder = BinderFor(bound, bound, "formula", null);
        var node = binder.Bind(expression!);
        bound.Type = node.Type;
        bound.Computation = AddStep(binder.Made(StepKind.Computation, bound.Page, bound, node, "formula"));
    }

    private void AddRules(BoundField bound)
    {
        var field = bound.Field;
        if (field.VisibleIf is { } condition)
        {
            var binder = BinderFor(bound, bound, "visibleIf", null);
            bound.OwnCondition = binder.Bind(condition);
            bound.Visibility = AddStep(binder.Made(StepKind.FieldVisibility, bound.Page, bound, bound.OwnCondition, "visibleIf"));
        }
        else if (field.Private || bound.Section is not null || (bound.Group is null && _pageSteps[bound.Page] is not null))
        {
            bound.Visibility = AddStep(BinderFor(bound, bound, "visibleIf", null).Made(StepKind.FieldVisibility, bound.Page, bound, null, "visibleIf"));
        }

        AddAttention(bound);
    }

    // What these rules say is worked out when it is asked for: all that must be known is when to draw the field again.
    private void AddAttention(BoundField bound)
    {
        var field = bound.Field;
        var input = field as InputField;
        var hasOptions = field is ChoiceField choice && choice.Options.Any(o => o.VisibleIf is not null);
        if (input is not ({ RequiredIf: not null } or { ReadOnlyIf: not null }) && field.Checks.IsDefaultOrEmpty && !hasOptions) return;
        var reads = new List<BoundField>();
        var named = new List<int>();
        if (input?.RequiredIf is { } required) bound.RequiredNode = Bind(required, "requiredIf");
        if (input?.ReadOnlyIf is { } readOnly) bound.ReadOnlyNode = Bind(readOnly, "readOnlyIf");
        if (hasOptions) bound.OptionNodes = [.. ((ChoiceField)field).Options.Select((o, i) => o.VisibleIf is { } rule ? Bind(rule, string.Create(CultureInfo.InvariantCulture, $"options[{i}].visibleIf")) : null)];
        if (!field.Checks.IsDefaultOrEmpty) bound.Checks = [.. field.Checks.Select((c, i) => (c, Bind(c.Holds, string.Create(CultureInfo.InvariantCulture, $"checks[{i}].holds"))))];
        _steps.Add(new Step(StepKind.Redrawing, bound.Page, bound, null, "checks") { Reads = reads, NamedReads = named });

        Node Bind(Condition condition, string part)
        {
            var binder = BinderFor(bound, null, part, null);
            var node = binder.Bind(condition);
            reads.AddRange(binder.Reads.Where(r => r != bound && !reads.Contains(r)));
            named.AddRange(binder.NamedReads.Where(n => !named.Contains(n)));
            return node;
        }
    }

    private void Link()
    {
        foreach (var step in _steps)
        {
            foreach (var read in step.Reads)
            {
                read.Readers.Add(step);
                read.Visibility?.Next.Add(step);
                read.Computation?.Next.Add(step);

                // Rows that are hidden with their group are hidden from whoever reads a column.
                if (read.Group is { } group && step.Field?.Group != group) group.Visibility?.Next.Add(step);
            }

            foreach (var index in step.NamedReads) _namedSteps[index]!.Next.Add(step);
            if (step.Kind == StepKind.FieldVisibility)
            {
                if (step.Field!.Group is null) _pageSteps[step.Page]?.Next.Add(step);
                step.Field.Section?.Visibility?.Next.Add(step);
            }
            else if (step.Kind == StepKind.End)
            {
                _pageSteps[step.Page]?.Next.Add(step);
                for (var p = step.Page + 1; p < _pageSteps.Length; p++) step.Next.Add(_pageSteps[p]!);
            }
        }
    }

    private ImmutableArray<Step> Order()
    {
        // Ranks serve as counters of what each step still waits for, until it gets its place.
        foreach (var step in _steps) step.Rank = 0;
        foreach (var step in _steps)
        {
            foreach (var next in step.Next) next.Rank++;
        }

        var ordered = new List<Step>(_steps.Count);
        foreach (var step in _steps)
        {
            if (step.Rank == 0) ordered.Add(step);
        }

        for (var i = 0; i < ordered.Count; i++)
        {
            foreach (var next in ordered[i].Next)
            {
                if (--next.Rank == 0) ordered.Add(next);
            }
        }

        foreach (var step in _steps) step.Rank = -1;
        for (var i = 0; i < ordered.Count; i++) ordered[i].Rank = i;
        if (ordered.Count < _steps.Count) ReportCycle();
        return [.. ordered];
    }

    private void ReportCycle()
    {
        // Every step left waits for another one left: walking back must come round.
        var left = _steps.Where(s => s.Rank < 0).ToHashSet();
        var before = left.SelectMany(s => s.Next.Where(left.Contains).Select(n => (n, s))).GroupBy(x => x.n).ToDictionary(g => g.Key, g => g.First().s);
        while (left.Count > 0)
        {
            var seen = new List<Step>();
            var at = left.First();
            while (!seen.Contains(at))
            {
                seen.Add(at);
                if (!before.TryGetValue(at, out at!)) break;
            }

            left.ExceptWith(seen);
            if (at is null || !seen.Contains(at)) continue;
            var chain = seen[seen.IndexOf(at)..];
            left.ExceptWith(chain);
            var names = chain.Select(NameOf).Distinct(StringComparer.Ordinal).ToList();
            var text = string.Join(" → ", names.Append(names[0]).Select(n => $"« {n} »"));
            var path = at.Field is { } field ? $"{PathOf(field)}.{at.Path}" : at.Path;
            Report(Severity.Error, "cycle", $"Ces questions dépendent l'une de l'autre en rond : {text}. Supprimez une des règles.", path, at.Field?.Field.Key, at.Field is null && at.Kind != StepKind.Named ? _definition.Pages[at.Page].Key : null, null);
        }
    }

    private string NameOf(Step step) => step switch
    {
        { Field: { } field } => field.Field.Label,
        { Kind: StepKind.Named } => _definition.Conditions[step.Page].Label,
        { Kind: StepKind.End } => _ends[step.EndIndex].End.Title,
        _ => _definition.Pages[step.Page].Title,
    };
}
