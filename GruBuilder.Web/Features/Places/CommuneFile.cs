using System.Collections.Frozen;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Places;
using GruBuilder.Forms.Validation;
using GruBuilder.Web.Data;

namespace GruBuilder.Web.Features.Places;

/// <summary>The communes that the town brings in <c>communes.csv</c>: postal code, name, INSEE code, after a line of headers.</summary>
public sealed class CommuneFile(DataDirectory data) : ICommuneFinder
{
    private readonly Lazy<FrozenDictionary<string, Commune[]>> _communes = new(() => Read(data.File("communes.csv")));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Commune>> FindAsync(string postalCode, CancellationToken cancellation = default) =>
        ValueTask.FromResult<IReadOnlyList<Commune>>(_communes.Value.GetValueOrDefault(postalCode, []));

    private static FrozenDictionary<string, Commune[]> Read(string path)
    {
        if (!File.Exists(path)) return FrozenDictionary<string, Commune[]>.Empty;
        var communes = File.ReadLines(path).Skip(1).Select(l => l.Split(';', StringSplitOptions.TrimEntries))
            .Where(c => c is [var code, { Length: > 0 }, var insee] && FrenchCodes.IsPostalCode(code) && FrenchCodes.IsInseeCode(insee))
            .Select(c => new Commune(c[0], c[1], c[2]));
        var byName = StringComparer.Create(AnswerText.French, ignoreCase: true);
        return communes.GroupBy(c => c.PostalCode, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.DistinctBy(c => c.InseeCode).OrderBy(c => c.Name, byName).ToArray(), StringComparer.Ordinal);
    }
}
