using System.Collections.Immutable;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Forms.Explanations;

/// <summary>Says in French why a field is shown, hidden, required, read-only or in error, as the answers stand.</summary>
public static class Explain
{
    /// <summary>Everything there is to say of the field.</summary>
    public static ImmutableArray<Explanation> Everything(FormState state, AnswerPlace place)
    {
        var visibility = Visibility(state, place);
        return !visibility.Holds || place.Field.Field is not InputField
            ? [visibility]
            : [visibility, Requirement(state, place), ReadOnly(state, place), Error(state, place)];
    }

    /// <summary>Why the field is shown or hidden.</summary>
    public static Explanation Visibility(FormState state, AnswerPlace place)
    {
        var field = place.Field;
        if (state.IsVisible(place))
        {
            var rules = Chain(field).Where(c => c.Rule is not null).SelectMany(c => Reasons(state, c.Rule!, c.Field?.Group is null ? null : place.Row, wanted: true));
            var found = rules.ToImmutableArray();
            return new(ExplainedQuestion.Visibility, true, found.IsEmpty ? "Cette question est toujours affichée." : "Cette question est affichée.", found);
        }

        if (!state.IsPageVisible(field.Page)) return HiddenPage(state, field.Page);
        foreach (var (rule, owner) in Chain(field))
        {
            var shown = owner is null || state.IsVisible(owner.Group is null ? new AnswerPlace(owner) : place with { Field = owner });
            if (shown) continue;
            var what = owner == field ? "Cette question est masquée." : $"Cette question est masquée avec « {owner!.Field.Label} ».";
            if (owner!.Field.Private && state.Circumstances.Audience != Audience.Agent) return new(ExplainedQuestion.Visibility, false, $"{what} Elle est réservée aux agents.", []);
            return new(ExplainedQuestion.Visibility, false, what, rule is null ? [] : [.. Reasons(state, rule, owner.Group is null ? null : place.Row, wanted: false)]);
        }

        return new(ExplainedQuestion.Visibility, false, "Cette question est masquée.", []);
    }

    /// <summary>Why an answer is needed or not.</summary>
    public static Explanation Requirement(FormState state, AnswerPlace place)
    {
        var field = (InputField)place.Field.Field;
        if (field.Required) return new(ExplainedQuestion.Requirement, true, "La réponse est toujours obligatoire.", []);
        return Rule(state, place, ExplainedQuestion.Requirement, field.RequiredIf, state.IsRequired(place), "La réponse est obligatoire.", "La réponse est facultative.");
    }

    /// <summary>Why the answer can be changed or not.</summary>
    public static Explanation ReadOnly(FormState state, AnswerPlace place)
    {
        var field = (InputField)place.Field.Field;
        if (field.ReadOnly) return new(ExplainedQuestion.ReadOnly, true, "La réponse ne peut jamais être modifiée.", []);
        return Rule(state, place, ExplainedQuestion.ReadOnly, field.ReadOnlyIf, state.IsReadOnly(place), "La réponse ne peut pas être modifiée.", "La réponse peut être modifiée.");
    }

    /// <summary>Why the answer is wrong or accepted.</summary>
    public static Explanation Error(FormState state, AnswerPlace place)
    {
        if (AnswerValidator.ValidateOne(state, place) is not { } error) return new(ExplainedQuestion.Error, false, "La réponse est acceptée.", []);
        if (AnswerRules.IsMissing(state[place])) return new(ExplainedQuestion.Error, true, $"La réponse manque : {error.Message}", Requirement(state, place).Because);
        var broken = place.Field.Checks.FirstOrDefault(c => !c.Check.IsWarning && string.Equals(c.Check.Message, error.Message, StringComparison.Ordinal)).Check;
        return new(ExplainedQuestion.Error, true, $"La réponse est refusée : {error.Message}", broken is null ? [Answer(state, place)] : [.. Reasons(state, broken.Holds, place.Row, wanted: false)]);
    }

    private static Reason Answer(FormState state, AnswerPlace place) =>
        new("la réponse convient", false, $"la réponse à {ConditionWords.QuestionName(place.Field.Field)} est «\u202f{AnswerText.Of(place.Field.Field, state[place])}\u202f»", place.Field.Field.Key);

    private static Explanation HiddenPage(FormState state, int page)
    {
        var title = state.Program.Definition.Pages[page].Title;
        if (state.End is { } end && end.Page < page)
        {
            return new(ExplainedQuestion.Visibility, false, $"Cette question est masquée : le formulaire s’arrête avant la page « {title} », sur « {end.End.Title} ».", [.. Reasons(state, end.End.If, null, wanted: true)]);
        }

        return new(ExplainedQuestion.Visibility, false, $"Cette question est masquée : la page « {title} » ne s’applique pas.",
            state.Program.Definition.Pages[page].VisibleIf is { } rule ? [.. Reasons(state, rule, null, wanted: false)] : []);
    }

    // Whatever must be shown for the field to be shown, from the outside in.
    private static IEnumerable<(Condition? Rule, BoundField? Field)> Chain(BoundField field)
    {
        if (field.Group is { } group)
        {
            foreach (var outer in Chain(group)) yield return outer;
        }

        if (field.Section is { } section) yield return (section.Field.VisibleIf, section);
        yield return (field.Field.VisibleIf, field);
    }

    private static Explanation Rule(FormState state, AnswerPlace place, ExplainedQuestion question, Condition? rule, bool holds, string yes, string no) =>
        new(question, holds, holds ? yes : no, rule is null ? [] : [.. Reasons(state, rule, place.Row, holds)]);

    /// <summary>The parts of a condition that made it hold, or fail: all of them where all count, only those that decided otherwise.</summary>
    private static IEnumerable<Reason> Reasons(FormState state, Condition condition, FormRow? row, bool wanted)
    {
        switch (condition)
        {
            case JoinedCondition { Join: Junction.None } none:
                return none.Parts.Where(p => Holds(state, p, row) != wanted).SelectMany(p => Reasons(state, p, row, !wanted));
            case JoinedCondition joined:
                return joined.Parts.Where(p => Holds(state, p, row) == wanted).SelectMany(p => Reasons(state, p, row, wanted));
            case ConditionReference reference when state.Program.Definition.Conditions.FirstOrDefault(c => string.Equals(c.Key, reference.Name, StringComparison.Ordinal)) is { } named:
                var name = new Reason(ConditionWords.NameOf(state.Program, reference.Name).Trim('«', '»', '\u202f'), Holds(state, named.If, null), null, null);
                return Reasons(state, named.If, null, wanted).Prepend(name);
            default:
                return [One(state, condition, row)];
        }
    }

    private static string Counted(int rows, RepeatedGroupField group) => rows switch
    {
        0 => $"{ConditionWords.QuestionName(group)} n’a aucune ligne",
        1 => $"{ConditionWords.QuestionName(group)} a une ligne",
        _ => $"{ConditionWords.QuestionName(group)} a {rows} lignes",
    };

    private static bool Holds(FormState state, Condition condition, FormRow? row) =>
        state.Program.Bind(condition, GroupOf(state, row)).Holds(new Scope(state, row));

    private static BoundField? GroupOf(FormState state, FormRow? row) => row is null ? null : state.Program.Groups.FirstOrDefault(g => state.RowsAt(g.Slot).Contains(row));

    private static Reason One(FormState state, Condition condition, FormRow? row)
    {
        var holds = Holds(state, condition, row);
        var rule = ConditionWords.Of(state.Program, condition);
        if (condition is not Comparison { Of: null } comparison || state.Program.Find(comparison.Field) is not { } read) return new(rule, holds, null, null);
        var name = ConditionWords.QuestionName(read.Field);
        if (read.Field is RepeatedGroupField group) return new(rule, holds, Counted(state.IsVisible(new AnswerPlace(read)) ? state.Rows(read).Count : 0, group), read.Field.Key);
        var place = new AnswerPlace(read, read.Group is null ? null : row);
        var value = state[place];
        var answer = !state.IsVisible(place) ? $"{name} est masquée" : value.IsAbsent ? $"{name} n’a pas de réponse" : $"la réponse à {name} est «\u202f{AnswerText.Of(read.Field, value)}\u202f»";
        return new(rule, holds, answer, read.Field.Key);
    }
}
