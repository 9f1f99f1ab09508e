namespace GruBuilder.Web.Features.Filling;

/// <summary>Registers what filling a form needs.</summary>
public static class FillingServices
{
    /// <summary>Adds the file vault and the drafts.</summary>
    public static IServiceCollection AddFilling(this IServiceCollection services) => services
        .AddSingleton<FileVault>()
        .AddSingleton<DraftDesk>();
}
