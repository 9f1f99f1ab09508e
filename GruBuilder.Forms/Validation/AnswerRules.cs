using System.Text.RegularExpressions;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Validation;

/// <summary>What each kind of field asks of an answer. Gives a sentence that says what to do, or null.</summary>
internal sealed partial class AnswerRules(DateOnly today) : IFieldVisitor<string?>
{
    private AnswerValue _value;

    /// <summary>The kind's rule on an answer; what is wrong in its parts is in <see cref="PartErrors"/>.</summary>
    public string? Check(InputField field, AnswerValue value, bool isRequired)
    {
        _partErrors.Clear();
        (_value, _isRequired) = (value, isRequired);
        return field.Accept(this);
    }

    /// <summary>Whether there is nothing to read in it.</summary>
    public static bool IsMissing(in AnswerValue value) => value.IsAbsent || (value.AsText is { } text && string.IsNullOrWhiteSpace(text));

    /// <summary>What to say when an answer is missing.</summary>
    public static string Missing(InputField field) => field.RequiredMessage ?? field switch
    {
        RankingField => $"Classez les réponses à « {field.Label} ».",
        ChoiceField or YesNoField => $"Choisissez une réponse à « {field.Label} ».",
        FileField => $"Ajoutez un fichier à « {field.Label} ».",
        DateField => $"Indiquez une date à « {field.Label} », par exemple 14/07/1986.",
        EmailField => $"Indiquez une adresse e-mail à « {field.Label} », par exemple nom@exemple.fr.",
        TelephoneField => $"Indiquez un numéro de téléphone à « {field.Label} », par exemple 06 12 34 56 78.",
        PostalAddressField => $"Indiquez une adresse à « {field.Label} ».",
        ConsentField => $"Cochez « {field.Label} » pour continuer.",
        AmountField => $"Indiquez un montant à « {field.Label} », par exemple 1\u202f234,50.",
        TimeField => $"Indiquez une heure à « {field.Label} », par exemple 14:30.",
        DateTimeField => $"Indiquez un jour et une heure à « {field.Label} ».",
        MonthField => $"Indiquez un mois à « {field.Label} ».",
        DateRangeField => $"Indiquez le premier et le dernier jour de « {field.Label} ».",
        RatingField => $"Choisissez une note à « {field.Label} ».",
        IdentifierField identifier => $"Indiquez {Identifiers.Of(identifier.Scheme).Asked} à « {field.Label} », par exemple {Identifiers.Of(identifier.Scheme).Example}.",
        NumberField => $"Indiquez un nombre à « {field.Label} ».",
        CommuneField => $"Indiquez une commune à « {field.Label} ».",
        MapPlaceField => $"Indiquez un lieu à « {field.Label} » : une adresse, ou un point sur la carte.",
        SignatureField => $"Signez à « {field.Label} ».",
        _ => $"Répondez à « {field.Label} ».",
    };

    public string? Visit(ShortTextField field)
    {
        if (_value.AsText is not { } text) return $"Écrivez votre réponse à « {field.Label} ».";
        if (text.AsSpan().ContainsAny('\r', '\n')) return $"Écrivez votre réponse à « {field.Label} » sur une seule ligne.";
        return Length(field.Label, text, field.MinLength, field.MaxLength) ?? Pattern(field, text);
    }

    public string? Visit(LongTextField field) => _value.AsText is { } text
        ? Length(field.Label, text, field.MinLength, field.MaxLength)
        : $"Écrivez votre réponse à « {field.Label} ».";

    public string? Visit(NumberField field)
    {
        var example = field.Decimals == 0 ? AnswerText.Number(field.Min ?? 12) : AnswerText.Number((field.Min ?? 12) + 0.5m, field.Decimals);
        if (_value.AsNumber is not { } number) return $"« {field.Label} » : indiquez un nombre, par exemple {example}.";
        if (field.Decimals == 0 && number != decimal.Truncate(number)) return $"« {field.Label} » : indiquez un nombre entier, sans virgule.";
        if (decimal.Round(number, field.Decimals) != number) return $"« {field.Label} » : gardez {field.Decimals} chiffre{(field.Decimals > 1 ? "s" : "")} après la virgule au plus.";
        return (field.Min, field.Max) switch
        {
            ({ } min, { } max) when number < min || number > max => $"« {field.Label} » : indiquez un nombre de {AnswerText.Number(min)} à {AnswerText.Number(max)}.",
            ({ } min, null) when number < min => $"« {field.Label} » : indiquez {AnswerText.Number(min)} ou plus.",
            (null, { } max) when number > max => $"« {field.Label} » : indiquez {AnswerText.Number(max)} ou moins.",
            _ => null,
        };
    }

    public string? Visit(DateField field) => _value.AsDate is { } day
        ? Within(field.Label, day, field.Min, field.Max)
        : $"« {field.Label} » : indiquez une date qui existe, par exemple 14/07/1986.";

    public string? Visit(PostalAddressField field)
    {
        if (_value.AsAddress is not { } address) return $"Indiquez une adresse à « {field.Label} ».";
        if (new[] { address.Street, address.Complement, address.City }.Any(p => p.Length > 200)) return $"« {field.Label} » : raccourcissez l'adresse.";
        if (string.IsNullOrWhiteSpace(address.Street)) return $"« {field.Label} » : indiquez le numéro et la rue.";
        if (address.PostalCode.Length != 5 || !address.PostalCode.All(char.IsAsciiDigit)) return $"« {field.Label} » : indiquez un code postal à 5 chiffres, par exemple 59790.";
        return string.IsNullOrWhiteSpace(address.City) ? $"« {field.Label} » : indiquez la commune." : null;
    }

    public string? Visit(FileField field)
    {
        var files = _value.AsFiles;
        if (_value.Kind != AnswerKind.Files) return $"Ajoutez un fichier à « {field.Label} ».";
        if (files.Length > field.MaxFiles) return $"« {field.Label} » : {field.MaxFiles} fichier{(field.MaxFiles > 1 ? "s" : "")} au plus. Retirez-en {files.Length - field.MaxFiles}.";
        foreach (var file in files)
        {
            if (FileRules.Check(field, file.Name, file.Size, file.ContentType) is { } problem) return problem;
        }

        return null;
    }

    public string? Visit(RepeatedGroupField field) => null;

    public string? Visit(ComputedField field) => null;

    public string? Visit(InformationField field) => null;

    public string? Visit(SectionTitleField field) => null;

    private static string? Length(string label, string text, int? min, int? max)
    {
        if (min is { } least && text.Trim().Length < least) return $"« {label} » : écrivez au moins {least} caractères.";
        return max is { } most && text.Length > most ? $"« {label} » : écrivez {most} caractères au plus, il y en a {text.Length}." : null;
    }

    private static string? Pattern(ShortTextField field, string text) =>
        field.Pattern is null || TextPattern.Of(field.Pattern) is not { } pattern || pattern.IsMatch(text)
            ? null
            : field.PatternMessage ?? $"« {field.Label} » : vérifiez la façon d'écrire votre réponse.";

    private static bool IsTelephone(string text)
    {
        var digits = text.Count(char.IsAsciiDigit);
        if (!text.All(c => char.IsAsciiDigit(c) || c is ' ' or '.' or '-' or '+' or '(' or ')' or '\u00a0' or '\u202f')) return false;
        return text.TrimStart().StartsWith('+') ? digits is >= 8 and <= 15 : digits == 10 && text.First(char.IsAsciiDigit) == '0';
    }

    [GeneratedRegex(@"\A[^@\s<>""]+@[^@\s.<>""]+(\.[^@\s.<>""]+)+\z", RegexOptions.CultureInvariant, 100)]
    private static partial Regex EmailShape();
}
