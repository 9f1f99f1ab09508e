using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Logic;

/// <summary>Reads the small language of formulas; its grammar is in <c>docs/form-model.md</c>. Never throws.</summary>
internal sealed class FormulaParser
{
    /// <summary>Most characters of a formula: bounds time, and the depth of what left-hand chains build.</summary>
    public const int MaxLength = 4000;

    private const int MaxDepth = 64;
    private readonly string _text;
    private int _at;
    private int _depth;
    private int _calls;
    private FormulaError? _error;

    private FormulaParser(string text) => _text = text;

    public static (Expression? Expression, FormulaError? Error) Parse(string text)
    {
        if (text.Length > MaxLength) return (null, new FormulaError($"La formule est trop longue : {MaxLength} caractères au plus.", MaxLength));
        var parser = new FormulaParser(text);
        parser.SkipSpace();
        if (parser.AtEnd) return (null, new FormulaError("La formule est vide : écrivez un calcul, par exemple « 3,5 * repas ».", 0));
        var expression = parser.ParseOr();
        if (parser._error is null && !parser.AtEnd) parser.Fail($"Je ne comprends pas « {parser.Rest()} » à cet endroit.");
        return parser._error is null ? (expression, null) : (null, parser._error);
    }

    /// <summary>The names of fields and columns that a formula reads; none when it cannot be read.</summary>
    public static HashSet<string> NamesIn(string formula)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (Parse(formula).Expression is { } expression) Collect(expression);
        return names;

        void Collect(Expression e)
        {
            switch (e)
            {
                case NameExpression name:
                    names.Add(name.Name);
                    if (name.Column is { } column) names.Add(column);
                    break;
                case UnaryExpression unary: Collect(unary.Operand); break;
                case BinaryExpression binary: Collect(binary.Left); Collect(binary.Right); break;
                case CallExpression call:
                    foreach (var argument in call.Arguments) Collect(argument);
                    break;
            }
        }
    }

    private bool AtEnd => _at >= _text.Length;

    private Expression ParseOr() => ParseChain(ParseAnd, "or", "ou", Operator.Or);

    private Expression ParseAnd() => ParseChain(ParseNot, "and", "et", Operator.And);

    private Expression ParseChain(Func<Expression> next, string word, string french, Operator op)
    {
        var left = next();
        while (_error is null)
        {
            var at = _at;
            if (!TakeWord(word) && !TakeWord(french)) break;
            left = new BinaryExpression(op, left, next(), at);
        }

        return left;
    }

    private Expression ParseNot()
    {
        var at = _at;
        if (!TakeWord("not") && !TakeWord("non")) return ParseComparison();
        if (!Enter(at)) return Nothing(at);
        var operand = ParseNot();
        _depth--;
        return new UnaryExpression(Operator.Not, operand, at);
    }

    private Expression ParseComparison()
    {
        var left = ParseSum();
        if (_error is not null) return left;
        var at = _at;
        Operator? op =
            Take("<=") || Take("≤") ? Operator.AtMost :
            Take(">=") || Take("≥") ? Operator.AtLeast :
            Take("<>") || Take("!=") || Take("≠") ? Operator.NotEqual :
            Take("==") || Take("=") ? Operator.Equal :
            Take("<") ? Operator.Less :
            Take(">") ? Operator.Greater :
            TakeWord("contains") ? Operator.Contains : null;
        return op is { } found ? new BinaryExpression(found, left, ParseSum(), at) : left;
    }

    private Expression ParseSum()
    {
        var left = ParseProduct();
        while (_error is null)
        {
            var at = _at;
            if (Take("+")) left = new BinaryExpression(Operator.Add, left, ParseProduct(), at);
            else if (Take("-") || Take("−")) left = new BinaryExpression(Operator.Subtract, left, ParseProduct(), at);
            else break;
        }

        return left;
    }

    private Expression ParseProduct()
    {
        var left = ParseUnary();
        while (_error is null)
        {
            var at = _at;
            if (Take("*") || Take("×")) left = new BinaryExpression(Operator.Multiply, left, ParseUnary(), at);
            else if (Take("/") || Take("÷")) left = new BinaryExpression(Operator.Divide, left, ParseUnary(), at);
            else break;
        }

        return left;
    }

    private Expression ParseUnary()
    {
        var at = _at;
        if (!Take("-") && !Take("−")) return ParsePrimary();
        if (!Enter(at)) return Nothing(at);
        var operand = ParseUnary();
        _depth--;
        return new UnaryExpression(Operator.Negate, operand, at);
    }

    private Expression ParsePrimary()
    {
        var at = _at;
        if (AtEnd) return Fail("Il manque une valeur à la fin de la formule.");
        var c = _text[_at];
        if (char.IsAsciiDigit(c)) return ParseNumber(at);
        if (c is '"' or '«' or '\'') return ParseText(at);
        if (Take("("))
        {
            if (!Enter(at)) return Nothing(at);
            var inner = ParseOr();
            _depth--;
            if (_error is null && !Take(")")) return Fail("Il manque une parenthèse fermante.");
            return inner;
        }

        if (!IsNameStart(c)) return Fail($"Je ne comprends pas « {Rest()} » à cet endroit.");
        var name = TakeName();
        SkipSpace();
        if (Take("(")) return ParseCall(name, at);
        switch (name)
        {
            case "true" or "vrai" or "oui": return new LiteralExpression(AnswerValue.Of(true), at);
            case "false" or "faux": return new LiteralExpression(AnswerValue.Of(false), at);
        }

        if (!Take(".")) return new NameExpression(name, null, at);
        if (AtEnd || !IsNameStart(_text[_at])) return Fail("Il manque le nom d'une question après le point.");
        var column = TakeName();
        SkipSpace();
        return new NameExpression(name, column, at);
    }

    private Expression ParseCall(string name, int at)
    {
        if (!Enter(at)) return Nothing(at);
        _calls++;
        var arguments = ImmutableArray.CreateBuilder<Expression>();
        if (!Take(")"))
        {
            do
            {
                arguments.Add(ParseOr());
                if (_error is not null) return Nothing(at);
            }
            while (Take(";") || Take(","));
            if (!Take(")")) return Fail($"Il manque une parenthèse fermante après « {name}(… ».");
        }

        _depth--;
        _calls--;
        return new CallExpression(name, arguments.ToImmutable(), at);
    }

    // A comma between two digits is a decimal comma except inside a call, where it parts the arguments.
    private LiteralExpression ParseNumber(int at)
    {
        var digits = new StringBuilder();
        while (!AtEnd && char.IsAsciiDigit(_text[_at])) digits.Append(_text[_at++]);
        var isPoint = !AtEnd && (_text[_at] == '.' || (_text[_at] == ',' && _calls == 0));
        if (isPoint && _at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1]))
        {
            digits.Append('.');
            _at++;
            while (!AtEnd && char.IsAsciiDigit(_text[_at])) digits.Append(_text[_at++]);
        }

        if (!decimal.TryParse(digits.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            _at = at;
            Fail("Ce nombre est trop grand.");
        }

        SkipSpace();
        return new LiteralExpression(AnswerValue.Of(number), at);
    }

    private Expression ParseText(int at)
    {
        var close = _text[_at] == '«' ? '»' : _text[_at];
        var end = _text.IndexOf(close, _at + 1);
        if (end < 0) return Fail("Il manque le guillemet qui ferme ce texte.");
        var text = _text[(_at + 1)..end];
        if (close == '»') text = text.Trim(' ', '\u00a0', '\u202f');
        _at = end + 1;
        SkipSpace();
        return new LiteralExpression(AnswerValue.Of(text), at);
    }

    private bool Enter(int at)
    {
        if (++_depth <= MaxDepth) return true;
        _at = at;
        Fail($"La formule est trop imbriquée : {MaxDepth} niveaux au plus.");
        return false;
    }

    private static LiteralExpression Nothing(int at) => new(default, at);

    private LiteralExpression Fail(string message)
    {
        _error ??= new FormulaError(message, _at);
        _at = _text.Length;
        return Nothing(_at);
    }

    private string Rest()
    {
        var rest = _text.AsSpan(_at);
        return (rest.Length > 12 ? rest[..12] : rest).ToString().Trim();
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

    private string TakeName()
    {
        var start = _at;
        while (!AtEnd && (char.IsLetterOrDigit(_text[_at]) || _text[_at] == '_')) _at++;
        return _text[start.._at];
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
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0) return false;
        if (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] == '_')) return false;
        _at = end;
        SkipSpace();
        return true;
    }

    private void SkipSpace()
    {
        while (!AtEnd && char.IsWhiteSpace(_text[_at])) _at++;
    }
}
