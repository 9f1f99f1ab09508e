using System.Collections.Immutable;
using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Definitions;

/// <summary>A commune, by its postal code.</summary>
public sealed record CommuneField : CompositeField
{
    /// <summary>The postal code's part.</summary>
    public const string PostalCode = "postalCode";

    /// <summary>The commune's name.</summary>
    public const string City = "city";

    /// <summary>The INSEE code, known only of a commune chosen from the list.</summary>
    public const string InseeCode = "inseeCode";

    private static readonly ImmutableArray<FieldPart> AllParts = [new(PostalCode, "Code postal"), new(City, "Commune"), new(InseeCode, "Code INSEE")];

    /// <inheritdoc/>
    public override ImmutableArray<FieldPart> Parts => AllParts;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>A point on the earth, in degrees.</summary>
/// <param name="Latitude">North of the equator.</param>
/// <param name="Longitude">East of Greenwich.</param>
public readonly record struct MapPoint(decimal Latitude, decimal Longitude)
{
    /// <summary>Digits kept after the point: a tenth of a metre.</summary>
    public const int Digits = 6;
}

/// <summary>A rectangle of the earth, in degrees.</summary>
/// <param name="South">Lowest latitude.</param>
/// <param name="West">Lowest longitude.</param>
/// <param name="North">Highest latitude.</param>
/// <param name="East">Highest longitude.</param>
public readonly record struct MapBounds(decimal South, decimal West, decimal North, decimal East)
{
    /// <summary>Whether a point lies in it.</summary>
    public bool Contains(MapPoint point) => point.Latitude >= South && point.Latitude <= North && point.Longitude >= West && point.Longitude <= East;
}

/// <summary>A place, shown on a map or told by an address; either is enough.</summary>
public sealed record MapPlaceField : CompositeField
{
    /// <summary>The latitude's part.</summary>
    public const string Latitude = "latitude";

    /// <summary>The longitude's part.</summary>
    public const string Longitude = "longitude";

    /// <summary>The address or the words that tell the place.</summary>
    public const string Place = "label";

    /// <summary>Most characters of the address.</summary>
    public const int LongestPlace = 300;

    /// <summary>Zoom where the field says nothing.</summary>
    public const int UsualZoom = 15;

    private static readonly ImmutableArray<FieldPart> AllParts =
        [new(Place, "Adresse ou repère"), new(Latitude, "Latitude", AnswerKind.Number), new(Longitude, "Longitude", AnswerKind.Number)];

    /// <summary>Where the map begins; the town's centre when null.</summary>
    public MapPoint? Center { get; init; }

    /// <summary>How near the map begins, from 1 (the world) to 19 (a house).</summary>
    public int Zoom { get; init; } = UsualZoom;

    /// <summary>Where a place must lie, or null.</summary>
    public MapBounds? Bounds { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<FieldPart> Parts => AllParts;

    /// <summary>The point of an answer, or null when it has none.</summary>
    public static MapPoint? PointOf(AnswerValue answer) =>
        answer.AsParts[Latitude].AsNumber is { } latitude && answer.AsParts[Longitude].AsNumber is { } longitude ? new MapPoint(latitude, longitude) : null;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}
