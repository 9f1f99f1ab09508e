using System.Globalization;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer;

/// <summary>Decision tables from a block copied out of a spreadsheet.</summary>
public static class TablePaste
{
    private const int MostColumns = 9;

    /// <summary>
    /// Reads a block of cells parted by tabs (or semicolons), one row a line. A list holds a column for each input and the result last; a grid,
    /// whose first cell is empty, holds the values of one input on its left, of another on top, and results within. Null when it is neither.
    /// </summary>
    /// <param name="text">What was pasted.</param>
    /// <param name="table">The table that takes it: its key and title stay, and its headings where the block brings none.</param>
    public static DecisionTable? Read(string text, DecisionTable table)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Where(l => l.Trim().Length > 0).Select(l => l.Split(l.Contains('\t') ? '\t' : ';').Select(c => c.Trim()).ToArray()).ToList();
        if (lines.Count == 0 || lines[0].Length < 2 || lines[0].Length > MostColumns || lines.Exists(l => l.Length != lines[0].Length)) return null;
        return lines[0][0].Length == 0 && lines.Count > 1 ? Grid(lines, table) : List(lines, table);
    }

    private static DecisionTable? List(List<string[]> lines, DecisionTable table)
    {
        var columns = lines[0].Length - 1;
        var hasHeadings = lines.Count > 1 && Number(lines[0][^1]) is null && Number(lines[1][^1]) is not null;
        var rows = (hasHeadings ? lines.Skip(1) : lines).ToList();
        if (rows.Count == 0) return null;
        var labels = hasHeadings ? lines[0] : [.. Enumerable.Range(0, columns).Select(c => c < table.Inputs.Length ? table.Inputs[c].Label : $"Colonne {c + 1}")];
        return table with
        {
            Inputs = [.. Enumerable.Range(0, columns).Select(c => new TableInput(labels[c].Length > 0 ? labels[c] : $"Colonne {c + 1}", KindOf(rows.Select(r => r[c]))))],
            Rows = [.. rows.Select(r => new TableRow([.. r[..^1]], Result(r[^1])))],
        };
    }

    private static DecisionTable Grid(List<string[]> lines, DecisionTable table)
    {
        string Label(int c) => c < table.Inputs.Length ? table.Inputs[c].Label : c == 0 ? "Ligne" : "Colonne";
        var rows = lines.Skip(1).SelectMany(line => Enumerable.Range(1, line.Length - 1).Select(c => new TableRow([line[0], lines[0][c]], Result(line[c]))));
        return table with
        {
            Inputs = [new TableInput(Label(0), KindOf(lines.Skip(1).Select(l => l[0]))), new TableInput(Label(1), KindOf(lines[0].Skip(1)))],
            Rows = [.. rows],
        };
    }

    // Texts as soon as one cell is no number and no range of numbers.
    private static TableInputKind KindOf(IEnumerable<string> cells)
    {
        var all = cells.ToList();
        if (all.Exists(c => Logic.TableCell.Parse(c, TableInputKind.Number).Problem is not null)) return TableInputKind.Text;
        return all.Exists(c => c.Contains(',', StringComparison.Ordinal) || c.Any(char.IsDigit) && c.Replace("..", "", StringComparison.Ordinal).Contains('.', StringComparison.Ordinal)) ? TableInputKind.Number : TableInputKind.WholeNumber;
    }

    /// <summary>A result as written: a number where it is one.</summary>
    public static AnswerValue Result(string text) => Number(text) is { } number ? AnswerValue.Of(number) : AnswerValue.Of(text.Trim());

    private static decimal? Number(string text)
    {
        var plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '€')).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
