using System.Collections.Immutable;

namespace GruBuilder.Forms.Answers;

/// <summary>One named part of a composite answer.</summary>
/// <param name="Name">Its name in the JSON.</param>
/// <param name="Value">Its value, never absent.</param>
public readonly record struct AnswerPart(string Name, AnswerValue Value);

/// <summary>The named parts of a composite answer, in order. Immutable; equality is by content, whatever the order.</summary>
public sealed class AnswerParts : IEquatable<AnswerParts>
{
    private AnswerParts(ImmutableArray<AnswerPart> all) => All = all;

    /// <summary>No part.</summary>
    public static AnswerParts Empty { get; } = new([]);

    /// <summary>The parts that hold something, in order.</summary>
    public ImmutableArray<AnswerPart> All { get; }

    /// <summary>The part of this name, absent when there is none.</summary>
    public AnswerValue this[string name]
    {
        get
        {
            foreach (var part in All)
            {
                if (string.Equals(part.Name, name, StringComparison.Ordinal)) return part.Value;
            }

            return default;
        }
    }

    /// <summary>Parts from pairs: absent ones are left out, and the last of a name counts.</summary>
    public static AnswerParts Of(IEnumerable<AnswerPart> parts)
    {
        var kept = ImmutableArray.CreateBuilder<AnswerPart>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (part.Value.IsAbsent) continue;
            if (places.TryGetValue(part.Name, out var place))
            {
                kept[place] = part;
                continue;
            }

            places.Add(part.Name, kept.Count);
            kept.Add(part);
        }

        return kept.Count == 0 ? Empty : new(kept.ToImmutable());
    }

    /// <summary>The same with one part set, or taken out when the value is absent.</summary>
    public AnswerParts With(string name, AnswerValue value)
    {
        for (var i = 0; i < All.Length; i++)
        {
            if (!string.Equals(All[i].Name, name, StringComparison.Ordinal)) continue;
            return value.IsAbsent ? new(All.RemoveAt(i)) : new(All.SetItem(i, new(name, value)));
        }

        return value.IsAbsent ? this : new(All.Add(new(name, value)));
    }

    /// <inheritdoc/>
    public bool Equals(AnswerParts? other)
    {
        if (other is null || other.All.Length != All.Length) return false;
        if (All.AsSpan().SequenceEqual(other.All.AsSpan())) return true;
        var values = other.All.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        return All.All(p => values.TryGetValue(p.Name, out var value) && value == p.Value);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AnswerParts);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = All.Length;
        foreach (var part in All) hash ^= HashCode.Combine(string.GetHashCode(part.Name, StringComparison.Ordinal), part.Value);
        return hash;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", All.Select(p => p.Value.ToString()));
}
