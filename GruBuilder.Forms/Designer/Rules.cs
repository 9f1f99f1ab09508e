using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Forms.Explanations;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Forms.Designer;

/// <summary>What may be said in a rule.</summary>
public static class Rules
{
    /// <summary>The fields that a rule on this field or page can look at: those outside series, and those of its own series; never itself.</summary>
    /// <param name="program">The form.</param>
    /// <param name="on">What the rule is about.</param>
    /// <param name="rows">The key of the series whose rows it looks through, or null.</param>
    public static IEnumerable<BoundField> Readable(FormProgram program, Selection on, string? rows = null)
    {
        var owner = on.Kind == SelectionKind.Field ? program.Find(on.Key) : null;
        var page = on.Kind == SelectionKind.Page ? program.Definition.PageIndex(on.Key) : -1;
        var inRow = (rows is null ? owner?.Group : program.Find(rows))?.Columns ?? [];
        return inRow.Concat(program.Fields).Where(f => f != owner && f != owner?.Group && f.Page != page && f.Field is InputField or ComputedField or RepeatedGroupField);
    }

    /// <summary>What a rule can look at besides answers: today's date, what the account knows, what is made of a column of a series.</summary>
    public static IEnumerable<Comparison> Others(FormProgram program)
    {
        yield return new Comparison(Comparison.Today, Comparator.IsAtLeast);
        foreach (var attribute in Enum.GetValues<AccountAttribute>())
        {
            yield return new Comparison(Comparison.AccountPrefix + EnumNames<AccountAttribute>.Of(attribute), attribute == AccountAttribute.SignedIn ? Comparator.IsEqualTo : Comparator.IsAnswered, attribute == AccountAttribute.SignedIn ? AnswerValue.Of(true) : default);
        }

        foreach (var group in program.Fields.Where(f => f.Field is RepeatedGroupField))
        {
            foreach (var column in group.Columns.Where(c => c.Type == Logic.ValueType.Number))
            {
                foreach (var of in Enum.GetValues<Aggregate>()) yield return new Comparison($"{group.Field.Key}.{column.Field.Key}", Comparator.IsAtLeast) { Of = of };
            }
        }
    }

    /// <summary>The answers that one could be compared with: those of the same type, and today's date for a day.</summary>
    public static IEnumerable<(string Name, string Words)> Counterparts(FormProgram program, Selection on, Comparison comparison, string? rows = null)
    {
        if (ConditionWords.Subject(program, comparison) is not { } subject || subject.Field is ChoiceField || subject.Type is Logic.ValueType.Boolean or Logic.ValueType.List or Logic.ValueType.Rows) yield break;
        if (subject.Type == Logic.ValueType.Date && comparison.Field != Comparison.Today) yield return (Comparison.Today, "la date du jour");
        foreach (var field in Readable(program, on.Kind == SelectionKind.Page ? on : Selection.Form, rows))
        {
            if (field.Type == subject.Type && field.Field is not ChoiceField && field.Field.Key != comparison.Field) yield return (field.Field.Key, ConditionWords.QuestionName(field.Field));
        }
    }

    /// <summary>A comparison to begin with: the nearest choice before, with its first answer, so that it is often right at once.</summary>
    public static Comparison? Suggest(FormProgram program, Selection on)
    {
        var readable = Readable(program, on).ToList();
        if (readable.Count == 0) return null;
        var form = program.Definition;
        var keys = form.AllFields().Select(f => f.Key).ToList();
        var here = on.Kind == SelectionKind.Field ? keys.IndexOf(on.Key) : form.FindPage(on.Key) is { Fields: [{ } first, ..] } ? keys.IndexOf(first.Key) : keys.Count;
        var before = readable.Where(f => keys.IndexOf(f.Field.Key) < here).Reverse().ToList();
        var chosen = before.FirstOrDefault(f => f.Field is ChoiceField or YesNoField) ?? before.FirstOrDefault() ?? readable.FirstOrDefault(f => f.Field is ChoiceField or YesNoField) ?? readable[0];
        return Fresh(chosen);
    }

    /// <summary>A comparison with this field, with a value where one can be guessed.</summary>
    public static Comparison Fresh(BoundField field) => new(field.Field.Key, ConditionWords.ComparatorsFor(field)[0].Is, field.Field switch
    {
        ChoiceField { Options: [var first, ..] } => AnswerValue.Of(first.Value),
        YesNoField or ConsentField => AnswerValue.Of(true),
        _ => default,
    });
}
