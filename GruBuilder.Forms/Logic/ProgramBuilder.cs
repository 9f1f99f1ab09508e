using System.Collections.Immutable;
using System.Globalization;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Logic;

/// <summary>Builds a <see cref="FormProgram"/>: binds, links what depends on what, and orders it.</summary>
internal sealed partial class ProgramBuilder
{
    private readonly FormDefinition _definition;
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();
    private readonly Dictionary<string, BoundField> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CompiledTable> _tables = new(StringComparer.Ordinal);
    private readonly List<BoundField> _fields = [];
    private readonly List<Step> _steps = [];
    private readonly List<(int Page, EndPage End)> _ends = [];
    private readonly Names _names;
    private Step?[] _namedSteps = [];
    private Step?[] _pageSteps = [];

    public ProgramBuilder(FormDefinition definition)
    {
        _definition = definition;
        _names = new Names(_byKey, _named, _tables);
    }

    public FormProgram Build()
    {
        Number();
        ReadTables();
        AddNamed();
        AddPages();
        foreach (var field in ComputedInOrder()) AddComputation(field);
        foreach (var field in _fields)
        {
            AddRules(field);
            foreach (var column in field.Columns) AddRules(column);
        }

        Link();
        var steps = new ProgramSteps(Order(), [.. _pageSteps], [.. _namedSteps], [.. _ends]);
        return new FormProgram(_definition, [.. _fields], _names, steps, _findings.ToImmutable());
    }

    private void Number()
    {
        for (var p = 0; p < _definition.Pages.Length; p++)
        {
            BoundField? section = null;
            foreach (var field in _definition.Pages[p].Fields)
            {
                var bound = Add(field, p, _fields.Count, null, ref section);
                _fields.Add(bound);
                if (field is not RepeatedGroupField group) continue;
                BoundField? inner = null;
                var columns = ImmutableArray.CreateBuilder<BoundField>(group.Fields.Length);
                foreach (var column in group.Fields) columns.Add(Add(column, p, columns.Count, bound, ref inner));
                bound.Columns = columns.MoveToImmutable();
            }
        }
    }

    private BoundField Add(Field field, int page, int slot, BoundField? group, ref BoundField? section)
    {
        var bound = new BoundField(field, page, slot, group);
        if (field is SectionTitleField) section = field.VisibleIf is null && !field.Private ? null : bound;
        else bound.Section = section;

        // A repeated key is a finding of the linter; the first one keeps the name.
        _byKey.TryAdd(field.Key, bound);
        return bound;
    }

    private void ReadTables()
    {
        for (var t = 0; t < _definition.Tables.Length; t++)
        {
            var table = _definition.Tables[t];
            var compiled = new CompiledTable(table, (row, column, problem) => Report(Severity.Error, "table-cell", $"Tableau « {table.Label} », ligne {row + 1} : {problem}.", $"tables[{t}].rows[{row}].cells[{column}]", null, null, null));
            if (!_tables.TryAdd(table.Key, compiled)) Report(Severity.Error, "key-repeated", $"Deux tableaux s'appellent « {table.Key} ».", $"tables[{t}].key", null, null, null);
        }
    }

    private void AddNamed()
    {
        var conditions = _definition.Conditions;
        _namedSteps = new Step?[conditions.Length];
        for (var i = 0; i < conditions.Length; i++)
        {
            if (!_named.TryAdd(conditions[i].Key, i)) Report(Severity.Error, "key-repeated", $"Deux conditions s'appellent « {conditions[i].Key} ».", $"conditions[{i}].key", null, null, null);
        }

        for (var i = 0; i < conditions.Length; i++)
        {
            var path = $"conditions[{i}].if";
            var binder = BinderFor(null, null, path, null);
            _namedSteps[i] = AddStep(binder.Made(StepKind.Named, i, null, binder.Bind(conditions[i].If), path));
        }
    }

    private void AddPages()
    {
        var pages = _definition.Pages;
        _pageSteps = new Step?[pages.Length];
        for (var p = 0; p < pages.Length; p++)
        {
            var page = pages[p];
            if (page.VisibleIf is not null || _ends.Count > 0)
            {
                var path = $"pages[{p}].visibleIf";
                var binder = BinderFor(null, null, path, page.Key);
                var step = AddStep(binder.Made(StepKind.PageVisibility, p, null, page.VisibleIf is null ? null : binder.Bind(page.VisibleIf), path));
                _pageSteps[p] = step;
            }

            for (var e = 0; e < page.Ends.Length; e++)
            {
                var path = $"pages[{p}].ends[{e}].if";
                var binder = BinderFor(null, null, path, page.Key);
                AddStep(binder.Made(StepKind.End, p, null, binder.Bind(page.Ends[e].If), path, _ends.Count));
                _ends.Add((p, page.Ends[e]));
            }
        }
    }

    // Formulas may name computed fields that stand further down: their types are settled in the order of reading.
    private IEnumerable<BoundField> ComputedInOrder()
    {
        var waiting = new List<BoundField>();
        foreach (var field in _fields)
        {
            if (field.Field is ComputedField) waiting.Add(field);
            foreach (var column in field.Columns)
            {
                if (column.Field is ComputedField) waiting.Add(column);
            }
        }

        if (waiting.Count < 2) return waiting;
        var pending = waiting.ToDictionary(x => x, x => FormulaParser.NamesIn(((ComputedField)x.Field).Formula));
        var ordered = new List<BoundField>(waiting.Count);
        while (waiting.Count > 0)
        {
            var ready = waiting.FindAll(x => !pending[x].Any(n => _byKey.TryGetValue(n, out var read) && read != x && pending.ContainsKey(read)));
            if (ready.Count == 0) ready = [.. waiting];
            ordered.AddRange(ready);
            foreach (var x in ready) pending.Remove(x);
            waiting.RemoveAll(ready.Contains);
        }

        return ordered;
    }

    private string PathOf(BoundField field) => field.Group is { } group
        ? string.Create(CultureInfo.InvariantCulture, $"{PathOf(group)}.fields[{field.Slot}]")
        : string.Create(CultureInfo.InvariantCulture, $"pages[{field.Page}].fields[{IndexInPage(field)}]");

    private int IndexInPage(BoundField field)
    {
        var index = field.Slot;
        for (var p = 0; p < field.Page; p++) index -= _definition.Pages[p].Fields.Length;
        return index;
    }

    private Binder BinderFor(BoundField? bound, BoundField? owner, string part, string? page)
    {
        return new Binder(_names, bound?.Group, owner, (code, message, position, severity) =>
            Report(severity, code, message, bound is null ? part : $"{PathOf(bound)}.{part}", bound?.Field.Key, page, position));
    }

    private Step AddStep(Step step)
    {
        _steps.Add(step);
        return step;
    }

    private void Report(Severity severity, string code, string message, string path, string? field, string? page, int? position) =>
        _findings.Add(new Finding(severity, code, message, path, field, page, position));
}
