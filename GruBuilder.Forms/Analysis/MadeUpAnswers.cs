using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Forms.Analysis;

/// <summary>Fills a form with plausible answers, to see at a glance what it gives.</summary>
public static class MadeUpAnswers
{
    // Words of a question, without accents, and what somebody might answer to it; the first that fits counts.
    private static readonly (string Word, string Answer)[] Plausible =
    [
        ("prenom", "Camille"), ("association", "Les Amis du Parc"), ("ecole", "École Jules-Ferry"), ("classe", "CE2"), ("ville", "Ronchin"), ("commune", "Ronchin"),
        ("rue", "12 rue du Général-Leclerc"), ("adresse", "12 rue du Général-Leclerc"), ("lieu", "Devant la mairie"), ("profession", "Infirmière"), ("nom", "Martin"),
    ];

    /// <summary>Answers every question that is asked, needed or not, as far as an answer can be made up. What is answered stays.</summary>
    public static void Fill(FormState state)
    {
        // What is filled may show further questions, which mostly stand below.
        for (var round = 0; round < 3; round++)
        {
            foreach (var field in state.Program.Fields)
            {
                if (!state.IsVisible(new AnswerPlace(field))) continue;
                if (field.Field is RepeatedGroupField && state.Rows(field).Count == 0) state.AddRow(field);
                foreach (var row in state.Rows(field))
                {
                    foreach (var column in field.Columns) FillOne(state, new AnswerPlace(column, row));
                }

                FillOne(state, new AnswerPlace(field));
            }
        }
    }

    private static void FillOne(FormState state, AnswerPlace place)
    {
        if (place.Field.Field is not InputField field || !state.IsVisible(place) || state.IsReadOnly(place) || !state[place].IsAbsent) return;
        var answer = field is ShortTextField { Pattern: null } text && ByWords(text) is { } word ? AnswerValue.Of(word) : SampleAnswers.For(place.Field, state.Today);
        if (!answer.IsAbsent) state.Set(place, answer);
    }

    private static string? ByWords(ShortTextField field)
    {
        var words = $"_{Designer.FieldKeys.From(field.Label)}_";
        var answer = Array.Find(Plausible, p => words.Contains($"_{p.Word}_", StringComparison.Ordinal)).Answer;
        return answer is not null && answer.Length >= (field.MinLength ?? 0) && answer.Length <= (field.MaxLength ?? int.MaxValue) ? answer : null;
    }
}
