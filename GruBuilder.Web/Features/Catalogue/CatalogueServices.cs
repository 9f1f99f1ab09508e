namespace GruBuilder.Web.Features.Catalogue;

/// <summary>Registers the catalogue.</summary>
public static class CatalogueServices
{
    /// <summary>Adds the catalogue's search.</summary>
    public static IServiceCollection AddCatalogue(this IServiceCollection services) => services.AddSingleton<CatalogueSearch>();
}
