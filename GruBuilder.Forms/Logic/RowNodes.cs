using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Logic;

/// <summary>The number of rows of a group; 0 while hidden.</summary>
internal sealed class RowCountNode(int slot) : Node(ValueType.Number)
{
    public override AnswerValue Run(in Scope scope) => AnswerValue.Of((decimal)scope.State.EffectiveRows(slot).Count);
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

/// <summary>A condition held against each row of a group.</summary>
internal sealed class RowsNode(int slot, RowQuantifier quantifier, Node condition, int count) : Test
{
    public override bool Holds(in Scope scope) => Satisfies(scope, static (node, row) => node.Holds(row));

    // A row that cannot be decided speaks against nothing.
    public override bool? Decide(in Scope scope) => Satisfies(scope, static (node, row) => node.Decide(row) != false);

    private bool Satisfies(in Scope scope, Func<Node, Scope, bool> test)
    {
        var rows = scope.State.EffectiveRows(slot);
        var found = 0;
        foreach (var row in rows)
        {
            if (test(condition, new Scope(scope.State, row))) found++;
        }

        return quantifier switch
        {
            RowQuantifier.Any => found > 0,
            RowQuantifier.Every => found == rows.Count,
            RowQuantifier.None => found == 0,
            RowQuantifier.AtLeast => found >= count,
            _ => found <= count,
        };
    }
}
