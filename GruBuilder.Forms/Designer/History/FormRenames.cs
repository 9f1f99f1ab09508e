using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.TestCases;

namespace GruBuilder.Forms.Designer;

/// <summary>
/// What was renamed between two states of a form, whichever way: by an edit, by undoing one, by somebody else. Fields are told by the
/// number that stays with them.
/// </summary>
internal static class FormRenames
{
    public static CaseRenaming Between(DesignState before, DesignState after)
    {
        var keys = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var options = ImmutableDictionary.CreateBuilder<string, ImmutableDictionary<string, string>>(StringComparer.Ordinal);
        Dictionary<int, Field>? known = null;
        foreach (var field in FormChanges.Between(before.Form, after.Form))
        {
            known ??= before.Form.AllFields().Where(f => before.Ids.ContainsKey(f.Key)).DistinctBy(f => before.Ids[f.Key]).ToDictionary(f => before.Ids[f.Key]);
            if (!after.Ids.TryGetValue(field.Key, out var id) || !known.TryGetValue(id, out var old)) continue;
            if (!string.Equals(old.Key, field.Key, StringComparison.Ordinal)) keys[old.Key] = field.Key;
            if (old is ChoiceField was && field is ChoiceField now && RenamedOption(was, now) is var (from, to)) options[old.Key] = ImmutableDictionary<string, string>.Empty.Add(from, to);
        }

        return new CaseRenaming(before.Form, keys.ToImmutable(), options.ToImmutable());
    }

    // One answer offered in the place of another, all others as they were.
    private static (string From, string To)? RenamedOption(ChoiceField was, ChoiceField now)
    {
        if (was.Options.Length != now.Options.Length) return null;
        var changed = Enumerable.Range(0, was.Options.Length).Where(i => !string.Equals(was.Options[i].Value, now.Options[i].Value, StringComparison.Ordinal)).Take(2).ToArray();
        if (changed is not [var at]) return null;
        var (from, to) = (was.Options[at].Value, now.Options[at].Value);
        return now.FindOption(from) is null && was.FindOption(to) is null ? (from, to) : null;
    }
}
