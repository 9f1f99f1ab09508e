namespace GruBuilder.Web.Features.Municipality;

/// <summary>How papers look and who signs them; what a department leaves out is the town's.</summary>
public sealed record PapersProfile
{
    /// <summary>The logo's file in the data directory (PNG, JPEG or SVG), or nothing.</summary>
    public string? Logo { get; init; }

    /// <summary>The colour of titles, as <c>#RRGGBB</c>; the town's primary one when left out.</summary>
    public string? Colour { get; init; }

    /// <summary>Who signs decisions, given name and name; the agent who decides when left out.</summary>
    public string? SignatoryName { get; init; }

    /// <summary>In what capacity, such as <c>Maire</c>.</summary>
    public string? SignatoryCapacity { get; init; }
}
