using System.Collections.Frozen;

namespace GruBuilder.Forms.Designer.Guide;

/// <summary>A sentence on single controls, shown beside them while somebody asks for it. Controls that are not named here show their title.</summary>
public static class Tips
{
    /// <summary>The sentences, by the control's HTML id.</summary>
    public static FrozenDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["gd-form-title"] = "Le nom que l’usager lit en haut du formulaire : un verbe et son objet.",
        ["gd-undo"] = "Défait votre dernier changement, puis le précédent, aussi loin que vous voulez.",
        ["gd-redo"] = "Refait ce que vous venez d’annuler.",
        ["gd-findings"] = "Ce que le formulaire a repéré en se relisant : à corriger, à vérifier, conseils.",
        ["gd-view-drawing"] = "Dessiner : ajouter, écrire, déplacer.",
        ["gd-view-preview"] = "Remplir le formulaire comme un usager, sans rien envoyer.",
        ["gd-view-paths"] = "Les chemins différents que suivent les usagers selon leurs réponses.",
        ["gd-view-cases"] = "Des réponses gardées pour vérifier que le formulaire fait toujours ce qui est attendu.",
        ["gd-view-links"] = "Quelle question dépend de quelle autre.",
        ["gd-view-history"] = "Ce qui a été changé, par qui, et le moyen d’y revenir.",
        ["gd-view-texts"] = "Les textes en français, en anglais et en mots faciles.",
        ["gd-view-json"] = "Enregistrer le formulaire dans un fichier, ou en reprendre un.",
        ["gd-left-palette"] = "Les types de questions à ajouter.",
        ["gd-left-outline"] = "La liste de toutes les questions.",
        ["gd-search"] = "Cherchez par un mot : naissance, banque, photo.",
        ["gd-add-page"] = "Ajoute une étape. L’usager passe de l’une à l’autre.",
        ["gd-form-rules"] = "Les conditions et les tarifs qui servent à tout le formulaire.",
        ["gd-panel-Question"] = "Le texte de la question et son aide.",
        ["gd-panel-Answer"] = "Ce que l’usager peut répondre.",
        ["gd-panel-Rules"] = "Quand la question se montre, et ce qui est vérifié.",
        ["gd-panel-PersonalData"] = "La raison de poser la question, que l’usager peut lire.",
        ["gd-label-box"] = "Une phrase courte, comme au guichet.",
        ["gd-help"] = "Un exemple ou une précision, sous la question.",
        ["gd-required"] = "L’usager ne peut pas envoyer sans répondre. Décoché, la question dit « facultatif ».",
        ["gd-kind"] = "Changez de type sans rien récrire.",
        ["gd-place"] = "Envoyez la question sur une autre page.",
        ["gd-add-rule"] = "Cache la question tant qu’une autre réponse n’est pas donnée.",
        ["gd-add-check"] = "Compare la réponse à une autre, avec votre phrase si cela ne va pas.",
        ["gd-purpose"] = "Pour que l’usager sache à quoi sert sa réponse.",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
