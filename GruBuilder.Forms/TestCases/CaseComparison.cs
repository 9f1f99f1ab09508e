using System.Collections.Immutable;

namespace GruBuilder.Forms.TestCases;

/// <summary>
/// What was expected against what was found, in words. A question that is new to the form is no difference in itself; an answer that it
/// then lacks is. Of errors, the place counts, not the wording.
/// </summary>
internal static class CaseComparison
{
    public static ImmutableArray<CaseDifference> Between(CaseResult expected, CaseResult found)
    {
        var differences = ImmutableArray.CreateBuilder<CaseDifference>();
        Ends(expected.End, found.End, differences);
        var (was, now) = (ByPath(expected.Shown), ByPath(found.Shown));
        var known = expected.Known.ToHashSet(StringComparer.Ordinal);
        var there = found.Known.ToHashSet(StringComparer.Ordinal);
        foreach (var place in expected.Shown.Where(p => !now.ContainsKey(p.Path)))
        {
            // What goes with its series goes without a word of its own.
            if (place.GroupKey is { } group && !now.ContainsKey(group)) continue;
            differences.Add(there.Contains(place.FieldKey)
                ? new CaseDifference($"{Quote(place)} devait s’afficher et ne s’affiche pas.", place.FieldKey)
                : new CaseDifference($"{Quote(place)} devait s’afficher et n’est plus dans le formulaire."));
        }

        var unexpected = found.Shown.Where(p => !was.ContainsKey(p.Path) && known.Contains(p.FieldKey)).ToArray();
        foreach (var place in unexpected)
        {
            if (place.GroupKey is { } group && !was.ContainsKey(group)) continue;
            differences.Add(new CaseDifference($"{Quote(place)} s’affiche et ne le devait pas.", place.FieldKey));
        }

        Values(expected, found, now, differences);
        // That it is refused as well follows from its being asked at all.
        Errors(expected, found, now, [.. unexpected.Select(p => p.Path)], differences);
        return differences.ToImmutable();
    }

    private static void Ends(CasePlace? expected, CasePlace? found, ImmutableArray<CaseDifference>.Builder differences)
    {
        if (expected?.Path == found?.Path) return;
        differences.Add(new CaseDifference((expected, found) switch
        {
            ({ } end, null) => $"La demande devait s’arrêter à {Quote(end)} et continue.",
            (null, { } end) => $"La demande devait continuer et s’arrête à {Quote(end)}.",
            var (before, after) => $"La demande devait s’arrêter à {Quote(before!)} et s’arrête à {Quote(after!)}.",
        }));
    }

    private static void Values(CaseResult expected, CaseResult found, Dictionary<string, CasePlace> shown, ImmutableArray<CaseDifference>.Builder differences)
    {
        var now = ByPath(found.Values);
        foreach (var value in expected.Values)
        {
            // What no longer shows is told already.
            if (!shown.ContainsKey(value.Path) || !now.TryGetValue(value.Path, out var other) || other.Text == value.Text) continue;
            differences.Add(new CaseDifference($"{Quote(other)} devait valoir {Worth(value)} et vaut {Worth(other)}.", other.FieldKey));
        }
    }

    private static void Errors(CaseResult expected, CaseResult found, Dictionary<string, CasePlace> shown, HashSet<string> unexpected, ImmutableArray<CaseDifference>.Builder differences)
    {
        var (was, now) = (ByPath(expected.Errors), ByPath(found.Errors));
        foreach (var error in found.Errors.Where(e => !was.ContainsKey(e.Path) && !unexpected.Contains(e.Path)))
        {
            differences.Add(new CaseDifference($"{Quote(error)} devait être acceptée et est refusée\u202f: «\u202f{error.Text}\u202f»", error.FieldKey));
        }

        foreach (var error in expected.Errors.Where(e => !now.ContainsKey(e.Path) && shown.Keys.Any(path => e.Path == path || e.Path.StartsWith($"{path}.", StringComparison.Ordinal))))
        {
            differences.Add(new CaseDifference($"{Quote(error)} devait être refusée («\u202f{error.Text}\u202f») et est acceptée.", error.FieldKey));
        }
    }

    private static Dictionary<string, CasePlace> ByPath(ImmutableArray<CasePlace> places) => places.DistinctBy(p => p.Path, StringComparer.Ordinal).ToDictionary(p => p.Path, StringComparer.Ordinal);

    private static string Worth(CasePlace value) => value.Text.Length > 0 ? value.Text : "rien";

    private static string Quote(CasePlace place) => $"«\u202f{place.Label}\u202f»";
}
