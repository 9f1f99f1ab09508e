using System.Collections.Immutable;

namespace GruBuilder.Forms.Designer.Guide;

/// <summary>What a panel or view is for, in plain words.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Sentences">A few short sentences: what it is for, how one goes about it, what cannot go wrong.</param>
public sealed record PanelNote(string Title, ImmutableArray<string> Sentences);

/// <summary>The help of every panel and view of the designer.</summary>
public static class PanelHelp
{
    /// <summary>The palette of kinds.</summary>
    public static PanelNote Palette { get; } = new("Les types de questions",
    [
        "Un clic ajoute la question après celle qui est choisie. Vous pouvez aussi la faire glisser à sa place.",
        "Écrivez son texte tout de suite : le curseur vous attend.",
        "Vous hésitez ? Prenez Texte court. Le type se change à tout moment, le texte reste.",
    ]);

    /// <summary>The blocks of the town.</summary>
    public static PanelNote Blocks { get; } = new("Les blocs de la ville",
    [
        "Un bloc est un groupe de questions qui sert dans plusieurs formulaires : l’adresse, le compte bancaire.",
        "Suivre le bloc évite d’y revenir : quand la ville le change, vos formulaires changent avec lui.",
        "Une copie vous laisse libre de tout modifier.",
    ]);

    /// <summary>The outline.</summary>
    public static PanelNote Outline { get; } = new("Le plan",
    [
        "Toutes les pages et toutes les questions, dans l’ordre. Un clic y mène.",
        "Utile quand le formulaire est long.",
    ]);

    /// <summary>The findings.</summary>
    public static PanelNote Findings { get; } = new("Les points à voir",
    [
        "Le formulaire se relit tout seul pendant que vous dessinez.",
        "Ce qui est à corriger empêche de publier. Le reste est un conseil : vous décidez.",
        "Un clic mène à l’endroit. Quand une correction est proposée, un bouton la fait pour vous.",
    ]);

    /// <summary>Several questions in hand.</summary>
    public static PanelNote Many { get; } = new("Plusieurs questions à la fois",
    [
        "Ce que vous faites ici vaut pour toutes les questions choisies.",
        "Un clic sur une seule question les relâche. Annuler défait tout d’un coup.",
    ]);

    /// <summary>What is set on a page.</summary>
    public static PanelNote Page { get; } = new("La page",
    [
        "Une page est une étape de l’usager. Donnez-lui un titre court : Votre enfant, Vos documents.",
        "Une règle peut la réserver à certains usagers. Les autres ne la voient pas.",
        "Une sortie arrête l’usager qui n’a pas droit à la démarche, et lui dit pourquoi.",
    ]);

    /// <summary>What is set on the whole form.</summary>
    public static PanelNote Form { get; } = new("Tout le formulaire",
    [
        "Ici se règlent les conditions qui servent à plusieurs questions, et les tableaux de tarifs.",
        "Un tableau se colle depuis un tableur.",
    ]);

    /// <summary>What people say about the form.</summary>
    public static PanelNote Talk { get; } = new("Les échanges",
    [
        "Choisissez une question, puis écrivez. Tous ceux qui dessinent le lisent aussitôt.",
        "Tapez @ pour citer une personne. Elle reçoit un e-mail.",
        "Un autre texte se propose ici. Qui dessine l’accepte d’un clic, et peut l’annuler.",
        "Rien de ce qui est écrit ici n’est publié.",
    ]);

    /// <summary>The help of what the middle shows.</summary>
    public static PanelNote Of(DesignerView view) => view switch
    {
        DesignerView.Drawing => new("Le dessin",
        [
            "La feuille est le formulaire, tel que l’usager le verra. Un clic choisit une question, un autre sur son texte permet de l’écrire sur place.",
            "Faites glisser une question pour la déplacer, ou utilisez Alt et les flèches.",
            "Tout s’enregistre seul, et tout s’annule : essayez sans crainte.",
        ]),
        DesignerView.Preview => new("L’aperçu",
        [
            "Répondez comme un usager : rien n’est envoyé.",
            "Remplir avec des exemples répond partout à votre place.",
            "Sous le formulaire, vous lisez pourquoi une question est montrée ou cachée.",
        ]),
        DesignerView.Paths => new("Les parcours",
        [
            "Selon ses réponses, chaque usager ne voit qu’une partie des questions. Ici figurent tous ces chemins, avec un exemple pour chacun.",
            "Ouvrez un exemple dans l’aperçu pour le suivre pas à pas.",
        ]),
        DesignerView.Cases => new("Les essais",
        [
            "Un essai garde des réponses et ce que le formulaire en fait. Il se refait seul à chaque changement.",
            "S’il donne autre chose, lisez ce qui diffère : corrigez le formulaire, ou acceptez le nouveau résultat.",
            "Un essai supprimé se remet d’un clic.",
        ]),
        DesignerView.Links => new("Les liens",
        [
            "Un trait relie deux questions quand l’une dépend de l’autre.",
            "Choisissez une question : vous lisez ce qui dépend d’elle avant de la changer.",
        ]),
        DesignerView.History => new("L’historique",
        [
            "Chaque changement, avec son auteur et son heure. Regardez le formulaire tel qu’il était à ce moment-là.",
            "Revenir à un état ancien est un changement comme un autre : il s’annule aussi.",
        ]),
        DesignerView.Texts => new("Les langues",
        [
            "Le même texte en français, en anglais et en mots faciles à lire, côte à côte.",
            "Un texte à revoir est signalé : le français a changé après la traduction.",
        ]),
        DesignerView.Json => new("Le fichier",
        [
            "Le formulaire entier dans un fichier, pour le garder ailleurs ou le donner à une autre ville.",
            "Remplacer le formulaire par un fichier s’annule comme le reste.",
        ]),
        _ => throw new ArgumentOutOfRangeException(nameof(view), view, "This view has no help: write it here."),
    };

    /// <summary>The help of what the middle shows, for who reads the form over.</summary>
    public static PanelNote ForReaders(DesignerView view) => view switch
    {
        DesignerView.Drawing => new("La relecture",
        [
            "La feuille est le formulaire, tel que l’usager le verra. Un clic choisit une question.",
            "Commentez-la, ou proposez un autre texte. Ceux qui dessinent le lisent aussitôt, et décident.",
            "Vous ne pouvez rien abîmer ici.",
        ]),
        DesignerView.Cases => new("Les essais",
        [
            "Un essai garde des réponses et ce que le formulaire en fait. Il se refait seul à chaque changement.",
            "S’il donne autre chose, dites-le dans les échanges.",
        ]),
        DesignerView.History => new("L’historique",
        [
            "Chaque changement, avec son auteur et son heure. Regardez le formulaire tel qu’il était à ce moment-là.",
        ]),
        _ => Of(view),
    };

    /// <summary>The help of a panel on what is selected.</summary>
    public static PanelNote Of(PropertyPanel panel) => panel switch
    {
        PropertyPanel.Question => new("La question",
        [
            "Écrivez la question comme vous la diriez au guichet, en une phrase courte.",
            "L’aide donne un exemple. Si elle devient longue, la question est sans doute à récrire.",
            "Une réponse est obligatoire par défaut. Décochez si vous pouvez vous en passer.",
        ]),
        PropertyPanel.Answer => new("La réponse",
        [
            "Ce que l’usager peut répondre : les choix proposés, les limites, les unités.",
            "Une réponse hors limite lui est signalée tout de suite, avec ce qu’il doit faire.",
        ]),
        PropertyPanel.Rules => new("Les règles",
        [
            "Une règle est une phrase : afficher cette question si telle réponse est donnée.",
            "Une question cachée n’est ni demandée ni gardée.",
            "Une vérification compare des réponses entre elles : la date de fin suit la date de début.",
        ]),
        PropertyPanel.PersonalData => new("Les données personnelles",
        [
            "La loi demande de dire à l’usager pourquoi vous posez chaque question.",
            "Si vous ne trouvez pas la raison, supprimez la question : le formulaire sera plus court.",
        ]),
        _ => throw new ArgumentOutOfRangeException(nameof(panel), panel, "This panel has no help: write it here."),
    };
}
