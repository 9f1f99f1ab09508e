using System.Collections.Immutable;
using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Exchange.Expressions;

/// <summary>An expression of another builder, whatever language it was written in.</summary>
internal abstract record Term
{
    /// <summary>The names that stand in it.</summary>
    public IEnumerable<NameTerm> Names() => this switch
    {
        NameTerm name => [name],
        NotTerm not => not.Operand.Names(),
        NegateTerm negate => negate.Operand.Names(),
        BinaryTerm binary => binary.Left.Names().Concat(binary.Right.Names()),
        IfTerm choice => choice.Condition.Names().Concat(choice.Then.Names()).Concat(choice.Otherwise.Names()),
        RowsTerm rows => rows.Group.Names().Concat(rows.Condition.Names()),
        CallTerm call => call.Arguments.SelectMany(a => a.Names()),
        ListTerm list => list.Items.SelectMany(i => i.Names()),
        _ => [],
    };
}

/// <summary>A fixed value; absent for null, undefined and the empty text.</summary>
internal sealed record LiteralTerm(AnswerValue Value) : Term;

/// <summary>Several values: <c>['a', 'b']</c>.</summary>
internal sealed record ListTerm(ImmutableArray<Term> Items) : Term;

/// <summary>Where the search for a name starts.</summary>
internal enum NameRoot
{
    /// <summary>Beside whoever reads, then further out.</summary>
    Nearest,

    /// <summary>At the top of the answers.</summary>
    Top,

    /// <summary>The answer of whoever reads.</summary>
    Self,
}

/// <summary>The answer to a question, by its path in the source's answers.</summary>
internal sealed record NameTerm(NameRoot Root, ImmutableArray<string> Segments) : Term
{
    public override string ToString() => string.Join('.', Segments);
}

/// <summary>Not.</summary>
internal sealed record NotTerm(Term Operand) : Term;

/// <summary>Minus.</summary>
internal sealed record NegateTerm(Term Operand) : Term;

/// <summary>What stands between two terms.</summary>
internal enum TermOperator
{
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
    Contains,
    NotContains,
    AnyOf,
    AllOf,
    NoneOf,
    Add,
    Subtract,
    Multiply,
    Divide,
    Unknown,
}

/// <summary>Two terms and what stands between them.</summary>
internal sealed record BinaryTerm(TermOperator Operator, Term Left, Term Right) : Term;

/// <summary>A function with its arguments; a method's object is the first.</summary>
internal sealed record CallTerm(string Function, ImmutableArray<Term> Arguments) : Term;

/// <summary>One value or another.</summary>
internal sealed record IfTerm(Term Condition, Term Then, Term Otherwise) : Term;

/// <summary>Whether some row, or every row, satisfies a condition.</summary>
internal sealed record RowsTerm(Term Group, string Variable, Term Condition, bool Every) : Term;
