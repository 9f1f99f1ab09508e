using System.Text.Json;
using System.Text.Json.Serialization;
using GruBuilder.Web.Data;

namespace GruBuilder.Web.Features.Municipality;

/// <summary>The town as <c>data/municipality.json</c> describes it.</summary>
public sealed record MunicipalityProfile
{
    /// <summary>The town's name.</summary>
    public required string Name { get; init; }

    /// <summary>The name of this service, such as <c>Ronchin Facile</c>.</summary>
    public required string ServiceName { get; init; }

    /// <summary>A line under the name on the home page.</summary>
    public string Slogan { get; init; } = "";

    /// <summary>The town's web site.</summary>
    public required string Website { get; init; }

    /// <summary>Sender of mails.</summary>
    public required string Email { get; init; }

    /// <summary>The town hall's telephone.</summary>
    public required string Telephone { get; init; }

    /// <summary>The town hall's address, one line per line.</summary>
    public required string PostalAddress { get; init; }

    /// <summary>IANA name of the town's time zone.</summary>
    public string TimeZone { get; init; } = "Europe/Paris";

    /// <summary>Where maps begin.</summary>
    public TownCenter Center { get; init; } = new(46.6m, 2.4m);

    /// <summary>Colours.</summary>
    public IdentityColours Identity { get; init; } = new();

    /// <summary>How papers look and who signs them.</summary>
    public PapersProfile Papers { get; init; } = new();

    /// <summary>Themes of the catalogue, in order.</summary>
    public IReadOnlyList<Theme> Themes { get; init; } = [];

    /// <summary>Departments to create on the first start.</summary>
    public IReadOnlyList<DepartmentProfile> Departments { get; init; } = [];

    /// <summary>Where decisions are appealed.</summary>
    public required AppealProfile Appeal { get; init; }

    /// <summary>Who answers for personal data.</summary>
    public required PersonalDataProfile PersonalData { get; init; }

    /// <summary>How the town's own files are read: names in camel case, comments and trailing commas allowed.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Reads the profile.</summary>
    /// <exception cref="InvalidOperationException">The file is missing or does not read; the message says where.</exception>
    public static MunicipalityProfile Load(DataDirectory directory)
    {
        var path = directory.File("municipality.json");
        if (!File.Exists(path))
        {
            throw new InvalidOperationException($"{path} is missing: it describes the town. Copy the one that comes with the sources, or set Data:Directory to where it is.");
        }

        try
        {
            return JsonSerializer.Deserialize<MunicipalityProfile>(File.ReadAllBytes(path), Json) ?? throw new JsonException("the file holds nothing");
        }
        catch (JsonException e)
        {
            throw new InvalidOperationException($"{path} does not read, at {e.Path ?? "$"} (line {e.LineNumber + 1}): {e.Message}", e);
        }
    }
}

/// <summary>The middle of the town, in degrees; of France where the town says nothing.</summary>
/// <param name="Latitude">North of the equator.</param>
/// <param name="Longitude">East of Greenwich.</param>
public sealed record TownCenter(decimal Latitude, decimal Longitude);

/// <summary>The town's colours, as <c>#RRGGBB</c>.</summary>
public sealed record IdentityColours
{
    /// <summary>Links and main actions on white.</summary>
    public string Primary { get; init; } = "#0B5CAD";

    /// <summary>Links and main actions on dark ground.</summary>
    public string PrimaryDark { get; init; } = "#7DB8F2";

    /// <summary>Decoration only.</summary>
    public string Accent { get; init; } = "#E8A317";
}

/// <summary>A theme of the catalogue.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What is found there, in a few words.</param>
public sealed record Theme(string Name, string Summary);

/// <summary>A department to create.</summary>
/// <param name="Key">Short stable name.</param>
/// <param name="Name">Name, as citizens read it.</param>
/// <param name="Email">E-mail.</param>
/// <param name="Telephone">Telephone.</param>
/// <param name="PostalAddress">Address, one line per line.</param>
/// <param name="Papers">How its papers look and who signs them, where not as the town's.</param>
public sealed record DepartmentProfile(string Key, string Name, string Email, string Telephone, string PostalAddress, PapersProfile? Papers = null);

/// <summary>Where decisions are appealed.</summary>
/// <param name="Court">Name of the administrative court.</param>
/// <param name="CourtAddress">Its address, on one line.</param>
/// <param name="CourtWebsite">Where it can be reached online.</param>
public sealed record AppealProfile(string Court, string CourtAddress, string CourtWebsite);

/// <summary>Who answers for personal data.</summary>
/// <param name="Controller">The controller.</param>
/// <param name="OfficerName">The data protection officer.</param>
/// <param name="OfficerEmail">Their e-mail.</param>
/// <param name="Authority">The supervisory authority and its address.</param>
public sealed record PersonalDataProfile(string Controller, string OfficerName, string OfficerEmail, string Authority);
