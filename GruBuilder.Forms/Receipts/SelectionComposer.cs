namespace GruBuilder.Forms.Receipts;

/// <summary>Joins receipts into one document: each opens a page and has its bookmark.</summary>
public static class SelectionComposer
{
    /// <summary>Joins receipts.</summary>
    /// <param name="title">The title of the whole.</param>
    /// <param name="receipts">The receipts, at least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static ReceiptDocument Join(string title, IReadOnlyList<ReceiptDocument> receipts)
    {
        if (receipts.Count == 0)
        {
            throw new ArgumentException("A selection holds at least one receipt: check that before joining.", nameof(receipts));
        }

        return new ReceiptDocument
        {
            Title = title,
            Issuer = receipts[0].Issuer,
            Reference = title,
            Date = receipts.Max(r => r.Date),
            Blocks = [.. receipts.SelectMany(r => r.Blocks.Prepend(new PartBlock(r.Title)))],
            Images = receipts.SelectMany(r => r.Images).DistinctBy(i => i.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
            Attachments = [.. receipts.SelectMany(r => r.Attachments.Select(a => a with { Name = $"{r.Reference}-{a.Name}" })).DistinctBy(a => a.Name, StringComparer.Ordinal)],
        };
    }
}
