using System.Collections.Immutable;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Logic;

/// <summary>A decision table with its cells read. A cell that cannot be read fits nothing, and is a finding.</summary>
internal sealed class CompiledTable
{
    private readonly ImmutableArray<(ImmutableArray<TableCell> Cells, AnswerValue Result)> _rows;

    public CompiledTable(DecisionTable table, Action<int, int, string> reportCell)
    {
        Table = table;
        _rows =
        [
            .. table.Rows.Select((row, r) => (
                table.Inputs.Select((input, c) =>
                {
                    var cell = TableCell.Parse(c < row.Cells.Length ? row.Cells[c] : "", input.Kind);
                    if (cell.Problem is { } problem) reportCell(r, c, problem);
                    return cell;
                }).ToImmutableArray(),
                row.Result)),
        ];
        Type = table.Rows.All(r => r.Result.Kind is AnswerKind.Number or AnswerKind.Absent) ? ValueType.Number
            : table.Rows.All(r => r.Result.Kind is AnswerKind.Text or AnswerKind.Absent) ? ValueType.Text
            : table.Rows.All(r => r.Result.Kind is AnswerKind.Boolean or AnswerKind.Absent) ? ValueType.Boolean
            : ValueType.Unknown;
    }

    public DecisionTable Table { get; }

    /// <summary>The type of the results; unknown when they differ.</summary>
    public ValueType Type { get; }

    /// <summary>The cells of each row, read.</summary>
    public IEnumerable<ImmutableArray<TableCell>> Rows => _rows.Select(r => r.Cells);

    /// <summary>The result of the first row that fits, or absent.</summary>
    public AnswerValue Find(ReadOnlySpan<AnswerValue> values)
    {
        foreach (var (cells, result) in _rows)
        {
            var fits = true;
            for (var i = 0; fits && i < cells.Length && i < values.Length; i++) fits = cells[i].Fits(values[i]);
            if (fits) return result;
        }

        return default;
    }
}
