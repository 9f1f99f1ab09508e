using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Logic;

/// <content>Formulas.</content>
internal sealed partial class Binder
{
    public Node Bind(Expression expression)
    {
        switch (expression)
        {
            case LiteralExpression literal:
                return new ConstantNode(literal.Value, TypeOf(literal.Value));
            case NameExpression { Column: { } part } name when Find(name.Name)?.Field is CompositeField composite:
                return BindPart(composite, name, part);
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
                return call.Function switch
                {
                    "if" or "si" => BindIf(call),
                    "lookup" or "tableau" => BindLookup(call),
                    "answered" or "renseigné" => BindAnswered(call),
                    _ => BindCall(call),
                };
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
                return Equal(left, right, binary.Operator == Operator.Equal);
            case Operator.Less or Operator.AtMost or Operator.Greater or Operator.AtLeast:
                if (!SameType(left, right) || !(left.Type == ValueType.Unknown || (Orders(left.Type) && left.Type != ValueType.Rows)))
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
                if (binary.Operator == Operator.Divide) CheckDivisor(binary.Right);
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
        var then = BindKnowing(call.Arguments[1], NonZeroWhen(call.Arguments[0], true));
        var otherwise = BindKnowing(call.Arguments[2], NonZeroWhen(call.Arguments[0], false));
        if (!SameType(then, otherwise)) Report("formula-wrong-type", $"Les deux valeurs doivent se ressembler : l'une est {FieldTypes.NameOf(then.Type)}, l'autre {FieldTypes.NameOf(otherwise.Type)}.", call.Arguments[2].Position);
        return new IfNode(condition, then, otherwise, then.Type == ValueType.Unknown ? otherwise.Type : then.Type);
    }

    private Node BindCall(CallExpression call)
    {
        if (Function.Find(call.Function) is not { } function)
        {
            Report("formula-unknown-function", $"« {call.Function} » n'existe pas. Fonctions possibles : if, lookup, answered, {string.Join(", ", Function.All.Select(f => f.Name))}.", call.Position);
            return Constant(0m, ValueType.Unknown);
        }

        if (function.OnColumn is not null && call.Arguments is [NameExpression { } only])
        {
            if (only.Column is { } name && Find(only.Name)?.Field is not CompositeField) return BindColumn(function, only.Name, name, only.Position);
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

    private Node BindColumn(Function function, string name, string column, int? position)
    {
        if (!names.Fields.TryGetValue(name, out var target) || target.Field is not RepeatedGroupField)
        {
            Report("unknown-field", $"« {name} » n'est pas une série de questions de cette démarche.", position);
            return Constant(0m, ValueType.Unknown);
        }

        if (FindColumn(target, column) is not { } cell)
        {
            Report("unknown-field", $"La série « {target.Field.Label} » n'a pas de question « {column} ».", position);
            return Constant(0m, ValueType.Unknown);
        }

        Read(target);
        Read(cell);
        if (function.Name != "count" && cell.Type is not (ValueType.Number or ValueType.Unknown))
        {
            Report("formula-wrong-type", $"« {cell.Field.Label} » est {FieldTypes.NameOf(cell.Type)} ; il faut un nombre.", position);
        }

        return new ColumnNode(function.OnColumn!, target.Slot, cell.Slot, function.Result);
    }

    private Node BindLookup(CallExpression call)
    {
        var name = call.Arguments.IsEmpty ? null : call.Arguments[0] switch
        {
            LiteralExpression { Value.AsText: { } text } => text,
            NameExpression { Column: null } bare => bare.Name,
            _ => null,
        };
        if (name is null || !names.Tables.TryGetValue(name, out var table))
        {
            Report("formula-unknown-table", $"« {name} » n'est pas un tableau de cette démarche : écrivez lookup(\"tarif\"; valeur; …).", call.Position);
            return Constant(0m, ValueType.Unknown);
        }

        var inputs = table.Table.Inputs;
        if (call.Arguments.Length - 1 != inputs.Length)
        {
            Report("formula-arguments", $"Le tableau « {table.Table.Label} » attend {inputs.Length} valeur{(inputs.Length > 1 ? "s" : "")} : {string.Join(" ; ", inputs.Select(i => i.Label))}.", call.Position);
            return Constant(0m, ValueType.Unknown);
        }

        var arguments = ImmutableArray.CreateBuilder<Node>(inputs.Length);
        for (var i = 0; i < inputs.Length; i++)
        {
            var argument = call.Arguments[i + 1];
            var node = Bind(argument);
            Expect(node, inputs[i].Kind == TableInputKind.Text ? ValueType.Text : ValueType.Number, argument.Position);
            arguments.Add(node);
        }

        return new LookupNode(table, arguments.MoveToImmutable());
    }

    private Node BindAnswered(CallExpression call)
    {
        if (call.Arguments is [NameExpression { Column: null } name] && Resolve(name.Name, name.Position) is { } read)
        {
            return read is RowCountNode ? new OrderNode(read, Constant(0m), Operator.Greater) : new AnsweredNode(read, answered: true);
        }

        if (call.Arguments is [NameExpression part] && Find(part.Name)?.Field is CompositeField) return new AnsweredNode(Bind(part), answered: true);
        if (call.Arguments is not [NameExpression { Column: null }]) Report("formula-arguments", "Écrivez answered(question).", call.Position);
        return Constant(true);
    }

    private Node BindPart(CompositeField composite, NameExpression name, string part)
    {
        if (composite.FindPart(part) is not { } found)
        {
            Report("unknown-field", $"« {composite.Label} » n'a pas de partie « {part} ». Parties possibles : {string.Join(", ", composite.Parts.Select(p => p.Name))}.", name.Position);
            return Constant(0m, ValueType.Unknown);
        }

        return Resolve(name.Name, name.Position) is { } whole ? new PartNode(whole, found.Name, FieldTypes.Of(found.Kind)) : Constant(0m, ValueType.Unknown);
    }
}
