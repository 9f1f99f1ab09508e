namespace GruBuilder.Web.Shell;

/// <summary>Keeps return addresses on this site.</summary>
public static class LocalAddress
{
    /// <summary>The address when it is a path of this site, else <paramref name="otherwise"/>.</summary>
    public static string Or(string? address, string otherwise) => IsLocal(address) ? address! : otherwise;

    /// <summary>Whether an address is a path of this site and cannot lead elsewhere.</summary>
    public static bool IsLocal(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) && address.Length < 2000;
}
