using System.Collections.Immutable;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Logic;

/// <content>Conditions.</content>
internal sealed partial class Binder
{
    public Node Bind(Condition condition)
    {
        switch (condition)
        {
            case Comparison comparison:
                return BindComparison(comparison);
            case JoinedCondition joined:
                var parts = ImmutableArray.CreateBuilder<Node>(joined.Parts.Length);
                foreach (var part in joined.Parts) parts.Add(Bind(part));
                return joined.Join switch
                {
                    Junction.All => new JunctionNode(parts.MoveToImmutable(), all: true),
                    Junction.Any => new JunctionNode(parts.MoveToImmutable(), all: false),
                    _ => new NotNode(new JunctionNode(parts.MoveToImmutable(), all: false)),
                };
            case ConditionReference reference:
                return BindReference(reference);
            case RowsCondition rows:
                return BindRows(rows);
            case FormulaCondition formula:
                return BindFormula(formula);
            default:
                throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}.");
        }
    }

    private Node BindReference(ConditionReference reference)
    {
        if (!names.Named.TryGetValue(reference.Name, out var index))
        {
            Report("unknown-condition", $"La condition nommée « {reference.Name} » n'existe pas. Choisissez-en une autre.");
            return Constant(true);
        }

        if (!NamedReads.Contains(index)) NamedReads.Add(index);
        return new NamedNode(index);
    }

    private Node BindRows(RowsCondition rows)
    {
        if (!names.Fields.TryGetValue(rows.Group, out var target) || target.Field is not RepeatedGroupField)
        {
            Report("unknown-field", $"« {rows.Group} » n'est pas une série de questions de cette démarche.");
            return Constant(true);
        }

        IsPlain = false;
        Read(target);
        var inner = InRowsOf(target).Bind(rows.If);
        return new RowsNode(target.Slot, rows.Quantifier, inner, rows.Count);
    }

    private Node BindFormula(FormulaCondition formula)
    {
        IsPlain = false;
        var (expression, error) = FormulaParser.Parse(formula.Formula);
        if (error is not null)
        {
            Report("formula-syntax", error.Message, error.Position);
            return Constant(true);
        }

        var node = Bind(expression!);
        Expect(node, ValueType.Boolean, expression!.Position);
        return node;
    }

    private Node BindComparison(Comparison comparison)
    {
        if (BindSubject(comparison) is not { } read) return Constant(true);
        Node value;
        if (comparison.OtherField is { } other && Comparison.TakesValue(comparison.Is))
        {
            IsPlain = false;
            if (BindName(other) is not { } right) return Constant(true);
            CheckComparable(comparison, read, right);
            value = right;
        }
        else
        {
            if (Comparison.TakesValue(comparison.Is)) CheckComparable(comparison, read.Type);
            value = Literal(comparison.Value, read.Type);
        }

        return comparison.Is switch
        {
            Comparator.IsEqualTo => Equal(read, value, equal: true),
            Comparator.IsNotEqualTo => Equal(read, value, equal: false),
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

    private static Test Equal(Node read, Node value, bool equal) => read is FieldNode field && value is ConstantNode { Value: { IsAbsent: false } constant }
        ? new FieldEqualNode(field.Slot, constant, equal)
        : new EqualNode(read, value, equal);

    private static Node Literal(AnswerValue value, ValueType type) => type == ValueType.Date && value.AsText is { } text && DateBound.TryParse(text, out var day)
        ? new DateBoundNode(day)
        : new ConstantNode(value, TypeOf(value));

    private Node? BindSubject(Comparison comparison)
    {
        if (comparison.Of is not { } aggregate) return BindName(comparison.Field);
        IsPlain = false;
        var dot = comparison.Field.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            Report("condition-column", $"« {comparison.Field} » ne désigne pas une question répétée : écrivez par exemple enfants.age.");
            return null;
        }

        var function = Function.Find(aggregate switch { Aggregate.Sum => "sum", Aggregate.Count => "count", Aggregate.Min => "min", _ => "max" })!;
        return BindColumn(function, comparison.Field[..dot], comparison.Field[(dot + 1)..], null);
    }

    private Node? BindName(string name)
    {
        if (!name.StartsWith('$')) return Resolve(name, null);
        IsPlain = false;
        if (name == Comparison.Today) return new TodayNode();
        if (name.StartsWith(Comparison.AccountPrefix, StringComparison.Ordinal) && EnumNames<AccountAttribute>.TryParse(name[Comparison.AccountPrefix.Length..], out var attribute)) return new AccountNode(attribute, Circumstances.TypeOf(attribute));
        Report("unknown-attribute", $"« {name} » n'est pas une information du compte. Possibles : {string.Join(", ", EnumNames<AccountAttribute>.All.Select(n => Comparison.AccountPrefix + n))}.");
        return null;
    }

    private void CheckComparable(Comparison comparison, Node left, Node right)
    {
        var orders = IsOrder(comparison.Is);
        var contains = comparison.Is is Comparator.Contains or Comparator.DoesNotContain;
        var fits = left.Type == ValueType.Unknown || right.Type == ValueType.Unknown
            || (contains ? left.Type is ValueType.Text or ValueType.List && right.Type == ValueType.Text
                : left.Type == right.Type && (!orders || Orders(left.Type)));
        if (!fits) Report("condition-wrong-type", $"La règle compare « {LabelOf(comparison.Field)} », qui est {FieldTypes.NameOf(left.Type)}, et « {LabelOf(comparison.OtherField!)} », qui est {FieldTypes.NameOf(right.Type)}, d'une façon qui ne peut pas être vraie.");
    }

    private static bool IsOrder(Comparator comparator) => comparator is Comparator.IsLessThan or Comparator.IsAtMost or Comparator.IsGreaterThan or Comparator.IsAtLeast;

    private static bool Orders(ValueType type) => type is ValueType.Number or ValueType.Date or ValueType.Rows;

    private void CheckComparable(Comparison comparison, ValueType type)
    {
        var label = LabelOf(comparison.Field);
        if (comparison.Value.IsAbsent)
        {
            Report("condition-without-value", $"Complétez la règle : indiquez la réponse attendue à « {label} ».");
            return;
        }

        var orders = IsOrder(comparison.Is);
        var contains = comparison.Is is Comparator.Contains or Comparator.DoesNotContain;
        if (Find(comparison.Field)?.Field is ChoiceField choice && comparison.Value.AsText is { } chosen && !orders && !(contains && type == ValueType.Text) && choice.FindOption(chosen) is null)
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
            ValueType.Text => comparison.Value.Kind == AnswerKind.Text && !orders,
            ValueType.List => comparison.Value.Kind == AnswerKind.Text && contains,
            _ => false,
        };
        if (!fits) Report("condition-wrong-type", $"La règle compare « {label} », qui est {FieldTypes.NameOf(type)}, d'une façon qui ne peut pas être vraie. Choisissez une autre comparaison.");
    }
}
