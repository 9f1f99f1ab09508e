using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Places;
using GruBuilder.Web.Features.Municipality;
using Microsoft.Extensions.Options;

namespace GruBuilder.Web.Features.Places;

/// <summary>Registers what forms know of places: communes, addresses, maps.</summary>
public static class PlacesServices
{
    /// <summary>Adds the town's communes, the ground of maps, and the completion of addresses where it is configured.</summary>
    public static IServiceCollection AddPlaces(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ICommuneFinder, CommuneFile>();
        services.AddOptions<MapOptions>().BindConfiguration("Map")
            .Validate(o => o.IsUsable, "Map:Tiles is an address such as https://tiles.example.fr/{z}/{x}/{y}.png, or empty.")
            .ValidateOnStart();
        services.AddSingleton(provider =>
        {
            var (map, town) = (provider.GetRequiredService<IOptions<MapOptions>>().Value, provider.GetRequiredService<MunicipalityProfile>());
            return new MapGround(map.Tiles, map.Attribution, new MapPoint(town.Center.Latitude, town.Center.Longitude));
        });

        services.AddOptions<AddressOptions>().BindConfiguration("Addresses")
            .Validate(o => o.Url.Length == 0 || Uri.TryCreate(o.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https", "Addresses:Url is an address such as https://data.geopf.fr/geocodage, or empty.")
            .ValidateOnStart();
        if (configuration["Addresses:Url"] is not { Length: > 0 }) return services;
        services.AddHttpClient(BanAddressFinder.ClientName, (provider, client) =>
        {
            client.BaseAddress = new Uri(provider.GetRequiredService<IOptions<AddressOptions>>().Value.Url.TrimEnd('/') + "/");
            client.Timeout = TimeSpan.FromSeconds(2);
            client.MaxResponseContentBufferSize = 200_000;
        }).RemoveAllLoggers();
        services.AddSingleton<IAddressFinder, BanAddressFinder>();
        return services;
    }
}
