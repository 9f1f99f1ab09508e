using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Exchange.Expressions;

/// <summary>Reads the expressions of other builders into <see cref="Term"/>s. Bounded in length and depth; never throws; null for what it does not know.</summary>
internal sealed partial class TermParser
{
    private const int MostCharacters = 8_000;
    private const int MostDepth = 60;
    private const int MostOperators = 500;
    private static readonly LiteralTerm Nothing = new(default(AnswerValue));
    private readonly string _text;
    private readonly Dialect _dialect;
    private int _at;
    private int _depth;
    private int _operators;
    private bool _failed;

    private TermParser(string text, Dialect dialect) => (_text, _dialect) = (text, dialect);

    /// <summary>The expression, or null when it cannot be read.</summary>
    public static Term? Parse(string text, Dialect dialect)
    {
        if (text.Length > MostCharacters) return null;
        var parser = new TermParser(text, dialect);
        parser.SkipSpace();
        var term = parser.ParseTerm(0);
        return parser._failed || parser._at < text.Length ? null : term;
    }

    private static int Precedence(TermOperator op) => op switch
    {
        TermOperator.Or => 1,
        TermOperator.And => 2,
        TermOperator.Add or TermOperator.Subtract => 4,
        TermOperator.Multiply or TermOperator.Divide => 5,
        _ => 3,
    };

    private Term ParseTerm(int least)
    {
        if (++_depth > MostDepth) return Fail();
        var left = ParsePrefix();
        while (!_failed)
        {
            var start = _at;
            if (least < 3 && TakePostfix(left) is { } test)
            {
                left = test;
                continue;
            }

            if (TakeOperator() is not { } op) break;
            var precedence = Precedence(op);
            if (precedence < least || (precedence == least && least > 0))
            {
                _at = start;
                break;
            }

            if (++_operators > MostOperators) return Fail();

            // Left-associative: the right-hand side takes only what binds tighter.
            left = new BinaryTerm(op, left, ParseTerm(precedence));
        }

        if (_dialect.HasTernary && least == 0 && Take("?"))
        {
            var then = ParseTerm(0);
            if (!Take(":")) Fail();
            left = new IfTerm(left, then, ParseTerm(0));
        }

        _depth--;
        return left;
    }

    // SurveyJS: {a} empty; FEEL: a in (1, 2), a between 1 and 2.
    private Term? TakePostfix(Term left)
    {
        if (_dialect.HasBraces)
        {
            if (TakeWord("notempty")) return new NotTerm(new CallTerm("empty", [left]));
            return TakeWord("empty") ? new CallTerm("empty", [left]) : null;
        }

        if (!_dialect.HasWordyIf) return null;
        if (TakeWord("in")) return ParseIn(left);
        if (!TakeWord("between")) return null;
        var low = ParseTerm(3);
        if (!TakeWord("and")) return Fail();
        return new BinaryTerm(TermOperator.And, new BinaryTerm(TermOperator.AtLeast, left, low), new BinaryTerm(TermOperator.AtMost, left, ParseTerm(3)));
    }

    private Term ParseIn(Term left)
    {
        var close = Take("(") ? ")" : Take("[") ? "]" : null;
        return close is null ? Fail() : new CallTerm("one of", [left, .. ParseItems(close)]);
    }

    private Term ParsePrefix()
    {
        if (_failed || _at >= _text.Length) return Fail();
        var c = _text[_at];
        if (char.IsAsciiDigit(c) || (c == '.' && _at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1]))) return ParseNumber();
        if (c is '"' or '\'') return ParsePath(ParseText(c));
        if (c == '{' && _dialect.HasBraces) return ParseBraces();
        if (Take("(")) return ParseGroup();
        if (Take("[")) return ParsePath(new ListTerm(ParseItems("]")));
        if (Take("-")) return new NegateTerm(ParseTerm(5));
        if (!_dialect.HasWordyIf && Take("!")) return new NotTerm(ParseTerm(5));
        if (_dialect.HasTernary && Take("+")) return new CallTerm("number", [ParseTerm(5)]);
        return IsNameStart(c) ? ParseName() : Fail();
    }

    private Term ParseGroup()
    {
        var inner = ParseTerm(0);
        if (!Take(")")) return Fail();
        return ParsePath(inner);
    }

    private Term ParseNumber()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '.')) _at++;
        if (!decimal.TryParse(_text.AsSpan(start, _at - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return Fail();
        if (_at < _text.Length && IsNameStart(_text[_at])) return Fail();
        SkipSpace();
        return new LiteralTerm(AnswerValue.Of(number));
    }

    private LiteralTerm ParseText(char quote)
    {
        var text = new StringBuilder();
        for (_at++; _at < _text.Length && _text[_at] != quote; _at++)
        {
            if (_text[_at] != '\\' || _at + 1 >= _text.Length)
            {
                text.Append(_text[_at]);
                continue;
            }

            _at++;
            text.Append(_text[_at] switch { 'n' => '\n', 't' => '\t', var other => other });
        }

        if (_at >= _text.Length) return Fail();
        _at++;
        SkipSpace();
        return new LiteralTerm(AnswerValue.Of(text.ToString()));
    }

    private Term ParseBraces()
    {
        var end = _text.IndexOf('}', _at);
        if (end < 0) return Fail();
        var name = _text[(_at + 1)..end].Trim();
        _at = end + 1;
        SkipSpace();
        return name.Length == 0 ? Fail() : new NameTerm(NameRoot.Nearest, [name]);
    }

    private ImmutableArray<Term> ParseItems(string close)
    {
        var items = ImmutableArray.CreateBuilder<Term>();
        if (Take(close)) return [];
        do items.Add(ParseTerm(0));
        while (!_failed && Take(","));
        if (!Take(close)) Fail();
        return items.ToImmutable();
    }

    private LiteralTerm Fail()
    {
        _failed = true;
        _at = _text.Length;
        return Nothing;
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c is '_' or '$';

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';

    private string TakeName()
    {
        var start = _at;
        while (_at < _text.Length && IsNamePart(_text[_at])) _at++;
        var name = _text[start.._at];
        SkipSpace();
        return name;
    }

    private TermOperator? TakeOperator()
    {
        foreach (var (symbol, op) in _dialect.Symbols)
        {
            if (Take(symbol)) return op;
        }

        if (_at >= _text.Length || !char.IsLetter(_text[_at])) return null;
        var end = _at;
        while (end < _text.Length && IsNamePart(_text[end])) end++;
        if (!_dialect.Words.TryGetValue(_text[_at..end], out var found)) return null;
        _at = end;
        SkipSpace();
        return found;
    }

    private bool Take(string symbol)
    {
        if (string.CompareOrdinal(_text, _at, symbol, 0, symbol.Length) != 0) return false;
        _at += symbol.Length;
        SkipSpace();
        return true;
    }

    private bool TakeWord(string word)
    {
        var end = _at + word.Length;
        if (end > _text.Length || !_text.AsSpan(_at, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)) return false;
        if (end < _text.Length && IsNamePart(_text[end])) return false;
        _at = end;
        SkipSpace();
        return true;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
    }
}
