using System.Collections.Frozen;
using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Logic;

/// <summary>Builds a <see cref="FormProgram"/>: binds, links what depends on what, and orders it.</summary>
internal sealed partial class ProgramBuilder(FormDefinition definition)
{
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();
    private readonly Dictionary<string, BoundField> _byKey = new(StringComparer.Ordinal);
    private readonly List<BoundField> _fields = [];
    private readonly List<(BoundField Field, string Path)> _all = [];
    private readonly List<(Step Step, HashSet<BoundField> Reads)> _steps = [];

    public FormProgram Build()
    {
        Number();
        LinkChoices();
        var pageSteps = definition.Pages.Select(AddPage).ToImmutableArray();
        foreach (var (field, path) in ComputedFirst()) AddField(field, path, pageSteps[field.Page]);
        Link(pageSteps);
        return new FormProgram(definition, [.. _fields], _byKey.ToFrozenDictionary(StringComparer.Ordinal), Order(), pageSteps, _findings.ToImmutable());
    }

    private void Number()
    {
        for (var p = 0; p < definition.Pages.Length; p++)
        {
            for (var f = 0; f < definition.Pages[p].Fields.Length; f++)
            {
                var path = $"pages[{p}].fields[{f}]";
                var bound = Add(new BoundField(definition.Pages[p].Fields[f], p, _fields.Count, null), path);
                _fields.Add(bound);
                if (bound.Field is RepeatedGroupField group)
                {
                    bound.Columns = [.. group.Fields.Select((inner, i) => Add(new BoundField(inner, p, i, bound), $"{path}.fields[{i}]"))];
                }
            }
        }
    }

    private BoundField Add(BoundField field, string path)
    {
        // A repeated key is a finding of the linter; the first one keeps the name.
        _byKey.TryAdd(field.Field.Key, field);
        _all.Add((field, path));
        return field;
    }

    // Formulas may name computed fields that stand further down: their types are settled in the order of reading.
    private IEnumerable<(BoundField Field, string Path)> ComputedFirst()
    {
        var parsed = _all.Where(x => x.Field.Field is ComputedField).ToList();
        var pending = parsed.ToDictionary(x => x.Field, x => NamesIn(((ComputedField)x.Field.Field).Formula));
        var ordered = new List<(BoundField, string)>();
        while (parsed.Count > 0)
        {
            var ready = parsed.FindAll(x => !pending[x.Field].Any(n => _byKey.TryGetValue(n, out var read) && read != x.Field && pending.ContainsKey(read)));
            if (ready.Count == 0) ready = [.. parsed];
            ordered.AddRange(ready);
            foreach (var x in ready) pending.Remove(x.Field);
            parsed.RemoveAll(ready.Contains);
        }

        return ordered.Concat(_all.Where(x => x.Field.Field is not ComputedField));
    }

    private static HashSet<string> NamesIn(string formula)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (FormulaParser.Parse(formula).Expression is { } expression) Collect(expression);
        return names;

        void Collect(Expression e)
        {
            switch (e)
            {
                case NameExpression name: names.Add(name.Column ?? name.Name); break;
                case UnaryExpression unary: Collect(unary.Operand); break;
                case BinaryExpression binary: Collect(binary.Left); Collect(binary.Right); break;
                case CallExpression call:
                    foreach (var argument in call.Arguments) Collect(argument);
                    break;
            }
        }
    }

    private Step? AddPage(Page page, int index)
    {
        if (page.VisibleIf is null) return null;
        var path = $"pages[{index}].visibleIf";
        var binder = new Binder(_byKey, null, null, (code, message, position) => Report(code, message, path, null, page.Key, position));
        return AddStep(new Step(StepKind.PageVisibility, index, null, binder.Bind(page.VisibleIf), path), binder);
    }

    private void AddField(BoundField bound, string path, Step? pageStep)
    {
        var field = bound.Field;
        if (field.VisibleIf is { } condition)
        {
            var at = path + ".visibleIf";
            var binder = BinderFor(bound, at);
            bound.OwnCondition = binder.Bind(condition);
            bound.Visibility = AddStep(new Step(StepKind.FieldVisibility, bound.Page, bound, bound.OwnCondition, at), binder);
        }
        else if (pageStep is not null && bound.Group is null)
        {
            bound.Visibility = AddStep(new Step(StepKind.FieldVisibility, bound.Page, bound, null, path), BinderFor(bound, path));
        }

        if (field is not ComputedField computed) return;
        var formulaPath = path + ".formula";
        var (expression, error) = FormulaParser.Parse(computed.Formula);
        if (error is not null)
        {
            Report("formula-syntax", error.Message, formulaPath, field.Key, null, error.Position);
            return;
        }

        var formulaBinder = BinderFor(bound, formulaPath);
        var node = formulaBinder.Bind(expression!);
        bound.Type = node.Type;
        bound.Computation = AddStep(new Step(StepKind.Computation, bound.Page, bound, node, formulaPath), formulaBinder);
    }

    private Binder BinderFor(BoundField bound, string path) =>
        new(_byKey, bound.Group, bound, (code, message, position) => Report(code, message, path, bound.Field.Key, null, position));

    private Step AddStep(Step step, Binder binder)
    {
        _steps.Add((step, binder.Reads));
        return step;
    }

    private void Link(ImmutableArray<Step?> pageSteps)
    {
        foreach (var (step, reads) in _steps)
        {
            foreach (var read in reads)
            {
                read.Readers.Add(step);
                read.Visibility?.Next.Add(step);
                read.Computation?.Next.Add(step);
            }

            if (step is { Kind: StepKind.FieldVisibility, Field.Group: null } && pageSteps[step.Page] is { } pageStep) pageStep.Next.Add(step);
        }
    }

    private ImmutableArray<Step> Order()
    {
        var waits = _steps.ToDictionary(s => s.Step, _ => 0);
        foreach (var next in _steps.SelectMany(s => s.Step.Next)) waits[next]++;
        var ready = new Queue<Step>(_steps.Select(s => s.Step).Where(s => waits[s] == 0));
        var ordered = ImmutableArray.CreateBuilder<Step>(_steps.Count);
        while (ready.TryDequeue(out var step))
        {
            step.Rank = ordered.Count;
            ordered.Add(step);
            foreach (var next in step.Next)
            {
                if (--waits[next] == 0) ready.Enqueue(next);
            }
        }

        if (ordered.Count < _steps.Count) ReportCycle();
        return ordered.ToImmutable();
    }

    private void ReportCycle()
    {
        // Every step left waits for another one left: walking back must come round.
        var left = _steps.Select(s => s.Step).Where(s => s.Rank < 0).ToHashSet();
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
            var names = chain.Select(s => s.Field?.Field.Label ?? definition.Pages[s.Page].Title).Distinct(StringComparer.Ordinal).ToList();
            var text = string.Join(" → ", names.Append(names[0]).Select(n => $"« {n} »"));
            Report("cycle", $"Ces questions dépendent l'une de l'autre en rond : {text}. Supprimez une des règles.", at.Path, at.Field?.Field.Key, at.Field is null ? definition.Pages[at.Page].Key : null, null);
        }
    }

    private void Report(string code, string message, string path, string? field, string? page, int? position) =>
        _findings.Add(new Finding(Severity.Error, code, message, path, field, page, position));
}
