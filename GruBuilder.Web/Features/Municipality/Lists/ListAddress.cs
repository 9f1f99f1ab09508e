using System.Collections.Immutable;
using System.Text.Json;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Web.Features.Municipality.Lists;

/// <summary>A reference list that comes from the web, as <c>lists/NAME.json</c> describes it.</summary>
public sealed record ListAddress
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    /// <summary>Where it is: http or https.</summary>
    public required Uri Url { get; init; }

    /// <summary>Where the rows stand in the answer, names parted by dots; empty when the answer is the list itself.</summary>
    public string Items { get; init; } = "";

    /// <summary>Where a row has its value.</summary>
    public required string Value { get; init; }

    /// <summary>Where a row has its label; empty when the value serves.</summary>
    public string Label { get; init; } = "";

    /// <summary>Where a row has its parent, or empty.</summary>
    public string Parent { get; init; } = "";

    /// <summary>How long a copy serves.</summary>
    public int RefreshMinutes { get; init; } = 1440;

    /// <summary>Reads the description.</summary>
    /// <exception cref="FormatException">Not a description, or not a web address.</exception>
    public static ListAddress Read(string json)
    {
        try
        {
            var address = JsonSerializer.Deserialize<ListAddress>(json, Reading) ?? throw new FormatException("the description is empty");
            if (!address.Url.IsAbsoluteUri || address.Url.Scheme is not ("http" or "https")) throw new FormatException("url must begin with https:// or http://");
            return address.RefreshMinutes is >= 1 and <= 525_600 ? address : throw new FormatException("refreshMinutes must be from 1 to 525600");
        }
        catch (JsonException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>The rows of an answer.</summary>
    /// <exception cref="FormatException">Not JSON, or the rows are not where they should be.</exception>
    public ImmutableArray<Option> Rows(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var items = At(document.RootElement, Items);
            if (items.ValueKind != JsonValueKind.Array) throw new FormatException($"there is no list at '{Items}' in the answer");
            var rows = ListTable.Rows(items.EnumerateArray().Select(i => (Text(i, Value), Text(i, Label), Text(i, Parent))));
            return rows.IsEmpty ? throw new FormatException($"no row has anything at '{Value}'") : rows;
        }
        catch (JsonException e)
        {
            throw new FormatException("the answer is not JSON", e);
        }
    }

    private static string Text(JsonElement item, string path)
    {
        if (path.Length == 0) return "";
        var found = At(item, path);
        return found.ValueKind switch { JsonValueKind.String => found.GetString()!.Trim(), JsonValueKind.Number => found.GetRawText(), _ => "" };
    }

    private static JsonElement At(JsonElement element, string path)
    {
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element)) return default;
        }

        return element;
    }
}
