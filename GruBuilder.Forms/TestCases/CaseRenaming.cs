using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.TestCases;

/// <summary>How questions and the answers that they offer were renamed in a form; test cases follow.</summary>
/// <param name="Before">The form before.</param>
/// <param name="Keys">The new key of each renamed question, by its old one.</param>
/// <param name="Options">By the old key of a choice: the new value of each renamed option, by its old one.</param>
public sealed record CaseRenaming(FormDefinition Before, ImmutableDictionary<string, string> Keys, ImmutableDictionary<string, ImmutableDictionary<string, string>> Options)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether nothing was renamed.</summary>
    public bool IsEmpty => Keys.IsEmpty && Options.IsEmpty;

    /// <summary>The case with the new names.</summary>
    public TestCase Apply(TestCase one)
    {
        if (IsEmpty || JsonNode.Parse(one.Answers) is not JsonObject answers) return one;
        var expected = one.Expected;
        return one with
        {
            Answers = Renamed(answers).ToJsonString(Plain),
            Expected = expected with { Known = [.. expected.Known.Select(Renamed)], Shown = Renamed(expected.Shown), Values = Renamed(expected.Values), Errors = Renamed(expected.Errors) },
        };
    }

    private JsonObject Renamed(JsonObject answers)
    {
        var renamed = new JsonObject();
        foreach (var (key, value) in answers)
        {
            var isGroup = Before.FindField(key) is RepeatedGroupField;
            renamed[Renamed(key)] = value switch
            {
                JsonArray rows when isGroup => new JsonArray([.. rows.Select(row => row is JsonObject cells ? Renamed(cells) : row?.DeepClone())]),
                not null when Options.TryGetValue(key, out var options) => Chosen(value, options),
                _ => value?.DeepClone(),
            };
        }

        return renamed;
    }

    // A value alone, with its detail, or several of them.
    private static JsonNode? Chosen(JsonNode value, ImmutableDictionary<string, string> options) => value switch
    {
        JsonArray several => new JsonArray([.. several.Select(one => one is null ? null : Chosen(one, options))]),
        JsonObject detailed => new JsonObject(detailed.Select(p => KeyValuePair.Create(p.Key, p is { Key: "value", Value: { } chosen } ? Chosen(chosen, options) : p.Value?.DeepClone()))),
        _ => value.GetValueKind() == JsonValueKind.String && options.TryGetValue(value.GetValue<string>(), out var made) ? JsonValue.Create(made) : value.DeepClone(),
    };

    private ImmutableArray<CasePlace> Renamed(ImmutableArray<CasePlace> places) => [.. places.Select(p => p with { Path = RenamedPath(p) })];

    private string RenamedPath(CasePlace place)
    {
        var (group, key) = (place.GroupKey, place.FieldKey);
        if (group is null) return Renamed(key) + place.Path[key.Length..];
        var inner = place.Path.IndexOf("].", StringComparison.Ordinal) + 2;
        return Renamed(group) + place.Path[group.Length..inner] + Renamed(key) + place.Path[(inner + key.Length)..];
    }

    private string Renamed(string key) => Keys.GetValueOrDefault(key, key);
}
