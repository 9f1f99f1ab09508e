using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer;

/// <summary>The options of a linked choice as lines of two columns, such as a table gives when it is pasted: <c>Nord ; Ronchin</c>.</summary>
internal static class LinkedLines
{
    /// <summary>The option as a line.</summary>
    public static string Write(Option option, ImmutableArray<Option> parents) =>
        parents.FirstOrDefault(p => string.Equals(p.Value, option.Parent, StringComparison.Ordinal)) is { } parent ? $"{parent.Label} ; {option.Label}" : option.Label;

    /// <summary>The options that the lines make, each with a stored value of its own; or the first parent that there is none of.</summary>
    public static (ImmutableArray<Option> Options, string? Unknown) Read(IEnumerable<string> lines, ImmutableArray<Option> parents)
    {
        var byName = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var parent in parents.Reverse())
        {
            byName[parent.Value] = parent.Value;
            byName[parent.Label] = parent.Value;
        }

        var made = new List<Option>();
        var seen = new HashSet<(string?, string)>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var cells = line.Split([';', '\t'], 2, StringSplitOptions.TrimEntries);
            var label = cells[^1];
            string? parent = null;
            if (cells.Length == 2 && cells[0].Length > 0 && !byName.TryGetValue(cells[0], out parent)) return ([], cells[0]);
            if (label.Length == 0 || !seen.Add((parent, label))) continue;
            var value = FieldKeys.Free(FieldKeys.From(label, "choix"), taken.Contains);
            taken.Add(value);
            made.Add(new Option(value, label) { Parent = parent });
        }

        return ([.. made], null);
    }
}
