using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;

namespace GruBuilder.Tests.Designer;

/// <summary>A form in which every state of the designer can be reached: each kind of question that the palette has, rules, ends, two languages, and something wrong.</summary>
internal static class EveryStateForm
{
    public const string KindsPage = "types";

    public static FormDefinition Form { get; } = Drawn.Form with
    {
        Key = "tous-les-etats",
        Title = "Tous les états",
        Pages =
        [
            new Page
            {
                Key = "vous",
                Title = "Vous",
                Fields =
                [
                    new ShortTextField { Key = "nom", Label = "Nom", Required = true, English = new() { Label = "Name" }, Easy = new() { Label = "Votre nom" } },
                    new SingleChoiceField { Key = "statut", Label = "Vous êtes", Required = true, Options = [new("particulier", "Particulier"), new("association", "Association")] },
                    Drawn.Text("association", "Nom de l’association") with { VisibleIf = new Comparison("statut", Comparator.IsEqualTo, AnswerValue.Of("association")) },
                    Drawn.Text("orpheline", "Question orpheline") with { VisibleIf = new Comparison("disparue", Comparator.IsEqualTo, AnswerValue.Of("x")) },
                    new NumberField { Key = "repas", Label = "Repas par semaine" },
                ],
            },
            new Page { Key = KindsPage, Title = "Tous les types", Fields = [.. KindCatalogue.All.Select(k => k.Fresh)] },
        ],
    };
}
