using System.Text.RegularExpressions;

namespace GruBuilder.Web.Features.Places;

/// <summary>Completion of addresses: section <c>Addresses</c> of the configuration.</summary>
public sealed class AddressOptions
{
    /// <summary>Base address of a service that answers as the Base Adresse Nationale does; empty for none.</summary>
    public string Url { get; set; } = "";
}

/// <summary>What maps are drawn on: section <c>Map</c> of the configuration.</summary>
public sealed partial class MapOptions
{
    /// <summary>The address of a tile with <c>{z}</c>, <c>{x}</c> and <c>{y}</c>; empty for a plain grid.</summary>
    public string Tiles { get; set; } = "";

    /// <summary>Who made the tiles, as their licence asks.</summary>
    public string Attribution { get; set; } = "";

    /// <summary>What a browser must be allowed to load pictures from; empty without tiles.</summary>
    public string Origin => Origins().Match(Tiles) is { Success: true } match ? match.Value : "";

    /// <summary>Whether the tiles' address can be used.</summary>
    public bool IsUsable => Tiles.Length == 0 || (Origin.Length > 0 && new[] { "{z}", "{x}", "{y}" }.All(mark => Tiles.Contains(mark, StringComparison.Ordinal)));

    // Only letters that cannot end the source in a security policy.
    [GeneratedRegex(@"\Ahttps?://[A-Za-z0-9.-]+(:\d{1,5})?(?=/)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Origins();
}
