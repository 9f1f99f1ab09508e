using System.Collections.Immutable;
using System.Globalization;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using ValueType = GruBuilder.Forms.Logic.ValueType;

namespace GruBuilder.Forms.Explanations;

/// <summary>Conditions as the end of a French sentence.</summary>
public static class ConditionWords
{
    private static readonly (Comparator, string) Same = (Comparator.IsEqualTo, "est");
    private static readonly (Comparator, string) Other = (Comparator.IsNotEqualTo, "n’est pas");
    private static readonly ImmutableArray<(Comparator, string)> Answered = [(Comparator.IsAnswered, "a une réponse"), (Comparator.IsNotAnswered, "n’a pas de réponse")];

    /// <summary>The comparisons that make sense for a field, the usual one first; each with its words.</summary>
    public static ImmutableArray<(Comparator Is, string Words)> ComparatorsFor(BoundField field) => ComparatorsFor(field.Type, field.Field is ChoiceField);

    /// <summary>The same for a type of value.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isChoice">Whether it is an answer chosen from a list.</param>
    /// <param name="withAnswer">It is compared with another answer, not with a fixed value: « avant « Fin » », not « avant le ».</param>
    internal static ImmutableArray<(Comparator Is, string Words)> ComparatorsFor(ValueType type, bool isChoice, bool withAnswer = false) => type switch
    {
        ValueType.Date when withAnswer => [(Comparator.IsLessThan, "est avant"), (Comparator.IsGreaterThan, "est après"), (Comparator.IsEqualTo, "est le même jour que"), (Comparator.IsAtLeast, "n’est pas avant"), (Comparator.IsAtMost, "n’est pas après"), (Comparator.IsNotEqualTo, "n’est pas le même jour que"), .. Answered],
        ValueType.Text when isChoice => [Same, Other, .. Answered],
        ValueType.Text => [Same, Other, (Comparator.Contains, "contient"), (Comparator.DoesNotContain, "ne contient pas"), .. Answered],
        ValueType.Boolean => [Same, .. Answered],
        ValueType.List => [(Comparator.Contains, "comprend"), (Comparator.DoesNotContain, "ne comprend pas"), .. Answered],
        ValueType.Time or ValueType.Moment or ValueType.Month => [(Comparator.IsLessThan, "est avant"), (Comparator.IsAtLeast, "est à partir de"), (Comparator.IsGreaterThan, "est après"), (Comparator.IsAtMost, "est jusqu’à"), Same, .. Answered],
        ValueType.Date => [(Comparator.IsLessThan, "est avant le"), (Comparator.IsGreaterThan, "est après le"), (Comparator.IsEqualTo, "est le"), (Comparator.IsAtLeast, "est à partir du"), (Comparator.IsAtMost, "est jusqu’au"), (Comparator.IsNotEqualTo, "n’est pas le"), .. Answered],
        ValueType.Number or ValueType.Rows or ValueType.Unknown =>
        [
            (Comparator.IsEqualTo, "est égal à"), (Comparator.IsNotEqualTo, "est différent de"), (Comparator.IsGreaterThan, "est plus grand que"), (Comparator.IsAtLeast, "est au moins"),
            (Comparator.IsLessThan, "est plus petit que"), (Comparator.IsAtMost, "est au plus"), .. Answered,
        ],
        _ => [.. Answered],
    };

    /// <summary>The condition in words.</summary>
    public static string Of(FormProgram program, Condition condition) => condition switch
    {
        Comparison comparison => Of(program, comparison),
        JoinedCondition { Parts.IsEmpty: true } joined => joined.Join == Junction.Any ? "jamais" : "toujours",
        JoinedCondition { Join: Junction.None } joined => $"aucune de ces conditions n’est vraie : {Joined(program, joined, " ; ")}",
        JoinedCondition joined => Joined(program, joined, joined.Join == Junction.All ? " et " : " ou "),
        ConditionReference reference => NameOf(program, reference.Name),
        RowsCondition rows => Of(program, rows),
        FormulaCondition formula => $"le calcul {formula.Formula} est vrai",
        _ => "",
    };

    /// <summary>A named condition as sentences call it.</summary>
    internal static string NameOf(FormProgram program, string key) =>
        program.Definition.Conditions.FirstOrDefault(c => string.Equals(c.Key, key, StringComparison.Ordinal)) is { } named ? $"« {named.Label} »" : "« condition supprimée »";

    private static string Joined(FormProgram program, JoinedCondition joined, string word) =>
        string.Join(word, joined.Parts.Select(p => p is JoinedCondition { Parts.Length: > 1 } ? $"({Of(program, p)})" : Of(program, p)));

    private static string Of(FormProgram program, RowsCondition rows)
    {
        var group = program.Find(rows.Group)?.Field as RepeatedGroupField;
        var noun = group?.RowNoun ?? "ligne";
        var inside = Of(program, rows.If);
        return rows.Quantifier switch
        {
            RowQuantifier.Any => $"pour au moins un élément ({noun}), {inside}",
            RowQuantifier.Every => $"pour chaque élément ({noun}), {inside}",
            RowQuantifier.None => $"pour aucun élément ({noun}), {inside}",
            RowQuantifier.AtLeast => $"pour au moins {rows.Count} éléments ({noun}), {inside}",
            _ => $"pour {rows.Count} éléments au plus ({noun}), {inside}",
        };
    }

    private static string Of(FormProgram program, Comparison comparison)
    {
        if (Subject(program, comparison) is not { } subject) return "« question supprimée » a la bonne réponse";
        var words = ComparatorsFor(subject.Type, subject.Field is ChoiceField, comparison.OtherField is not null).FirstOrDefault(c => c.Is == comparison.Is).Words ?? "correspond à";
        if (!Comparison.TakesValue(comparison.Is)) return $"{subject.Name} {words}";
        var value = comparison.OtherField is { } other ? Named(program, other)?.Name ?? "« question supprimée »" : ValueText(subject.Field, comparison.Value);
        return $"{subject.Name} {words} {value}";
    }

    /// <summary>What a comparison looks at: its name in sentences, its field if any, its type.</summary>
    internal static (string Name, Field? Field, ValueType Type)? Subject(FormProgram program, Comparison comparison)
    {
        if (comparison.Of is not { } of) return Named(program, comparison.Field);
        var column = comparison.Field[(comparison.Field.IndexOf('.', StringComparison.Ordinal) + 1)..];
        if (program.Find(column) is not { } cell) return null;
        var what = of switch { Aggregate.Sum => "la somme de", Aggregate.Count => "le nombre de réponses à", Aggregate.Min => "le plus petit", _ => "le plus grand" };
        return ($"{what} {QuestionName(cell.Field)}", null, ValueType.Number);
    }

    private static (string Name, Field? Field, ValueType Type)? Named(FormProgram program, string name)
    {
        if (name == Comparison.Today) return ("la date du jour", null, ValueType.Date);
        if (name.StartsWith(Comparison.AccountPrefix, StringComparison.Ordinal))
        {
            return EnumNames<AccountAttribute>.TryParse(name[Comparison.AccountPrefix.Length..], out var attribute)
                ? (AccountWords.Of(attribute), null, Circumstances.TypeOf(attribute))
                : null;
        }

        return program.Find(name) is { } field ? (QuestionName(field.Field), field.Field, field.Type) : null;
    }

    /// <summary>A question as sentences call it.</summary>
    internal static string QuestionName(Field field) => string.IsNullOrWhiteSpace(field.Label) ? "la question sans texte" : $"« {field.Label.Trim()} »";

    /// <summary>A fixed value as a person reads it.</summary>
    internal static string ValueText(Field? field, AnswerValue value) => value.IsAbsent ? "…"
        : field is ChoiceField choice ? $"« {choice.FindOption(value.ToString())?.Label ?? value.ToString()} »"
        : value.AsBoolean is { } flag ? (flag ? "oui" : "non")
        : value.AsNumber is { } number ? AnswerText.Number(number)
        : field is not null && Moments.Read(field.Accept(FieldTypes.Instance), value.AsText) is { } moment ? AnswerText.Of(field, moment)
        : DateOnly.TryParseExact(value.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? AnswerText.Day(day)
        : DateBound.TryParse(value.AsText, out var bound) && bound.IsRelative ? bound.ToFrench()
        : $"« {value} »";
}

/// <summary>The account's attributes in words.</summary>
internal static class AccountWords
{
    public static string Of(AccountAttribute attribute) => attribute switch
    {
        AccountAttribute.SignedIn => "l’usager est connecté",
        AccountAttribute.GivenName => "le prénom du compte",
        AccountAttribute.FamilyName => "le nom du compte",
        AccountAttribute.BirthDate => "la date de naissance du compte",
        AccountAttribute.Email => "l’adresse électronique du compte",
        AccountAttribute.Telephone => "le téléphone du compte",
        AccountAttribute.Address => "l’adresse du compte",
        AccountAttribute.PostalCode => "le code postal du compte",
        _ => "la commune du compte",
    };
}
