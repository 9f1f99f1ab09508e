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

    /// <summary>Whether it is true; what cannot be decided is not.</summary>
    public virtual bool Holds(in Scope scope) => Run(scope).AsBoolean == true;

    /// <summary>True, false, or null when a missing answer leaves it undecided.</summary>
    public virtual bool? Decide(in Scope scope) => Run(scope).AsBoolean;
}

/// <summary>A node that gives yes or no without making a value of it.</summary>
internal abstract class Test() : Node(ValueType.Boolean)
{
    public sealed override AnswerValue Run(in Scope scope) => AnswerValue.Of(Holds(scope));

    public abstract override bool Holds(in Scope scope);

    public override bool? Decide(in Scope scope) => Holds(scope);
}

internal sealed class ConstantNode(AnswerValue value, ValueType type) : Node(type)
{
    public AnswerValue Value { get; } = value;

    public override AnswerValue Run(in Scope scope) => Value;
}

/// <summary>The answer of a field outside groups; absent while hidden.</summary>
internal sealed class FieldNode(int slot, ValueType type) : Node(type)
{
    public int Slot { get; } = slot;

    public override AnswerValue Run(in Scope scope) => scope.State.EffectiveAt(Slot);
}

/// <summary>One part of an answer in parts.</summary>
internal sealed class PartNode(Node whole, string part, ValueType type) : Node(type)
{
    public override AnswerValue Run(in Scope scope) => whole.Run(scope).AsParts[part];
}

/// <summary>The answer of a field of the same row; absent while hidden.</summary>
internal sealed class CellNode(int column, ValueType type) : Node(type)
{
    public override AnswerValue Run(in Scope scope) => scope.Row!.EffectiveAt(column);
}

/// <summary>What the account knows of the person.</summary>
internal sealed class AccountNode(Definitions.AccountAttribute attribute, ValueType type) : Node(type)
{
    public override AnswerValue Run(in Scope scope) => scope.State.Circumstances.Of(attribute);
}

internal sealed class TodayNode() : Node(ValueType.Date)
{
    public override AnswerValue Run(in Scope scope) => AnswerValue.Of(scope.State.Today);
}

/// <summary>A day that may move with today.</summary>
internal sealed class DateBoundNode(Definitions.DateBound bound) : Node(ValueType.Date)
{
    public override AnswerValue Run(in Scope scope) => AnswerValue.Of(bound.Resolve(scope.State.Today));
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

/// <summary>What a decision table gives for its arguments.</summary>
internal sealed class LookupNode(CompiledTable table, ImmutableArray<Node> arguments) : Node(table.Type)
{
    public override AnswerValue Run(in Scope scope)
    {
        var values = new AnswerValue[arguments.Length];
        for (var i = 0; i < values.Length; i++) values[i] = arguments[i].Run(scope);
        return table.Find(values);
    }
}
