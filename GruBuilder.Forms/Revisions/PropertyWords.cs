namespace GruBuilder.Forms.Revisions;

/// <summary>The properties of fields in French, and what changing them does to answers given before.</summary>
internal static class PropertyWords
{
    private static readonly Dictionary<string, (string Words, ChangeEffect Effect)> Known = new(StringComparer.Ordinal)
    {
        ["help"] = ("l'aide", ChangeEffect.None),
        ["example"] = ("l'exemple", ChangeEffect.None),
        ["purpose"] = ("la raison de la question", ChangeEffect.None),
        ["requiredMessage"] = ("le message en cas d'oubli", ChangeEffect.None),
        ["patternMessage"] = ("le message d'erreur", ChangeEffect.None),
        ["autocomplete"] = ("le remplissage automatique", ChangeEffect.None),
        ["width"] = ("la largeur", ChangeEffect.None),
        ["english"] = ("le texte en anglais", ChangeEffect.None),
        ["rows"] = ("la hauteur", ChangeEffect.None),
        ["rowLabel"] = ("le nom d'une ligne", ChangeEffect.None),
        ["presentation"] = ("la présentation", ChangeEffect.None),
        ["layout"] = ("la présentation", ChangeEffect.None),
        ["unit"] = ("l'unité", ChangeEffect.None),
        ["format"] = ("l'écriture du résultat", ChangeEffect.None),
        ["text"] = ("le texte", ChangeEffect.None),
        ["default"] = ("la valeur de départ", ChangeEffect.None),
        ["prefill"] = ("ce qui vient du compte", ChangeEffect.None),
        ["readOnly"] = ("la possibilité de modifier la réponse", ChangeEffect.None),
        ["readOnlyIf"] = ("la possibilité de modifier la réponse", ChangeEffect.None),
        ["formula"] = ("le calcul", ChangeEffect.MayRefuse),
        ["visibleIf"] = ("la règle d'affichage", ChangeEffect.MayRefuse),
        ["requiredIf"] = ("la règle qui rend la réponse obligatoire", ChangeEffect.MayRefuse),
        ["checks"] = ("les vérifications", ChangeEffect.MayRefuse),
        ["min"] = ("la plus petite valeur permise", ChangeEffect.MayRefuse),
        ["max"] = ("la plus grande valeur permise", ChangeEffect.MayRefuse),
        ["minLength"] = ("la longueur minimale", ChangeEffect.MayRefuse),
        ["maxLength"] = ("la longueur maximale", ChangeEffect.MayRefuse),
        ["pattern"] = ("la façon d'écrire la réponse", ChangeEffect.MayRefuse),
        ["decimals"] = ("le nombre de décimales", ChangeEffect.MayRefuse),
        ["minRows"] = ("le nombre minimal de lignes", ChangeEffect.MayRefuse),
        ["maxRows"] = ("le nombre maximal de lignes", ChangeEffect.MayRefuse),
        ["minChoices"] = ("le nombre minimal de choix", ChangeEffect.MayRefuse),
        ["maxChoices"] = ("le nombre maximal de choix", ChangeEffect.MayRefuse),
        ["private"] = ("le public de la question", ChangeEffect.MayRefuse),
        ["uniqueInRows"] = ("l'unicité de la réponse", ChangeEffect.MayRefuse),
    };

    public static (string Words, ChangeEffect Effect) Of(string property) => Known.GetValueOrDefault(property, ("un réglage", ChangeEffect.MayRefuse));

    public static bool IsPlural(string words) => words.StartsWith("les ", StringComparison.Ordinal);
}
