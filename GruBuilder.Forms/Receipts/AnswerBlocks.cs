using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Receipts;

/// <summary>The answers as blocks: a heading a page, pairs, and a table for each repeated group that fits one.</summary>
internal static class AnswerBlocks
{
    private const int WidestTable = 5;
    private const int LongestCell = 60;
    private const string NoAnswer = "Sans réponse";

    internal static void Add(AnswerOutline outline, List<ReceiptBlock> blocks)
    {
        if (outline.Pages.IsEmpty)
        {
            return;
        }

        blocks.Add(new HeadingBlock(2, "Vos réponses"));
        foreach (var page in outline.Pages)
        {
            if (!string.IsNullOrWhiteSpace(page.Title))
            {
                blocks.Add(new HeadingBlock(3, FrenchText.Typeset(page.Title)));
            }

            Entries(page.Entries, string.IsNullOrWhiteSpace(page.Title) ? 3 : 4, blocks);
        }
    }

    private static void Entries(IEnumerable<OutlineEntry> entries, int level, List<ReceiptBlock> blocks)
    {
        var pairs = new List<LabelledValue>();
        foreach (var entry in entries)
        {
            switch (entry.Kind)
            {
                case OutlineKind.Title:
                    Flush(pairs, blocks);
                    blocks.Add(new HeadingBlock(level, FrenchText.Typeset(entry.Label)));
                    break;
                case OutlineKind.Rows:
                    Flush(pairs, blocks);
                    Group(entry, level, blocks);
                    break;
                default:
                    pairs.Add(new LabelledValue(FrenchText.Typeset(entry.Label), Text(entry)));
                    if (entry.Strokes is { } strokes)
                    {
                        Flush(pairs, blocks);
                        blocks.Add(new SignatureBlock(FrenchText.Typeset(entry.Label), strokes, entry.Text));
                    }

                    break;
            }
        }

        Flush(pairs, blocks);
    }

    private static void Flush(List<LabelledValue> pairs, List<ReceiptBlock> blocks)
    {
        if (pairs.Count > 0)
        {
            blocks.Add(new PairsBlock([.. pairs]));
            pairs.Clear();
        }
    }

    private static void Group(OutlineEntry group, int level, List<ReceiptBlock> blocks)
    {
        var label = FrenchText.Typeset(group.Label);
        if (group.Rows.IsEmpty)
        {
            blocks.Add(new PairsBlock([new(label, NoAnswer)]));
            return;
        }

        var columns = group.Rows.SelectMany(r => r.Entries).Where(e => e.Kind != OutlineKind.Title).DistinctBy(e => e.Key).ToArray();
        var cells = group.Rows.SelectMany(r => r.Entries);
        blocks.Add(new HeadingBlock(level, label));
        if (columns.Length is >= 1 and <= WidestTable && cells.All(e => e.Text.Length <= LongestCell && e.Kind != OutlineKind.Rows && e.Strokes is null))
        {
            blocks.Add(Table(group, columns));
            return;
        }

        foreach (var row in group.Rows)
        {
            blocks.Add(new HeadingBlock(level + 1, row.Title));
            Entries(row.Entries, level + 2, blocks);
        }
    }

    private static TableBlock Table(OutlineEntry group, OutlineEntry[] columns)
    {
        var heads = columns.Select(c => new TableColumn(
            FrenchText.Typeset(c.Label),
            group.Rows.SelectMany(r => r.Entries).Where(e => e.Key == c.Key).All(e => e.Value.Kind is AnswerKind.Number or AnswerKind.Absent)));
        var rows = group.Rows.Select(row => (IReadOnlyList<string>)
            [row.Title, .. columns.Select(c => row.Entries.FirstOrDefault(e => e.Key == c.Key) is { } entry ? Text(entry) : "–")]);
        // « Enfant 1 » names the row: « Enfant » heads that column.
        var first = group.Rows[0].Title;
        return new TableBlock(null, [new TableColumn(first[..Math.Max(first.LastIndexOf(' '), 1)]), .. heads], [.. rows]);
    }

    private static string Text(OutlineEntry entry) => entry.Text.Length == 0 ? NoAnswer : entry.Text;
}
