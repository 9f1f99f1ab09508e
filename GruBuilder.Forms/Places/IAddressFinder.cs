using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Places;

/// <summary>An address that may be the one being typed.</summary>
/// <param name="Street">Number and street.</param>
/// <param name="PostalCode">Postal code.</param>
/// <param name="City">Commune.</param>
/// <param name="InseeCode">The commune's INSEE code.</param>
/// <param name="Point">Where it is.</param>
public sealed record AddressSuggestion(string Street, string PostalCode, string City, string InseeCode, MapPoint Point)
{
    /// <summary>On one line.</summary>
    public override string ToString() => $"{Street}, {PostalCode} {City}";
}

/// <summary>Completes addresses. The host may register one; without, or when it fails, people type by hand.</summary>
public interface IAddressFinder
{
    /// <summary>The addresses that a text may be the beginning of, the likeliest first. What fails finds nothing; only giving up throws.</summary>
    Task<IReadOnlyList<AddressSuggestion>> FindAsync(string text, CancellationToken cancellation = default);
}
