using System.Collections.Immutable;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Logic;

/// <summary>Ties names to fields and checks types; collects what is read and what is wrong.</summary>
internal sealed class Binder(IReadOnlyDictionary<string, BoundField> fields, BoundField? group, BoundField? owner, Action<string, string, int?> report)
{
    /// <summary>Fields whose answers are read.</summary>
    public HashSet<BoundField> Reads { get; } = [];

    private void Report(string code, string message, int? position = null) => report(code, message, position);

    public Node Bind(Condition condition)
    {
        switch (condition)
        {
            case Comparison comparison:
                return BindComparison(comparison);
            case JoinedCondition joined:
                var parts = joined.Parts.Select(Bind).ToImmutableArray();
                return joined.Join switch
                {
                    Junction.All => new JunctionNode(parts, all: true),
                    Junction.Any => new JunctionNode(parts, all: false),
                    _ => new NotNode(new JunctionNode(parts, all: false)),
                };
            default:
                throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}.");
        }
    }

    private Node BindComparison(Comparison comparison)
    {
        if (Resolve(comparison.Field, null) is not { } read) return Constant(true);
        if (Comparison.TakesValue(comparison.Is)) CheckComparable(comparison, read.Type);
        var value = read.Type == ValueType.Date && comparison.Value.AsText is { } text && DateBound.TryParse(text, out var day)
            ? new DateBoundNode(day)
            : (Node)ConstantFor(read.Type, comparison.Value);
        return comparison.Is switch
        {
            Comparator.IsEqualTo => new EqualNode(read, value, equal: true),
            Comparator.IsNotEqualTo => new EqualNode(read, value, equal: false),
            Comparator.Contains => new ContainsNode(read, value, contains: true),
            Comparator.DoesNotContain => new ContainsNode(read, value, contains: false),
            Comparator.IsLessThan => new OrderNode(read, value, Operator.Less),
            Comparator.IsAtMost => new OrderNode(read, value, Operator.AtMost),
            Comparator.IsGreaterThan => new OrderNode(read, value, Operator.Greater),
            Comparator.IsAtLeast => new OrderNode(read, value, Operator.AtLeast),
            Comparator.IsAnswered => read is RowCountNode ? new OrderNode(read, Constant(0m), Operator.Greater) : new AnsweredNode(read, answered: true),
            _ => read is RowCountNode ? new EqualNode(read, Constant(0m), equal: true) : new AnsweredNode(read, answered: false),
        };
    }

    private void CheckComparable(Comparison comparison, ValueType type)
    {
        var label = LabelOf(comparison.Field);
        if (comparison.Value.IsAbsent)
        {
            Report("condition-without-value", $"Complétez la règle : indiquez la réponse attendue à « {label} ».");
            return;
        }

        var field = Find(comparison.Field)!.Field;
        var orders = comparison.Is is Comparator.IsLessThan or Comparator.IsAtMost or Comparator.IsGreaterThan or Comparator.IsAtLeast;
        var contains = comparison.Is is Comparator.Contains or Comparator.DoesNotContain;
        if (field is ChoiceField { Options.IsDefaultOrEmpty: false } choice && comparison.Value.AsText is { } chosen && !orders && !(contains && type == ValueType.Text) && choice.FindOption(chosen) is null)
        {
            Report("condition-unknown-option", $"La règle attend la réponse « {chosen} », que la question « {label} » ne propose pas.");
            return;
        }

        var fits = type switch
        {
            ValueType.Unknown => true,
            ValueType.Number or ValueType.Rows => comparison.Value.Kind == AnswerKind.Number && !contains,
            ValueType.Boolean => comparison.Value.Kind == AnswerKind.Boolean && !contains && !orders,
            ValueType.Date => comparison.Value.AsText is { } text && DateBound.TryParse(text, out _) && !contains,
            ValueType.Time or ValueType.Moment or ValueType.Month => Moments.Read(type, comparison.Value.AsText) is not null && !contains,
            ValueType.Text => comparison.Value.Kind == AnswerKind.Text && !orders,
            ValueType.List => comparison.Value.Kind == AnswerKind.Text && contains,
            _ => false,
        };
        if (!fits) Report("condition-wrong-type", $"La règle compare « {label} », qui est {FieldTypes.NameOf(type)}, d'une façon qui ne peut pas être vraie. Choisissez une autre comparaison.");
    }

    public Node Bind(Expression expression)
    {
        switch (expression)
        {
            case LiteralExpression literal:
                return new ConstantNode(literal.Value, TypeOf(literal.Value));
            case NameExpression { Column: { } column } name:
                Report("formula-column", $"« {name.Name}.{column} » désigne toutes les lignes : écrivez par exemple sum({name.Name}.{column}).", name.Position);
                return Constant(0m, ValueType.Unknown);
            case NameExpression name:
                return Resolve(name.Name, name.Position) ?? Constant(0m, ValueType.Unknown);
            case UnaryExpression unary:
                var operand = Bind(unary.Operand);
                if (unary.Operator == Operator.Not)
                {
                    Expect(operand, ValueType.Boolean, unary.Operand.Position);
                    return new NotNode(operand);
                }

                Expect(operand, ValueType.Number, unary.Operand.Position);
                return new NegateNode(operand);
            case BinaryExpression binary:
                return BindBinary(binary);
            case CallExpression call:
                return call.Function is "if" or "si" ? BindIf(call) : BindCall(call);
            default:
                throw new InvalidOperationException($"Unknown expression {expression.GetType().Name}.");
        }
    }

    private Node BindBinary(BinaryExpression binary)
    {
        var left = Bind(binary.Left);
        var right = Bind(binary.Right);
        switch (binary.Operator)
        {
            case Operator.And or Operator.Or:
                Expect(left, ValueType.Boolean, binary.Left.Position);
                Expect(right, ValueType.Boolean, binary.Right.Position);
                return new JunctionNode([left, right], binary.Operator == Operator.And);
            case Operator.Equal or Operator.NotEqual:
                if (!SameType(left, right)) Report("formula-wrong-type", $"On ne peut pas comparer {FieldTypes.NameOf(left.Type)} et {FieldTypes.NameOf(right.Type)}.", binary.Position);
                return new EqualNode(left, right, binary.Operator == Operator.Equal);
            case Operator.Less or Operator.AtMost or Operator.Greater or Operator.AtLeast:
                if (!SameType(left, right) || left.Type is not (ValueType.Number or ValueType.Date or ValueType.Time or ValueType.Moment or ValueType.Month or ValueType.Unknown))
                {
                    Report("formula-wrong-type", $"On ne peut pas ranger {FieldTypes.NameOf(left.Type)} et {FieldTypes.NameOf(right.Type)} dans un ordre.", binary.Position);
                }

                return new OrderNode(left, right, binary.Operator);
            case Operator.Contains:
                Expect(right, ValueType.Text, binary.Right.Position);
                return new ContainsNode(left, right, contains: true);
            case Operator.Add or Operator.Subtract when left.Type == ValueType.Date:
                if (right.Type == ValueType.Date && binary.Operator == Operator.Subtract) return new DateArithmeticNode(left, right, add: false, ValueType.Number);
                Expect(right, ValueType.Number, binary.Right.Position);
                return new DateArithmeticNode(left, right, binary.Operator == Operator.Add, ValueType.Date);
            default:
                Expect(left, ValueType.Number, binary.Left.Position);
                Expect(right, ValueType.Number, binary.Right.Position);
                if (binary is { Operator: Operator.Divide, Right: LiteralExpression { Value.AsNumber: 0 } }) Report("formula-division-by-zero", "On ne peut pas diviser par zéro.", binary.Right.Position);
                return new ArithmeticNode(left, right, binary.Operator);
        }
    }

    private Node BindIf(CallExpression call)
    {
        if (call.Arguments.Length != 3)
        {
            Report("formula-arguments", "Écrivez if(condition; valeur si oui; valeur sinon).", call.Position);
            return Constant(0m, ValueType.Unknown);
        }

        var condition = Bind(call.Arguments[0]);
        Expect(condition, ValueType.Boolean, call.Arguments[0].Position);
        var then = Bind(call.Arguments[1]);
        var otherwise = Bind(call.Arguments[2]);
        if (!SameType(then, otherwise)) Report("formula-wrong-type", $"Les deux valeurs doivent se ressembler : l'une est {FieldTypes.NameOf(then.Type)}, l'autre {FieldTypes.NameOf(otherwise.Type)}.", call.Arguments[2].Position);
        return new IfNode(condition, then, otherwise, then.Type == ValueType.Unknown ? otherwise.Type : then.Type);
    }

    private Node BindCall(CallExpression call)
    {
        if (Function.Find(call.Function) is not { } function)
        {
            Report("formula-unknown-function", $"« {call.Function} » n'existe pas. Fonctions possibles : if, {string.Join(", ", Function.All.Select(f => f.Name))}.", call.Position);
            return Constant(0m, ValueType.Unknown);
        }

        if (function.OnColumn is not null && call.Arguments is [NameExpression { } only])
        {
            if (only.Column is { } name) return BindColumn(function, only, name);
            if (Find(only.Name) is { Field: RepeatedGroupField } && function.Name == "count") return Resolve(only.Name, only.Position)!;
        }

        var most = function.Repeats ? int.MaxValue : function.Parameters.Length;
        if (call.Arguments.Length < function.Required || call.Arguments.Length > most)
        {
            Report("formula-arguments", $"Il n'y a pas le bon nombre de valeurs : écrivez {function.Signature}.", call.Position);
            return Constant(0m, ValueType.Unknown);
        }

        var arguments = ImmutableArray.CreateBuilder<Node>(call.Arguments.Length);
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            var node = Bind(call.Arguments[i]);
            Expect(node, function.Parameters[Math.Min(i, function.Parameters.Length - 1)], call.Arguments[i].Position);
            arguments.Add(node);
        }

        return new CallNode(function.OnValues!, arguments.MoveToImmutable(), function.Result);
    }

    private Node BindColumn(Function function, NameExpression name, string column)
    {
        if (!fields.TryGetValue(name.Name, out var target) || target.Field is not RepeatedGroupField)
        {
            Report("unknown-field", $"« {name.Name} » n'est pas une série de questions de cette démarche.", name.Position);
            return Constant(0m, ValueType.Unknown);
        }

        if (target.Columns.FirstOrDefault(c => string.Equals(c.Field.Key, column, StringComparison.Ordinal)) is not { } cell)
        {
            Report("unknown-field", $"La série « {target.Field.Label} » n'a pas de question « {column} ».", name.Position);
            return Constant(0m, ValueType.Unknown);
        }

        Reads.Add(target);
        Reads.Add(cell);
        if (function.Name != "count" && cell.Type is not (ValueType.Number or ValueType.Unknown))
        {
            Report("formula-wrong-type", $"« {cell.Field.Label} » est {FieldTypes.NameOf(cell.Type)} ; il faut un nombre.", name.Position);
        }

        return new ColumnNode(function.OnColumn!, target.Slot, cell.Slot, function.Result);
    }

    private BoundField? Find(string name) =>
        group?.Columns.FirstOrDefault(c => string.Equals(c.Field.Key, name, StringComparison.Ordinal)) ?? fields.GetValueOrDefault(name);

    private string LabelOf(string name) => Find(name)?.Field.Label ?? name;

    private Node? Resolve(string name, int? position)
    {
        if (Find(name) is not { } target)
        {
            Report("unknown-field", $"« {name} » ne désigne aucune question. Elle a peut-être été supprimée : choisissez-en une autre.", position);
            return null;
        }

        if (target.Field is InformationField or SectionTitleField or ImageField)
        {
            Report("unanswerable-field", $"« {target.Field.Label} » n'attend pas de réponse : choisissez une question.", position);
            return null;
        }

        if (target.Group is not null && target.Group != group)
        {
            Report("field-of-other-rows", $"« {target.Field.Label} » est répétée dans « {target.Group.Field.Label} » : elle n'a pas de réponse unique.", position);
            return null;
        }

        if (target == owner) Report("cycle", $"« {target.Field.Label} » dépend d'elle-même.", position);
        else Reads.Add(target);
        if (target.Field is RepeatedGroupField) return new RowCountNode(target.Slot);
        return target.Group is null ? new FieldNode(target.Slot, target.Type) : new CellNode(target.Slot, target.Type);
    }

    private void Expect(Node node, ValueType expected, int position)
    {
        if (expected == ValueType.Unknown || node.Type == ValueType.Unknown || node.Type == expected) return;
        Report("formula-wrong-type", $"Il faut {FieldTypes.NameOf(expected)} ici, et non {FieldTypes.NameOf(node.Type)}.", position);
    }

    private static bool SameType(Node a, Node b) => a.Type == b.Type || a.Type == ValueType.Unknown || b.Type == ValueType.Unknown;

    private static ConstantNode Constant(decimal value, ValueType type = ValueType.Number) => new(AnswerValue.Of(value), type);

    // Conditions write times and months as texts.
    private static ConstantNode ConstantFor(ValueType read, AnswerValue value) =>
        Moments.Read(read, value.AsText) is { } moment ? new ConstantNode(moment, read) : new ConstantNode(value, TypeOf(value));

    private static ConstantNode Constant(bool value) => new(AnswerValue.Of(value), ValueType.Boolean);

    private static ValueType TypeOf(AnswerValue value) => value.Kind switch
    {
        AnswerKind.Text => ValueType.Text,
        AnswerKind.Number => ValueType.Number,
        AnswerKind.Boolean => ValueType.Boolean,
        AnswerKind.Date => ValueType.Date,
        AnswerKind.Time => ValueType.Time,
        AnswerKind.DateTime => ValueType.Moment,
        AnswerKind.Month => ValueType.Month,
        AnswerKind.List => ValueType.List,
        _ => ValueType.Unknown,
    };
}
