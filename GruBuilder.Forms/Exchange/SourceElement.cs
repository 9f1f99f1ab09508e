using System.Globalization;
using System.Text.Json;
using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Exchange;

/// <summary>One object of a foreign definition: remembers what was asked of it, so that what nobody asked for is reported.</summary>
internal sealed class SourceElement(JsonElement json, string path, ImportBuilder builder)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public string Path => path;

    public JsonElement Json => json;

    public bool IsObject => json.ValueKind == JsonValueKind.Object;

    public string PathOf(string property) => path.Length == 0 ? property : $"{path}.{property}";

    public JsonElement? Any(string property)
    {
        _taken.Add(property);
        return IsObject && json.TryGetProperty(property, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;
    }

    public bool Has(string property) => IsObject && json.TryGetProperty(property, out var value) && !IsNothing(value);

    /// <summary>A text, or a number or yes/no as text; null when there is none.</summary>
    public string? Text(string property)
    {
        if (Any(property) is not { } value) return null;
        if (TextOf(value) is { } text) return text.Length == 0 ? null : builder.Cut(text, PathOf(property));
        if (!IsNothing(value)) builder.NotCarried(PathOf(property), property, value);
        return null;
    }

    public decimal? Number(string property)
    {
        if (Any(property) is not { } value || value.ValueKind is JsonValueKind.False) return null;
        if (TextOf(value) is { } text)
        {
            if (text.Length == 0) return null;
            if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        }

        builder.NotCarried(PathOf(property), property, value);
        return null;
    }

    public int? Whole(string property, int lowest, int highest)
    {
        if (Number(property) is not { } number) return null;
        if (number == decimal.Truncate(number) && number >= lowest && number <= highest) return (int)number;
        builder.NotCarried(PathOf(property), property, Any(property)!.Value);
        return null;
    }

    public bool Flag(string property) => FlagOrNull(property) == true;

    public bool? FlagOrNull(string property)
    {
        if (Any(property) is not { } value || IsNothing(value)) return Any(property) is { ValueKind: JsonValueKind.False } ? false : null;
        if (value.ValueKind == JsonValueKind.True || TextOf(value) is "true") return true;
        if (TextOf(value) is "false") return false;
        builder.NotCarried(PathOf(property), property, value);
        return null;
    }

    public SourceElement? Object(string property)
    {
        if (Any(property) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Object) return new SourceElement(value, PathOf(property), builder);
        if (!IsNothing(value)) builder.NotCarried(PathOf(property), property, value);
        return null;
    }

    /// <summary>The objects of a list; whatever else stands in it is reported.</summary>
    public IEnumerable<SourceElement> List(string property)
    {
        foreach (var item in Items(property))
        {
            if (item.IsObject) yield return item;
            else if (!IsNothing(item.Json)) builder.NotCarried(item.Path, property, item.Json);
        }
    }

    /// <summary>The items of a list, objects or not.</summary>
    public IEnumerable<SourceElement> Items(string property)
    {
        if (Any(property) is not { } value) yield break;
        if (value.ValueKind != JsonValueKind.Array)
        {
            if (!IsNothing(value)) builder.NotCarried(PathOf(property), property, value);
            yield break;
        }

        var i = 0;
        foreach (var item in value.EnumerateArray()) yield return new SourceElement(item, $"{PathOf(property)}[{i++}]", builder);
    }

    /// <summary>Reports what was not asked for, unless it only concerns looks and technique, or says nothing.</summary>
    public void Done(IReadOnlySet<string> technical)
    {
        if (!IsObject) return;
        foreach (var property in json.EnumerateObject())
        {
            if (_taken.Contains(property.Name) || technical.Contains(property.Name) || IsNothing(property.Value)) continue;
            builder.NotCarried(PathOf(property.Name), property.Name, property.Value);
        }
    }

    /// <summary>Null, false, and the empty text, list and object say nothing.</summary>
    public static bool IsNothing(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()),
        JsonValueKind.Array => value.GetArrayLength() == 0 || value.EnumerateArray().All(IsNothing),
        JsonValueKind.Object => value.EnumerateObject().All(p => IsNothing(p.Value)),
        JsonValueKind.Number or JsonValueKind.True => false,
        _ => true,
    };

    public static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    /// <summary>A text, number or yes/no as a value; absent for anything else.</summary>
    public static AnswerValue ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => AnswerValue.Of(value.GetString()),
        JsonValueKind.Number when value.TryGetDecimal(out var number) => AnswerValue.Of(number),
        JsonValueKind.True or JsonValueKind.False => AnswerValue.Of(value.GetBoolean()),
        _ => default,
    };
}
