using System.Collections.Immutable;

namespace GruBuilder.Forms.Revisions;

/// <summary>What became of a stretch of words.</summary>
public enum WordFate
{
    /// <summary>It stands in both texts.</summary>
    Kept,

    /// <summary>Only in the older one.</summary>
    Removed,

    /// <summary>Only in the newer one.</summary>
    Added,
}

/// <summary>A stretch of words, spaces included.</summary>
/// <param name="Fate">What became of it.</param>
/// <param name="Text">The words.</param>
public sealed record WordRun(WordFate Fate, string Text);

/// <summary>Which words differ between two texts.</summary>
public static class WordDifference
{
    // Beyond, comparing costs more than it tells: the whole text counts as replaced.
    private const int MostWords = 1500;

    /// <summary>The runs that lead from one text to the other, in reading order: those kept and removed give the older, those kept and added the newer.</summary>
    public static ImmutableArray<WordRun> Between(string older, string newer)
    {
        var (before, after) = (Words(older), Words(newer));
        if (before.Count > MostWords || after.Count > MostWords) (before, after) = ([older], [newer]);
        var common = Common(before, after);
        var runs = new List<WordRun>();
        var (i, j) = (0, 0);
        while (i < before.Count || j < after.Count)
        {
            if (i < before.Count && j < after.Count && string.Equals(before[i], after[j], StringComparison.Ordinal))
            {
                Add(runs, WordFate.Kept, before[i++]);
                j++;
            }
            else if (j == after.Count || (i < before.Count && common[i + 1, j] >= common[i, j + 1]))
            {
                Add(runs, WordFate.Removed, before[i++]);
            }
            else
            {
                Add(runs, WordFate.Added, after[j++]);
            }
        }

        return [.. runs];
    }

    // How many words the rests of both texts share at most, from each place on.
    private static int[,] Common(List<string> before, List<string> after)
    {
        var common = new int[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                common[i, j] = string.Equals(before[i], after[j], StringComparison.Ordinal) ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }

    // Each word with the space behind it, so that nothing is lost when they are put together again.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
            words.Add(text[start..end]);
            start = end;
        }

        return words;
    }

    // What is removed stands before what comes in its place, however they alternate.
    private static void Add(List<WordRun> runs, WordFate fate, string word)
    {
        if (runs is [.., var last] && last.Fate == fate) runs[^1] = last with { Text = last.Text + word };
        else if (fate == WordFate.Removed && runs is [.., { Fate: WordFate.Removed } removed, { Fate: WordFate.Added }]) runs[^2] = removed with { Text = removed.Text + word };
        else if (fate == WordFate.Removed && runs is [.., { Fate: WordFate.Added }]) runs.Insert(runs.Count - 1, new WordRun(fate, word));
        else runs.Add(new WordRun(fate, word));
    }
}
