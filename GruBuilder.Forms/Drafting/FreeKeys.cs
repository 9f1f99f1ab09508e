using System.Globalization;

namespace GruBuilder.Forms.Drafting;

/// <summary>Gives each a key of its own, however many ask for the same.</summary>
internal sealed class FreeKeys
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

    public bool IsFree(string key) => !_taken.Contains(key);

    /// <summary>The key itself, or the first of <c>key_2</c>, <c>key_3</c>… that is free.</summary>
    public string Take(string key)
    {
        var free = key;
        while (!_taken.Add(free))
        {
            _last[key] = _last.GetValueOrDefault(key, 1) + 1;
            free = string.Create(CultureInfo.InvariantCulture, $"{key}_{_last[key]}");
        }

        return free;
    }
}
