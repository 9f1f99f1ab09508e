using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Validation;

/// <content>Answers in parts: what is wrong in a part is said at its box.</content>
internal sealed partial class AnswerRules
{
    private readonly List<(string Part, string Message)> _partErrors = [];
    private bool _isRequired;

    /// <summary>What the last check found wrong in parts.</summary>
    public IReadOnlyList<(string Part, string Message)> PartErrors => _partErrors;

    /// <summary>Where nothing is answered, each part tells what it needs, unless the field has a sentence of its own.</summary>
    public static bool TellsMissingParts(InputField field) => (field is IdentityField or MatrixField) && field.RequiredMessage is null;

    public string? Visit(IdentityField field)
    {
        if (NotParts(field, $"« {field.Label} » : indiquez un nom.") is { } message) return message;
        foreach (var part in field.Asked) CheckIdentity(field, part, _value.AsParts[IdentityField.NameOf(part)]);
        return null;
    }

    private void CheckIdentity(IdentityField field, IdentityPart part, AnswerValue value)
    {
        var name = IdentityField.NameOf(part);
        var what = Named(field, part);
        if (IsMissing(value))
        {
            if (!IdentityField.IsOptional(part)) Wrong(name, $"Indiquez {what}{(part == IdentityPart.BirthDate ? ", par exemple 14/07/1986" : "")}.");
        }
        else if (part == IdentityPart.BirthDate)
        {
            if (value.AsDate is not { } day) Wrong(name, $"Indiquez {what} : une date qui existe, par exemple 14/07/1986.");
            else if (day > today) Wrong(name, $"Indiquez {what} : une date passée, ou celle d'aujourd'hui.");
            else if (day.Year < EarliestBirth) Wrong(name, $"Indiquez {what} : vérifiez l'année.");
        }
        else if (value.AsText is not { } text || (part == IdentityPart.Civility && !IdentityField.Civilities.Any(c => c.Value == text)))
        {
            Wrong(name, part == IdentityPart.Civility ? "Choisissez une civilité dans la liste." : $"Indiquez {what}.");
        }
        else if (text.Length > IdentityField.LongestPart || text.Any(char.IsControl))
        {
            Wrong(name, $"Raccourcissez {what} : {IdentityField.LongestPart} caractères au plus, sur une seule ligne.");
        }
        else if (!text.Any(char.IsLetter))
        {
            Wrong(name, $"Écrivez {what} avec des lettres.");
        }
    }

    // The question tells whose identity it is: « le nom de naissance » alone would not.
    private static string Named(IdentityField field, IdentityPart part)
    {
        var what = part switch
        {
            IdentityPart.Civility => "la civilité",
            IdentityPart.GivenNames => "les prénoms",
            IdentityPart.BirthName => "le nom de naissance",
            IdentityPart.UsageName => "le nom d'usage",
            IdentityPart.BirthDate => "la date de naissance",
            IdentityPart.BirthPlace => "la commune de naissance",
            IdentityPart.BirthCountry => "le pays de naissance",
            _ => "la nationalité",
        };
        return $"{what} à « {field.Label} »";
    }

    public string? Visit(CommuneField field)
    {
        if (NotParts(field, $"« {field.Label} » : indiquez un code postal et une commune.") is { } message) return message;
        var (code, city, insee) = (_value.AsParts[CommuneField.PostalCode], _value.AsParts[CommuneField.City], _value.AsParts[CommuneField.InseeCode]);
        if (!FrenchCodes.IsPostalCode(code.AsText)) Wrong(CommuneField.PostalCode, $"« {field.Label} » : indiquez un code postal à 5 chiffres, par exemple 59790.");
        if (IsMissing(city) || city.AsText is not { Length: <= 200 } name || name.Any(char.IsControl)) Wrong(CommuneField.City, $"« {field.Label} » : indiquez le nom de la commune.");
        else if (!insee.IsAbsent && !FrenchCodes.IsInseeCode(insee.AsText)) Wrong(CommuneField.City, $"« {field.Label} » : choisissez à nouveau la commune.");
        return null;
    }

    public string? Visit(MapPlaceField field)
    {
        if (NotParts(field, $"« {field.Label} » : indiquez un lieu.") is { } message) return message;
        var (place, latitude, longitude) = (_value.AsParts[MapPlaceField.Place], _value.AsParts[MapPlaceField.Latitude], _value.AsParts[MapPlaceField.Longitude]);
        if (!place.IsAbsent && (place.AsText is not { Length: <= MapPlaceField.LongestPlace } text || text.Any(char.IsControl)))
        {
            Wrong(MapPlaceField.Place, $"« {field.Label} » : raccourcissez l'adresse.");
        }

        if (latitude.IsAbsent && longitude.IsAbsent) return IsMissing(place) && _isRequired ? Missing(field) : null;
        if (MapPlaceField.PointOf(_value) is not { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 } point) return $"« {field.Label} » : placez à nouveau le repère sur la carte.";
        return field.Bounds is { } bounds && !bounds.Contains(point) ? $"« {field.Label} » : ce lieu est hors de la commune. Déplacez le repère, ou indiquez une autre adresse." : null;
    }

    public string? Visit(SignatureField field)
    {
        if (NotParts(field, $"Signez à « {field.Label} ».") is { } message) return message;
        var (name, agreed, strokes) = (_value.AsParts[SignatureField.SignerName], _value.AsParts[SignatureField.Agreed], _value.AsParts[SignatureField.Strokes]);
        if (!name.IsAbsent && (name.AsText is not { Length: <= SignatureField.LongestName } text || text.Any(char.IsControl))) Wrong(SignatureField.SignerName, $"« {field.Label} » : raccourcissez le nom.");
        if (!strokes.IsAbsent) return SignatureStrokes.Read(strokes.AsText) is null ? $"« {field.Label} » : effacez le dessin et signez à nouveau." : null;
        if (agreed.AsBoolean == true)
        {
            if (IsMissing(name)) Wrong(SignatureField.SignerName, $"« {field.Label} » : écrivez votre nom.");
            return null;
        }

        if (IsMissing(name) && !_isRequired) return null;
        if (IsMissing(name)) return Missing(field);
        Wrong(SignatureField.Agreed, $"« {field.Label} » : cochez « Je signe ».");
        return null;
    }

    public string? Visit(MatrixField field)
    {
        if (NotParts(field, $"Choisissez une réponse à chaque ligne de « {field.Label} ».") is { } message) return message;
        foreach (var row in field.Rows)
        {
            var answer = _value.AsParts[row.Value];
            var chosen = MatrixField.Chosen(answer);
            if (answer.IsAbsent)
            {
                if (_isRequired) Wrong(row.Value, $"Choisissez une réponse à « {row.Label} ».");
            }
            else if (chosen.IsEmpty || (answer.Kind == AnswerKind.List) != field.Several || chosen.Any(c => field.FindOption(c) is null))
            {
                Wrong(row.Value, $"Choisissez parmi les réponses proposées à « {row.Label} ».");
            }
        }

        return null;
    }

    private const int EarliestBirth = 1800;

    // Something was given that has no parts at all.
    private string? NotParts(CompositeField field, string message) => _value.IsAbsent || _value.Kind == AnswerKind.Parts ? null : message;

    private void Wrong(string part, string message) => _partErrors.Add((part, message));
}
