using System.Collections.Immutable;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Exchange.Expressions;

/// <content>Comparisons.</content>
internal sealed partial class TermTranslator
{
    private Condition? Compare(BinaryTerm binary)
    {
        if (binary.Operator is TermOperator.Unknown) return Fail("un des signes de calcul n'existe pas ici");
        if (binary.Operator is TermOperator.AnyOf or TermOperator.AllOf or TermOperator.NoneOf) return CompareList(binary);
        var (left, op, right) = (binary.Left, binary.Operator, binary.Right);
        if (left is LiteralTerm or ListTerm && right is not LiteralTerm) (left, op, right) = op is TermOperator.Contains or TermOperator.NotContains ? (left, op, right) : (right, Values.Mirror(op), left);
        if (left is LiteralTerm a && right is LiteralTerm b) return Constant(a.Value, op, b.Value);
        if (left is NotTerm or CallTerm { Function: "empty" } && right is LiteralTerm { Value.AsBoolean: { } expected } && op is TermOperator.Equal or TermOperator.NotEqual)
        {
            return Condition(expected == (op == TermOperator.Equal) ? left : new NotTerm(left));
        }

        if (Length(left) is { } counted) left = counted;
        if (left is not NameTerm name) return CompareCalculated(left, op, right);
        if (Find(name) is not { } found) return null;
        if (OptionOf(found) is { } option) return CompareOption(found, option, op, right);
        if (RowOf(found) is { } row) return CompareRow(found, row, op, right);
        if (CountOf(found)) found = found with { Rest = [] };
        else if (LengthOf(found)) return CompareCalculated(left, op, right);
        else if (!found.Rest.IsEmpty) return Unknown(name);
        return right switch
        {
            LiteralTerm literal => CompareValue(found.Field, op, literal.Value),
            ListTerm list => CompareSet(found.Field, op, list.Items),
            NameTerm other => CompareFields(found.Field, op, other),
            CallTerm { Function: "today" or "currentDate" or "moment", Arguments.IsEmpty: true } when found.Field.Field is DateField && Values.ComparatorOf(op) is { } comparator => new Comparison(found.Field.Field.Key, comparator, AnswerValue.Of("today")),
            CallTerm { Function: "date", Arguments: [LiteralTerm day] } => CompareValue(found.Field, op, day.Value),
            _ => CompareCalculated(left, op, right),
        };
    }

    // count(rows) and rows.length both read the group itself.
    private static NameTerm? Length(Term term) => term is CallTerm { Function: "count" or "length", Arguments: [NameTerm name] } ? name with { Segments = name.Segments.Add("length") } : null;

    private Condition? Constant(AnswerValue left, TermOperator op, AnswerValue right) => op switch
    {
        TermOperator.Equal => left == right ? Conditions.Always : Conditions.Never,
        TermOperator.NotEqual => left == right ? Conditions.Never : Conditions.Always,
        _ => Fail("cette comparaison ne lit aucune réponse"),
    };

    private Condition? CompareValue(DraftField field, TermOperator op, AnswerValue value)
    {
        var key = field.Field.Key;
        if (value.IsAbsent)
        {
            return op switch
            {
                TermOperator.Equal => new Comparison(key, Comparator.IsNotAnswered),
                TermOperator.NotEqual => new Comparison(key, Comparator.IsAnswered),
                _ => Fail("on ne peut ranger une réponse et rien dans un ordre"),
            };
        }

        if (field.Field is RepeatedGroupField)
        {
            return value.AsNumber is not null && Values.ComparatorOf(op) is { } counts ? new Comparison(key, counts, value) : Fail($"« {field.Field.Label} » est une série : seul son nombre de lignes se compare");
        }

        if (Values.IsOpaque(field.Field)) return Fail($"de « {field.Field.Label} », seule la présence peut être lue");
        var fitting = Values.For(field, value);
        if (op is TermOperator.Contains or TermOperator.NotContains) return CompareContent(field, op, field.Field is ChoiceField ? fitting : AnswerValue.Of(value.ToString()));
        if (fitting.IsAbsent) return Fail($"« {field.Field.Label} » n'a jamais la réponse « {JsonReading.Short(value.ToString())} »");
        if (Values.ComparatorOf(op) is not { } comparator) return Fail("cette comparaison n'existe pas ici");
        if (op is not (TermOperator.Equal or TermOperator.NotEqual) && !Values.HasOrder(field.Field)) return Fail($"les réponses à « {field.Field.Label} » n'ont pas d'ordre");
        if (field.Field is MultipleChoiceField or RankingField) return Fail($"« {field.Field.Label} » a plusieurs réponses : choisissez « contient »");

        // A box that was never touched is not ticked in the source, and has no answer here.
        if (field.IsTick && fitting.AsBoolean == false)
        {
            return new Comparison(key, comparator == Comparator.IsEqualTo ? Comparator.IsNotEqualTo : Comparator.IsEqualTo, AnswerValue.Of(true));
        }

        return new Comparison(key, comparator, fitting);
    }

    private Condition? CompareContent(DraftField field, TermOperator op, AnswerValue value)
    {
        if (field.Field is not ChoiceField && !Values.IsText(field.Field)) return Fail($"« {field.Field.Label} » ne contient pas de texte");
        if (value.IsAbsent) return Fail($"« {field.Field.Label} » ne propose pas cette réponse");
        return new Comparison(field.Field.Key, op == TermOperator.Contains ? Comparator.Contains : Comparator.DoesNotContain, value);
    }

    private Condition? CompareOption(Designated found, string option, TermOperator op, Term right)
    {
        if (op is not (TermOperator.Equal or TermOperator.NotEqual) || right is not LiteralTerm { Value: var value }) return Fail("une case à cocher ne se compare qu'à oui ou non");
        if (value.ToString() is not ("true" or "false" or "")) return Fail("une case à cocher ne se compare qu'à oui ou non");
        var isTicked = (value.ToString() == "true") == (op == TermOperator.Equal);
        return new Comparison(found.Field.Field.Key, isTicked ? Comparator.Contains : Comparator.DoesNotContain, AnswerValue.Of(option));
    }

    // A row of a matrix is read in a formula only.
    private Condition? CompareRow(Designated found, string row, TermOperator op, Term right)
    {
        var matrix = (MatrixField)found.Field.Field;
        if (op is not (TermOperator.Equal or TermOperator.NotEqual) || right is not LiteralTerm { Value: var value }) return Fail($"une ligne de « {matrix.Label} » ne se compare qu'à une réponse");
        if (value.IsAbsent) return new FormulaCondition(op == TermOperator.Equal ? $"not answered({row})" : $"answered({row})");
        if (matrix.FindOption(value.ToString()) is not { } option) return Fail($"« {matrix.Label} » ne propose pas la réponse « {JsonReading.Short(value.ToString())} »");
        return Conditions.Literal(AnswerValue.Of(option.Value)) is { } literal ? new FormulaCondition($"{row} {Symbol(op)} {literal}") : Fail("cette réponse ne peut pas être écrite dans une formule");
    }

    private Condition? CompareFields(DraftField field, TermOperator op, NameTerm name)
    {
        if (Find(name) is not { } other) return null;
        if (!other.Rest.IsEmpty) return Unknown(name);
        if (Values.ComparatorOf(op) is not { } comparator) return Fail("cette comparaison de deux réponses n'existe pas ici");
        return new Comparison(field.Field.Key, comparator) { OtherField = other.Field.Field.Key };
    }

    // {a} anyof ['x', 'y']
    private Condition? CompareList(BinaryTerm binary)
    {
        if (binary.Left is not NameTerm name || binary.Right is not (ListTerm or LiteralTerm)) return Fail("cette comparaison avec une liste n'existe pas ici");
        if (Find(name) is not { } found) return null;
        if (!found.Rest.IsEmpty) return Unknown(name);
        ImmutableArray<Term> items = binary.Right is ListTerm list ? list.Items : [binary.Right];
        var op = found.Field.Field is MultipleChoiceField or RankingField ? TermOperator.Contains : TermOperator.Equal;
        var parts = items.Select(i => i is LiteralTerm literal ? CompareValue(found.Field, op, literal.Value) : Fail("cette liste contient un calcul")).ToList();
        if (!parts.TrueForAll(p => p is not null)) return null;
        return binary.Operator switch
        {
            TermOperator.AnyOf => Conditions.Join(Junction.Any, parts!),
            TermOperator.AllOf => Conditions.Join(Junction.All, parts!),
            _ => Conditions.Not(Conditions.Join(Junction.Any, parts!)),
        };
    }

    // {a} = ['x', 'y']: these and no others. {a} contains ['x', 'y']: at least these.
    private Condition? CompareSet(DraftField field, TermOperator op, ImmutableArray<Term> items)
    {
        if (field.Field is RankingField) return Fail($"« {field.Field.Label} » est un classement : un ordre ne se compare pas");
        if (field.Field is not MultipleChoiceField choice) return Fail($"« {field.Field.Label} » n'a pas plusieurs réponses");
        var values = items.Select(i => i is LiteralTerm literal ? Values.For(field, literal.Value) : default).ToList();
        if (values.Exists(v => v.IsAbsent) || op is not (TermOperator.Equal or TermOperator.NotEqual or TermOperator.Contains or TermOperator.NotContains)) return Fail($"« {field.Field.Label} » ne propose pas toutes ces réponses");
        Condition Holds(string option) => new Comparison(field.Field.Key, Comparator.Contains, AnswerValue.Of(option));
        var chosen = values.Select(v => v.ToString()).ToList();
        var all = Conditions.Join(Junction.All, chosen.Select(Holds));
        if (op is TermOperator.Equal or TermOperator.NotEqual)
        {
            var others = choice.Options.Select(o => o.Value).Where(v => !chosen.Contains(v, StringComparer.Ordinal)).Select(Holds).ToList();
            if (others.Count > 0) all = Conditions.Join(Junction.All, [all, new JoinedCondition(Junction.None, [.. others])]);
        }

        return op is TermOperator.Equal or TermOperator.Contains ? all : Conditions.Not(all);
    }

    private Condition? CompareCalculated(Term left, TermOperator op, Term right)
    {
        if (Symbol(op) is not { } symbol) return Fail("cette comparaison n'existe pas ici");
        if (Aggregated(left) is { } column && right is LiteralTerm { Value.AsNumber: not null } literal && Values.ComparatorOf(op) is { } comparator)
        {
            return new Comparison(column.Column, comparator, literal.Value) { Of = column.Of };
        }

        return Formula(left) is { } before && Formula(right) is { } after ? new FormulaCondition($"{before} {symbol} {after}") : null;
    }

    private static string? Symbol(TermOperator op) => op switch
    {
        TermOperator.Equal => "=",
        TermOperator.NotEqual => "!=",
        TermOperator.Less => "<",
        TermOperator.AtMost => "<=",
        TermOperator.Greater => ">",
        TermOperator.AtLeast => ">=",
        _ => null,
    };
}
