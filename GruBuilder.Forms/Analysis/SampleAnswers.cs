using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Forms.Analysis;

/// <summary>Made-up answers that each kind of field accepts, to try a form out.</summary>
internal sealed partial class SampleAnswers(DateOnly today) : IFieldVisitor<AnswerValue>
{
    /// <summary>An answer that the field accepts; absent where none can be made up, such as a file.</summary>
    public static AnswerValue For(BoundField field, DateOnly today) => field.Field.Accept(new SampleAnswers(today));

    /// <summary>Answers every question that is asked and must be answered, but those kept as they are.</summary>
    public static void Fill(FormState state, IReadOnlySet<BoundField> kept)
    {
        // What is filled may show further questions, which mostly stand below.
        for (var round = 0; round < 3; round++)
        {
            foreach (var field in state.Program.Fields)
            {
                if (!state.IsVisible(new AnswerPlace(field))) continue;
                foreach (var row in state.Rows(field))
                {
                    foreach (var column in field.Columns) FillOne(state, new AnswerPlace(column, row));
                }

                if (!kept.Contains(field)) FillOne(state, new AnswerPlace(field));
            }
        }
    }

    private static void FillOne(FormState state, AnswerPlace place)
    {
        if (state.IsVisible(place) && state[place].IsAbsent && state.IsRequired(place)) state.Assign(place, For(place.Field, state.Today));
    }

    public AnswerValue Visit(ShortTextField field)
    {
        if (field.Pattern is not null && field.Example is { } example) return AnswerValue.Of(example);
        return Fitting("Exemple", field.MinLength, field.MaxLength);
    }

    public AnswerValue Visit(LongTextField field) => Fitting("Ceci est une réponse d'exemple.", field.MinLength, field.MaxLength);

    public AnswerValue Visit(NumberField field) => AnswerValue.Of(field.Min ?? Math.Min(field.Max ?? 1, 1));

    public AnswerValue Visit(DateField field) => AnswerValue.Of(Day(field.Min, field.Max));

    public AnswerValue Visit(EmailField field) => AnswerValue.Of("camille.martin@exemple.fr");

    public AnswerValue Visit(TelephoneField field) => AnswerValue.Of("06 12 34 56 78");

    public AnswerValue Visit(PostalAddressField field) => AnswerValue.Of(new PostalAddress("650 avenue Jean Jaurès", "", "59790", "Ronchin"));

    // Stands for a file that nobody has: enough to follow a journey and to see the pages, never kept.
    public AnswerValue Visit(FileField field) => AnswerValue.Of([FileRules.FamiliesOf(field)[0] switch
    {
        FileFamily.Image => new FileAnswer("exemple", "exemple.jpg", 240_000, FileRules.ContentTypes[FileFamily.Image][0], new string('0', 64)),
        FileFamily.Pdf => new FileAnswer("exemple", "exemple.pdf", 80_000, FileRules.ContentTypes[FileFamily.Pdf][0], new string('0', 64)),
        _ => new FileAnswer("exemple", "exemple.odt", 40_000, FileRules.ContentTypes[FileFamily.Document][0], new string('0', 64)),
    }]);

    public AnswerValue Visit(RepeatedGroupField field) => default;

    public AnswerValue Visit(ComputedField field) => default;

    public AnswerValue Visit(InformationField field) => default;

    public AnswerValue Visit(SectionTitleField field) => default;

    private static AnswerValue Fitting(string text, int? min, int? max)
    {
        while (text.Length < min) text += " " + text;
        return AnswerValue.Of(max is { } most && text.Length > most ? text[..most] : text);
    }
}
