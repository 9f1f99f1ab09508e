using System.Collections.Immutable;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Forms.Revisions;

/// <summary>An answer that a newer form has no place for.</summary>
/// <param name="Label">The question as it was asked.</param>
/// <param name="Answer">What was answered, in words.</param>
public sealed record LostAnswer(string Label, string Answer);

/// <summary>A draft brought over to a newer version of its form.</summary>
/// <param name="State">The newer form with the answers that it takes.</param>
/// <param name="Changes">What changed for this person: only what they are asked, in form order.</param>
/// <param name="Lost">What it has no place for.</param>
/// <param name="ToReview">Visible questions to look at: new ones without an answer, and those whose answer is not accepted any more.</param>
public sealed record MovedDraft(FormState State, ImmutableArray<FormChange> Changes, ImmutableArray<LostAnswer> Lost, ImmutableArray<AnswerPlace> ToReview)
{
    /// <summary>Moves a draft.</summary>
    /// <param name="older">The form that it was made with.</param>
    /// <param name="answers">Its answers, hidden ones too.</param>
    /// <param name="newer">The form that it goes on with.</param>
    /// <param name="circumstances">Who fills it, and when.</param>
    /// <exception cref="FormatException">The answers are not JSON.</exception>
    public static MovedDraft Of(FormProgram older, string answers, FormProgram newer, Circumstances circumstances)
    {
        var before = older.Open(circumstances);
        AnswersJson.Read(before, answers);
        var after = newer.Open(circumstances);
        AnswersJson.Read(after, answers);
        StartNewOnes(older, after);
        var refused = AnswerValidator.Validate(after);
        var wasRefused = AnswerValidator.Validate(before).Select(e => e.Path).ToHashSet(StringComparer.Ordinal);
        var review = newer.Fields
            .Where(f => f.Field is InputField && after.IsVisible(new AnswerPlace(f)) && older.Find(f.Field.Key) is null)
            .Select(f => new AnswerPlace(f))
            .Concat(refused.Where(e => !wasRefused.Contains(e.Path)).Select(e => e.Place))
            .Distinct();
        var changes = FormDifference.Between(older.Definition, newer.Definition).Where(c => Concerns(c, before, after));
        return new MovedDraft(after, [.. changes], Missing(before, newer), [.. review.OrderBy(p => (p.Field.Group ?? p.Field).Slot)]);
    }

    // A question that was not there starts as in a new form.
    private static void StartNewOnes(FormProgram older, FormState after)
    {
        var fresh = after.Program.Open(after.Circumstances);
        foreach (var field in after.Program.Fields)
        {
            if (field.Field is InputField && older.Find(field.Field.Key) is null) after.Assign(new AnswerPlace(field), fresh.Raw(new AnswerPlace(field)));
        }
    }

    private static bool Concerns(FormChange change, FormState before, FormState after) =>
        change.FieldKey is { } key && (IsShown(before, key) || IsShown(after, key));

    private static bool IsShown(FormState state, string key) => state.Program.Find(key) is { } field && state.IsVisible(new AnswerPlace(field.Group ?? field));

    private static ImmutableArray<LostAnswer> Missing(FormState before, FormProgram newer)
    {
        var lost = ImmutableArray.CreateBuilder<LostAnswer>();
        foreach (var field in before.Program.Fields)
        {
            if (!before.IsVisible(new AnswerPlace(field))) continue;
            if (field.Field is InputField && newer.Find(field.Field.Key) is not { Group: null }) Add(field, before[new AnswerPlace(field)]);
            foreach (var row in before.Rows(field))
            {
                foreach (var column in field.Columns)
                {
                    if (column.Field is InputField && !string.Equals(newer.Find(column.Field.Key)?.Group?.Field.Key, field.Field.Key, StringComparison.Ordinal)) Add(column, before[new AnswerPlace(column, row)]);
                }
            }
        }

        return lost.ToImmutable();

        void Add(BoundField field, AnswerValue value)
        {
            if (!value.IsAbsent) lost.Add(new LostAnswer(field.Field.Label, AnswerText.Of(field.Field, value, before.Circumstances.Language)));
        }
    }
}
