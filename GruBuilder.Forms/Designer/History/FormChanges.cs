using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer;

/// <summary>
/// Which fields differ between two states of a form, found by comparing references: an edit shares what it does not touch, so that
/// a long form is passed over at almost no cost.
/// </summary>
internal static class FormChanges
{
    /// <summary>The fields of the newer form, those in series included, that are not the same objects on the same page or in the same series as in the older one.</summary>
    public static IEnumerable<Field> Between(FormDefinition before, FormDefinition after)
    {
        for (var p = 0; p < after.Pages.Length; p++)
        {
            var old = p < before.Pages.Length ? before.Pages[p] : null;
            if (ReferenceEquals(old, after.Pages[p])) continue;
            foreach (var field in Between(old?.Fields ?? [], after.Pages[p].Fields)) yield return field;
        }
    }

    /// <summary>How many items two lists share, by reference, at their beginning and at their end.</summary>
    public static (int Start, int End) Shared<T>(ImmutableArray<T> before, ImmutableArray<T> after)
        where T : class
    {
        // Spans: this runs over the whole of a long page several times an edit.
        var old = before.AsSpan();
        var now = after.AsSpan();
        var most = Math.Min(old.Length, now.Length);
        var start = 0;
        while (start < most && ReferenceEquals(old[start], now[start])) start++;
        var end = 0;
        while (end < most - start && ReferenceEquals(old[old.Length - 1 - end], now[now.Length - 1 - end])) end++;
        return (start, end);
    }

    private static IEnumerable<Field> Between(ImmutableArray<Field> before, ImmutableArray<Field> after)
    {
        var (start, end) = Shared(before, after);
        if (start + end == after.Length) yield break;
        var known = before.Skip(start).Take(before.Length - end - start).ToHashSet<Field>(ReferenceEqualityComparer.Instance);
        for (var i = start; i < after.Length - end; i++)
        {
            if (known.Contains(after[i])) continue;
            yield return after[i];
            if (after[i] is not RepeatedGroupField group) continue;
            var old = known.FirstOrDefault(f => string.Equals(f.Key, group.Key, StringComparison.Ordinal)) as RepeatedGroupField;
            foreach (var inner in Between(old?.Fields ?? [], group.Fields)) yield return inner;
        }
    }
}
