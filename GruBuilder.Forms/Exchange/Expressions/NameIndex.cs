using System.Collections.Immutable;

namespace GruBuilder.Forms.Exchange.Expressions;

/// <summary>What a name designates.</summary>
/// <param name="Field">The field.</param>
/// <param name="Rest">What stands after it in the path: an option, <c>length</c>.</param>
internal sealed record Designated(DraftField Field, ImmutableArray<string> Rest);

/// <summary>Finds fields by their path in the source's answers, near whoever reads first.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, DraftField> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DraftField> _byLoosePath = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, DraftField> _byName;
    private readonly Dictionary<string, DraftField> _byKey;

    public NameIndex(IEnumerable<DraftField> fields)
    {
        var all = fields.Where(f => !f.Names.IsEmpty).ToList();
        foreach (var field in all)
        {
            _byPath.TryAdd(Join(field.Names), field);
            _byLoosePath.TryAdd(Join(field.Names), field);
        }

        _byKey = all.ToDictionary(f => f.Field.Key, StringComparer.Ordinal);
        _byName = all.ToLookup(f => f.Names[^1], StringComparer.Ordinal);
    }

    public DraftField? WithKey(string key) => _byKey.GetValueOrDefault(key);

    public Designated? Find(NameTerm name, DraftField? reader, DraftField? rows)
    {
        if (name.Root == NameRoot.Self) return reader is null ? null : new Designated(reader, name.Segments);
        if (name.Segments.IsEmpty) return null;
        var whole = name.Segments;
        if (rows is not null && Walk(rows.Names, whole) is { } cell) return cell;
        if (name.Root == NameRoot.Nearest && reader is not null)
        {
            for (var prefix = reader.Names; !prefix.IsEmpty;)
            {
                prefix = prefix.RemoveAt(prefix.Length - 1);
                if (Walk(prefix, whole) is { } near) return near;
            }
        }

        if (Walk([], whole) is { } found) return found;

        // SurveyJS: {panel.name}, {row.column} and {a.b} stand in one pair of braces.
        if (whole is [var dotted] && dotted.Contains('.', StringComparison.Ordinal))
        {
            var parts = dotted.Split('.', StringSplitOptions.TrimEntries).ToImmutableArray();
            if (parts[0] is "panel" or "row" && reader?.Group is not null) parts = parts.RemoveAt(0);
            return Find(name with { Segments = parts }, reader, rows);
        }

        // A bare name that only one field has, wherever it stands.
        var named = _byName[whole[0]].Take(2).ToList();
        return named.Count == 1 ? Walk(named[0].Names[..^1], whole) : null;
    }

    private Designated? Walk(ImmutableArray<string> prefix, ImmutableArray<string> segments)
    {
        for (var taken = segments.Length; taken > 0; taken--)
        {
            var path = Join([.. prefix, .. segments[..taken]]);
            if (_byPath.TryGetValue(path, out var field) || _byLoosePath.TryGetValue(path, out field)) return new Designated(field, segments[taken..]);
        }

        return null;
    }

    private static string Join(ImmutableArray<string> names) => string.Join('\u001f', names);
}
