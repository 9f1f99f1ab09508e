using System.Collections.Immutable;
using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Logic;

/// <summary>A formula as parsed: names not yet tied to fields.</summary>
/// <param name="Position">Zero-based place in the text.</param>
internal abstract record Expression(int Position);

internal sealed record LiteralExpression(AnswerValue Value, int Position) : Expression(Position);

/// <summary>A field, or with <paramref name="Column"/> that column of a repeated group's rows.</summary>
internal sealed record NameExpression(string Name, string? Column, int Position) : Expression(Position);

internal sealed record UnaryExpression(Operator Operator, Expression Operand, int Position) : Expression(Position);

internal sealed record BinaryExpression(Operator Operator, Expression Left, Expression Right, int Position) : Expression(Position);

internal sealed record CallExpression(string Function, ImmutableArray<Expression> Arguments, int Position) : Expression(Position);

internal enum Operator
{
    Or,
    And,
    Not,
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
    Contains,
    Add,
    Subtract,
    Multiply,
    Divide,
    Negate,
}

/// <summary>Why a formula cannot be read, and where.</summary>
/// <param name="Message">In French, what to do.</param>
/// <param name="Position">Zero-based place in the text.</param>
internal sealed record FormulaError(string Message, int Position);
