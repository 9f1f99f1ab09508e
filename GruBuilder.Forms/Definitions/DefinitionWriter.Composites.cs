namespace GruBuilder.Forms.Definitions;

/// <content>Fields whose answer has parts.</content>
internal sealed partial class DefinitionWriter
{
    public bool Visit(IdentityField field)
    {
        Names("parts", field.Asked);
        Flag("isOwnIdentity", field.IsOwnIdentity);
        return true;
    }

    public bool Visit(CommuneField field) => true;

    public bool Visit(MapPlaceField field)
    {
        if (field.Center is { } center) Numbers("center", ("latitude", center.Latitude), ("longitude", center.Longitude));
        Number("zoom", field.Zoom);
        if (field.Bounds is { } bounds) Numbers("bounds", ("south", bounds.South), ("west", bounds.West), ("north", bounds.North), ("east", bounds.East));
        return true;
    }

    public bool Visit(SignatureField field) => true;

    public bool Visit(MatrixField field)
    {
        WriteList("lines", field.Rows, WriteOption);
        WriteList("options", field.Options, WriteOption);
        Flag("several", field.Several);
        return true;
    }

    private void Numbers(string property, params ReadOnlySpan<(string Name, decimal Value)> numbers)
    {
        json.WriteStartObject(property);
        foreach (var (name, value) in numbers) json.WriteNumber(name, value);
        json.WriteEndObject();
    }
}
