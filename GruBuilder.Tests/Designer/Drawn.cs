using System.Collections.Immutable;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Tests.Designer;

/// <summary>A small form to draw on: two pages, a choice, a group, a formula and rules.</summary>
internal static class Drawn
{
    public static FormDefinition Form { get; } = new()
    {
        Key = "cantine",
        Title = "Cantine",
        Pages =
        [
            new Page
            {
                Key = "vous",
                Title = "Vous",
                Fields =
                [
                    Text("nom", "Nom"),
                    Text("prenom", "Prénom"),
                    new SingleChoiceField { Key = "statut", Label = "Vous êtes", Options = [new("particulier", "Particulier"), new("association", "Association")] },
                    Text("nom_association", "Nom de l’association") with { VisibleIf = new Comparison("statut", Comparator.IsEqualTo, AnswerValue.Of("association")) },
                ],
            },
            new Page
            {
                Key = "enfants",
                Title = "Vos enfants",
                VisibleIf = new JoinedCondition(Junction.All, [new Comparison("statut", Comparator.IsEqualTo, AnswerValue.Of("particulier"))]),
                Fields =
                [
                    new RepeatedGroupField { Key = "enfant", Label = "Enfants", Fields = [Text("prenom_enfant", "Prénom de l’enfant"), Text("classe", "Classe")] },
                    new NumberField { Key = "repas", Label = "Repas par semaine" },
                    new ComputedField { Key = "tarif", Label = "Tarif", Formula = "3,5 * repas * count(enfant) + length(\"repas\")" },
                ],
            },
        ],
    };

    public static ShortTextField Text(string key, string label) => new() { Key = key, Label = label };

    public static ImmutableArray<string> Keys(FormDefinition form) => [.. form.AllFields().Select(f => f.Key)];
}
