using System.Collections.Immutable;
using System.Globalization;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Forms.Validation;

/// <summary>Gaps and overlaps of decision tables, found by trying each value that rows can tell apart.</summary>
internal static class TableCheck
{
    private const int MostTried = 50_000;

    public static IEnumerable<Finding> Run(FormDefinition form)
    {
        for (var t = 0; t < form.Tables.Length; t++)
        {
            var table = new CompiledTable(form.Tables[t], static (_, _, _) => { });
            foreach (var finding in OfTable(table, $"tables[{t.ToString(CultureInfo.InvariantCulture)}]")) yield return finding;
        }
    }

    private static IEnumerable<Finding> OfTable(CompiledTable table, string path)
    {
        var inputs = table.Table.Inputs;
        if (table.Table.Rows.IsEmpty || inputs.IsEmpty)
        {
            yield return new Finding(Severity.Warning, "table-empty", $"Le tableau « {table.Table.Label} » est vide : ajoutez des lignes.", path);
            yield break;
        }

        for (var r = 0; r < table.Table.Rows.Length; r++)
        {
            if (table.Table.Rows[r].Result.IsAbsent) yield return new Finding(Severity.Warning, "table-without-result", $"Tableau « {table.Table.Label} », ligne {r + 1} : indiquez le résultat.", $"{path}.rows[{r}].result");
        }

        var rows = table.Rows.ToImmutableArray();
        var values = inputs.Select((input, c) => Values(rows.Select(r => r[c]), input.Kind)).ToArray();
        if (values.Aggregate(1L, (n, v) => Math.Min(n * v.Count, MostTried + 1L)) > MostTried || Array.Exists(values, v => v.Count == 0)) yield break;
        var at = new int[inputs.Length];
        var overlaps = new HashSet<(int, int)>();
        var gap = false;
        do
        {
            var tried = at.Select((v, c) => values[c][v]).ToArray();
            var fitting = Enumerable.Range(0, rows.Length).Where(r => rows[r].Select((cell, c) => cell.Fits(tried[c])).All(f => f)).Take(2).ToList();
            if (fitting.Count == 0 && !gap)
            {
                gap = true;
                yield return new Finding(Severity.Warning, "table-gap", $"Le tableau « {table.Table.Label} » ne dit rien pour {Words(inputs, tried)} : ajoutez une ligne.", path);
            }

            if (fitting is [var first, var second] && table.Table.Rows[first].Result != table.Table.Rows[second].Result && !IsFallback(rows, second) && overlaps.Add((first, second)))
            {
                yield return new Finding(Severity.Warning, "table-overlap", $"Tableau « {table.Table.Label} » : les lignes {first + 1} et {second + 1} conviennent toutes deux pour {Words(inputs, tried)} ; la première l'emporte.", $"{path}.rows[{second}]");
            }
        }
        while (Next(at, values));
    }

    // A last row for all that is left is meant to overlap.
    private static bool IsFallback(ImmutableArray<ImmutableArray<TableCell>> rows, int row) => row == rows.Length - 1 && rows[row].All(c => c.IsAnything);

    private static bool Next(int[] at, List<AnswerValue>[] values)
    {
        for (var i = 0; i < at.Length; i++)
        {
            if (++at[i] < values[i].Count) return true;
            at[i] = 0;
        }

        return false;
    }

    // Within what the rows speak of: each bound, and what lies just beside it.
    private static List<AnswerValue> Values(IEnumerable<TableCell> cells, TableInputKind kind)
    {
        if (kind == TableInputKind.Text)
        {
            var texts = cells.SelectMany(c => c.Texts).Distinct(StringComparer.Ordinal).Select(AnswerValue.Of).ToList();
            return texts.Count > 0 ? texts : [AnswerValue.Of("?")];
        }

        var step = kind == TableInputKind.WholeNumber ? 1m : 0.01m;
        var ranges = cells.SelectMany(c => c.Ranges).ToList();
        var bounds = ranges.SelectMany(r => new[] { r.From, r.To }).OfType<decimal>().ToHashSet();
        if (bounds.Count == 0) return [AnswerValue.Of(1m)];
        var lowest = ranges.Exists(r => r.From is null) ? decimal.MinValue : bounds.Min();
        var highest = ranges.Exists(r => r.To is null) ? decimal.MaxValue : bounds.Max();
        return [.. bounds.SelectMany(b => new[] { b - step, b, b + step }).Where(b => b >= lowest && b <= highest).Distinct().Order().Select(AnswerValue.Of)];
    }

    private static string Words(ImmutableArray<TableInput> inputs, AnswerValue[] values) =>
        string.Join(" et ", inputs.Select((input, c) => $"« {input.Label} » = {(values[c].AsNumber is { } number ? AnswerText.Number(number) : values[c].ToString())}"));
}
