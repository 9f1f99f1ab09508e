using System.Collections.Immutable;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Exchange.Expressions;

/// <summary>Joins conditions without needless nesting.</summary>
internal static class Conditions
{
    public static readonly JoinedCondition Always = new(Junction.All, []);
    public static readonly JoinedCondition Never = new(Junction.Any, []);

    public static Condition Join(Junction junction, IEnumerable<Condition> parts)
    {
        ImmutableArray<Condition> flat = [.. parts.SelectMany(p => p is JoinedCondition inner && inner.Join == junction ? inner.Parts.AsEnumerable() : [p]).Distinct()];
        return flat.Length == 1 ? flat[0] : new JoinedCondition(junction, flat);
    }

    /// <summary>The contrary; an absent answer makes an order false, so orders are wrapped and not turned round.</summary>
    public static Condition Not(Condition condition) => condition switch
    {
        Comparison { Is: Comparator.IsEqualTo } c => c with { Is = Comparator.IsNotEqualTo },
        Comparison { Is: Comparator.IsNotEqualTo } c => c with { Is = Comparator.IsEqualTo },
        Comparison { Is: Comparator.Contains } c => c with { Is = Comparator.DoesNotContain },
        Comparison { Is: Comparator.DoesNotContain } c => c with { Is = Comparator.Contains },
        Comparison { Is: Comparator.IsAnswered } c => c with { Is = Comparator.IsNotAnswered },
        Comparison { Is: Comparator.IsNotAnswered } c => c with { Is = Comparator.IsAnswered },
        JoinedCondition { Join: Junction.All, Parts.IsEmpty: true } => Never,
        JoinedCondition { Join: Junction.Any, Parts.IsEmpty: true } => Always,
        JoinedCondition { Join: Junction.Any } joined => joined with { Join = Junction.None },
        JoinedCondition { Join: Junction.None } joined => Join(Junction.Any, joined.Parts),
        RowsCondition { Quantifier: RowQuantifier.Any } rows => rows with { Quantifier = RowQuantifier.None },
        RowsCondition { Quantifier: RowQuantifier.None } rows => rows with { Quantifier = RowQuantifier.Any },
        _ => new JoinedCondition(Junction.None, [condition]),
    };

    /// <summary>How many conditions stand inside one another.</summary>
    public static int Depth(Condition condition) => condition switch
    {
        JoinedCondition joined => 1 + joined.Parts.Select(Depth).DefaultIfEmpty().Max(),
        RowsCondition rows => 1 + Depth(rows.If),
        _ => 1,
    };

    /// <summary>The same as a formula; null when there is none, for days, hours and rows.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="isDate">Whether the field with this key is a date, a time or a month.</param>
    public static string? Formula(Condition condition, Func<string, bool> isDate) => condition switch
    {
        FormulaCondition formula => $"({formula.Formula})",
        JoinedCondition { Parts.IsEmpty: true } joined => joined.Join == Junction.Any ? "false" : "true",
        JoinedCondition joined when joined.Parts.Select(p => Formula(p, isDate)).ToList() is var parts && parts.TrueForAll(p => p is not null) => joined.Join switch
        {
            Junction.All => $"({string.Join(" and ", parts)})",
            Junction.Any => $"({string.Join(" or ", parts)})",
            _ => $"(not ({string.Join(" or ", parts)}))",
        },
        Comparison comparison => Formula(comparison, isDate),
        _ => null,
    };

    private static string? Formula(Comparison comparison, Func<string, bool> isDate)
    {
        var subject = comparison switch
        {
            { Of: { } of } => $"{EnumNames<Aggregate>.Of(of)}({comparison.Field})",
            { Field: Comparison.Today } => "today()",
            _ => comparison.Field,
        };
        if (comparison.Is == Comparator.IsAnswered) return $"answered({subject})";
        if (comparison.Is == Comparator.IsNotAnswered) return $"not answered({subject})";
        var value = comparison.OtherField is { } other ? other == Comparison.Today ? "today()" : other
            : !isDate(comparison.Field) ? Literal(comparison.Value)
            : comparison.Value.AsText == "today" ? "today()" : null;
        if (value is null) return null;
        return comparison.Is switch
        {
            Comparator.IsEqualTo => $"{subject} = {value}",
            Comparator.IsNotEqualTo => $"{subject} != {value}",
            Comparator.IsLessThan => $"{subject} < {value}",
            Comparator.IsAtMost => $"{subject} <= {value}",
            Comparator.IsGreaterThan => $"{subject} > {value}",
            Comparator.IsAtLeast => $"{subject} >= {value}",
            Comparator.Contains => $"{subject} contains {value}",
            _ => $"not ({subject} contains {value})",
        };
    }

    /// <summary>A value as formulas write it; null when they cannot.</summary>
    public static string? Literal(AnswerValue value)
    {
        if (value.AsNumber is not null || value.AsBoolean is not null) return value.ToString();
        if (value.AsText is not { } text) return null;
        return !text.Contains('"', StringComparison.Ordinal) ? $"\"{text}\"" : !text.Contains('\'', StringComparison.Ordinal) ? $"'{text}'" : null;
    }
}
