using System.Text.Json;
using GruBuilder.Forms.Exchange.Expressions;

namespace GruBuilder.Forms.Exchange;

/// <content>Conditions: simple, joined, JsonLogic, and the simple part of JavaScript.</content>
internal sealed partial class FormioReader
{
    private static readonly Dictionary<string, TermOperator> Operators = new(StringComparer.Ordinal)
    {
        ["isEqual"] = TermOperator.Equal, ["isNotEqual"] = TermOperator.NotEqual, ["includes"] = TermOperator.Contains, ["notIncludes"] = TermOperator.NotContains,
        ["lessThan"] = TermOperator.Less, ["lessThanOrEqual"] = TermOperator.AtMost, ["greaterThan"] = TermOperator.Greater, ["greaterThanOrEqual"] = TermOperator.AtLeast,
        ["dateLessThan"] = TermOperator.Less, ["dateLessThanOrEqual"] = TermOperator.AtMost, ["dateGreaterThan"] = TermOperator.Greater, ["dateGreaterThanOrEqual"] = TermOperator.AtLeast,
        ["isDateEqual"] = TermOperator.Equal, ["isNotDateEqual"] = TermOperator.NotEqual,
    };

    private List<DraftRule> Visibility(SourceElement source)
    {
        var rules = new List<DraftRule>();
        if (source.Text("customConditional") is { } script && script.Trim().Length > 0 && Script(RuleKind.Visible, script, "show", source.PathOf("customConditional")) is { } custom) rules.Add(custom);
        if (source.Object("conditional") is { } conditional)
        {
            if (Conditional(conditional) is { } rule) rules.Add(rule);
            conditional.Done(Technical);
        }

        if (source.Any("logic") is { ValueKind: JsonValueKind.Array } logic)
        {
            for (var i = 0; i < logic.GetArrayLength(); i++) builder.RuleLost(RuleKind.Visible, $"{source.PathOf("logic")}[{i}]", logic[i].GetRawText(), "c'est un déclencheur (« logic »)");
        }

        return rules;
    }

    private DraftRule? Conditional(SourceElement conditional)
    {
        var text = conditional.Json.GetRawText();
        if (conditional.Any("json") is { } json && !SourceElement.IsNothing(json))
        {
            if (JsonLogic.Read(json) is { } logic) return new DraftRule(RuleKind.Visible, logic, conditional.PathOf("json"), json.GetRawText());
            builder.RuleLost(RuleKind.Visible, conditional.PathOf("json"), json.GetRawText(), "cette règle JsonLogic ne peut pas être lue");
            return null;
        }

        var hides = conditional.FlagOrNull("show") == false;
        var expected = conditional.Any("eq");
        var isAny = conditional.Text("conjunction") == "any";
        if (conditional.Has("conditions"))
        {
            Term? all = null;
            foreach (var part in conditional.List("conditions"))
            {
                if (One(part) is not { } one)
                {
                    builder.RuleLost(RuleKind.Visible, part.Path, part.Json.GetRawText(), "cette comparaison n'existe pas ici");
                    return null;
                }

                all = all is null ? one : new BinaryTerm(isAny ? TermOperator.Or : TermOperator.And, all, one);
            }

            conditional.Text("when");
            return all is null ? null : new DraftRule(RuleKind.Visible, all, conditional.Path, text) { Negated = hides };
        }

        if (conditional.Text("when") is not { } when) return null;
        var value = expected is { } literal ? SourceElement.ValueOf(literal) : default;
        return new DraftRule(RuleKind.Visible, new CallTerm("same", [Name(when), new LiteralTerm(value)]), conditional.Path, text) { Negated = hides };
    }

    private static Term? One(SourceElement part)
    {
        if (part.Text("component") is not { } component) return null;
        var name = Name(component);
        var comparison = part.Text("operator") ?? "isEqual";
        if (comparison is "isEmpty" or "isNotEmpty") return comparison == "isEmpty" ? new CallTerm("empty", [name]) : new NotTerm(new CallTerm("empty", [name]));
        var value = new LiteralTerm(part.Any("value") is { } literal ? SourceElement.ValueOf(literal) : default);
        if (comparison is "isEqual" or "isNotEqual")
        {
            var same = new CallTerm("same", [name, value]);
            return comparison == "isEqual" ? same : new NotTerm(same);
        }

        return Operators.TryGetValue(comparison, out var op) ? new BinaryTerm(op, name, value) : null;
    }

    private static NameTerm Name(string path) => new(NameRoot.Nearest, [.. path.Split('.', StringSplitOptions.RemoveEmptyEntries)]);

    private DraftRule? Script(RuleKind kind, string script, string target, string path)
    {
        if (TermParser.ParseScript(script, target) is { } term) return new DraftRule(kind, term, path, script);
        builder.RuleLost(kind, path, script, "ce programme ne peut pas être traduit");
        return null;
    }

    private void AddChecks(SourceElement validate, DraftField draft, string? message)
    {
        if (validate.Any("json") is { } json && !SourceElement.IsNothing(json))
        {
            if (JsonLogic.Read(json) is { } logic) AddCheck(logic, validate.PathOf("json"), json.GetRawText(), draft, message);
            else builder.RuleLost(RuleKind.Check, validate.PathOf("json"), json.GetRawText(), "cette règle JsonLogic ne peut pas être lue");
        }

        if (validate.Text("custom") is not { } script || script.Trim().Length == 0) return;
        if (Script(RuleKind.Check, script, "valid", validate.PathOf("custom")) is { } rule) AddCheck(rule.Term, rule.Path, script, draft, message);
    }

    // valid = condition ? true : 'what to do'
    private static void AddCheck(Term term, string path, string source, DraftField draft, string? message) => draft.Rules.Add(term switch
    {
        IfTerm { Then: LiteralTerm { Value.AsBoolean: true }, Otherwise: LiteralTerm { Value.AsText: { } said } } choice => new DraftRule(RuleKind.Check, choice.Condition, path, source) { Message = said },
        IfTerm { Then: LiteralTerm { Value.AsText: { } said }, Otherwise: LiteralTerm { Value.AsBoolean: true } } choice => new DraftRule(RuleKind.Check, choice.Condition, path, source) { Message = said, Negated = true },
        _ => new DraftRule(RuleKind.Check, term, path, source) { Message = message },
    });
}
