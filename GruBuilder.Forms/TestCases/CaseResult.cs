using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Forms.TestCases;

/// <summary>A question, a value or an error of a result.</summary>
/// <param name="Path">Where it stands: <c>nom</c>, <c>enfants[0].classe</c>; the key of an end page.</param>
/// <param name="Label">What it is called, kept for when the form no longer has it.</param>
/// <param name="Text">The value, or the error's message; empty for a question.</param>
public sealed record CasePlace(string Path, string Label, string Text = "")
{
    /// <summary>The key of the question.</summary>
    [JsonIgnore]
    public string FieldKey => Path[(Path.IndexOf("].", StringComparison.Ordinal) is var row and >= 0 ? row + 2 : 0)..].Split('.')[0];

    /// <summary>The key of the series that it stands in, or null.</summary>
    [JsonIgnore]
    public string? GroupKey => Path.IndexOf('[', StringComparison.Ordinal) is var bracket and > 0 ? Path[..bracket] : null;
}

/// <summary>What a form makes of answers, as far as test cases look.</summary>
/// <param name="Known">The keys of every question that the form has: what comes later is new, not different.</param>
/// <param name="Shown">What the person sees.</param>
/// <param name="Values">What was computed of what they see.</param>
/// <param name="Errors">Answers that are refused.</param>
/// <param name="End">The way out that they come to, or null.</param>
public sealed record CaseResult(ImmutableArray<string> Known, ImmutableArray<CasePlace> Shown, ImmutableArray<CasePlace> Values, ImmutableArray<CasePlace> Errors, CasePlace? End = null)
{
    /// <summary>What an open form gives.</summary>
    public static CaseResult Of(FormState state)
    {
        var shown = ImmutableArray.CreateBuilder<CasePlace>();
        var values = ImmutableArray.CreateBuilder<CasePlace>();
        foreach (var field in state.Program.Fields)
        {
            Look(new AnswerPlace(field));
            if (!state.IsVisible(new AnswerPlace(field))) continue;
            foreach (var row in state.Rows(field))
            {
                foreach (var column in field.Columns) Look(new AnswerPlace(column, row));
            }
        }

        var errors = AnswerValidator.Validate(state).DistinctBy(e => e.Path, StringComparer.Ordinal).Select(e => new CasePlace(e.Path, Label(state, e.Place), e.Message));
        var end = state.End?.End;
        return new CaseResult([.. state.Program.Definition.AllFields().Select(f => f.Key)], shown.ToImmutable(), values.ToImmutable(), [.. errors], end is null ? null : new CasePlace(end.Key, end.Title));

        void Look(AnswerPlace place)
        {
            if (!state.IsVisible(place)) return;
            var (path, label) = (AnswerValidator.PathOf(state, place), Label(state, place));
            shown.Add(new CasePlace(path, label));
            if (place.Field.Field is ComputedField computed) values.Add(new CasePlace(path, label, AnswerText.Of(computed, state[place])));
        }
    }

    /// <summary>A few words on it: <c>7 questions, Total : 12,50 €, aucune erreur</c>.</summary>
    public string InWords()
    {
        List<string> parts = [Shown.Length == 1 ? "1 question" : $"{Shown.Length} questions"];
        parts.AddRange(Values.Take(MostValues).Select(v => $"{v.Label}\u202f: {(v.Text.Length > 0 ? v.Text : "pas de valeur")}"));
        parts.Add(Errors.Length switch { 0 => "aucune erreur", 1 => "1 erreur", var count => $"{count} erreurs" });
        if (End is not null) parts.Add($"arrêt à «\u202f{End.Label}\u202f»");
        return string.Join(", ", parts);
    }

    private const int MostValues = 3;

    private static string Label(FormState state, AnswerPlace place)
    {
        var label = string.IsNullOrWhiteSpace(place.Field.Field.Label) ? "Texte d’information" : place.Field.Field.Label.Trim();
        return place is { Row: { } row, Field.Group: { Field: RepeatedGroupField group } bound } ? $"{group.RowName(state.RowsAt(bound.Slot).IndexOf(row))}, {label}" : label;
    }
}
