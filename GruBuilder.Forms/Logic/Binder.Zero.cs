using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Logic;

/// <content>Division by what may be zero.</content>
internal sealed partial class Binder
{
    // Names that the surrounding condition has shown not to be zero.
    private ImmutableHashSet<string> _nonZero = [];

    private Node BindKnowing(Expression expression, ImmutableHashSet<string> nonZero)
    {
        var before = _nonZero;
        _nonZero = before.Union(nonZero);
        var node = Bind(expression);
        _nonZero = before;
        return node;
    }

    private void CheckDivisor(Expression divisor)
    {
        if (divisor is LiteralExpression literal)
        {
            if (literal.Value.AsNumber == 0) Report("formula-division-by-zero", "On ne peut pas diviser par zéro.", divisor.Position);
            return;
        }

        if (CanBeZero(divisor)) Report("formula-division-by-zero", "Ce diviseur peut valoir zéro, et le résultat serait vide : écrivez par exemple if(x > 0; a / x; 0).", divisor.Position, Severity.Warning);
    }

    private bool CanBeZero(Expression expression) => expression switch
    {
        LiteralExpression literal => literal.Value.AsNumber == 0,
        NameExpression { Column: null } name => !_nonZero.Contains(name.Name) && !IsNeverZero(name.Name),
        UnaryExpression { Operator: Operator.Negate } unary => CanBeZero(unary.Operand),
        BinaryExpression { Operator: Operator.Multiply } product => CanBeZero(product.Left) || CanBeZero(product.Right),
        BinaryExpression { Operator: Operator.Divide } quotient => CanBeZero(quotient.Left),
        BinaryExpression { Operator: Operator.Add } sum => !(IsPositive(sum.Left) && IsAtLeastZero(sum.Right)) && !(IsPositive(sum.Right) && IsAtLeastZero(sum.Left)),
        _ => true,
    };

    // An absent answer counts as 0: only one that must be given, and is always asked, is sure.
    private bool IsNeverZero(string name) =>
        Find(name)?.Field is NumberField { Required: true, VisibleIf: null } number && (number.Min > 0 || number.Max < 0);

    private bool IsPositive(Expression expression) => expression switch
    {
        LiteralExpression literal => literal.Value.AsNumber > 0,
        NameExpression { Column: null } name => Find(name.Name)?.Field is NumberField { Required: true, VisibleIf: null, Min: > 0 },
        _ => false,
    };

    private bool IsAtLeastZero(Expression expression) => expression switch
    {
        LiteralExpression literal => literal.Value.AsNumber >= 0,
        NameExpression { Column: null } name => Find(name.Name)?.Field is NumberField { Min: >= 0 } or RepeatedGroupField,
        CallExpression { Function: "count" or "abs" or "length" } => true,
        _ => false,
    };

    /// <summary>The names that cannot be zero once the condition is known to hold, or not to.</summary>
    private static ImmutableHashSet<string> NonZeroWhen(Expression condition, bool holds) => condition switch
    {
        UnaryExpression { Operator: Operator.Not } not => NonZeroWhen(not.Operand, !holds),
        BinaryExpression { Operator: Operator.And } both when holds => NonZeroWhen(both.Left, true).Union(NonZeroWhen(both.Right, true)),
        BinaryExpression { Operator: Operator.Or } either when !holds => NonZeroWhen(either.Left, false).Union(NonZeroWhen(either.Right, false)),
        BinaryExpression { Left: NameExpression { Column: null } name, Right: LiteralExpression { Value.AsNumber: { } bound } } compare when Excludes(compare.Operator, bound, holds) => [name.Name],
        _ => [],
    };

    private static bool Excludes(Operator op, decimal bound, bool holds) => (op, holds) switch
    {
        (Operator.NotEqual, true) or (Operator.Equal, false) => bound == 0,
        (Operator.Equal, true) or (Operator.NotEqual, false) => bound != 0,
        (Operator.Greater, true) or (Operator.AtMost, false) => bound >= 0,
        (Operator.AtLeast, true) or (Operator.Less, false) => bound > 0,
        (Operator.Less, true) or (Operator.AtLeast, false) => bound <= 0,
        (Operator.AtMost, true) or (Operator.Greater, false) => bound < 0,
        _ => false,
    };
}
