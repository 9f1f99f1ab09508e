using System.Collections.Immutable;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Exchange.Expressions;

/// <summary>Turns terms into conditions: comparisons where they can say it, a formula where arithmetic or functions are needed.</summary>
internal sealed partial class TermTranslator(NameIndex index)
{
    private DraftField? _reader;
    private DraftField? _rows;
    private string? _variable;

    /// <summary>Why the last term could not be translated, in French.</summary>
    public string? Reason { get; private set; }

    /// <summary>The condition, or null with a <see cref="Reason"/>.</summary>
    public Condition? Condition(Term term, DraftField? reader)
    {
        (_reader, _rows, _variable, Reason) = (reader, null, null, null);
        return Condition(term);
    }

    /// <summary>The formula, or null with a <see cref="Reason"/>.</summary>
    public string? Formula(Term term, DraftField? reader)
    {
        (_reader, _rows, _variable, Reason) = (reader, null, null, null);
        return Formula(term);
    }

    private Condition? Fail(string reason)
    {
        Reason ??= reason;
        return null;
    }

    private Condition? Condition(Term term)
    {
        switch (term)
        {
            case LiteralTerm literal:
                return literal.Value.IsAbsent || literal.Value.AsBoolean == false || literal.Value.AsNumber == 0 ? Conditions.Never : Conditions.Always;
            case NotTerm not:
                return Condition(not.Operand) is { } contrary ? Conditions.Not(contrary) : null;
            case BinaryTerm { Operator: TermOperator.And or TermOperator.Or } both:
                if (Condition(both.Left) is not { } left || Condition(both.Right) is not { } right) return null;
                return Conditions.Join(both.Operator == TermOperator.And ? Junction.All : Junction.Any, [left, right]);
            case BinaryTerm binary:
                return Compare(binary);
            case IfTerm choice:
                if (Condition(choice.Condition) is not { } when || Condition(choice.Then) is not { } then || Condition(choice.Otherwise) is not { } otherwise) return null;
                return Conditions.Join(Junction.Any, [Conditions.Join(Junction.All, [when, then]), Conditions.Join(Junction.All, [Conditions.Not(when), otherwise])]);
            case NameTerm name:
                return Truth(name);
            case RowsTerm rows:
                return Rows(rows);
            case CallTerm call:
                return Call(call);
            default:
                return Fail("cette forme d'expression n'existe pas ici");
        }
    }

    /// <summary>What a bare name means as a condition: yes, not zero, or answered.</summary>
    private Condition? Truth(NameTerm name)
    {
        if (Find(name) is not { } found) return null;
        var key = found.Field.Field.Key;
        if (OptionOf(found) is { } option) return new Comparison(key, Comparator.Contains, AnswerValue.Of(option));
        if (RowOf(found) is { } row) return new FormulaCondition($"answered({row})");
        if (CountOf(found)) return new Comparison(key, Comparator.IsGreaterThan, AnswerValue.Of(0m));
        if (!found.Rest.IsEmpty) return Unknown(name);
        return found.Field.Field switch
        {
            YesNoField or ConsentField => new Comparison(key, Comparator.IsEqualTo, AnswerValue.Of(true)),
            NumberField or AmountField or RatingField => Conditions.Join(Junction.All, [new Comparison(key, Comparator.IsAnswered), new Comparison(key, Comparator.IsNotEqualTo, AnswerValue.Of(0m))]),
            ComputedField => Fail($"« {name} » est calculée : comparez-la à une valeur"),
            _ => new Comparison(key, Comparator.IsAnswered),
        };
    }

    private Condition? Call(CallTerm call)
    {
        switch (call.Function)
        {
            case "empty" or "isEmpty" or "_.isEmpty" or "is defined" when call.Arguments is [NameTerm name]:
                if (Find(name) is not { } found) return null;
                if (RowOf(found) is { } row) return new FormulaCondition(call.Function == "is defined" ? $"answered({row})" : $"not answered({row})");
                if (!found.Rest.IsEmpty) return Unknown(name);
                return new Comparison(found.Field.Field.Key, call.Function == "is defined" ? Comparator.IsAnswered : Comparator.IsNotAnswered);
            case "includes" or "contains" or "list contains" or "_.includes" when call.Arguments is [var list, var item]:
                return list is ListTerm values ? OneOf(item, values.Items) : Compare(new BinaryTerm(TermOperator.Contains, list, item));
            case "same" when call.Arguments is [NameTerm compared, LiteralTerm same]:
                return Same(compared, same);
            case "one of" when call.Arguments is [var sought, .. var among]:
                return OneOf(sought, among);
            case "Boolean" or "number" when call.Arguments is [var one]:
                return Condition(one);
            case "iif" when call.Arguments is [var condition, var then, var otherwise]:
                return Condition(new IfTerm(condition, then, otherwise));
            default:
                return Fail($"la fonction « {Shown(call.Function)} » n'existe pas ici");
        }
    }

    // Form.io's simple condition: true when a list holds the value, and when a box is ticked as « true » says.
    private Condition? Same(NameTerm name, LiteralTerm value)
    {
        var isList = Find(name) is { Rest.IsEmpty: true, Field.Field: MultipleChoiceField } && !value.Value.IsAbsent;
        return Reason is null ? Condition(new BinaryTerm(isList ? TermOperator.Contains : TermOperator.Equal, name, value)) : null;
    }

    private static string Shown(string function) => function.StartsWith("name ", StringComparison.Ordinal) ? function[5..] : function;

    private Condition? OneOf(Term item, ImmutableArray<Term> values)
    {
        var parts = values.Select(v => Condition(new BinaryTerm(TermOperator.Equal, item, v))).ToList();
        return parts.TrueForAll(p => p is not null) ? Conditions.Join(Junction.Any, parts!) : null;
    }

    private Condition? Rows(RowsTerm rows)
    {
        if (rows.Group is not NameTerm name || _rows is not null) return Fail("cette recherche dans des lignes n'existe pas ici");
        if (Find(name) is not { } found) return null;
        if (found.Field.Field is not RepeatedGroupField || !found.Rest.IsEmpty) return Fail($"« {name} » n'est pas une série de questions");
        (_rows, _variable) = (found.Field, rows.Variable);
        var inner = Condition(rows.Condition);
        (_rows, _variable) = (null, null);
        return inner is null ? null : new RowsCondition(found.Field.Field.Key, rows.Every ? RowQuantifier.Every : RowQuantifier.Any, inner);
    }

    private Designated? Find(NameTerm name)
    {
        // A name of one row reads from that row.
        if (_variable is not null && name.Segments is [var first, _, ..] && first == _variable) name = name with { Segments = name.Segments.RemoveAt(0) };
        if (index.Find(name, _reader, _rows) is not { } found || !found.Field.IsAnswerable)
        {
            Fail(name.Segments.IsEmpty ? "l'expression lit toutes les réponses à la fois" : $"« {JsonReading.Short(name.ToString())} » ne désigne aucune question reprise");
            return null;
        }

        if (found.Field.Group is { } group && group != _rows && group != _reader?.Group)
        {
            Fail($"« {JsonReading.Short(name.ToString())} » est répétée : elle n'a pas de réponse unique");
            return null;
        }

        return found;
    }

    private Condition? Unknown(NameTerm name) => Fail($"« {JsonReading.Short(name.ToString())} » désigne une partie de réponse qui n'existe pas ici");

    /// <summary>Boxes to tick are one object of yes and no in Form.io: <c>boxes.a</c>.</summary>
    private static string? OptionOf(Designated found) =>
        found.Field.Field is MultipleChoiceField choice && found.Rest is [var value] && choice.FindOption(value) is { } option ? option.Value : null;

    /// <summary>A row of a matrix, as formulas read it: <c>matrix.row</c>.</summary>
    private static string? RowOf(Designated found) =>
        found.Field.Field is MatrixField { Several: false } matrix && found.Rest is [var row] && matrix.FindPart(row) is not null && DefinitionReader.IsKey(row) ? $"{matrix.Key}.{row}" : null;

    private static bool LengthOf(Designated found) => found.Field.Field is ShortTextField or LongTextField && found.Rest is ["length"];

    private static bool CountOf(Designated found) => found.Field.Field is RepeatedGroupField && found.Rest is ["length"];
}
