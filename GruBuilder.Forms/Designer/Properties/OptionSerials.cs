using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer.Properties;

/// <summary>Numbers that stay with the options of a choice while they come, go, move, and while what they store follows their texts.</summary>
internal sealed class OptionSerials
{
    private Dictionary<string, int> _serials = new(StringComparer.Ordinal);
    private ImmutableArray<Option> _options = [];
    private int _last;

    /// <summary>The number of an option of those taken in last.</summary>
    public int Of(Option option) => _serials[option.Value];

    /// <summary>Takes in the options as they are now.</summary>
    public void Follow(ImmutableArray<Option> options)
    {
        if (options == _options) return;
        var still = options.Select(o => o.Value).ToHashSet(StringComparer.Ordinal);
        var serials = new Dictionary<string, int>(options.Length, StringComparer.Ordinal);
        for (var i = 0; i < options.Length; i++)
        {
            // One that stores something else, in a place whose own is gone, has been renamed.
            var renamed = options.Length == _options.Length && !still.Contains(_options[i].Value) ? _options[i].Value : null;
            serials[options[i].Value] = _serials.TryGetValue(options[i].Value, out var known) || (renamed is not null && _serials.TryGetValue(renamed, out known)) ? known : ++_last;
        }

        (_serials, _options) = (serials, options);
    }
}
