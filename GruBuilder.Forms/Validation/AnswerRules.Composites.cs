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
        if (NotParts(field, say.NoName(field.Label)) is { } message) return message;
        foreach (var part in field.Asked) CheckIdentity(field, part, _value.AsParts[IdentityField.NameOf(part)]);
        return null;
    }

    private void CheckIdentity(IdentityField field, IdentityPart part, AnswerValue value)
    {
        var name = IdentityField.NameOf(part);
        if (IsMissing(value))
        {
            if (!IdentityField.IsOptional(part)) Wrong(name, say.NoPart(field, part));
        }
        else if (part == IdentityPart.BirthDate)
        {
            if (value.AsDate is not { } day) Wrong(name, say.NoBirthDate(field));
            else if (day > today) Wrong(name, say.BornLater(field));
            else if (day.Year < EarliestBirth) Wrong(name, say.BornTooEarly(field));
        }
        else if (value.AsText is not { } text || (part == IdentityPart.Civility && !IdentityField.Civilities.Any(c => c.Value == text)))
        {
            Wrong(name, part == IdentityPart.Civility ? say.NoCivility() : say.NoPartText(field, part));
        }
        else if (text.Length > IdentityField.LongestPart || text.Any(char.IsControl))
        {
            Wrong(name, say.ShortenPart(field, part));
        }
        else if (!text.Any(char.IsLetter))
        {
            Wrong(name, say.LettersOnly(field, part));
        }
    }


    public string? Visit(CommuneField field)
    {
        if (NotParts(field, say.NoCommune(field.Label)) is { } message) return message;
        var (code, city, insee) = (_value.AsParts[CommuneField.PostalCode], _value.AsParts[CommuneField.City], _value.AsParts[CommuneField.InseeCode]);
        if (!FrenchCodes.IsPostalCode(code.AsText)) Wrong(CommuneField.PostalCode, say.NoPostalCode(field.Label));
        if (IsMissing(city) || city.AsText is not { Length: <= 200 } name || name.Any(char.IsControl)) Wrong(CommuneField.City, say.NoTownName(field.Label));
        else if (!insee.IsAbsent && !FrenchCodes.IsInseeCode(insee.AsText)) Wrong(CommuneField.City, say.ChooseTownAgain(field.Label));
        return null;
    }

    public string? Visit(MapPlaceField field)
    {
        if (NotParts(field, say.NoPlace(field.Label)) is { } message) return message;
        var (place, latitude, longitude) = (_value.AsParts[MapPlaceField.Place], _value.AsParts[MapPlaceField.Latitude], _value.AsParts[MapPlaceField.Longitude]);
        if (!place.IsAbsent && (place.AsText is not { Length: <= MapPlaceField.LongestPlace } text || text.Any(char.IsControl)))
        {
            Wrong(MapPlaceField.Place, say.ShortenAddress(field.Label));
        }

        if (latitude.IsAbsent && longitude.IsAbsent) return IsMissing(place) && _isRequired ? Missing(field) : null;
        if (MapPlaceField.PointOf(_value) is not { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 } point) return say.MarkAgain(field.Label);
        return field.Bounds is { } bounds && !bounds.Contains(point) ? say.OutsideTown(field.Label) : null;
    }

    public string? Visit(SignatureField field)
    {
        if (NotParts(field, say.Sign(field.Label)) is { } message) return message;
        var (name, agreed, strokes) = (_value.AsParts[SignatureField.SignerName], _value.AsParts[SignatureField.Agreed], _value.AsParts[SignatureField.Strokes]);
        if (!name.IsAbsent && (name.AsText is not { Length: <= SignatureField.LongestName } text || text.Any(char.IsControl))) Wrong(SignatureField.SignerName, say.ShortenName(field.Label));
        if (!strokes.IsAbsent) return SignatureStrokes.Read(strokes.AsText) is null ? say.SignAgain(field.Label) : null;
        if (agreed.AsBoolean == true)
        {
            if (IsMissing(name)) Wrong(SignatureField.SignerName, say.WriteName(field.Label));
            return null;
        }

        if (IsMissing(name) && !_isRequired) return null;
        if (IsMissing(name)) return Missing(field);
        Wrong(SignatureField.Agreed, say.TickSigned(field.Label));
        return null;
    }

    public string? Visit(MatrixField field)
    {
        if (NotParts(field, say.ChooseInEachRow(field.Label)) is { } message) return message;
        foreach (var row in field.Rows)
        {
            var answer = _value.AsParts[row.Value];
            var chosen = MatrixField.Chosen(answer);
            if (answer.IsAbsent)
            {
                if (_isRequired) Wrong(row.Value, say.ChooseInRow(row.Label));
            }
            else if (chosen.IsEmpty || (answer.Kind == AnswerKind.List) != field.Several || chosen.Any(c => field.FindOption(c) is null))
            {
                Wrong(row.Value, say.ChooseAmong(row.Label));
            }
        }

        return null;
    }

    private const int EarliestBirth = 1800;

    // Something was given that has no parts at all.
    private string? NotParts(CompositeField field, string message) => _value.IsAbsent || _value.Kind == AnswerKind.Parts ? null : message;

    private void Wrong(string part, string message) => _partErrors.Add((part, message));
}
