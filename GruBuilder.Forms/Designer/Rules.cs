using System.Collections.Immutable;
using System.Globalization;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Forms.Logic;
using ValueType = GruBuilder.Forms.Logic.ValueType;

namespace GruBuilder.Forms.Designer;

/// <summary>Rules as sentences, and what may be said in them.</summary>
public static class Rules
{
    /// <summary>The comparisons that make sense for a field, the usual one first; each with its words.</summary>
    public static ImmutableArray<(Comparator Is, string Words)> ComparatorsFor(BoundField field) => field.Type switch
    {
        ValueType.Text when field.Field is ChoiceField => [Same, Other, .. Answered],
        ValueType.Text => [Same, Other, (Comparator.Contains, "contient"), (Comparator.DoesNotContain, "ne contient pas"), .. Answered],
        ValueType.Boolean => [Same, .. Answered],
        ValueType.List => [(Comparator.Contains, "comprend"), (Comparator.DoesNotContain, "ne comprend pas"), .. Answered],
        ValueType.Time or ValueType.Moment or ValueType.Month => [(Comparator.IsLessThan, "est avant"), (Comparator.IsAtLeast, "est à partir de"), (Comparator.IsGreaterThan, "est après"), (Comparator.IsAtMost, "est jusqu’à"), Same, .. Answered],
        ValueType.Date => [(Comparator.IsLessThan, "est avant le"), (Comparator.IsGreaterThan, "est après le"), (Comparator.IsEqualTo, "est le"), .. Answered],
        ValueType.Number or ValueType.Rows or ValueType.Unknown =>
        [
            (Comparator.IsEqualTo, "est égal à"), (Comparator.IsNotEqualTo, "est différent de"), (Comparator.IsGreaterThan, "est plus grand que"), (Comparator.IsAtLeast, "est au moins"),
            (Comparator.IsLessThan, "est plus petit que"), (Comparator.IsAtMost, "est au plus"), .. Answered,
        ],
        _ => [.. Answered],
    };

    private static readonly (Comparator, string) Same = (Comparator.IsEqualTo, "est");
    private static readonly (Comparator, string) Other = (Comparator.IsNotEqualTo, "n’est pas");
    private static readonly ImmutableArray<(Comparator, string)> Answered = [(Comparator.IsAnswered, "a une réponse"), (Comparator.IsNotAnswered, "n’a pas de réponse")];

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
    public static Comparison Fresh(BoundField field) => new(field.Field.Key, ComparatorsFor(field)[0].Is, field.Field switch
    {
        ChoiceField { Options: [var first, ..] } => AnswerValue.Of(first.Value),
        YesNoField or ConsentField => AnswerValue.Of(true),
        _ => default,
    });

    /// <summary>A rule as a sentence's end, after <c>Afficher si</c>.</summary>
    public static string Sentence(FormProgram program, Condition condition) => condition switch
    {
        Comparison comparison => Sentence(program, comparison),
        JoinedCondition { Parts.IsEmpty: true } joined => joined.Join == Junction.Any ? "jamais" : "toujours",
        JoinedCondition { Join: Junction.None } joined => $"aucune de ces conditions n’est vraie : {Joined(program, joined, " ; ")}",
        JoinedCondition joined => Joined(program, joined, joined.Join == Junction.All ? " et " : " ou "),
        _ => "",
    };

    private static string Joined(FormProgram program, JoinedCondition joined, string word) =>
        string.Join(word, joined.Parts.Select(p => p is JoinedCondition { Parts.Length: > 1 } ? $"({Sentence(program, p)})" : Sentence(program, p)));

    private static string Sentence(FormProgram program, Comparison comparison)
    {
        if (program.Find(comparison.Field) is not { } field) return "« question supprimée » a la bonne réponse";
        var words = ComparatorsFor(field).FirstOrDefault(c => c.Is == comparison.Is).Words ?? "correspond à";
        var name = EditWords.Name(field.Field);
        return Comparison.TakesValue(comparison.Is) ? $"{name} {words} {ValueText(field.Field, comparison.Value)}" : $"{name} {words}";
    }

    private static string ValueText(Field field, AnswerValue value) => value.IsAbsent ? "…"
        : field is ChoiceField choice ? $"« {choice.FindOption(value.ToString())?.Label ?? value.ToString()} »"
        : value.AsBoolean is { } flag ? (flag ? "oui" : "non")
        : value.AsNumber is { } number ? AnswerText.Number(number)
        : Moments.Read(field.Accept(FieldTypes.Instance), value.AsText) is { } moment ? AnswerText.Of(field, moment)
        : DateOnly.TryParseExact(value.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? AnswerText.Day(day)
        : $"« {value} »";
}
