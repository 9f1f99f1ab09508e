using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer;

/// <summary>
/// Takes one step out of a form that went on changing: what the step changed goes back to what it was, everything else stays.
/// </summary>
internal sealed class FormReversal
{
    private readonly FormTree _before;
    private readonly FormTree _after;
    private readonly FormTree _now;

    private FormReversal(FormDefinition before, FormDefinition after, FormDefinition now) =>
        (_before, _after, _now) = (new FormTree(before), new FormTree(after), new FormTree(now));

    /// <summary>The form without the step; null when something else has changed the same thing since.</summary>
    public static FormDefinition? Revert(DesignStep step, FormDefinition now)
    {
        // A renaming goes through the whole form: it is taken back as what it is, before the rest is compared.
        var after = step.After.Form;
        foreach (var edit in step.Edits.Reverse())
        {
            if (edit.Inverse is not { } inverse) continue;
            after = inverse.Apply(after);
            var renamed = inverse.Apply(now);
            if (ReferenceEquals(renamed, now)) return null;
            now = renamed;
        }

        return new FormReversal(step.Before.Form, after, now).Run(step.Before.Form, after, now);
    }

    private FormDefinition? Run(FormDefinition before, FormDefinition after, FormDefinition now)
    {
        if (RecordProperties.Revert(before, after, now, nameof(FormDefinition.Pages)) is not FormDefinition form) return null;
        var added = _after.Nodes.Where(n => !_before.Has(n.Id)).ToList();
        var removed = _before.Nodes.Where(n => !_after.Has(n.Id)).ToList();
        return added.All(TakeOut) && removed.All(PutBack) && Moved().All(MoveBack) && _before.Nodes.All(ChangeBack) ? _now.Write(form) : null;
    }

    // Added by the step: goes, unless somebody worked on it.
    private bool TakeOut(FormNode node)
    {
        if (_now.Find(node.Id) is not { } found) return true;
        if (!RecordProperties.Same(found.Item, node.Item)) return false;
        _now.Remove(found);
        return true;
    }

    private bool PutBack(FormNode node)
    {
        if (_now.Has(node.Id)) return false;
        return Place(node.Copy(), node);
    }

    private bool MoveBack(FormNode node)
    {
        if (_now.Find(node.Id) is not { } found || found.Parent?.Id != _after.Find(node.Id)!.Parent?.Id) return false;
        _now.Remove(found);
        return Place(found, node);
    }

    private bool ChangeBack(FormNode node)
    {
        if (_after.Find(node.Id) is not { } after || ReferenceEquals(after.Item, node.Item)) return true;
        if (RecordProperties.Same(node.Item, after.Item)) return true;
        if (_now.Find(node.Id) is not { } found || RecordProperties.Revert(node.Item, after.Item, found.Item, "Fields") is not { } made) return false;
        found.Item = made;
        return true;
    }

    // After the nearest neighbour that was before it and is still there.
    private bool Place(FormNode placed, FormNode was)
    {
        if (was.Parent is { } parent && !_now.Has(parent.Id)) return false;
        var siblings = was.Parent is null ? _before.Roots : was.Parent.Children;
        var target = was.Parent is null ? _now.Roots : _now.Find(was.Parent.Id)!.Children;
        for (var i = siblings.IndexOf(was) - 1; i >= 0; i--)
        {
            if (target.FindIndex(n => n.Id == siblings[i].Id) is >= 0 and var at)
            {
                _now.Insert(placed, was.Parent, at + 1);
                return true;
            }
        }

        _now.Insert(placed, was.Parent, 0);
        return true;
    }

    private List<FormNode> Moved()
    {
        var moved = new List<FormNode>();
        foreach (var node in _before.Nodes)
        {
            if (_after.Find(node.Id) is { } after && after.Parent?.Id != node.Parent?.Id) moved.Add(node);
        }

        foreach (var (before, after) in Lists())
        {
            var stayed = before.Where(n => after.Any(a => a.Id == n.Id)).ToList();
            var places = stayed.ConvertAll(n => after.FindIndex(a => a.Id == n.Id));
            var steady = LongestRise(places);
            moved.AddRange(stayed.Where((_, i) => !steady.Contains(i)));
        }

        return moved;
    }

    private IEnumerable<(List<FormNode> Before, List<FormNode> After)> Lists()
    {
        yield return (_before.Roots, _after.Roots);
        foreach (var node in _before.Nodes)
        {
            if (node.Children.Count > 1 && _after.Find(node.Id) is { } after && !ReferenceEquals(after.Item, node.Item)) yield return (node.Children, after.Children);
        }
    }

    // The most that kept their order: whatever is not among them was moved.
    private static HashSet<int> LongestRise(List<int> places)
    {
        var length = new int[places.Count];
        var previous = new int[places.Count];
        var best = -1;
        for (var i = 0; i < places.Count; i++)
        {
            (length[i], previous[i]) = (1, -1);
            for (var j = 0; j < i; j++)
            {
                if (places[j] < places[i] && length[j] >= length[i]) (length[i], previous[i]) = (length[j] + 1, j);
            }

            if (best < 0 || length[i] > length[best]) best = i;
        }

        var steady = new HashSet<int>();
        for (var i = best; i >= 0; i = previous[i]) steady.Add(i);
        return steady;
    }
}
