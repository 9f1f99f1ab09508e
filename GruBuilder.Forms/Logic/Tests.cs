using System.Collections.Immutable;
using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Logic;

internal sealed class NotNode(Node operand) : Test
{
    public override bool Holds(in Scope scope) => !operand.Holds(scope);

    public override bool? Decide(in Scope scope) => !operand.Decide(scope);
}

internal sealed class JunctionNode(ImmutableArray<Node> parts, bool all) : Test
{
    public override bool Holds(in Scope scope)
    {
        foreach (var part in parts)
        {
            if (part.Holds(scope) != all) return !all;
        }

        return all;
    }

    public override bool? Decide(in Scope scope)
    {
        bool? result = all;
        foreach (var part in parts)
        {
            var decided = part.Decide(scope);
            if (decided == !all) return !all;
            if (decided is null) result = null;
        }

        return result;
    }
}

internal sealed class AnsweredNode(Node operand, bool answered) : Test
{
    public override bool Holds(in Scope scope) => !operand.Run(scope).IsAbsent == answered;
}

/// <summary>A named condition, worked out once for all who use it.</summary>
internal sealed class NamedNode(int index) : Test
{
    public override bool Holds(in Scope scope) => scope.State.NamedAt(index);
}

internal sealed class EqualNode(Node left, Node right, bool equal) : Test
{
    public override bool Holds(in Scope scope)
    {
        var a = left.Run(scope);
        // An absent answer equals nothing, not even another absent one.
        return (!a.IsAbsent && a == right.Run(scope)) == equal;
    }

    public override bool? Decide(in Scope scope)
    {
        var a = left.Run(scope);
        var b = right.Run(scope);
        return a.IsAbsent || b.IsAbsent ? null : a == b == equal;
    }
}

/// <summary>The commonest condition, a field's answer against a fixed one, without copying either.</summary>
internal sealed class FieldEqualNode(int slot, AnswerValue value, bool equal) : Test
{
    private readonly AnswerValue _value = value;

    public override bool Holds(in Scope scope) => scope.State.IsAt(slot, _value) == equal;

    public override bool? Decide(in Scope scope) => scope.State.EffectiveAt(slot).IsAbsent ? null : Holds(scope);
}

internal sealed class OrderNode(Node left, Node right, Operator op) : Test
{
    public override bool Holds(in Scope scope) => Decide(scope) == true;

    public override bool? Decide(in Scope scope)
    {
        var a = left.Run(scope);
        var b = right.Run(scope);
        if (a.CompareTo(b) is not { } order) return null;
        return op switch
        {
            Operator.Less => order < 0,
            Operator.AtMost => order <= 0,
            Operator.Greater => order > 0,
            _ => order >= 0,
        };
    }
}

internal sealed class ContainsNode(Node left, Node right, bool contains) : Test
{
    public override bool Holds(in Scope scope) => Found(left.Run(scope), right.Run(scope)) == contains;

    public override bool? Decide(in Scope scope)
    {
        var whole = left.Run(scope);
        var sought = right.Run(scope);
        return whole.IsAbsent || sought.IsAbsent ? null : Found(whole, sought) == contains;
    }

    private static bool Found(AnswerValue whole, AnswerValue sought) => sought.AsText is { } text && (whole.Kind == AnswerKind.List
        ? whole.AsList.Contains(text, StringComparer.Ordinal)
        : whole.AsText?.Contains(text, StringComparison.OrdinalIgnoreCase) == true);
}
