using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Forms.Validation;

/// <summary>Rules that compile, but cannot do what they are for.</summary>
internal static class RuleCheck
{
    public static IEnumerable<Finding> Run(FormProgram program, FieldPaths paths)
    {
        var form = program.Definition;
        foreach (var field in form.AllFields())
        {
            if (field is InputField input)
            {
                foreach (var finding in OfInput(input, paths)) yield return finding;
            }

            if (!field.Private && DefinitionConditions.Of(field).SelectMany(c => c.FieldKeys()).Select(form.FindField).FirstOrDefault(f => f?.Private == true) is { } hidden)
            {
                yield return new Finding(Severity.Warning, "rule-reads-private", $"« {field.Label} » dépend de « {hidden.Label} », réservée aux agents : pour l'usager elle n'a jamais de réponse.", paths.Of(field, "visibleIf"), field.Key);
            }
        }

        foreach (var finding in Unused(form)) yield return finding;
    }

    private static IEnumerable<Finding> OfInput(InputField field, FieldPaths paths)
    {
        if (field is { Required: true, ReadOnly: true, Default.IsAbsent: true, Prefill: null })
        {
            yield return new Finding(Severity.Error, "required-read-only", $"« {field.Label} » est obligatoire, mais l'usager ne peut pas y répondre : donnez une valeur de départ, ou rendez-la facultative.", paths.Of(field, "readOnly"), field.Key)
            {
                Fix = new FieldFix("Rendre la réponse modifiable", field with { ReadOnly = false }, nameof(InputField.ReadOnly)),
            };
        }

        if (!field.Default.IsAbsent && AnswersJson.FromLiteral(field, field.Default, new DateOnly(2026, 1, 1)).IsAbsent)
        {
            yield return new Finding(Severity.Warning, "default-invalid", $"La valeur de départ de « {field.Label} » ne convient pas à ce type de question.", paths.Of(field, "default"), field.Key)
            {
                Fix = new FieldFix("Retirer la valeur de départ", field with { Default = default }, nameof(InputField.Default)),
            };
        }

        if (field is ShortTextField { Pattern: { } pattern } && TextPattern.Of(pattern) is { IsSimple: false } && SlowPatterns.Find(pattern) is { } slow)
        {
            yield return new Finding(Severity.Warning, "pattern-slow", $"Le modèle de réponse de « {field.Label} » peut demander un temps sans limite (« {slow} » répète une répétition) : simplifiez-le.", paths.Of(field, "pattern"), field.Key);
        }
    }

    private static IEnumerable<Finding> Unused(FormDefinition form)
    {
        var conditions = DefinitionConditions.All(form).SelectMany(Parts).ToList();
        var referred = conditions.OfType<ConditionReference>().Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < form.Conditions.Length; i++)
        {
            if (referred.Contains(form.Conditions[i].Key)) continue;
            yield return new Finding(Severity.Advice, "condition-unused", $"La condition « {form.Conditions[i].Label} » ne sert nulle part.", $"conditions[{i}]") { Fix = new ConditionRemovalFix("La supprimer", form.Conditions[i].Key) };
        }

        var formulas = form.AllFields().OfType<ComputedField>().Select(c => c.Formula).Concat(conditions.OfType<FormulaCondition>().Select(f => f.Formula)).ToList();
        for (var i = 0; i < form.Tables.Length; i++)
        {
            var key = form.Tables[i].Key;
            if (formulas.Exists(f => f.Contains(key, StringComparison.Ordinal))) continue;
            yield return new Finding(Severity.Advice, "table-unused", $"Le tableau « {form.Tables[i].Label} » ne sert nulle part : lisez-le dans un calcul, par exemple lookup({key}; …).", $"tables[{i}]") { Fix = new TableRemovalFix("Le supprimer", key) };
        }
    }

    private static IEnumerable<Condition> Parts(Condition condition) => condition switch
    {
        JoinedCondition joined => joined.Parts.SelectMany(Parts),
        RowsCondition rows => Parts(rows.If).Prepend(rows),
        _ => [condition],
    };
}
