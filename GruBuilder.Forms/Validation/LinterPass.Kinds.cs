using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Validation;

/// <content>What choices and the kinds beside the usual ones may have wrong.</content>
internal sealed partial class LinterPass
{
    private bool Options(ChoiceField field)
    {
        if (field.List is { } list)
        {
            if (lists is not null && lists.Find(list) is null) Report(field, Severity.Error, "list-unknown", $"« {field.Label} » prend ses réponses dans la liste « {list} », qui n'existe pas : choisissez-en une autre.", ".list");
            if (field.Options.IsDefaultOrEmpty) return true;
        }

        return Options(field, field.Options);
    }

    private bool Options(Field field, ImmutableArray<Option> options)
    {
        if (options.IsDefaultOrEmpty)
        {
            Report(field, Severity.Error, "choice-without-options", $"« {field.Label} » ne propose aucune réponse : ajoutez-en au moins deux.", ".options");
            return true;
        }

        if (options.Length == 1) Report(field, Severity.Warning, "choice-single-option", $"« {field.Label} » ne propose qu'une réponse.", ".options");
        if (options.Any(o => string.IsNullOrWhiteSpace(o.Label))) Report(field, Severity.Error, "option-without-label", $"« {field.Label} » : une des réponses est vide.", ".options");
        Repeated(field, options, "la même réponse", ".options");
        return true;
    }

    public bool Visit(YesNoField field) => true;

    public bool Visit(SingleChoiceField field)
    {
        Options(field);
        if (field.LinkedTo is not { } key || definition.FindField(key) is not SingleChoiceField { Options.IsDefaultOrEmpty: false } other) return true;
        var values = other.Options.Select(o => o.Value).ToHashSet(StringComparer.Ordinal);
        if (field.Options.FirstOrDefault(o => o.Parent is { } parent && !values.Contains(parent)) is { } orphan)
        {
            Report(field, Severity.Warning, "option-never-offered", $"« {field.Label} » : « {orphan.Label} » va avec « {orphan.Parent} », que « {other.Label} » ne propose pas.", ".options");
        }

        return true;
    }

    public bool Visit(MultipleChoiceField field)
    {
        Options(field);
        if (field.MinChoices > field.Options.Length && !field.Options.IsDefaultOrEmpty) Report(field, Severity.Error, "bounds-crossed", $"« {field.Label} » demande plus de réponses qu'il n'en propose.", ".minChoices");
        return Bounds(field, field.MinChoices, field.MaxChoices, "le nombre de choix");
    }

    public bool Visit(RankingField field) => Options(field);

    private bool Days(Field field, DateBound? min, DateBound? max)
    {
        var day = new DateOnly(2024, 6, 15);
        if (min?.Resolve(day) > max?.Resolve(day) && min!.Value.IsRelative == max!.Value.IsRelative) Report(field, Severity.Error, "bounds-crossed", $"« {field.Label} » : la première date possible suit la dernière.", ".min");
        return true;
    }

    public bool Visit(AmountField field) => Bounds(field, field.Min, field.Max, "le montant");

    public bool Visit(TimeField field)
    {
        if (field.Min > field.Max) Report(field, Severity.Error, "bounds-crossed", $"« {field.Label} » : la première heure possible suit la dernière.", ".min");
        return true;
    }

    public bool Visit(DateTimeField field) => Days(field, field.Min, field.Max);

    public bool Visit(MonthField field) => Days(field, field.Min, field.Max);

    public bool Visit(DateRangeField field) => Days(field, field.Min, field.Max);

    public bool Visit(RatingField field) => true;

    public bool Visit(IdentifierField field) => true;

    public bool Visit(ConsentField field)
    {
        if (string.IsNullOrWhiteSpace(field.Text)) Report(field, Severity.Advice, "consent-without-text", $"« {field.Label} » : écrivez à quoi l'usager consent, pour qu'il en garde la trace.", ".text");
        return true;
    }

    public bool Visit(HiddenValueField field)
    {
        if (field is { Default.IsAbsent: true, QueryParameter: null }) Report(field, Severity.Warning, "hidden-value-empty", $"« {field.Label} » n'a jamais de valeur : écrivez-en une, ou le paramètre de l'adresse qui la donne.", ".default");
        return true;
    }

    public bool Visit(ImageField field)
    {
        if (field.Address is null) Report(field, Severity.Error, "image-source", "Indiquez l'adresse https de l'image, ou le nom d'un fichier PNG, JPEG, WebP ou GIF du dossier images de la ville.", ".source");
        if (string.IsNullOrWhiteSpace(field.AlternativeText)) Report(field, Severity.Warning, "image-without-alternative", "Dites ce que montre l'image, pour les personnes qui ne la voient pas.", ".alternativeText");
        return true;
    }
}
