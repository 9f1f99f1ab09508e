using System.Collections.Immutable;
using FluentValidation;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Forms.Validation;

/// <summary>One thing to mend in the answers.</summary>
/// <param name="Place">The answer, or the group as a whole.</param>
/// <param name="Path">The same as text: <c>nom</c>, <c>enfants[0].classe</c>, <c>identite.birthDate</c>.</param>
/// <param name="Message">In French: what to do.</param>
/// <param name="Part">The part of a composite answer that it is about, or null.</param>
public sealed record AnswerError(AnswerPlace Place, string Path, string Message, string? Part = null);

/// <summary>Checks answers against their definition. Hidden questions are never checked.</summary>
public static class AnswerValidator
{
    /// <summary>Checks every page that applies, in order.</summary>
    public static ImmutableArray<AnswerError> Validate(FormState state) => Check(state, state.Program.Fields);

    /// <summary>Checks one page.</summary>
    public static ImmutableArray<AnswerError> ValidatePage(FormState state, int page) => Check(state, state.Program.PageFields[page]);

    /// <summary>The path of an answer, as JSON results write it.</summary>
    public static string PathOf(FormState state, AnswerPlace place) => place is { Row: { } row, Field.Group: { } group }
        ? $"{group.Field.Key}[{IndexOf(state.Rows(group), row)}].{place.Field.Field.Key}"
        : place.Field.Field.Key;

    private static int IndexOf(IReadOnlyList<FormRow> rows, FormRow row)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i] == row) return i;
        }

        return -1;
    }

    private static ImmutableArray<AnswerError> Check(FormState state, ImmutableArray<BoundField> fields)
    {
        var errors = ImmutableArray.CreateBuilder<AnswerError>();
        var rules = new AnswerRules(state.Today);
        foreach (var field in fields)
        {
            CheckOne(state, rules, new AnswerPlace(field), field.Field.Key, errors);
            if (field.Field is not RepeatedGroupField group || !state.IsVisible(new AnswerPlace(field))) continue;
            var rows = state.Rows(field);
            if (rows.Count < group.MinRows) errors.Add(new AnswerError(new AnswerPlace(field), group.Key, $"Ajoutez au moins {group.MinRows} {group.RowNoun}{(group.MinRows > 1 ? "s" : "")} à « {group.Label} »."));
            if (rows.Count > group.MaxRows) errors.Add(new AnswerError(new AnswerPlace(field), group.Key, $"« {group.Label} » : {group.MaxRows} au plus. Retirez-en {rows.Count - group.MaxRows}."));
            for (var i = 0; i < rows.Count; i++)
            {
                foreach (var column in field.Columns) CheckOne(state, rules, new AnswerPlace(column, rows[i]), $"{group.Key}[{i}].{column.Field.Key}", errors);
            }
        }

        return errors.ToImmutable();
    }

    private static void CheckOne(FormState state, AnswerRules rules, AnswerPlace place, string path, ImmutableArray<AnswerError>.Builder errors)
    {
        if (place.Field.Field is not InputField field || !state.IsVisible(place)) return;
        if (rules.Check(field, state[place]) is { } message) errors.Add(new AnswerError(place, path, message));
        foreach (var (part, said) in rules.PartErrors) errors.Add(new AnswerError(place, $"{path}.{part}", said, part));
    }
}

/// <summary>
/// The answers' rules as a FluentValidation validator: a host adds its own by deriving from it, or by including it in another.
/// </summary>
public class FormStateValidator : AbstractValidator<FormState>
{
    /// <summary>Makes a validator with the rules of the definition.</summary>
    public FormStateValidator() =>
        RuleFor(state => state).Custom((state, context) =>
        {
            foreach (var error in AnswerValidator.Validate(state)) context.AddFailure(error.Path, error.Message);
        });
}
