using System.Collections.Immutable;
using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Logic;

/// <summary>What a node reads: the open form, and the row that it runs in, if any.</summary>
internal readonly struct Scope(FormState state, FormRow? row)
{
    public readonly FormState State = state;
    public readonly FormRow? Row = row;
}

/// <summary>A formula or condition bound to its fields: compiled once, run often, shared by all open forms.</summary>
internal abstract class Node(ValueType type)
{
    public ValueType Type { get; } = type;

    public abstract AnswerValue Run(in Scope scope);

    public bool Holds(in Scope scope) => Run(scope).AsBoolean == true;
}

internal sealed class ConstantNode(AnswerValue value, ValueType type) : Node(type)
{
    public override AnswerValue Run(in Scope scope) => value;
}

/// <summary>The answer of a field outside groups; absent while hidden.</summary>
internal sealed class FieldNode(int slot, ValueType type) : Node(type)
{
    public override AnswerValue Run(in Scope scope) => scope.State.EffectiveAt(slot);
}

/// <summary>The answer of a field of the same row; absent while hidden.</summary>
internal sealed class CellNode(int column, ValueType type) : Node(type)
{
    public override AnswerValue Run(in Scope scope) => scope.Row!.EffectiveAt(column);
}

/// <summary>The number of rows of a group; 0 while hidden.</summary>
internal sealed class RowCountNode(int slot) : Node(ValueType.Number)
{
    public override AnswerValue Run(in Scope scope) => AnswerValue.Of((decimal)scope.State.EffectiveRows(slot).Count);
}

internal sealed class NotNode(Node operand) : Node(ValueType.Boolean)
{
    public override AnswerValue Run(in Scope scope) => AnswerValue.Of(!operand.Holds(scope));
}

internal sealed class JunctionNode(ImmutableArray<Node> parts, bool all) : Node(ValueType.Boolean)
{
    public override AnswerValue Run(in Scope scope)
    {
        foreach (var part in parts)
        {
            if (part.Holds(scope) != all) return AnswerValue.Of(!all);
        }

        return AnswerValue.Of(all);
    }
}

internal sealed class AnsweredNode(Node operand, bool answered) : Node(ValueType.Boolean)
{
    public override AnswerValue Run(in Scope scope) => AnswerValue.Of(!operand.Run(scope).IsAbsent == answered);
}

internal sealed class EqualNode(Node left, Node right, bool equal) : Node(ValueType.Boolean)
{
    public override AnswerValue Run(in Scope scope)
    {
        var a = left.Run(scope);
        var b = right.Run(scope);
        // An absent answer equals nothing, not even another absent one.
        return AnswerValue.Of((!a.IsAbsent && a.WithoutDetails == b.WithoutDetails) == equal);
    }
}

internal sealed class OrderNode(Node left, Node right, Operator op) : Node(ValueType.Boolean)
{
    public override AnswerValue Run(in Scope scope)
    {
        var a = left.Run(scope);
        var b = right.Run(scope);
        if (a.Kind != b.Kind) return AnswerValue.Of(false);
        if (a.Rank is not { } rank) return AnswerValue.Of(false);
        var order = rank.CompareTo(b.Rank!.Value);
        return AnswerValue.Of(op switch
        {
            Operator.Less => order < 0,
            Operator.AtMost => order <= 0,
            Operator.Greater => order > 0,
            _ => order >= 0,
        });
    }
}

internal sealed class ContainsNode(Node left, Node right, bool contains) : Node(ValueType.Boolean)
{
    public override AnswerValue Run(in Scope scope)
    {
        var sought = right.Run(scope).AsText;
        var whole = left.Run(scope);
        var found = sought is not null && (whole.Kind == AnswerKind.List
            ? whole.AsList.Contains(sought, StringComparer.Ordinal)
            : whole.AsText?.Contains(sought, StringComparison.OrdinalIgnoreCase) == true);
        return AnswerValue.Of(found == contains);
    }
}

internal sealed class ArithmeticNode(Node left, Node right, Operator op) : Node(ValueType.Number)
{
    public override AnswerValue Run(in Scope scope)
    {
        // An absent number counts as nothing: 0.
        var a = left.Run(scope).AsNumber ?? 0;
        var b = right.Run(scope).AsNumber ?? 0;
        try
        {
            return op switch
            {
                Operator.Add => AnswerValue.Of(a + b),
                Operator.Subtract => AnswerValue.Of(a - b),
                Operator.Multiply => AnswerValue.Of(a * b),
                _ => b == 0 ? default : AnswerValue.Of(a / b),
            };
        }
        catch (OverflowException)
        {
            return default;
        }
    }
}

internal sealed class NegateNode(Node operand) : Node(ValueType.Number)
{
    public override AnswerValue Run(in Scope scope) => AnswerValue.Of(-(operand.Run(scope).AsNumber ?? 0));
}

/// <summary>A day moved by a number of days, or the days between two days.</summary>
internal sealed class DateArithmeticNode(Node left, Node right, bool add, ValueType type) : Node(type)
{
    public override AnswerValue Run(in Scope scope)
    {
        if (left.Run(scope).AsDate is not { } day) return default;
        var other = right.Run(scope);
        if (other.AsDate is { } otherDay) return AnswerValue.Of((decimal)(day.DayNumber - otherDay.DayNumber));
        var moved = day.DayNumber + (add ? 1 : -1) * decimal.Truncate(other.AsNumber ?? 0);
        return moved < 0 || moved > DateOnly.MaxValue.DayNumber ? default : AnswerValue.Of(DateOnly.FromDayNumber((int)moved));
    }
}

internal sealed class IfNode(Node condition, Node then, Node otherwise, ValueType type) : Node(type)
{
    public override AnswerValue Run(in Scope scope) => condition.Holds(scope) ? then.Run(scope) : otherwise.Run(scope);
}

/// <summary>A function of values.</summary>
internal sealed class CallNode(Func<AnswerValue[], DateOnly, AnswerValue> function, ImmutableArray<Node> arguments, ValueType type) : Node(type)
{
    public override AnswerValue Run(in Scope scope)
    {
        var values = new AnswerValue[arguments.Length];
        for (var i = 0; i < values.Length; i++) values[i] = arguments[i].Run(scope);
        try
        {
            return function(values, scope.State.Today);
        }
        catch (OverflowException)
        {
            return default;
        }
    }
}

/// <summary>A function of all values of a column of a group: sum, count, lowest, highest.</summary>
internal sealed class ColumnNode(Func<IEnumerable<AnswerValue>, AnswerValue> function, int slot, int column, ValueType type) : Node(type)
{
    public override AnswerValue Run(in Scope scope)
    {
        var rows = scope.State.EffectiveRows(slot);
        try
        {
            return function(rows.Select(r => r.EffectiveAt(column)).Where(v => !v.IsAbsent));
        }
        catch (OverflowException)
        {
            return default;
        }
    }
}

/// <summary>A day that may move with today.</summary>
internal sealed class DateBoundNode(Definitions.DateBound bound) : Node(ValueType.Date)
{
    public override AnswerValue Run(in Scope scope) => AnswerValue.Of(bound.Resolve(scope.State.Today));
}
