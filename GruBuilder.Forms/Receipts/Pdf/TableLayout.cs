namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>Lays out tables, and labels with their values as tables of two columns.</summary>
internal sealed class TableLayout(StructureTree structure, Paper paper)
{
    private const double Padding = 3.2;
    private const double Gap = 12;
    private const double TallestRepeated = 150;
    private const double LabelShare = 0.37;
    private const string RowScope = "<</O/Table/Scope/Row>>";
    private const string ColumnScope = "<</O/Table/Scope/Column>>";

    /// <summary>Labels and values.</summary>
    internal IEnumerable<Strip> Pairs(PairsBlock block)
    {
        var table = structure.Add(structure.Holder, "Table");
        var widths = new[] { (paper.Measure * LabelShare) - Gap, paper.Measure * (1 - LabelShare) };
        foreach (var pair in block.Pairs)
        {
            var row = structure.Add(table, "TR");
            Cell[] cells =
            [
                MakeCell(row, "TH", pair.Label, Styles.Label, paper.Left, widths[0], RowScope),
                MakeCell(row, "TD", pair.Value, Styles.Body, paper.Left + widths[0] + Gap, widths[1]),
            ];
            foreach (var strip in Row(cells, null))
            {
                yield return strip;
            }
        }
    }

    /// <summary>A table: its header is repeated on every page that it runs over.</summary>
    internal IEnumerable<Strip> Table(TableBlock block)
    {
        var table = structure.Add(structure.Holder, "Table");
        var widths = ColumnWidths(block);
        var header = structure.Add(table, "TR");
        var titles = Cells(header, block, [.. block.Columns.Select(c => c.Title)], widths, isHeader: true);
        var head = Whole(titles, InkColor.Muted);

        // Titles that take much of the page are told once.
        var repeated = head.Height <= TallestRepeated ? Silent(head) : null;
        if (repeated is not null)
        {
            yield return head with { KeepWithNext = true, Before = 4 };
        }
        else
        {
            foreach (var strip in Row(titles, null))
            {
                yield return strip;
            }
        }

        foreach (var texts in block.Rows)
        {
            var row = structure.Add(table, "TR");
            foreach (var strip in Row(Cells(row, block, texts, widths, isHeader: false), repeated))
            {
                yield return strip;
            }
        }
    }

    // Repeated as decoration: drawn without tags.
    private static Strip Silent(Strip head) => new(head.Height, (page, top) => page.Untagged(() => head.Paint(page, top)));

    private Cell[] Cells(StructureElement row, TableBlock block, IReadOnlyList<string> texts, double[] widths, bool isHeader)
    {
        var cells = new Cell[block.Columns.Count];
        var x = paper.Left;
        for (var i = 0; i < cells.Length; i++)
        {
            var text = i < texts.Count ? texts[i] : "";
            cells[i] = MakeCell(
                row,
                isHeader || i == 0 ? "TH" : "TD",
                text,
                isHeader ? Styles.ColumnHead : Styles.Body,
                x,
                widths[i],
                isHeader ? ColumnScope : i == 0 ? RowScope : null,
                block.Columns[i].IsAmount);
            x += widths[i] + Gap;
        }

        return cells;
    }

    // Columns share the measure by the width of their longest text, within bounds.
    private double[] ColumnWidths(TableBlock block)
    {
        var count = block.Columns.Count;
        var wanted = new double[count];
        for (var i = 0; i < count; i++)
        {
            var longest = block.Rows.Select(r => i < r.Count ? r[i].Length : 0).Append(block.Columns[i].Title.Length).Max();
            wanted[i] = Math.Clamp(longest, 6, 32);
        }

        var available = paper.Measure - (Gap * (count - 1));
        return [.. wanted.Select(w => available * w / wanted.Sum())];
    }

    private Cell MakeCell(
        StructureElement row, string tag, string text, TextStyle style, double x, double width, string? scope = null, bool isAmount = false) =>
        new(structure.Add(row, tag, attributes: scope), LineBreaker.Break(text, style, width), style, x, width, isAmount);

    // A row is whole while it fits a page, under its header, and falls into lines beyond that.
    private IEnumerable<Strip> Row(Cell[] cells, Strip? repeated)
    {
        var strip = Whole(cells, InkColor.Line);
        if (strip.Height <= paper.Bottom - paper.TopOfNext - (repeated?.Height ?? 0))
        {
            yield return strip with { Repeated = repeated };
            yield break;
        }

        var count = cells.Max(c => c.Lines.Count);
        for (var i = 0; i < count; i++)
        {
            var index = i;
            var isLast = i == count - 1;
            yield return new Strip(cells.Max(c => c.Style.Leading) + (isLast ? Padding : 0), (page, top) =>
            {
                foreach (var cell in cells.Where(c => index < c.Lines.Count))
                {
                    cell.PaintLine(page, index, top);
                }

                if (isLast)
                {
                    Rule(page, top + cells.Max(c => c.Style.Leading) + Padding, InkColor.Line);
                }
            })
            {
                Before = i == 0 ? Padding : 0,
                KeepWithNext = i == 0 || i == count - 2,
                Repeated = repeated,
            };
        }
    }

    private Strip Whole(Cell[] cells, InkColor rule)
    {
        var height = cells.Max(c => c.Lines.Count * c.Style.Leading) + (2 * Padding);
        return new Strip(height, (page, top) =>
        {
            foreach (var cell in cells)
            {
                for (var i = 0; i < cell.Lines.Count; i++)
                {
                    cell.PaintLine(page, i, top + Padding + (i * cell.Style.Leading));
                }
            }

            Rule(page, top + height, rule);
        });
    }

    private void Rule(PageCanvas page, double top, InkColor color)
    {
        page.Artifact();
        page.Rectangle(paper.Left, top - 0.5, paper.Measure, 0.5, color);
    }

    private sealed record Cell(StructureElement Element, List<TextLine> Lines, TextStyle Style, double X, double Width, bool IsAmount)
    {
        internal void PaintLine(PageCanvas page, int index, double top)
        {
            var line = Lines[index];
            page.Tag(Element);
            page.Text(line, Style, IsAmount ? X + Width - line.Width : X, BlockLayout.Baseline(Style, top));
        }
    }
}
