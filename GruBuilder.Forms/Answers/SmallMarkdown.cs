using System.Text.RegularExpressions;

namespace GruBuilder.Forms.Answers;

/// <summary>The small Markdown of texts to read: paragraphs, lists (<c>- </c>), <c>**bold**</c>, links.</summary>
internal static partial class SmallMarkdown
{
    /// <summary>Bold words and links, in groups <c>bold</c>, <c>text</c> and <c>url</c>.</summary>
    [GeneratedRegex(@"\*\*(?<bold>[^*]+)\*\*|\[(?<text>[^\]]+)\]\((?<url>(?:https?://|mailto:|tel:|/)[^\s)]+)\)", RegexOptions.ExplicitCapture, 200)]
    public static partial Regex Marks();

    /// <summary>The text without its marks; links keep their words only.</summary>
    public static string Plain(string text)
    {
        try
        {
            return Marks().Replace(text, m => m.Groups["bold"].Success ? m.Groups["bold"].Value : m.Groups["text"].Value).Trim();
        }
        catch (RegexMatchTimeoutException)
        {
            return text;
        }
    }
}
