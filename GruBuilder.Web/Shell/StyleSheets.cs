using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using GruBuilder.Web.Features.Municipality;
using Microsoft.Extensions.FileProviders;

namespace GruBuilder.Web.Shell;

/// <summary>A stylesheet that is put together when the application starts.</summary>
/// <param name="Path">Where it is served.</param>
/// <param name="Css">What it says.</param>
public sealed record StyleSheet(string Path, string Css)
{
    /// <summary>Its address, which changes with its content.</summary>
    public string Address { get; } = $"{Path}?v={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))[..8]}";
}

/// <summary>
/// The town's colours over the default ones; and everything that a citizen's page wears in one file, since each further
/// file delays the first paint on a telephone.
/// </summary>
public sealed partial class StyleSheets
{
    private static readonly string[] CitizenFiles = ["_content/GruBuilder.Forms/form.css", "_content/GruBuilder.Forms/kinds.css", "_content/GruBuilder.Forms/composite.css", "_content/GruBuilder.Forms/receipt.css", "css/citizen.css", "css/reconnect.css"];
    private readonly IFileProvider _files;

    /// <summary>Writes the stylesheets.</summary>
    /// <exception cref="InvalidOperationException">A colour is not of the form <c>#RRGGBB</c>, or a file is missing.</exception>
    public StyleSheets(MunicipalityProfile town, IWebHostEnvironment environment)
    {
        _files = environment.WebRootFileProvider;
        var (light, dark, accent) = (Readable(town.Identity.Primary, "primary", "#FFFFFF"), Readable(town.Identity.PrimaryDark, "primaryDark", "#17202B"), Checked(town.Identity.Accent));
        Identity = new("/identite.css", $":root{{--gru-primary:{light};--gru-accent:{accent}}}@media (prefers-color-scheme:dark){{:root{{--gru-primary:{dark}}}}}");
        Citizen = new("/usager.css", string.Join('\n', CitizenFiles.Select(Read).Append(Identity.Css)));
    }

    /// <summary>The town's colours.</summary>
    public StyleSheet Identity { get; }

    /// <summary>What citizens' pages wear.</summary>
    public StyleSheet Citizen { get; }

    /// <summary>Serves them, to be kept for ever: the address changes with the content.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var sheet in new[] { Identity, Citizen })
        {
            routes.MapGet(sheet.Path, (HttpContext http) =>
            {
                http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Results.Text(sheet.Css, "text/css");
            }).AllowAnonymous();
        }
    }

    private string Read(string path)
    {
        var file = _files.GetFileInfo(path);
        if (!file.Exists) throw new InvalidOperationException($"The stylesheet {path} is missing: publish the application whole.");
        using var reader = new StreamReader(file.CreateReadStream());
        return reader.ReadToEnd();
    }

    private static string Readable(string colour, string name, string ground) => Contrast.Between(Checked(colour), ground) is var contrast && contrast >= Contrast.Readable
        ? colour
        : throw new InvalidOperationException(string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"municipality.json, identity.{name}: {colour} on {ground} has a contrast of {contrast:0.0}, and texts need {Contrast.Readable}; choose a {(name == "primary" ? "darker" : "lighter")} one."));

    private static string Checked(string colour) => Colour().IsMatch(colour)
        ? colour
        : throw new InvalidOperationException($"municipality.json, identity: '{colour}' is not a colour; write it as #RRGGBB.");

    [GeneratedRegex("^#[0-9a-fA-F]{6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Colour();
}
