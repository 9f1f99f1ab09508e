using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer.Edits;

/// <summary>
/// Which option is which while they come, go and move: what an option stores stays, until it follows the option's text. A form that is
/// still to be mended may have two that store the same.
/// </summary>
internal sealed class OptionPlaces
{
    private ImmutableArray<Option> _options = [];
    private int[] _serials = [];
    private int _last;

    /// <summary>Where an option is now; null when it is gone.</summary>
    /// <param name="options">The options now.</param>
    /// <param name="option">The option as it was shown.</param>
    /// <param name="index">Its zero-based place then.</param>
    public static int? Find(ImmutableArray<Option> options, Option option, int index)
    {
        if (index < options.Length && IsSame(options[index])) return index;
        for (var i = 0; i < options.Length; i++)
        {
            if (IsSame(options[i])) return i;
        }

        return null;

        bool IsSame(Option other) => string.Equals(other.Value, option.Value, StringComparison.Ordinal);
    }

    /// <summary>A number that stays with an option of those taken in last; no two have the same.</summary>
    public int SerialAt(int index) => _serials[index];

    /// <summary>Takes in the options as they are now.</summary>
    public void Follow(ImmutableArray<Option> options)
    {
        if (options == _options) return;
        var known = _options.Select((o, i) => (o.Value, Serial: _serials[i])).ToLookup(o => o.Value, o => o.Serial, StringComparer.Ordinal);
        var still = options.Select(o => o.Value).ToHashSet(StringComparer.Ordinal);
        var (serials, taken) = (new int[options.Length], new HashSet<int>());
        for (var i = 0; i < options.Length; i++)
        {
            // One that stores something else, in a place whose own is gone, has been renamed.
            var isRenamed = options.Length == _options.Length && !known.Contains(options[i].Value) && !still.Contains(_options[i].Value);
            var candidates = isRenamed ? [_serials[i]] : known[options[i].Value];
            serials[i] = candidates.FirstOrDefault(s => !taken.Contains(s));
            if (serials[i] == 0) serials[i] = ++_last;
            taken.Add(serials[i]);
        }

        (_serials, _options) = (serials, options);
    }
}
