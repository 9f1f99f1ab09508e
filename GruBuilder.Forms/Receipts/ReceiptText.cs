using System.Text;

namespace GruBuilder.Forms.Receipts;

/// <summary>A receipt as plain text, for the text of e-mails: the same words, in the same order.</summary>
public static class ReceiptText
{
    /// <summary>Writes the receipt, lines separated by line feeds.</summary>
    public static string Render(ReceiptDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var writer = new BlockWriter();
        foreach (var block in document.Blocks)
        {
            block.Accept(writer);
        }

        return writer.ToString();
    }

    private sealed class BlockWriter : IReceiptBlockVisitor
    {
        private readonly StringBuilder _text = new();

        public override string ToString() => _text.ToString().TrimEnd('\n') + "\n";

        public void Visit(HeadingBlock block) => Write(block.Level == 1 ? block.Text.ToUpperInvariant() : block.Text, new string(block.Level == 1 ? '=' : '-', 3));

        public void Visit(ParagraphBlock block) => Write(block.Text);

        public void Visit(ReferenceBlock block) =>
            Write($"{block.Label} : {block.Number}", block.Caption, block.Link is { } link ? $"{block.LinkText} {link.AbsoluteUri}".TrimStart() : "");

        public void Visit(PairsBlock block) => Write([.. block.Pairs.Select(p => $"{p.Label} : {p.Value}")]);

        public void Visit(TableBlock block)
        {
            Write(block.Caption ?? "");
            foreach (var row in block.Rows)
            {
                Write([.. block.Columns.Zip(row, (column, cell) => $"{column.Title} : {cell}")]);
            }
        }

        // The address that the code says stands beside it in words.
        public void Visit(FigureBlock block)
        {
        }

        public void Visit(NoteBlock block) => Write(block.Title, block.Text);

        public void Visit(ListBlock block) => Write([.. block.Items.Select(i => $"- {i}")]);

        public void Visit(SignatureBlock block) => Write($"{block.Label} : {block.AlternativeText}");

        public void Visit(BlankBlock block) => Write([block.Label, block.Help ?? "", .. block.Spaces.Select(s => s.Text)]);

        public void Visit(PartBlock block) => Write("* * *");

        public void Visit(PictureBlock block) => Write(block.Caption);

        private void Write(params string[] lines)
        {
            var filled = lines.Where(l => l.Length > 0).ToArray();
            if (filled.Length > 0) _text.AppendJoin('\n', filled).Append("\n\n");
        }
    }
}
