using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace GruBuilder.Web.Shell;

/// <summary>Marks layouts of screens for people who work for the town: their pages load MudBlazor.</summary>
public interface ITownScreen;

/// <summary>Tells the town's screens from citizens' pages.</summary>
public static class TownScreens
{
    /// <summary>Whether the page being served is a screen of the town.</summary>
    public static bool Is(HttpContext http)
    {
        var page = http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;
        var layout = page?.GetCustomAttribute<LayoutAttribute>()?.LayoutType;
        return typeof(ITownScreen).IsAssignableFrom(layout);
    }
}
