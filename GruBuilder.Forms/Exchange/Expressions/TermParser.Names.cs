using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Exchange.Expressions;

/// <content>Names, paths, calls, and the words that open something.</content>
internal sealed partial class TermParser
{
    // Functions of FEEL whose names hold a space.
    private static readonly string[] TwoWords = ["string length", "list contains", "is defined", "starts with", "upper case", "lower case"];

    private string? _variable;

    private Term ParseName()
    {
        if (_dialect.HasWordyIf)
        {
            if (TakeWord("if")) return ParseWordyIf();
            if (TakeWord("some")) return ParseRows(every: false);
            if (TakeWord("every")) return ParseRows(every: true);
            if (Array.Find(TwoWords, w => string.CompareOrdinal(_text, _at, w, 0, w.Length) == 0) is { } two)
            {
                _at += two.Length;
                SkipSpace();
                return Take("(") ? new CallTerm(two, ParseItems(")")) : Fail();
            }
        }

        var name = TakeName();
        switch (name)
        {
            case "true": return new LiteralTerm(AnswerValue.Of(true));
            case "false": return new LiteralTerm(AnswerValue.Of(false));
            case "null" or "undefined": return Nothing;
        }

        if (Take("("))
        {
            var arguments = ParseItems(")");
            return ParsePath(_dialect.HasWordyIf && name == "not" && arguments.Length == 1 ? new NotTerm(arguments[0]) : new CallTerm(name, arguments));
        }

        // SurveyJS takes a bare word for a text.
        if (_dialect.HasBraces) return name is "not" or "negate" ? new NotTerm(ParseTerm(5)) : new LiteralTerm(AnswerValue.Of(name));
        return ParsePath(_dialect.HasTernary ? ScriptRoot(name) : FeelRoot(name));
    }

    private static NameTerm FeelRoot(string name) => name is "this" or "parent" ? new NameTerm(NameRoot.Nearest, []) : new NameTerm(NameRoot.Nearest, [name]);

    private Term ScriptRoot(string name) => name switch
    {
        _ when name == _variable => new NameTerm(NameRoot.Nearest, [name]),
        "data" => new NameTerm(NameRoot.Top, []),
        "row" => new NameTerm(NameRoot.Nearest, []),
        "input" or "value" => new NameTerm(NameRoot.Self, []),
        _ => new CallTerm("name " + name, []),
    };

    private Term ParsePath(Term start)
    {
        var term = start;
        while (!_failed)
        {
            if (Take("?.") || (_at < _text.Length && _text[_at] == '.' && Take("."))) term = ParseMember(term);
            else if (term is NameTerm or CallTerm && Take("[")) term = ParseIndex(term);
            else break;
        }

        return term;
    }

    private Term ParseMember(Term owner)
    {
        if (_at >= _text.Length || !IsNameStart(_text[_at])) return Fail();
        var member = TakeName();
        if (!Take("(")) return owner is NameTerm name ? name with { Segments = name.Segments.Add(member) } : new CallTerm(member, [owner]);
        if (owner is CallTerm { Arguments.IsEmpty: true } library && library.Function.StartsWith("name ", StringComparison.Ordinal)) return new CallTerm($"{library.Function[5..]}.{member}", ParseItems(")"));
        return member is "some" or "every" ? ParseArrow(owner, member == "every") : new CallTerm(member, [owner, .. ParseItems(")")]);
    }

    private Term ParseIndex(Term owner)
    {
        var index = ParseTerm(0);
        if (!Take("]")) return Fail();
        return owner is NameTerm name && index is LiteralTerm { Value.AsText: { } member } ? name with { Segments = name.Segments.Add(member) } : new CallTerm("item", [owner, index]);
    }

    // list.some(row => row.age > 3)
    private Term ParseArrow(Term group, bool every)
    {
        var isBracketed = Take("(");
        if (_at >= _text.Length || !IsNameStart(_text[_at])) return Fail();
        var variable = TakeName();
        if ((isBracketed && !Take(")")) || !Take("=>")) return Fail();
        _variable = variable;
        var body = ParseTerm(0);
        _variable = null;
        return Take(")") ? new RowsTerm(group, variable, body, every) : Fail();
    }

    private Term ParseWordyIf()
    {
        var condition = ParseTerm(0);
        if (!TakeWord("then")) return Fail();
        var then = ParseTerm(0);
        return TakeWord("else") ? new IfTerm(condition, then, ParseTerm(0)) : Fail();
    }

    private Term ParseRows(bool every)
    {
        if (_at >= _text.Length || !IsNameStart(_text[_at])) return Fail();
        var variable = TakeName();
        if (!TakeWord("in")) return Fail();
        var group = ParsePrefix();
        return TakeWord("satisfies") ? new RowsTerm(group, variable, ParseTerm(0), every) : Fail();
    }

    /// <summary>What a script assigns: <c>show = …;</c>, <c>return …</c>, or a bare expression; null when it does more.</summary>
    public static Term? ParseScript(string script, string target)
    {
        var text = script.Trim();
        if (text.StartsWith("return", StringComparison.Ordinal)) text = text[6..].TrimStart();
        else if (text.StartsWith(target, StringComparison.Ordinal) && text[target.Length..].TrimStart() is ['=', not '=', ..] rest) text = rest[1..];
        return Parse(text.TrimEnd(';', ' ', '\n', '\r', '\t'), Dialect.Script);
    }
}
