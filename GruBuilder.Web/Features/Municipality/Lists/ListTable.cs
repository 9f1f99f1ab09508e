using System.Collections.Immutable;
using System.Text;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Web.Features.Municipality.Lists;

/// <summary>A reference list as a table: a heading with <c>value</c>, <c>label</c> and <c>parent</c>, then a line for each row.</summary>
public static class ListTable
{
    /// <summary>Reads the rows of a table whose columns are parted by commas, semicolons or tabs.</summary>
    /// <exception cref="FormatException">There is no heading, or no column <c>value</c> in it.</exception>
    public static ImmutableArray<Option> Read(string text)
    {
        var lines = Cells(text.TrimStart('\uFEFF')).ToList();
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

    private static int Column(List<string> heading, string name) => heading.FindIndex(h => string.Equals(h, name, StringComparison.OrdinalIgnoreCase));

    private static string Cell(List<string> line, int column) => column >= 0 && column < line.Count ? line[column] : "";

    private static IEnumerable<List<string>> Cells(string text)
    {
        var heading = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        var separator = ';';
        foreach (var candidate in ",\t")
        {
            if (heading.Count(candidate) > heading.Count(separator)) separator = candidate;
        }

        var line = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted)
            {
                if (c != '"') cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[++i]);
                else isQuoted = false;
            }
            else if (c == '"' && cell.Length == 0)
            {
                isQuoted = true;
            }
            else if (c == separator || c == '\n')
            {
                Take();
                if (c == '\n' && Whole() is { } whole) yield return whole;
            }
            else
            {
                cell.Append(c);
            }
        }

        Take();
        if (Whole() is { } last) yield return last;

        void Take()
        {
            line.Add(cell.ToString().Trim());
            cell.Clear();
        }

        List<string>? Whole()
        {
            var made = line;
            line = [];
            return made.Exists(x => x.Length > 0) ? made : null;
        }
    }
}
