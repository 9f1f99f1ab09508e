using MudBlazor;

namespace GruBuilder.Web.Shell;

/// <summary>MudBlazor dressed in the town's colours. The dark colours stand in <c>agent.css</c>, which follows the device's setting without a script.</summary>
public static class AgentTheme
{
    private static readonly string[] SystemFonts = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "sans-serif"];

    /// <summary>The theme.</summary>
    public static MudTheme Light { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0B5CAD",
            Secondary = "#4A5868",
            Info = "#0B5CAD",
            Success = "#1B7A48",
            Warning = "#8A5A00",
            Error = "#B3261E",
            Black = "#1B2430",
            TextPrimary = "#1B2430",
            TextSecondary = "#4A5868",
            ActionDefault = "#4A5868",
            Background = "#F5F7FA",
            BackgroundGray = "#F5F7FA",
            Surface = "#FFFFFF",
            AppbarBackground = "#FFFFFF",
            AppbarText = "#1B2430",
            DrawerBackground = "#FFFFFF",
            DrawerText = "#1B2430",
            LinesDefault = "#D5DCE5",
            LinesInputs = "#6B7A8C",
            TableLines = "#D5DCE5",
            Divider = "#D5DCE5",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = SystemFonts, FontSize = "0.9375rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = SystemFonts, FontSize = "0.9375rem", FontWeight = "600", TextTransform = "none", LetterSpacing = "normal" },
        },
    };
}
