using System.Collections.Immutable;
using System.Text.Json;

namespace GruBuilder.Forms.Exchange.Expressions;

/// <summary>Reads JsonLogic rules into terms; null for what it does not know.</summary>
internal static class JsonLogic
{
    private const int MostDepth = 60;

    private static readonly Dictionary<string, TermOperator> Operators = new(StringComparer.Ordinal)
    {
        ["=="] = TermOperator.Equal, ["==="] = TermOperator.Equal, ["!="] = TermOperator.NotEqual, ["!=="] = TermOperator.NotEqual, ["<"] = TermOperator.Less, ["<="] = TermOperator.AtMost, [">"] = TermOperator.Greater, [">="] = TermOperator.AtLeast,
        ["and"] = TermOperator.And, ["or"] = TermOperator.Or, ["+"] = TermOperator.Add, ["-"] = TermOperator.Subtract, ["*"] = TermOperator.Multiply, ["/"] = TermOperator.Divide,
    };

    public static Term? Read(JsonElement json, int depth = 0)
    {
        if (depth > MostDepth) return null;
        if (json.ValueKind == JsonValueKind.Array)
        {
            var items = json.EnumerateArray().Select(i => Read(i, depth + 1)).ToList();
            return items.TrueForAll(i => i is not null) ? new ListTerm([.. items!]) : null;
        }

        if (json.ValueKind != JsonValueKind.Object) return new LiteralTerm(SourceElement.ValueOf(json));
        var rule = json.EnumerateObject().Take(2).ToList();
        return rule.Count == 1 ? Read(rule[0].Name, rule[0].Value, depth) : null;
    }

    private static Term? Read(string name, JsonElement value, int depth)
    {
        if (name == "var")
        {
            if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 1) value = value[0];
            return value.ValueKind == JsonValueKind.String ? Variable(value.GetString()!.Split('.', StringSplitOptions.RemoveEmptyEntries)) : null;
        }

        var arguments = (value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(i => Read(i, depth + 1)) : [Read(value, depth + 1)]).ToImmutableArray();
        if (arguments.IsEmpty || arguments.Any(a => a is null)) return null;
        switch (name, arguments)
        {
            case ("!", [var one]): return new NotTerm(one!);
            case ("!!", [var one]): return new NotTerm(new NotTerm(one!));
            case ("-", [var one]): return new NegateTerm(one!);
            case ("if", [var condition, var then, var otherwise]): return new IfTerm(condition!, then!, otherwise!);
            case ("in", [var item, var list]): return new CallTerm("includes", [list!, item!]);
            case ("min" or "max", _): return new CallTerm(name, arguments!);
            case ("<" or "<=", [var low, var middle, var high]): return new BinaryTerm(TermOperator.And, new BinaryTerm(Operators[name], low!, middle!), new BinaryTerm(Operators[name], middle!, high!));
        }

        if (!Operators.TryGetValue(name, out var op) || arguments.Length > 200 || (arguments.Length < 2 && op is not (TermOperator.And or TermOperator.Or or TermOperator.Add))) return null;
        if (arguments.Length > 2 && op is not (TermOperator.And or TermOperator.Or or TermOperator.Add or TermOperator.Multiply)) return null;
        return arguments.Skip(1).Aggregate(arguments[0]!, (left, right) => new BinaryTerm(op, left, right!));
    }

    private static NameTerm Variable(string[] path) => path switch
    {
        ["data", .. var rest] => new NameTerm(NameRoot.Top, [.. rest]),
        ["row", .. var rest] => new NameTerm(NameRoot.Nearest, [.. rest]),
        ["input"] => new NameTerm(NameRoot.Self, []),
        _ => new NameTerm(NameRoot.Nearest, [.. path]),
    };
}
