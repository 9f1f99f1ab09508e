using System.Globalization;
using System.Text.Json;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Exchange;

/// <summary>One object of a foreign definition: remembers what was asked of it, so that what nobody asked for is reported.</summary>
internal sealed class SourceElement(JsonElement json, string path, ImportBuilder builder)
{
    private const int MostHtml = 200_000;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceElement> _objects = new(StringComparer.Ordinal);

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

    /// <summary>A text that will be shortened once its tags are gone.</summary>
    public string? Html(string property)
    {
        if (Any(property) is not { ValueKind: JsonValueKind.String } value) return Text(property);
        var html = value.GetString()!;
        return html.Length == 0 ? null : html.Length > MostHtml ? builder.Cut(html, PathOf(property)) : html;
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
        if (_objects.TryGetValue(property, out var known)) return known;
        if (value.ValueKind == JsonValueKind.Object) return _objects[property] = new SourceElement(value, PathOf(property), builder);
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
        foreach (var property in Left(technical))
        {
            _taken.Add(property.Name);
            builder.NotCarried(PathOf(property.Name), property.Name, property.Value);
        }
    }

    /// <summary>Reports an element that cannot be carried over, with the names of all that it says.</summary>
    public void Missing(string label, string kind, IReadOnlySet<string> technical)
    {
        var left = Left(technical).Select(p => JsonReading.Short(p.Name)).Take(30).ToList();
        var settings = left.Count > 0 ? $" Réglages perdus : {string.Join(", ", left)}." : "";
        builder.Lost("kind-not-carried", $"« {JsonReading.Short(label)} » : le type « {JsonReading.Short(kind)} » n'existe pas ici. Un texte en tient la place : remplacez-le par une question.{settings}", Path);
        foreach (var property in Left(technical)) _taken.Add(property.Name);
    }

    private List<JsonProperty> Left(IReadOnlySet<string> technical) =>
        IsObject ? [.. json.EnumerateObject().Where(p => !_taken.Contains(p.Name) && !technical.Contains(p.Name) && !IsNothing(p.Value))] : [];

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
