using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using GruBuilder.Web.Features.Municipality;

namespace GruBuilder.Web.Shell;

/// <summary>The town's colours as a stylesheet of variables, over the default ones.</summary>
public sealed partial class IdentitySheet
{
    /// <summary>Writes the stylesheet.</summary>
    /// <exception cref="InvalidOperationException">A colour is not of the form <c>#RRGGBB</c>.</exception>
    public IdentitySheet(MunicipalityProfile town)
    {
        var (light, dark, accent) = (Checked(town.Identity.Primary), Checked(town.Identity.PrimaryDark), Checked(town.Identity.Accent));
        Css = $":root{{--gru-primary:{light};--gru-accent:{accent}}}@media (prefers-color-scheme:dark){{:root{{--gru-primary:{dark}}}}}";
        Address = $"/identite.css?v={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))[..8]}";
    }

    /// <summary>The stylesheet.</summary>
    public string Css { get; }

    /// <summary>Its address, which changes with its content.</summary>
    public string Address { get; }

    private static string Checked(string colour) => Colour().IsMatch(colour)
        ? colour
        : throw new InvalidOperationException($"municipality.json, identity: '{colour}' is not a colour; write it as #RRGGBB.");

    [GeneratedRegex("^#[0-9a-fA-F]{6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Colour();
}
