using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer.Guide;

/// <summary>One step of the guided tour.</summary>
/// <param name="Key">Names the part of the screen that is lit.</param>
/// <param name="Title">What is done, as an order.</param>
/// <param name="Does">How, in two sentences.</param>
/// <param name="IsDone">Whether the form says that it was done, by whatever gesture.</param>
public sealed record TourStep(string Key, string Title, string Does, Func<DesignSession, bool> IsDone);

/// <summary>
/// The first form that somebody draws, in five steps: the person does each with the real designer, the tour looks at the form and says
/// when it is done. It never goes on by itself, and any step can be passed over.
/// </summary>
/// <param name="session">The hand that draws.</param>
/// <param name="at">The step to begin with, zero-based; the number of steps when all are done.</param>
public sealed class GuidedTour(DesignSession session, int at = 0)
{
    /// <summary>The steps.</summary>
    public static ImmutableArray<TourStep> Steps { get; } =
    [
        new("add", "Posez une première question", "Dans la liste des questions, choisissez Texte court. Elle arrive sur la feuille, prête à être écrite.",
            s => s.Form.AllFields().Any(f => f is InputField)),
        new("write", "Écrivez-la", "Dans la case Texte de la question, écrivez : Votre prénom. Une erreur ? La flèche Annuler défait tout.",
            s => s.Form.AllFields().Any(f => f is InputField && IsWritten(f))),
        new("choice", "Demandez un oui ou un non", "Choisissez Oui ou non, puis écrivez : Venez-vous avec un enfant ?",
            s => s.Form.AllFields().Any(f => f is YesNoField && IsWritten(f))),
        new("rule", "Ne demandez que l’utile", "Ajoutez un Nombre : Âge de l’enfant. Ouvrez l’onglet Règles, puis Afficher seulement si… : la phrase dit quelle réponse attendre.",
            s => s.Form.AllFields().Any(f => f.VisibleIf is not null)),
        new("try", "Essayez comme un usager", "En haut, ouvrez Aperçu et répondez. L’âge n’apparaît que si vous répondez oui.",
            s => s.View == DesignerView.Preview),
    ];

    /// <summary>The present step, zero-based; the number of steps when all are done.</summary>
    public int At { get; private set; } = Math.Clamp(at, 0, Steps.Length);

    /// <summary>The present step, or null when all are done.</summary>
    public TourStep? Now => At < Steps.Length ? Steps[At] : null;

    /// <summary>Whether what the present step asks for is there.</summary>
    public bool IsDone => Now?.IsDone(session) == true;

    /// <summary>Goes on, done or not.</summary>
    public void Next() => At = Math.Min(At + 1, Steps.Length);

    /// <summary>Goes one step back.</summary>
    public void Back() => At = Math.Max(At - 1, 0);

    private static bool IsWritten(Field field) => field.Label.Trim().Length > 0 && !string.Equals(field.Label.Trim(), KindCatalogue.Of(field).Name, StringComparison.Ordinal);
}
