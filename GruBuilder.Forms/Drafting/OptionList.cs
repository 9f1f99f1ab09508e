using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;

namespace GruBuilder.Forms.Drafting;

/// <summary>Options from the words that somebody wrote or pasted.</summary>
public static class OptionList
{
    /// <summary>Options from texts, each with a stored value of its own.</summary>
    public static ImmutableArray<Option> Of(IEnumerable<string> labels)
    {
        var keys = new FreeKeys();
        return [.. labels.Select(l => l.Trim()).Where(l => l.Length > 0).Distinct(StringComparer.Ordinal).Select(l => new Option(keys.Take(FieldKeys.From(l, "choix")), l))];
    }

    /// <summary>Options from lines; one that was there keeps what it stores.</summary>
    public static ImmutableArray<Option> Of(ImmutableArray<Option> old, string lines) =>
        Keep(old, Of(lines.ReplaceLineEndings("\n").Split('\n')), o => o.Label);

    /// <summary>New options, of which one that was there under the same name stays as it was.</summary>
    internal static ImmutableArray<Option> Keep(ImmutableArray<Option> old, ImmutableArray<Option> made, Func<Option, object> name)
    {
        var known = old.GroupBy(name).ToDictionary(g => g.Key, g => g.First());
        var taken = new HashSet<string>(made.Where(m => known.ContainsKey(name(m))).Select(m => known[name(m)].Value), StringComparer.Ordinal);
        return [.. made.Select(m =>
        {
            if (known.TryGetValue(name(m), out var kept)) return kept;
            var value = FieldKeys.Free(m.Value, taken.Contains);
            taken.Add(value);
            return m with { Value = value };
        })];
    }
}
