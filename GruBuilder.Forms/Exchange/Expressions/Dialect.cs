using System.Collections.Frozen;

namespace GruBuilder.Forms.Exchange.Expressions;

/// <summary>How a language of conditions is written: the operators, and what its names look like.</summary>
internal sealed class Dialect
{
    private Dialect(params (string Text, TermOperator Operator)[] operators)
    {
        Words = operators.Where(o => char.IsLetter(o.Text[0])).ToFrozenDictionary(o => o.Text, o => o.Operator, StringComparer.OrdinalIgnoreCase);
        Symbols = [.. operators.Where(o => !char.IsLetter(o.Text[0])).OrderByDescending(o => o.Text.Length)];
    }

    /// <summary>FEEL, as form-js writes it.</summary>
    public static Dialect Feel { get; } = new([.. Arithmetic, ("and", TermOperator.And), ("or", TermOperator.Or), ("=", TermOperator.Equal), ("!=", TermOperator.NotEqual), ("**", TermOperator.Unknown), ("^", TermOperator.Unknown)])
    {
        HasWordyIf = true,
    };

    /// <summary>The expressions of SurveyJS.</summary>
    public static Dialect Survey { get; } = new(
    [
        .. Arithmetic, ("and", TermOperator.And), ("&&", TermOperator.And), ("or", TermOperator.Or), ("||", TermOperator.Or),
        ("=", TermOperator.Equal), ("==", TermOperator.Equal), ("equal", TermOperator.Equal), ("equals", TermOperator.Equal),
        ("<>", TermOperator.NotEqual), ("!=", TermOperator.NotEqual), ("notequal", TermOperator.NotEqual),
        ("greater", TermOperator.Greater), ("less", TermOperator.Less), ("greaterorequal", TermOperator.AtLeast), ("lessorequal", TermOperator.AtMost),
        ("contains", TermOperator.Contains), ("contain", TermOperator.Contains), ("*=", TermOperator.Contains), ("notcontains", TermOperator.NotContains), ("notcontain", TermOperator.NotContains),
        ("anyof", TermOperator.AnyOf), ("allof", TermOperator.AllOf), ("noneof", TermOperator.NoneOf), ("%", TermOperator.Unknown), ("^", TermOperator.Unknown), ("power", TermOperator.Unknown),
    ])
    {
        HasBraces = true,
    };

    /// <summary>The simple part of JavaScript.</summary>
    public static Dialect Script { get; } = new(
    [
        .. Arithmetic, ("&&", TermOperator.And), ("||", TermOperator.Or), ("??", TermOperator.Unknown), ("===", TermOperator.Equal), ("==", TermOperator.Equal), ("!==", TermOperator.NotEqual), ("!=", TermOperator.NotEqual),
        ("%", TermOperator.Unknown), ("**", TermOperator.Unknown), ("&", TermOperator.Unknown), ("|", TermOperator.Unknown), ("^", TermOperator.Unknown), ("=", TermOperator.Unknown), ("++", TermOperator.Unknown), ("--", TermOperator.Unknown), ("+=", TermOperator.Unknown),
    ])
    {
        HasTernary = true,
    };

    private static (string Text, TermOperator Operator)[] Arithmetic =>
    [
        ("<=", TermOperator.AtMost), (">=", TermOperator.AtLeast), ("<", TermOperator.Less), (">", TermOperator.Greater),
        ("+", TermOperator.Add), ("-", TermOperator.Subtract), ("*", TermOperator.Multiply), ("/", TermOperator.Divide),
    ];

    public FrozenDictionary<string, TermOperator> Words { get; }

    /// <summary>The longest first.</summary>
    public (string Text, TermOperator Operator)[] Symbols { get; }

    /// <summary>Names stand in braces, and bare words are texts.</summary>
    public bool HasBraces { get; private init; }

    /// <summary><c>a ? b : c</c>, methods and arrows.</summary>
    public bool HasTernary { get; private init; }

    /// <summary><c>if a then b else c</c>, <c>some x in list satisfies …</c>.</summary>
    public bool HasWordyIf { get; private init; }
}
