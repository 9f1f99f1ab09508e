using System.Collections.Immutable;
using System.Globalization;
using FluentValidation;
using FluentValidation.Results;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Forms.Validation;

/// <summary>One thing to mend in the answers.</summary>
/// <param name="Place">The answer, or the group as a whole.</param>
/// <param name="Path">The same as text: <c>nom</c>, <c>enfants[0].classe</c>, <c>identite.birthDate</c>.</param>
/// <param name="Message">What to do, in the language of the open form.</param>
/// <param name="Part">The part of a composite answer that it is about, or null.</param>
public sealed record AnswerError(AnswerPlace Place, string Path, string Message, string? Part = null)
{
    /// <summary>The same error at the same place of another state of the form, such as the one that is drawn.</summary>
    /// <param name="other">Open with the same program and as many rows.</param>
    public AnswerError In(FormState other)
    {
        if (Place is not { Row: not null, Field.Group: { } group }) return this;
        var open = Path.IndexOf('[', StringComparison.Ordinal) + 1;
        var row = int.Parse(Path.AsSpan(open, Path.IndexOf(']', StringComparison.Ordinal) - open), CultureInfo.InvariantCulture);
        return this with { Place = new AnswerPlace(Place.Field, other.RowsAt(group.Slot)[row]) };
    }
}

/// <summary>Checks answers against their definition. Hidden questions are never checked.</summary>
public static class AnswerValidator
{
    /// <summary>What is wrong on every page that applies, in order.</summary>
    public static ImmutableArray<AnswerError> Validate(FormState state) => new ValidationPass(state, warnings: false).Run(state.Program.Fields);

    /// <summary>The wrong answers to the questions that are kept for agents; those still missing are not among them.</summary>
    /// <param name="state">The form, open for an agent.</param>
    public static ImmutableArray<AnswerError> ValidatePrivate(FormState state) =>
        [.. Validate(state).Where(e => e.Place.Field.IsPrivate && !AnswerRules.IsMissing(state[e.Place]))];

    /// <summary>What is wrong on one page.</summary>
    public static ImmutableArray<AnswerError> ValidatePage(FormState state, int page) => new ValidationPass(state, warnings: false).Run(state.Program.PageFields[page]);

    /// <summary>What asks for attention on every page that applies, but does not keep the form from being sent.</summary>
    public static ImmutableArray<AnswerError> Warnings(FormState state) => new ValidationPass(state, warnings: true).Run(state.Program.Fields);

    /// <summary>What asks for attention at one answer; null when nothing does.</summary>
    public static AnswerError? WarningAt(FormState state, AnswerPlace place) => place.Field.Checks.IsEmpty ? null : new ValidationPass(state, warnings: true).At(place).FirstOrDefault();

    /// <summary>What is wrong with one answer; null when nothing is.</summary>
    public static AnswerError? ValidateOne(FormState state, AnswerPlace place) => ValidateAt(state, place).FirstOrDefault();

    /// <summary>All that is wrong with one answer: each of its parts may have an error of its own.</summary>
    public static ImmutableArray<AnswerError> ValidateAt(FormState state, AnswerPlace place) => new ValidationPass(state, warnings: false).At(place);

    /// <summary>The path of an answer, as JSON results write it.</summary>
    public static string PathOf(FormState state, AnswerPlace place) => place is { Row: { } row, Field.Group: { } group }
        ? string.Create(CultureInfo.InvariantCulture, $"{group.Field.Key}[{state.RowsAt(group.Slot).IndexOf(row)}].{place.Field.Field.Key}")
        : place.Field.Field.Key;
}

/// <summary>
/// The answers' rules as a FluentValidation validator: a host adds its own by deriving from it, or by including it in another.
/// </summary>
public class FormStateValidator : AbstractValidator<FormState>
{
    /// <summary>Makes a validator with the rules of the definition.</summary>
    /// <param name="withWarnings">Reports what only asks for attention too, with severity <c>Warning</c>; <c>IsValid</c> is false for these as well.</param>
    public FormStateValidator(bool withWarnings = false) =>
        RuleFor(state => state).Custom((state, context) =>
        {
            foreach (var error in AnswerValidator.Validate(state)) context.AddFailure(error.Path, error.Message);
            if (!withWarnings) return;
            foreach (var warning in AnswerValidator.Warnings(state)) context.AddFailure(new ValidationFailure(warning.Path, warning.Message) { Severity = FluentValidation.Severity.Warning });
        });
}
