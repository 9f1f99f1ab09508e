namespace GruBuilder.Web.Features.Requests;

/// <summary>Registers requests.</summary>
public static class RequestServices
{
    /// <summary>Adds operations on requests, the feed, and compiled forms.</summary>
    public static IServiceCollection AddRequests(this IServiceCollection services)
    {
        services.AddSingleton<RequestService>();
        services.AddSingleton<IRequestFeed, RequestFeed>();
        services.AddSingleton<FormPrograms>();
        services.AddSingleton<Desk.DeskQueries>();
        return services;
    }
}
