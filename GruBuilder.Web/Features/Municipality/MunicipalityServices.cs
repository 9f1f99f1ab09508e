using GruBuilder.Web.Data;

namespace GruBuilder.Web.Features.Municipality;

/// <summary>Registers the town.</summary>
public static class MunicipalityServices
{
    /// <summary>Adds the town's profile and its clock.</summary>
    public static IServiceCollection AddMunicipality(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => MunicipalityProfile.Load(provider.GetRequiredService<DataDirectory>()));
        services.AddSingleton<TownClock>();
        services.AddSingleton<FirstStart>();
        return services;
    }
}
