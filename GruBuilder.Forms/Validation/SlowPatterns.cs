namespace GruBuilder.Forms.Validation;

/// <summary>Finds what makes a regular expression try without end: a repetition without bound of something that repeats without bound.</summary>
internal static class SlowPatterns
{
    /// <summary>The offending part, or null.</summary>
    public static string? Find(string pattern)
    {
        // For each open group: where it starts, and whether what it holds repeats or offers a choice.
        var open = new Stack<(int Start, bool Repeats)>();
        var repeats = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    i = EndOfClass(pattern, i);
                    break;
                case '(':
                    open.Push((i, repeats));
                    repeats = false;
                    break;
                case '|':
                    repeats = repeats || open.Count > 0;
                    break;
                case ')' when open.Count > 0:
                    var (start, outside) = open.Pop();
                    if (repeats && IsUnbounded(pattern, i + 1)) return pattern[start..(i + 1)];
                    repeats = repeats || outside;
                    break;
                default:
                    repeats = repeats || IsUnbounded(pattern, i);
                    break;
            }
        }

        return null;
    }

    private static int EndOfClass(string pattern, int at)
    {
        for (var i = at + 1; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\') i++;
            else if (pattern[i] == ']' && i > at + 1) return i;
        }

        return pattern.Length;
    }

    private static bool IsUnbounded(string pattern, int at)
    {
        if (at >= pattern.Length) return false;
        if (pattern[at] is '*' or '+') return true;
        if (pattern[at] != '{') return false;
        var end = pattern.IndexOf('}', at);
        return end > at && pattern[end - 1] == ',';
    }
}
