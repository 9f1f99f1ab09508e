namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>Lays out questions to be answered by hand.</summary>
internal sealed class BlankLayout(StructureTree structure, Paper paper)
{
    private const double LineHeight = 23;
    private const double BoxWidth = 15;
    private const double BoxHeight = 19;
    private const double Inset = 16;
    private const double TickSide = 9;

    /// <summary>A question and the places to write in; they stay together while they are few.</summary>
    internal IEnumerable<Strip> Lay(BlankBlock block)
    {
        var together = block.Spaces.Count <= 8;
        foreach (var strip in Words(block.Label, Styles.Strong, structure.Add(structure.Holder, "P"), paper.Left, 11)) yield return strip;
        if (block.Help is not null)
        {
            foreach (var strip in Words(block.Help, Styles.Small, structure.Add(structure.Holder, "P"), paper.Left, 0)) yield return strip;
        }

        for (var i = 0; i < block.Spaces.Count; i++)
        {
            var strips = Space(block.Spaces[i]).ToArray();
            for (var s = 0; s < strips.Length; s++)
            {
                yield return strips[s] with { KeepWithNext = s < strips.Length - 1 || (together && i < block.Spaces.Count - 1) };
            }
        }
    }

    private IEnumerable<Strip> Space(BlankSpace space) => space.Kind switch
    {
        BlankKind.Tick => Tick(space.Text),
        BlankKind.Boxes => Boxes(space.Text),
        _ => Lines(space),
    };

    private IEnumerable<Strip> Lines(BlankSpace space)
    {
        if (space.Text.Length > 0)
        {
            foreach (var strip in Words(space.Text, Styles.Label, structure.Add(structure.Holder, "P"), paper.Left, 4)) yield return strip;
        }

        for (var i = 0; i < space.Count; i++)
        {
            yield return new Strip(LineHeight, (page, top) =>
            {
                page.Artifact();
                page.Dots(paper.Left, top + LineHeight - 3, paper.Measure, InkColor.Muted);
            });
        }
    }

    private IEnumerable<Strip> Tick(string text)
    {
        var element = structure.Add(structure.Holder, "P");
        var first = true;
        foreach (var strip in Words(text, Styles.Body, element, paper.Left + Inset, 3))
        {
            var begins = first;
            first = false;
            yield return strip with
            {
                Paint = (page, top) =>
                {
                    if (begins)
                    {
                        page.Artifact();
                        page.Frame(paper.Left + 1, top + ((Styles.Body.Leading - TickSide) / 2), TickSide, TickSide, InkColor.Ink);
                    }

                    strip.Paint(page, top);
                },
            };
        }
    }

    // A run of underscores becomes boxes; the words between them are written on the same line.
    private IEnumerable<Strip> Boxes(string pattern)
    {
        var parts = Parts(pattern).ToArray();
        var element = parts.Any(p => p.AsSpan().Trim(" _\u00A0\u202F").Length > 0) ? structure.Add(structure.Holder, "P") : (StructureElement?)null;
        yield return new Strip(BoxHeight + 6, (page, top) =>
        {
            var x = paper.Left + 1;
            foreach (var part in parts)
            {
                if (part[0] == '_')
                {
                    page.Artifact();
                    for (var i = 0; i < part.Length && x + BoxWidth <= paper.Right; i++, x += BoxWidth)
                    {
                        page.Frame(x, top + 4, BoxWidth, BoxHeight, InkColor.Muted);
                    }
                }
                else if (part.Trim() is { Length: > 0 } words)
                {
                    var line = LineBreaker.Break(words, Styles.Body, Math.Max(paper.Right - x, 60))[0];
                    page.Tag(element!.Value);
                    page.Text(line, Styles.Body, x + 4, BlockLayout.Baseline(Styles.Body, top + 4 + ((BoxHeight - Styles.Body.Leading) / 2)));
                    x += line.Width + 8;
                }
                else
                {
                    x += 8;
                }
            }
        });
    }

    private static IEnumerable<string> Parts(string pattern)
    {
        var start = 0;
        for (var i = 1; i <= pattern.Length; i++)
        {
            if (i == pattern.Length || (pattern[i] == '_') != (pattern[start] == '_'))
            {
                yield return pattern[start..i];
                start = i;
            }
        }
    }

    private IEnumerable<Strip> Words(string text, TextStyle style, StructureElement element, double x, double before)
    {
        foreach (var line in LineBreaker.Break(text, style, paper.Right - x))
        {
            yield return new Strip(style.Leading, (page, top) =>
            {
                page.Tag(element);
                page.Text(line, style, x, BlockLayout.Baseline(style, top));
            }) { Before = before, KeepWithNext = true };
            before = 0;
        }
    }
}
