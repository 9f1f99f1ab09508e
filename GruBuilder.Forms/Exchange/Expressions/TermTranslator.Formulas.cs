using System.Collections.Immutable;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Forms.Exchange.Expressions;

/// <content>Formulas.</content>
internal sealed partial class TermTranslator
{
    private static readonly Dictionary<string, string> Functions = new(StringComparer.Ordinal)
    {
        ["sum"] = "sum", ["min"] = "min", ["max"] = "max", ["Math.min"] = "min", ["Math.max"] = "max",
        ["round"] = "round", ["Math.round"] = "round", ["floor"] = "floor", ["Math.floor"] = "floor", ["_.floor"] = "floor",
        ["ceiling"] = "ceil", ["ceil"] = "ceil", ["Math.ceil"] = "ceil", ["abs"] = "abs", ["Math.abs"] = "abs", ["_.round"] = "round",
        ["today"] = "today", ["currentDate"] = "today", ["age"] = "age", ["string length"] = "length", ["length"] = "length", ["concat"] = "concat",
    };

    private string? NoFormula(string reason)
    {
        Reason ??= reason;
        return null;
    }

    private string? Formula(Term term)
    {
        switch (term)
        {
            case LiteralTerm literal:
                return Conditions.Literal(literal.Value) ?? NoFormula("cette valeur ne peut pas être écrite dans une formule");
            case NameTerm name:
                return FormulaName(name);
            case NegateTerm negate:
                return Formula(negate.Operand) is { } operand ? $"-{Wrapped(negate.Operand, operand)}" : null;
            case BinaryTerm { Operator: TermOperator.Add or TermOperator.Subtract or TermOperator.Multiply or TermOperator.Divide } arithmetic:
                return Arithmetic(arithmetic);
            case IfTerm choice:
                return Test(choice.Condition) is { } test && Formula(choice.Then) is { } then && Formula(choice.Otherwise) is { } otherwise ? $"if({test}; {then}; {otherwise})" : null;
            case CallTerm { Function: "iif", Arguments: [var condition, var yes, var no] }:
                return Formula(new IfTerm(condition, yes, no));
            case CallTerm call when Aggregated(call) is { } column:
                return $"{EnumNames<Aggregate>.Of(column.Of)}({column.Column})";
            case CallTerm call:
                return Called(call);
            default:
                return Test(term);
        }
    }

    private string? Test(Term term)
    {
        if (Condition(term) is not { } condition) return null;
        var text = Conditions.Formula(condition, key => index.WithKey(key)?.Field is DateField or TimeField or DateTimeField or MonthField);
        return text is null ? NoFormula("une formule ne peut ni comparer à un jour ou une heure fixe ni chercher dans des lignes")
            : text is ['(', .. var inner, ')'] && condition is not JoinedCondition { Join: Junction.None } ? inner : text;
    }

    private string? FormulaName(NameTerm name)
    {
        if (Find(name) is not { } found) return null;
        if (CountOf(found)) return $"count({found.Field.Field.Key})";
        if (LengthOf(found)) return $"length({found.Field.Field.Key})";
        if (RowOf(found) is { } row) return row;
        if (!found.Rest.IsEmpty || OptionOf(found) is not null)
        {
            Unknown(name);
            return null;
        }

        return Values.IsOpaque(found.Field.Field) || found.Field.Field is MultipleChoiceField or RankingField or RepeatedGroupField
            ? NoFormula($"« {found.Field.Field.Label} » ne se prête pas à un calcul")
            : found.Field.Field.Key;
    }

    private string? Arithmetic(BinaryTerm term)
    {
        if (Formula(term.Left) is not { } left || Formula(term.Right) is not { } right) return null;
        if (term.Operator == TermOperator.Add && (IsText(term.Left) || IsText(term.Right))) return $"concat({left}; {right})";
        if (IsText(term.Left) || IsText(term.Right)) return NoFormula("on ne calcule pas avec un texte ou un choix");
        var symbol = term.Operator switch { TermOperator.Add => "+", TermOperator.Subtract => "-", TermOperator.Multiply => "*", _ => "/" };
        var binds = term.Operator is TermOperator.Multiply or TermOperator.Divide;
        left = binds || term.Left is IfTerm ? Wrapped(term.Left, left) : left;
        right = binds || term.Operator == TermOperator.Subtract ? Wrapped(term.Right, right) : right;
        return $"{left} {symbol} {right}";
    }

    private static string Wrapped(Term term, string formula) => term is BinaryTerm or NegateTerm or NotTerm ? $"({formula})" : formula;

    private bool IsText(Term term) => term switch
    {
        LiteralTerm literal => literal.Value.Kind == AnswerKind.Text,
        NameTerm name => index.Find(name, _reader, _rows)?.Field.Field is { } field && (field is SingleChoiceField or MatrixField || Values.IsText(field)),
        BinaryTerm { Operator: TermOperator.Add } sum => IsText(sum.Left) || IsText(sum.Right),
        IfTerm choice => IsText(choice.Then),
        CallTerm call => call.Function == "concat",
        _ => false,
    };

    private string? Called(CallTerm call)
    {
        if (call.Function is "Number" or "number" or "parseFloat" or "parseInt" && call.Arguments is [var number, ..]) return Formula(number);
        if (call.Function is "dateDiff" && call.Arguments is [var from, var to, .. var unit] && Formula(from) is { } start && Formula(to) is { } end)
        {
            return unit is [] or [LiteralTerm { Value.AsText: "days" }] ? $"days_between({start}; {end})"
                : unit is [LiteralTerm { Value.AsText: "years" }] ? $"years_between({start}; {end})" : NoFormula("cette unité de durée n'existe pas ici");
        }

        if (!Functions.TryGetValue(call.Function, out var name)) return NoFormula($"la fonction « {JsonReading.Short(Shown(call.Function))} » n'existe pas ici");
        if (name is "round" or "floor" or "ceil" && call.Arguments.Length > (name == "round" ? 2 : 1)) return NoFormula($"la fonction « {call.Function} » a trop de valeurs");
        ImmutableArray<Term> given = call.Arguments is [ListTerm only] ? only.Items : call.Arguments;
        var arguments = given.Select(Formula).ToList();
        return arguments.TrueForAll(a => a is not null) ? $"{name}({string.Join("; ", arguments)})" : null;
    }

    /// <summary>A column of a group's rows, and what is made of it: sum(rows.price), sumInArray({rows}, 'price').</summary>
    private (string Column, Aggregate Of)? Aggregated(Term term)
    {
        if (term is not CallTerm call) return null;
        var (function, path) = call switch
        {
            { Arguments: [NameTerm name] } => (call.Function, name),
            { Arguments: [NameTerm name, LiteralTerm { Value.AsText: { } cell }] } when call.Function.EndsWith("InArray", StringComparison.Ordinal) => (call.Function[..^7], name with { Segments = name.Segments.Add(cell) }),
            _ => ("", null),
        };
        if (path is null || !EnumNames<Aggregate>.TryParse(function, out var aggregate)) return null;
        return index.Find(path, _reader, _rows) is { Rest.IsEmpty: true, Field: { Group: { } group } column } && group != _reader?.Group ? ($"{group.Field.Key}.{column.Field.Key}", aggregate) : null;
    }

    /// <summary>Whether a formula can be parsed at all: not too long, not too deep.</summary>
    public static bool IsFormula(string formula) => FormulaParser.Parse(formula).Expression is not null;
}
