using System.Text.Json;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Places;
using Microsoft.Extensions.Caching.Memory;

namespace GruBuilder.Web.Features.Places;

/// <summary>Completes addresses by the Base Adresse Nationale, or whatever answers as it does (GeoJSON). What fails finds nothing.</summary>
public sealed class BanAddressFinder(IHttpClientFactory clients, ILogger<BanAddressFinder> log) : IAddressFinder, IDisposable
{
    /// <summary>The name of the HTTP client.</summary>
    public const string ClientName = "addresses";

    private const int MostSuggestions = 5;
    private const int LongestText = 200;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);
    private static readonly JsonDocumentOptions JsonOptions = new() { MaxDepth = 16 };
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 2_000 });

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AddressSuggestion>> FindAsync(string text, CancellationToken cancellation = default)
    {
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length is < 3 or > LongestText || !char.IsLetterOrDigit(text[0])) return [];
        var key = text.ToUpperInvariant();
        if (_cache.TryGetValue(key, out IReadOnlyList<AddressSuggestion>? known)) return known!;
        try
        {
            using var client = clients.CreateClient(ClientName);
            var answer = await client.GetByteArrayAsync(new Uri($"search/?q={Uri.EscapeDataString(text)}&limit={MostSuggestions}&autocomplete=1", UriKind.Relative), cancellation);
            using var document = JsonDocument.Parse(answer, JsonOptions);
            var found = Read(document.RootElement);
            return _cache.Set(key, found, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Kept, Size = 1 });
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or InvalidOperationException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // The person types by hand; nothing of what they typed goes into the log.
            log.LogWarning("Addresses could not be completed: {Reason}", e.GetType().Name);
            return [];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    private static AddressSuggestion[] Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array) return [];
        return [.. features.EnumerateArray().Select(One).OfType<AddressSuggestion>().Take(MostSuggestions)];
    }

    private static AddressSuggestion? One(JsonElement feature)
    {
        if (feature.ValueKind != JsonValueKind.Object || !feature.TryGetProperty("properties", out var about) || about.ValueKind != JsonValueKind.Object) return null;
        if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("coordinates", out var at)) return null;
        if (at.ValueKind != JsonValueKind.Array || at.GetArrayLength() < 2 || Degrees(at[0], 180) is not { } longitude || Degrees(at[1], 90) is not { } latitude) return null;
        var suggestion = new AddressSuggestion(Text(about, "name"), Text(about, "postcode"), Text(about, "city"), Text(about, "citycode"), new MapPoint(latitude, longitude));
        return suggestion.Street.Length > 0 && suggestion.City.Length > 0 ? suggestion : null;
    }

    private static decimal? Degrees(JsonElement number, decimal most) =>
        number.ValueKind == JsonValueKind.Number && number.TryGetDecimal(out var degrees) && Math.Abs(degrees) <= most ? decimal.Round(degrees, MapPoint.Digits) : null;

    private static string Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String && text.GetString() is { Length: <= LongestText } value ? value : "";
}
