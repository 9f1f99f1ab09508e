using System.Numerics;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Logic;

/// <content>Working out what follows from a change.</content>
public sealed partial class FormState
{
    // Steps to run, by rank; and those that must run in every row of their group, not only in the row that was changed.
    private readonly ulong[] _dirty;
    private readonly ulong[] _everyRow;
    private bool _all;

    /// <summary>Works everything out anew.</summary>
    internal void EvaluateAll()
    {
        _all = true;
        foreach (var step in Program.Steps.Ordered) Run(step, null);
        _all = false;
        for (var i = 0; i < _versions.Length; i++) _versions[i]++;
        Changed?.Invoke();
    }

    private void RowsChanged(BoundField group)
    {
        Touch(group, null);
        foreach (var column in group.Columns)
        {
            if (column.Visibility is { Rank: >= 0 } v) MarkDirty(v, everyRow: true);
            if (column.Computation is { Rank: >= 0 } c) MarkDirty(c, everyRow: true);
            MarkReaders(column, null);
        }

        Settle(null);
    }

    private void Touch(BoundField field, FormRow? row)
    {
        if (_all) return;
        _versions[(field.Group ?? field).Slot]++;
        MarkReaders(field, row);
    }

    private void MarkReaders(BoundField field, FormRow? row)
    {
        foreach (var reader in field.Readers)
        {
            if (reader.Rank >= 0) MarkDirty(reader, row is null || reader.Field?.Group != field.Group);
        }
    }

    private void MarkDirty(Step step, bool everyRow)
    {
        var bit = 1UL << step.Rank;
        _dirty[step.Rank >> 6] |= bit;
        if (everyRow) _everyRow[step.Rank >> 6] |= bit;
    }

    // Whatever a step dirties has a higher rank, so one sweep upwards settles everything.
    private void Settle(FormRow? row)
    {
        for (var word = 0; word < _dirty.Length; word++)
        {
            while (_dirty[word] != 0)
            {
                var bit = BitOperations.TrailingZeroCount(_dirty[word]);
                var mask = 1UL << bit;
                _dirty[word] &= ~mask;
                var everyRow = (_everyRow[word] & mask) != 0;
                _everyRow[word] &= ~mask;
                Run(Program.Steps.Ordered[(word << 6) + bit], everyRow ? null : row);
            }
        }

        Changed?.Invoke();
    }

    private void Run(Step step, FormRow? row)
    {
        switch (step.Kind)
        {
            case StepKind.PageVisibility:
                Change(ref _pages[step.Page], !IsCutOff(step.Page) && step.Node?.Holds(new Scope(this, null)) != false, step);
                break;
            case StepKind.Named:
                Change(ref _named[step.Page], step.Node!.Holds(new Scope(this, null)), step);
                break;
            case StepKind.End:
                Change(ref _ends[step.EndIndex], _pages[step.Page] && step.Node!.Holds(new Scope(this, null)), step);
                break;
            case StepKind.Redrawing:
                _versions[(step.Field!.Group ?? step.Field).Slot]++;
                break;
            default:
                var field = step.Field!;
                if (field.Group is null ? RunOnce(step, field) : RunInRows(step, field, row)) Touch(field, row);
                break;
        }
    }

    private void Change(ref bool place, bool value, Step step)
    {
        if (place == value) return;
        place = value;
        if (_all) return;
        foreach (var next in step.Next)
        {
            if (next.Rank >= 0) MarkDirty(next, everyRow: true);
        }
    }

    // A page after a way out that was taken.
    private bool IsCutOff(int page)
    {
        var ends = Program.Steps.Ends;
        for (var i = 0; i < _ends.Length && ends[i].Page < page; i++)
        {
            if (_ends[i]) return true;
        }

        return false;
    }

    private bool IsForAudience(Field field) => !field.Private || Circumstances.Audience == Audience.Agent;

    private bool RunOnce(Step step, BoundField field)
    {
        var scope = new Scope(this, null);
        if (step.Kind == StepKind.FieldVisibility)
        {
            var visible = _pages[field.Page] && (field.Section is not { } section || _visible[section.Slot]) && step.Node?.Holds(scope) != false && IsForAudience(field.Field);
            if (_visible[field.Slot] == visible) return false;
            _visible[field.Slot] = visible;
            foreach (var column in field.Columns) MarkReadersOutside(column);
            if (field.Field is SectionTitleField) MarkUnder(step);
            return true;
        }

        var value = step.Node!.Run(scope);
        if (_values[field.Slot] == value) return false;
        _values[field.Slot] = value;
        return true;
    }

    private bool RunInRows(Step step, BoundField field, FormRow? only)
    {
        var changed = false;
        if (only is not null) return RunInRow(step, field, only);
        foreach (var row in _rows[field.Group!.Slot]!) changed |= RunInRow(step, field, row);
        return changed;
    }

    private bool RunInRow(Step step, BoundField field, FormRow row)
    {
        var scope = new Scope(this, row);
        if (step.Kind == StepKind.FieldVisibility)
        {
            var visible = (field.Section is not { } section || row.VisibleAt(section.Slot)) && step.Node?.Holds(scope) != false && IsForAudience(field.Field);
            if (row.VisibleAt(field.Slot) == visible) return false;
            row.SetVisible(field.Slot, visible);
            if (field.Field is SectionTitleField) MarkUnder(step);
            return true;
        }

        var value = step.Node!.Run(scope);
        if (row.RawAt(field.Slot) == value) return false;
        row.SetRaw(field.Slot, value);
        return true;
    }

    // Nobody reads a section title; what stands under it follows all the same.
    private void MarkUnder(Step section)
    {
        if (_all) return;
        foreach (var next in section.Next)
        {
            if (next.Rank >= 0) MarkDirty(next, everyRow: true);
        }
    }

    private void MarkReadersOutside(BoundField column)
    {
        if (!_all) MarkReaders(column, null);
    }
}
