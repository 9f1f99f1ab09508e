using System.Collections.Immutable;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using ValueType = GruBuilder.Forms.Logic.ValueType;

namespace GruBuilder.Forms.Analysis;

/// <summary>
/// Few values that stand for all that a field may hold, as far as rules can tell them apart: each value that a rule names, what lies
/// between, below and above, and none.
/// </summary>
internal sealed class Representatives
{
    private const int MostRowsTried = 12;
    private readonly Dictionary<string, HashSet<AnswerValue>> _constants = new(StringComparer.Ordinal);
    private readonly HashSet<decimal> _formulaNumbers = [0, 1];
    private readonly bool _hasFormulas;

    public Representatives(FormDefinition definition, DateOnly today)
    {
        Today = today;
        foreach (var condition in DefinitionConditions.All(definition)) Collect(condition);
        foreach (var computed in definition.AllFields().OfType<ComputedField>())
        {
            _hasFormulas = true;
            CollectNumbers(computed.Formula);
        }
    }

    public DateOnly Today { get; }

    /// <summary>The values that stand for all of the field's; and whether they do.</summary>
    /// <param name="field">The field.</param>
    /// <param name="onlyValid">Leaves out what could not be sent: an answer that is needed but missing.</param>
    public (ImmutableArray<AnswerValue> Values, bool IsExact) Of(BoundField field, bool onlyValid)
    {
        var constants = _constants.GetValueOrDefault(field.Field.Key) ?? [];
        var exact = true;
        var values = new List<AnswerValue>();
        if (!(onlyValid && field.Field is InputField { Required: true })) values.Add(default);
        switch (field.Field)
        {
            case RepeatedGroupField group:
                return (RowCounts(group, constants), true);
            case YesNoField:
                values.AddRange([AnswerValue.Of(true), AnswerValue.Of(false)]);
                break;
            case MultipleChoiceField choice:
                exact &= AddSubsets(values, choice, constants);
                break;
            case ChoiceField choice:
                values.AddRange(choice.Options.Where(o => constants.Contains(AnswerValue.Of(o.Value))).Select(o => AnswerValue.Of(o.Value)));
                if (choice.Options.FirstOrDefault(o => !constants.Contains(AnswerValue.Of(o.Value))) is { } other) values.Add(AnswerValue.Of(other.Value));
                break;
            case NumberField number:
                values.AddRange(Numbers(number, constants));
                exact &= !_hasFormulas;
                break;
            case DateField date:
                values.AddRange(Days(date, constants));
                exact &= !_hasFormulas;
                break;
            default:
                if (field.Type == ValueType.Text)
                {
                    values.AddRange(constants.Where(c => c.AsText is not null));
                    if (constants.Count > 1) values.Add(AnswerValue.Of(string.Join(' ', constants)));
                    values.Add(AnswerValue.Of("Exemple"));
                    exact &= constants.Count < 3;
                }
                else if (SampleAnswers.For(field, Today) is { IsAbsent: false } sample)
                {
                    values.Add(sample);
                }

                break;
        }

        return ([.. values.Distinct()], exact);
    }

    private static ImmutableArray<AnswerValue> RowCounts(RepeatedGroupField group, HashSet<AnswerValue> constants)
    {
        var counts = new SortedSet<int> { group.MinRows, Math.Min(group.MinRows + 1, group.MaxRows) };
        foreach (var constant in constants)
        {
            if (constant.AsNumber is not { } c || c > MostRowsTried) continue;
            foreach (var near in new[] { (int)c - 1, (int)c, (int)c + 1 })
            {
                if (near >= group.MinRows && near <= group.MaxRows) counts.Add(near);
            }
        }

        return [.. counts.Select(c => AnswerValue.Of((decimal)c))];
    }

    private static bool AddSubsets(List<AnswerValue> values, MultipleChoiceField choice, HashSet<AnswerValue> constants)
    {
        var named = choice.Options.Where(o => constants.Contains(AnswerValue.Of(o.Value))).Select(o => o.Value).ToList();
        var other = choice.Options.FirstOrDefault(o => !constants.Contains(AnswerValue.Of(o.Value)))?.Value;
        if (other is not null) named.Add(other);
        var most = Math.Min(named.Count, 5);
        for (var subset = 1; subset < 1 << most; subset++)
        {
            values.Add(AnswerValue.Of([.. Enumerable.Range(0, most).Where(i => (subset & (1 << i)) != 0).Select(i => named[i])]));
        }

        return most == named.Count;
    }

    private List<AnswerValue> Numbers(NumberField field, HashSet<AnswerValue> constants)
    {
        var step = 1m;
        for (var i = 0; i < field.Decimals; i++) step /= 10;
        var numbers = new SortedSet<decimal>();
        foreach (var c in constants.Select(c => c.AsNumber).OfType<decimal>().Concat(_hasFormulas ? _formulaNumbers : []).Take(40))
        {
            numbers.Add(c);
            numbers.Add(c - step);
            numbers.Add(c + step);
        }

        numbers.Add(field.Min ?? Math.Min(field.Max ?? 1, 1));
        if (field.Max is { } max) numbers.Add(max);
        return [.. numbers.Where(n => (field.Min is not { } least || n >= least) && (field.Max is not { } most || n <= most) && decimal.Round(n, field.Decimals) == n).Select(AnswerValue.Of)];
    }

    private List<AnswerValue> Days(DateField field, HashSet<AnswerValue> constants)
    {
        var first = field.Min?.Resolve(Today);
        var last = field.Max?.Resolve(Today);
        var days = new SortedSet<DateOnly> { first ?? (last is { } l && l < Today ? l : Today) };
        if (last is { } end) days.Add(end);
        foreach (var constant in constants)
        {
            if (!DateBound.TryParse(constant.AsText, out var bound)) continue;
            var day = bound.Resolve(Today);
            days.Add(day);
            if (day > DateOnly.MinValue) days.Add(day.AddDays(-1));
            if (day < DateOnly.MaxValue) days.Add(day.AddDays(1));
        }

        return [.. days.Where(d => (first is not { } f || d >= f) && (last is not { } t || d <= t)).Select(AnswerValue.Of)];
    }

    private void Collect(Condition condition)
    {
        switch (condition)
        {
            case JoinedCondition joined:
                foreach (var part in joined.Parts) Collect(part);
                break;
            case RowsCondition rows:
                Collect(rows.If);
                break;
            case FormulaCondition formula:
                CollectNumbers(formula.Formula);
                break;
            case Comparison comparison:
                Collect(comparison);
                break;
        }
    }

    private void Collect(Comparison comparison)
    {
        foreach (var key in comparison.FieldKeys())
        {
            if (!_constants.TryGetValue(key, out var set)) _constants[key] = set = [];
            if (!comparison.Value.IsAbsent) set.Add(comparison.Value);
        }
    }

    private void CollectNumbers(string formula)
    {
        if (FormulaParser.Parse(formula).Expression is { } expression) Visit(expression);

        void Visit(Expression e)
        {
            switch (e)
            {
                case LiteralExpression { Value.AsNumber: { } number }: _formulaNumbers.Add(number); break;
                case UnaryExpression unary: Visit(unary.Operand); break;
                case BinaryExpression binary: Visit(binary.Left); Visit(binary.Right); break;
                case CallExpression call:
                    foreach (var argument in call.Arguments) Visit(argument);
                    break;
            }
        }
    }
}
