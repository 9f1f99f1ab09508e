using System.Text;

namespace GruBuilder.Forms.Drafting;

/// <summary>A row of a table.</summary>
/// <param name="Number">The line that it began on, from 1.</param>
/// <param name="Text">The row as it was.</param>
/// <param name="Cells">Its cells, without the spaces around them.</param>
public sealed record CsvRow(int Number, string Text, IReadOnlyList<string> Cells);

/// <summary>The rows of a text of cells; a cell in quotes may hold the sign that parts them, and line ends.</summary>
public static class CsvRows
{
    /// <summary>The rows that are not empty. The sign is the one that the first line holds most often.</summary>
    public static IReadOnlyList<CsvRow> Of(string text)
    {
        text = text.ReplaceLineEndings("\n");
        var sign = Sign(text);
        var rows = new List<CsvRow>();
        var (cells, cell, isQuoted, start, number, first) = (new List<string>(), new StringBuilder(), false, 0, 1, 1);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (c == '\n') number++;
            if (isQuoted && i < text.Length)
            {
                if (c != '"') cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[++i]);
                else isQuoted = false;
            }
            else if (c == '"' && cell.Length < 8 && string.IsNullOrWhiteSpace(cell.ToString()))
            {
                cell.Clear();
                isQuoted = true;
            }
            else if (c == sign || c == '\n')
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
                if (c != '\n') continue;
                if (cells.Exists(x => x.Length > 0)) rows.Add(new CsvRow(first, text[start..Math.Min(i, text.Length)].Replace('\n', ' '), cells));
                (cells, start, first) = ([], i + 1, number);
            }
            else
            {
                cell.Append(c);
            }
        }

        return rows;
    }

    private static char Sign(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var head = end < 0 ? text : text[..end];
        return new[] { ';', '\t', ',' }.MaxBy(s => head.Count(c => c == s));
    }
}
