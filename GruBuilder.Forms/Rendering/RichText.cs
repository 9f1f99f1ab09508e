using System.Text.RegularExpressions;
using GruBuilder.Forms.Answers;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace GruBuilder.Forms.Rendering;

/// <summary>
/// A text in the small Markdown of information blocks: paragraphs, lists (<c>- </c>), <c>**bold**</c>, links. Everything is
/// written as encoded text, and links lead only to web, mail and telephone addresses: a hostile definition can do nothing.
/// </summary>
public sealed class RichText : ComponentBase
{
    /// <summary>The text.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var blocks = Text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var block in blocks)
        {
            var lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (lines.All(l => l.StartsWith("- ", StringComparison.Ordinal)))
            {
                builder.OpenElement(0, "ul");
                foreach (var line in lines)
                {
                    builder.OpenElement(1, "li");
                    Inline(builder, line[2..]);
                    builder.CloseElement();
                }

                builder.CloseElement();
                continue;
            }

            builder.OpenElement(2, "p");
            for (var i = 0; i < lines.Length; i++)
            {
                if (i > 0)
                {
                    builder.OpenElement(3, "br");
                    builder.CloseElement();
                }

                Inline(builder, lines[i]);
            }

            builder.CloseElement();
        }
    }

    private static void Inline(RenderTreeBuilder builder, string line)
    {
        var at = 0;
        foreach (Match match in SmallMarkdown.Marks().Matches(line))
        {
            builder.AddContent(4, line[at..match.Index]);
            at = match.Index + match.Length;
            if (match.Groups["bold"] is { Success: true } bold)
            {
                builder.OpenElement(5, "strong");
                builder.AddContent(6, bold.Value);
                builder.CloseElement();
                continue;
            }

            builder.OpenElement(7, "a");
            builder.AddAttribute(8, "href", match.Groups["url"].Value);
            builder.AddAttribute(9, "rel", "noopener");
            builder.AddContent(10, match.Groups["text"].Value);
            builder.CloseElement();
        }

        builder.AddContent(11, line[at..]);
    }
}
