using System.Collections.Immutable;
using System.Text.Json;

namespace GruBuilder.Forms.Definitions;

/// <summary>One object of a JSON file being read: notes each problem with its place, and every property that nobody asked for.</summary>
internal sealed class JsonReading
{
    public const int LongestText = 20_000;
    private readonly JsonElement _element;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Finding>.Builder _problems;

    public JsonReading(JsonElement element, string path, ImmutableArray<Finding>.Builder problems)
    {
        _element = element;
        Path = path;
        _problems = problems;
        if (element.ValueKind != JsonValueKind.Object) Problem("", $"il faut un objet {{ … }}, et non {Name(element)}");
    }

    public string Path { get; }

    public void Problem(string property, string message, Severity severity = Severity.Error, string code = "json-invalid")
    {
        var path = PathOf(property);
        var where = path.Length == 0 ? "Au début du fichier" : path;
        _problems.Add(new Finding(severity, code, $"{where} : {message}.", path));
    }

    public string PathOf(string property) => property.Length == 0 ? Path : Path.Length == 0 ? property : $"{Path}.{property}";

    public string? Text(string property)
    {
        if (!Get(property, out var value)) return null;
        if (value.ValueKind != JsonValueKind.String)
        {
            Problem(property, $"il faut un texte entre guillemets, et non {Name(value)}");
            return null;
        }

        var text = value.GetString()!;
        if (text.Length <= LongestText) return text.Length == 0 ? null : text;
        Problem(property, $"ce texte est trop long ({text.Length} caractères, {LongestText} au plus)");
        return null;
    }

    public string Required(string property)
    {
        var before = _problems.Count;
        if (Text(property) is { } text) return text;
        if (_problems.Count == before) Problem(property, "ce texte manque");
        return "";
    }

    public int? Integer(string property, int lowest = 0, int highest = 1_000_000)
    {
        if (!Get(property, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= lowest && number <= highest) return number;
        Problem(property, $"il faut un nombre entier de {lowest} à {highest}");
        return null;
    }

    public decimal? Decimal(string property)
    {
        if (!Get(property, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)) return number;
        Problem(property, "il faut un nombre");
        return null;
    }

    public bool Flag(string property)
    {
        if (!Get(property, out var value)) return false;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Problem(property, "il faut true ou false");
        return false;
    }

    public TEnum Choice<TEnum>(string property, TEnum otherwise)
        where TEnum : struct, Enum
    {
        if (Text(property) is not { } text) return otherwise;
        if (EnumNames<TEnum>.TryParse(text, out var found)) return found;
        Problem(property, $"« {Short(text)} » n'est pas possible ici. Valeurs possibles : {string.Join(", ", EnumNames<TEnum>.All)}");
        return otherwise;
    }

    public JsonReading? Object(string property) => Get(property, out var value) ? new JsonReading(value, PathOf(property), _problems) : null;

    public JsonElement? Any(string property) => Get(property, out var value) ? value : null;

    public ImmutableArray<T> List<T>(string property, Func<JsonElement, string, T?> read, int most)
        where T : class
    {
        if (!Get(property, out var value)) return [];
        if (value.ValueKind != JsonValueKind.Array)
        {
            Problem(property, $"il faut une liste [ … ], et non {Name(value)}");
            return [];
        }

        if (value.GetArrayLength() > most)
        {
            Problem(property, $"cette liste est trop longue ({value.GetArrayLength()} éléments, {most} au plus)");
            return [];
        }

        var items = ImmutableArray.CreateBuilder<T>(value.GetArrayLength());
        var i = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (read(item, $"{PathOf(property)}[{i++}]") is { } made) items.Add(made);
        }

        return items.ToImmutable();
    }

    /// <summary>Reports the properties that nobody asked for.</summary>
    public void Done()
    {
        if (_element.ValueKind != JsonValueKind.Object) return;
        foreach (var property in _element.EnumerateObject())
        {
            if (!_known.Contains(property.Name)) Problem(Short(property.Name), "cette propriété est inconnue et sera perdue", Severity.Warning, "json-unknown-property");
        }
    }

    private bool Get(string property, out JsonElement value)
    {
        _known.Add(property);
        value = default;
        return _element.ValueKind == JsonValueKind.Object && _element.TryGetProperty(property, out value) && value.ValueKind != JsonValueKind.Null;
    }

    public static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;

    public static string Name(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "un objet",
        JsonValueKind.Array => "une liste",
        JsonValueKind.String => "un texte",
        JsonValueKind.Number => "un nombre",
        JsonValueKind.True or JsonValueKind.False => "true ou false",
        _ => "rien",
    };
}

/// <summary>The camel-case names of an enumeration's values, as the JSON writes them.</summary>
internal static class EnumNames<TEnum>
    where TEnum : struct, Enum
{
    private static readonly (TEnum Value, string Name)[] Pairs =
        [.. Enum.GetValues<TEnum>().Select(v => (v, JsonNamingPolicy.CamelCase.ConvertName(v.ToString())))];

    public static IEnumerable<string> All => Pairs.Select(p => p.Name);

    public static string Of(TEnum value) => Array.Find(Pairs, p => EqualityComparer<TEnum>.Default.Equals(p.Value, value)).Name;

    public static bool TryParse(string name, out TEnum value)
    {
        var found = Array.FindIndex(Pairs, p => string.Equals(p.Name, name, StringComparison.Ordinal));
        value = found < 0 ? default : Pairs[found].Value;
        return found >= 0;
    }
}
