using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Drafting;

namespace GruBuilder.Web.Features.Municipality.Lists;

/// <summary>A reference list as a table: a heading with <c>value</c>, <c>label</c> and <c>parent</c>, then a line for each row.</summary>
public static class ListTable
{
    /// <summary>Reads the rows of a table whose columns are parted by commas, semicolons or tabs.</summary>
    /// <exception cref="FormatException">There is no heading, or no column <c>value</c> in it.</exception>
    public static ImmutableArray<Option> Read(string text)
    {
        var lines = CsvRows.Of(text.TrimStart('\uFEFF')).Select(r => r.Cells).ToList();
        if (lines.Count == 0) throw new FormatException("the file is empty; its first line must name the columns value, label, parent");
        var (value, label, parent) = (Column(lines[0], "value"), Column(lines[0], "label"), Column(lines[0], "parent"));
        if (value < 0) throw new FormatException("its first line must name the columns: value, label, parent");
        return Rows(lines.Skip(1).Select(l => (Cell(l, value), Cell(l, label), Cell(l, parent))));
    }

    /// <summary>Rows from values, labels and parents: those without a value, or with one that was there before, are left out.</summary>
    public static ImmutableArray<Option> Rows(IEnumerable<(string Value, string Label, string Parent)> rows)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. rows.Where(r => r.Value.Length > 0 && seen.Add(r.Value))
                .Take(ChoiceField.MostOptions)
                .Select(r => new Option(r.Value, r.Label.Length > 0 ? r.Label : r.Value) { Parent = r.Parent.Length > 0 ? r.Parent : null }),
        ];
    }

    private static int Column(IReadOnlyList<string> heading, string name) => heading.Select(h => h.ToLowerInvariant()).ToList().IndexOf(name);

    private static string Cell(IReadOnlyList<string> line, int column) => column >= 0 && column < line.Count ? line[column] : "";
}
