using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace GruBuilder.Forms.Definitions;

/// <summary>One object of a JSON file being read: notes each problem with its place, and every property that nobody asked for.</summary>
internal sealed class JsonReading
{
    public const int LongestText = 20_000;
    private readonly JsonProperty[] _properties = [];
    private readonly ImmutableArray<Finding>.Builder _problems;
    private readonly JsonReading? _owner;
    private readonly string _name;
    private readonly int _index;

    // One bit for each length and first letter that occurs: most questions are for what is not there.
    private readonly ulong _present;
    private ulong _asked;
    private HashSet<int>? _askedBeyond;
    private int _next;
    private string? _path;

    public JsonReading(JsonElement element, string path, ImmutableArray<Finding>.Builder problems)
        : this(element, null, path, -1, problems)
    {
    }

    // The place is only written out when there is something to say of it.
    private JsonReading(JsonElement element, JsonReading? owner, string name, int index, ImmutableArray<Finding>.Builder problems)
    {
        (_owner, _name, _index, _problems) = (owner, name, index, problems);
        if (element.ValueKind != JsonValueKind.Object)
        {
            Problem("", $"il faut un objet {{ … }}, et non {Name(element)}");
            return;
        }

        IsObject = true;
        _properties = new JsonProperty[element.GetPropertyCount()];
        var i = 0;
        foreach (var property in element.EnumerateObject())
        {
            _properties[i++] = property;
            var utf8 = JsonMarshal.GetRawUtf8PropertyName(property);
            _present |= utf8.Contains((byte)'\\') ? ulong.MaxValue : Bit(utf8.Length, utf8.IsEmpty ? 0 : utf8[0]);
        }
    }

    /// <summary>Whether there is an object to read; what is none has been reported.</summary>
    public bool IsObject { get; }

    public string Path => _path ??= _index < 0 ? _owner?.PathOf(_name) ?? _name : string.Create(CultureInfo.InvariantCulture, $"{_owner!.PathOf(_name)}[{_index}]");

    private static ulong Bit(int length, int first) => 1UL << ((length * 7) + first);

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

    public JsonReading? Object(string property) => Get(property, out var value) ? new JsonReading(value, this, property, -1, _problems) : null;

    public JsonElement? Any(string property) => Get(property, out var value) ? value : null;

    /// <summary>A list of which each item is read from its element and its place.</summary>
    public ImmutableArray<T> List<T>(string property, Func<JsonElement, string, T?> read, int most)
        where T : class => Items(property, (element, i) => read(element, $"{PathOf(property)}[{i}]"), most);

    /// <summary>A list of objects.</summary>
    public ImmutableArray<T> List<T>(string property, Func<JsonReading, T?> read, int most)
        where T : class => Items(property, (element, i) => read(new JsonReading(element, this, property, i, _problems)), most);

    private ImmutableArray<T> Items<T>(string property, Func<JsonElement, int, T?> read, int most)
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
            if (read(item, i++) is { } made) items.Add(made);
        }

        return items.ToImmutable();
    }

    /// <summary>Reports the properties that nobody asked for.</summary>
    public void Done()
    {
        for (var i = 0; i < _properties.Length; i++)
        {
            if (!IsAsked(i)) Problem(Short(_properties[i].Name), "cette propriété est inconnue et sera perdue", Severity.Warning, "json-unknown-property");
        }
    }

    private bool IsAsked(int i) => i < 64 ? (_asked & (1UL << i)) != 0 : _askedBeyond?.Contains(i) == true;

    private bool Get(string property, out JsonElement value)
    {
        value = default;
        if ((_present & Bit(property.Length, property[0])) == 0) return false;

        // Files are mostly written in the order in which they are read: what follows the last find is tried first.
        for (var n = 0; n < _properties.Length; n++)
        {
            var i = _next + n < _properties.Length ? _next + n : _next + n - _properties.Length;
            if (!IsNamed(_properties[i], property)) continue;
            _next = i + 1;
            if (i < 64) _asked |= 1UL << i;
            else (_askedBeyond ??= []).Add(i);
            value = _properties[i].Value;
            return value.ValueKind != JsonValueKind.Null;
        }

        return false;
    }

    private bool IsNamed(JsonProperty property, string name)
    {
        if (_present == ulong.MaxValue) return property.NameEquals(name);
        var utf8 = JsonMarshal.GetRawUtf8PropertyName(property);
        return utf8.Length == name.Length && Ascii.Equals(utf8, name);
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
