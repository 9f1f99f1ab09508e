namespace GruBuilder.Forms.Definitions;

/// <content>Fields whose answer has parts.</content>
internal sealed partial class DefinitionReader
{
    public Field Visit(IdentityField field)
    {
        var asked = ReadNames<IdentityPart>("parts", "les informations possibles");
        return field with { Asked = asked.IsEmpty ? field.Asked : [.. asked.Order()], IsOwnIdentity = _at.Flag("isOwnIdentity") };
    }

    public Field Visit(CommuneField field) => field;

    public Field Visit(MapPlaceField field) => field with
    {
        Center = ReadCenter(),
        Zoom = _at.Integer("zoom", 1, 19) ?? field.Zoom,
        Bounds = ReadMapBounds(),
    };

    public Field Visit(SignatureField field) => field;

    public Field Visit(MatrixField field) => field with
    {
        Rows = _at.List("lines", ReadOption, MatrixField.MostRows),
        Options = _at.List("options", ReadOption, MatrixField.MostOptions),
        Several = _at.Flag("several"),
    };

    private MapPoint? ReadCenter()
    {
        if (_at.Object("center") is not { } center) return null;
        var (latitude, longitude) = (Degrees(center, "latitude", 90), Degrees(center, "longitude", 180));
        center.Done();
        return latitude is { } y && longitude is { } x ? new MapPoint(y, x) : null;
    }

    private MapBounds? ReadMapBounds()
    {
        if (_at.Object("bounds") is not { } bounds) return null;
        var (south, west, north, east) = (Degrees(bounds, "south", 90), Degrees(bounds, "west", 180), Degrees(bounds, "north", 90), Degrees(bounds, "east", 180));
        bounds.Done();
        return (south, west, north, east) is ({ } s, { } w, { } n, { } e) ? new MapBounds(s, w, n, e) : null;
    }

    private static decimal? Degrees(JsonReading reading, string property, int most)
    {
        if (reading.Decimal(property) is { } degrees && degrees >= -most && degrees <= most) return degrees;
        reading.Problem(property, $"il faut un nombre de degrés de -{most} à {most}");
        return null;
    }
}
