using GruBuilder.Forms.Definitions;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Municipality.Lists;

namespace GruBuilder.Web.Features.Municipality;

/// <summary>Registers the town.</summary>
public static class MunicipalityServices
{
    /// <summary>Adds the town's profile, its clock and its lists.</summary>
    public static IServiceCollection AddMunicipality(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => MunicipalityProfile.Load(provider.GetRequiredService<DataDirectory>()));
        services.AddSingleton<TownClock>();
        services.AddSingleton<FirstStart>();
        services.AddSingleton(provider => new ListFolder(provider.GetRequiredService<DataDirectory>().Lists, provider.GetRequiredService<ILogger<ListFolder>>()));
        services.AddSingleton<IReferenceLists>(provider => provider.GetRequiredService<ListFolder>());
        services.AddHttpClient(ListFetcher.Client, ListFetcher.Bound);
        services.AddSingleton<ListFetcher>();
        services.AddHostedService(provider => provider.GetRequiredService<ListFetcher>());
        return services;
    }
}
