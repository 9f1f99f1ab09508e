using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Forms.Designer.Canvas;

/// <summary>
/// A small form cut out of a large one: one question and whatever its rules, its calculation or its linked list name. Drawn and
/// explained, the question is the same as in the whole, at a cost that does not grow with the whole.
/// </summary>
/// <param name="Form">The small form.</param>
/// <param name="Needs">The keys of everything that it was cut from; when one of these changes, it must be cut again.</param>
internal sealed record FormExtract(FormDefinition Form, ImmutableHashSet<string> Needs)
{
    private static readonly ImmutableHashSet<string> None = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Cuts out a field.</summary>
    public static FormExtract Of(FormDefinition form, FieldPlace at)
    {
        var named = DefinitionConditions.Of(at.Field).Any(Names);
        var isCalculated = at.Field is ComputedField;
        var needs = Closure(form, [.. Read(at.Field)]);
        var group = at.Group is null ? null : (RepeatedGroupField)form.FindField(at.Group)!;
        var own = group is not null ? group with { Fields = [at.Field, .. group.Fields.Where(f => !ReferenceEquals(f, at.Field) && needs.Contains(f.Key))] }
            : at.Field is RepeatedGroupField series ? series with { Fields = [.. series.Fields.Where(f => needs.Contains(f.Key))] }
            : at.Field;
        var page = form.Pages[at.Page] with { VisibleIf = null, Ends = [], Fields = [own, .. Others(form, needs, own.Key)] };
        return new(form with { Pages = [page], Conditions = named ? form.Conditions : [], Tables = isCalculated ? form.Tables : [] }, needs);
    }

    /// <summary>Cuts out what a condition names.</summary>
    public static FormExtract Of(FormDefinition form, Condition condition)
    {
        var needs = Closure(form, [.. condition.FieldKeys()]);
        var page = new Page { Key = "p", Title = "", Fields = [.. Others(form, needs, "")] };
        return new(form with { Pages = [page], Conditions = Names(condition) ? form.Conditions : [], Tables = [] }, needs);
    }

    private static IEnumerable<string> Read(Field field)
    {
        foreach (var condition in DefinitionConditions.Of(field))
        {
            foreach (var key in condition.FieldKeys()) yield return key;
        }

        if (field is SingleChoiceField { LinkedTo: { } other }) yield return other;
        if (field is not ComputedField computed) yield break;
        foreach (var name in FormulaParser.NamesIn(computed.Formula)) yield return name;
    }

    // A calculation stands on others; a rule's words go no further than what it names.
    private static ImmutableHashSet<string> Closure(FormDefinition form, List<string> keys)
    {
        if (keys.Count == 0) return None;
        var needs = None.ToBuilder();
        for (var i = 0; i < keys.Count; i++)
        {
            if (needs.Add(keys[i]) && form.FindField(keys[i]) is ComputedField computed) keys.AddRange(FormulaParser.NamesIn(computed.Formula));
        }

        return needs.ToImmutable();
    }

    private static IEnumerable<Field> Others(FormDefinition form, ImmutableHashSet<string> needs, string own)
    {
        var tops = new Dictionary<string, Field>(StringComparer.Ordinal);
        foreach (var key in needs)
        {
            if (form.Find(key) is not { } at) continue;
            var top = at.Group is null ? at.Field : form.FindField(at.Group)!;
            if (!string.Equals(top.Key, own, StringComparison.Ordinal)) tops[top.Key] = top;
        }

        return tops.Values.Select(f => f is RepeatedGroupField group ? group with { Fields = [.. group.Fields.Where(c => needs.Contains(c.Key))] } : f);
    }

    private static bool Names(Condition condition) => condition switch
    {
        ConditionReference => true,
        JoinedCondition joined => joined.Parts.Any(Names),
        RowsCondition rows => Names(rows.If),
        _ => false,
    };
}
