using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace GruBuilder.Forms.Validation;

/// <summary>A regular expression that the whole of a text must match, within bounded time.</summary>
internal sealed class TextPattern
{
    private static readonly TimeSpan MostTime = TimeSpan.FromMilliseconds(100);
    private static readonly ConcurrentDictionary<string, TextPattern?> Known = new(StringComparer.Ordinal);
    private readonly SimplePattern? _simple;
    private readonly Regex? _regex;

    private TextPattern(SimplePattern? simple, Regex? regex) => (_simple, _regex) = (simple, regex);

    /// <summary>Whether it is matched in one pass, without ever going back.</summary>
    public bool IsSimple => _simple is not null;

    /// <summary>The pattern; null when it is no regular expression.</summary>
    public static TextPattern? Of(string pattern)
    {
        if (Known.Count > 5_000) Known.Clear();
        return Known.GetOrAdd(pattern, static p => Read(p));
    }

    /// <summary>Whether the whole text matches. A pattern that takes for ever on this text has not matched it.</summary>
    public bool IsMatch(string text)
    {
        if (_simple is not null) return _simple.IsMatch(text);
        try
        {
            return _regex!.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static TextPattern? Read(string pattern)
    {
        if (SimplePattern.TryRead(pattern) is { } simple) return new TextPattern(simple, null);
        try
        {
            return new TextPattern(null, new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, MostTime));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
