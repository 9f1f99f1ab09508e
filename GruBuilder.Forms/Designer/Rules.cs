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
    public static IEnumerable<BoundField> Readable(FormProgram program, Selection on)
    {
        var owner = on.Kind == SelectionKind.Field ? program.Find(on.Key) : null;
        var page = on.Kind == SelectionKind.Page ? program.Definition.PageIndex(on.Key) : -1;
        var inRow = owner?.Group is { } group ? group.Columns : [];
        return inRow.Concat(program.Fields).Where(f => f != owner && f != owner?.Group && f.Page != page && f.Field is InputField or ComputedField or RepeatedGroupField);
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
        YesNoField => AnswerValue.Of(true),
        _ => default,
    });
}
