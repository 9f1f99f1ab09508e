using System.Net;
using System.Text;

namespace GruBuilder.Forms.Exchange;

/// <summary>Turns HTML into the small Markdown of information blocks, or into a plain line. Tags go; scripts and styles go with what they hold.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase) { "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "tr", "section", "article", "header", "footer", "blockquote", "pre", "hr" };

    /// <summary>Pictures, frames and other things that only HTML can show.</summary>
    private static readonly HashSet<string> Shown = new(StringComparer.OrdinalIgnoreCase) { "img", "iframe", "video", "audio", "object", "embed", "svg", "canvas", "input", "button", "form" };

    /// <summary>On one line, without marks.</summary>
    public static string Line(string html) => string.Join(' ', Markdown(html, out _, marks: false).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Paragraphs, lists, bold and links.</summary>
    /// <param name="html">The HTML, or Markdown with some.</param>
    /// <param name="losesPictures">Whether something that cannot be written was in it.</param>
    /// <param name="marks">Whether to write bold and links as Markdown.</param>
    public static string Markdown(string html, out bool losesPictures, bool marks = true)
    {
        losesPictures = false;
        if (!html.Contains('<', StringComparison.Ordinal)) return Tidy(WebUtility.HtmlDecode(html));
        var text = new StringBuilder();
        string? link = null;
        var linkStart = 0;
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            var close = open < 0 ? -1 : html.IndexOf('>', open);
            if (close < 0 || !IsTag(html, open))
            {
                var end = open < 0 || close < 0 ? html.Length : open + 1;
                text.Append(WebUtility.HtmlDecode(html[at..end]));
                at = end;
                continue;
            }

            text.Append(WebUtility.HtmlDecode(html[at..open]));
            at = close + 1;
            var isEnd = html[open + 1] == '/';
            var start = open + (isEnd ? 2 : 1);
            var nameEnd = start;
            while (nameEnd < close && char.IsAsciiLetterOrDigit(html[nameEnd])) nameEnd++;
            var name = html[start..nameEnd].ToLowerInvariant();
            if (Shown.Contains(name)) losesPictures = true;
            if (Blocks.Contains(name)) text.Append("\n\n");
            else if (name == "br") text.Append('\n');
            else if (name == "li" && !isEnd) text.Append("\n- ");
            else if (name is "b" or "strong" && marks) text.Append("**");
            else if (name is "script" or "style" && !isEnd) at = SkipTo(html, at, name);
            else if (name == "a" && marks && !isEnd) (link, linkStart) = (Href(html[nameEnd..close]), text.Length);
            else if (name == "a" && link is not null && text.Length > linkStart)
            {
                text.Insert(linkStart, '[').Append("](").Append(link).Append(')');
                link = null;
            }
        }

        return Tidy(text.ToString());
    }

    private static bool IsTag(string html, int open) => open + 1 < html.Length && (char.IsAsciiLetter(html[open + 1]) || html[open + 1] is '/' or '!');

    private static int SkipTo(string html, int at, string name)
    {
        var end = html.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
        if (end < 0) return html.Length;
        var close = html.IndexOf('>', end);
        return close < 0 ? html.Length : close + 1;
    }

    private static string? Href(string attributes)
    {
        var at = attributes.IndexOf("href", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var rest = attributes[(at + 4)..].TrimStart(' ', '=');
        if (rest.Length < 2 || rest[0] is not ('"' or '\'')) return null;
        var end = rest.IndexOf(rest[0], 1);
        var url = end < 0 ? "" : WebUtility.HtmlDecode(rest[1..end]);
        var isSafe = url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("http://", StringComparison.Ordinal) || url.StartsWith("mailto:", StringComparison.Ordinal) || url.StartsWith("tel:", StringComparison.Ordinal);
        return isSafe && !url.AsSpan().ContainsAny(" ()\n") ? url : null;
    }

    // No more than one empty line, no space at either end, no empty bold, lists apart from what stands before them.
    private static string Tidy(string text)
    {
        var tidy = new StringBuilder();
        var empty = true;
        foreach (var raw in text.ReplaceLineEndings("\n").Replace("****", "", StringComparison.Ordinal).Split('\n'))
        {
            var line = raw.Replace('\u00a0', ' ').Trim();
            if (line.Length == 0 || line == "-")
            {
                if (!empty) tidy.Append('\n');
                empty = true;
                continue;
            }

            tidy.Append(line).Append('\n');
            empty = false;
        }

        return tidy.ToString().Trim();
    }
}
