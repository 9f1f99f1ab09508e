namespace GruBuilder.Forms.Places;

/// <summary>A commune.</summary>
/// <param name="PostalCode">One of its postal codes.</param>
/// <param name="Name">Its name.</param>
/// <param name="InseeCode">Its INSEE code.</param>
public sealed record Commune(string PostalCode, string Name, string InseeCode);

/// <summary>Knows the communes of a postal code. The host may register one; without, people type the commune by hand.</summary>
public interface ICommuneFinder
{
    /// <summary>The communes of a postal code, by name; none when it is not known.</summary>
    ValueTask<IReadOnlyList<Commune>> FindAsync(string postalCode, CancellationToken cancellation = default);
}
