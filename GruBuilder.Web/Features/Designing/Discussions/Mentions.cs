namespace GruBuilder.Web.Features.Designing.Discussions;

/// <summary>Somebody who may open a form, and so be named when it is spoken of.</summary>
/// <param name="Id">Their account.</param>
/// <param name="Name">Their whole name.</param>
public sealed record Colleague(Guid Id, string Name);

/// <summary>
/// Finds who is named in a message, as <c>@Nadia Delattre</c>. Text alone decides, as people read it: where two have one name, both are told.
/// </summary>
public static class Mentions
{
    /// <summary>The message cut into stretches: those that name somebody, and what stands between.</summary>
    /// <param name="text">The message.</param>
    /// <param name="people">Who may be named.</param>
    public static IEnumerable<(string Text, bool IsMention)> Split(string text, IEnumerable<Colleague> people)
    {
        // The longest first: « @Anne Petit-Jean » is not Anne Petit.
        var names = people.Select(p => p.Name).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).OrderByDescending(n => n.Length).ToList();
        var start = 0;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = at + 1 < text.Length ? text.IndexOf('@', at + 1) : -1)
        {
            if (at > 0 && char.IsLetterOrDigit(text[at - 1])) continue;
            if (names.Find(n => Names(text.AsSpan(at + 1), n)) is not { } name) continue;
            if (at > start) yield return (text[start..at], false);
            start = at + 1 + name.Length;
            yield return (text[at..start], true);
        }

        if (start < text.Length) yield return (text[start..], false);
    }

    /// <summary>Who is named in a message.</summary>
    /// <param name="text">The message.</param>
    /// <param name="people">Who may be named.</param>
    public static IReadOnlyList<Colleague> In(string text, IReadOnlyList<Colleague> people)
    {
        var named = Split(text, people).Where(s => s.IsMention).Select(s => s.Text[1..]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. people.Where(p => named.Contains(p.Name))];
    }

    private static bool Names(ReadOnlySpan<char> rest, string name) =>
        rest.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (rest.Length == name.Length || !char.IsLetterOrDigit(rest[name.Length]));
}
