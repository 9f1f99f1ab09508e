using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer.Edits;

/// <summary>Changes a field's key, and every condition and formula that reads it.</summary>
/// <param name="Key">The key that it has.</param>
/// <param name="NewKey">The key that it gets; refused when taken or not a name.</param>
public sealed record RenameFieldKey(string Key, string NewKey) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form)
    {
        if (string.Equals(Key, NewKey, StringComparison.Ordinal) || !DefinitionReader.IsKey(NewKey)) return form;
        if (form.Find(Key) is null || form.Find(NewKey) is not null) return form;
        return form.Everywhere(
            field =>
            {
                if (string.Equals(field.Key, Key, StringComparison.Ordinal)) field = field with { Key = NewKey };
                if (field is SingleChoiceField { LinkedTo: { } other } linked && string.Equals(other, Key, StringComparison.Ordinal)) field = linked with { LinkedTo = NewKey };
                return field is ComputedField computed && FormulaNames.Replace(computed.Formula, Key, NewKey) is var formula && !string.Equals(formula, computed.Formula, StringComparison.Ordinal)
                    ? computed with { Formula = formula }
                    : field;
            },
            condition => Reworking.Parts(condition, Renamed));
    }

    private Condition Renamed(Condition condition)
    {
        switch (condition)
        {
            case Comparison comparison:
                var field = comparison.Of is null ? RenamedName(comparison.Field) : FormulaNames.Replace(comparison.Field, Key, NewKey);
                var other = comparison.OtherField is { } o ? RenamedName(o) : null;
                return field == comparison.Field && other == comparison.OtherField ? comparison : comparison with { Field = field, OtherField = other };
            case RowsCondition rows when string.Equals(rows.Group, Key, StringComparison.Ordinal):
                return rows with { Group = NewKey };
            case FormulaCondition formula:
                var text = FormulaNames.Replace(formula.Formula, Key, NewKey);
                return text == formula.Formula ? formula : new FormulaCondition(text);
            default:
                return condition;
        }
    }

    private string RenamedName(string name) => string.Equals(name, Key, StringComparison.Ordinal) ? NewKey : name;

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => $"Renommer {before.Name(Key)} en {NewKey}";

    /// <inheritdoc/>
    public override FormEdit? Inverse => new RenameFieldKey(NewKey, Key);

    /// <inheritdoc/>
    public override (string Old, string New)? Renames => (Key, NewKey);
}

/// <summary>Changes what an option stores, and whatever names it: conditions, and the options of linked choices.</summary>
/// <param name="Key">The choice field's key.</param>
/// <param name="Value">The value that the option has.</param>
/// <param name="NewValue">The value that it gets; refused when another option has it.</param>
public sealed record RenameOption(string Key, string Value, string NewValue) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form)
    {
        if (form.FindField(Key) is not ChoiceField choice || choice.FindOption(Value) is null) return form;
        if (NewValue.Length == 0 || choice.FindOption(NewValue) is not null) return form;
        var (before, after) = (AnswerValue.Of(Value), AnswerValue.Of(NewValue));
        return form.Everywhere(
            field => string.Equals(field.Key, Key, StringComparison.Ordinal) && field is ChoiceField found
                ? found with { Options = Reworking.Map(found.Options, o => string.Equals(o.Value, Value, StringComparison.Ordinal) ? o with { Value = NewValue } : o) }
                : field is SingleChoiceField linked && string.Equals(linked.LinkedTo, Key, StringComparison.Ordinal)
                    ? linked with { Options = Reworking.Map(linked.Options, o => string.Equals(o.Parent, Value, StringComparison.Ordinal) ? o with { Parent = NewValue } : o) }
                    : field,
            condition => Reworking.Parts(condition, c => c is Comparison comparison && string.Equals(comparison.Field, Key, StringComparison.Ordinal) && comparison.Value == before ? comparison with { Value = after } : c));
    }

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => $"Renommer une réponse de {before.Name(Key)}";

    /// <inheritdoc/>
    public override FormEdit? Inverse => new RenameOption(Key, NewValue, Value);
}

/// <summary>Changes the key of a named condition, and every rule that refers to it.</summary>
/// <param name="Key">The key that it has.</param>
/// <param name="NewKey">The key that it gets; refused when taken or not a name.</param>
public sealed record RenameCondition(string Key, string NewKey) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form)
    {
        if (!DefinitionReader.IsKey(NewKey) || form.Conditions.Any(c => string.Equals(c.Key, NewKey, StringComparison.Ordinal))) return form;
        var renamed = form.Everywhere(field => field, condition => Reworking.Parts(condition, c => c is ConditionReference reference && string.Equals(reference.Name, Key, StringComparison.Ordinal) ? new ConditionReference(NewKey) : c));
        return renamed with { Conditions = Reworking.Map(renamed.Conditions, c => string.Equals(c.Key, Key, StringComparison.Ordinal) ? c with { Key = NewKey } : c) };
    }

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => $"Renommer la condition {Key} en {NewKey}";

    /// <inheritdoc/>
    public override FormEdit? Inverse => new RenameCondition(NewKey, Key);

    /// <inheritdoc/>
    public override bool ReachesBlocks => true;
}

/// <summary>The names of fields within a formula's text.</summary>
internal static class FormulaNames
{
    /// <summary>Replaces a name wherever the formula reads it: not inside texts, nor the names of functions.</summary>
    public static string Replace(string formula, string name, string by)
    {
        var result = new System.Text.StringBuilder(formula.Length);
        var at = 0;
        while (at < formula.Length)
        {
            var start = at;
            if (formula[at] is '"' or '\'' or '«')
            {
                var end = formula.IndexOf(formula[at] == '«' ? '»' : formula[at], at + 1);
                at = end < 0 ? formula.Length : end + 1;
            }
            else if (IsNamePart(formula[at]))
            {
                while (at < formula.Length && IsNamePart(formula[at])) at++;
                var next = at;
                while (next < formula.Length && char.IsWhiteSpace(formula[next])) next++;
                var isFunction = next < formula.Length && formula[next] == '(';
                if (!isFunction && formula.AsSpan(start, at - start).SequenceEqual(name))
                {
                    result.Append(by);
                    continue;
                }
            }
            else
            {
                at++;
            }

            result.Append(formula, start, at - start);
        }

        return result.ToString();
    }

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
