using System.Collections.Immutable;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Logic;

/// <summary>What names may stand for in a form, besides the columns of a row.</summary>
/// <param name="Fields">Fields by key.</param>
/// <param name="Named">Places of the named conditions, by key.</param>
/// <param name="Tables">Decision tables by key.</param>
internal sealed record Names(IReadOnlyDictionary<string, BoundField> Fields, IReadOnlyDictionary<string, int> Named, IReadOnlyDictionary<string, CompiledTable> Tables);

/// <summary>Says what is wrong: code, sentence, place in a formula's text if any, severity.</summary>
internal delegate void BindingReport(string code, string message, int? position, Severity severity);

/// <summary>Ties names to fields and checks types; collects what is read and what is wrong.</summary>
/// <param name="names">What names stand for.</param>
/// <param name="group">The group whose row the rule runs in, or null.</param>
/// <param name="owner">The field that must not read itself, or null.</param>
/// <param name="report">Where to say what is wrong.</param>
internal sealed partial class Binder(Names names, BoundField? group, BoundField? owner, BindingReport report)
{
    /// <summary>Fields whose answers are read.</summary>
    public List<BoundField> Reads { get; private init; } = [];

    /// <summary>Named conditions that are read, by their places.</summary>
    public List<int> NamedReads { get; private init; } = [];

    /// <summary>Whether only fields are compared, and only with fixed values.</summary>
    public bool IsPlain { get; private set; } = true;

    private void Report(string code, string message, int? position = null, Severity severity = Severity.Error) => report(code, message, position, severity);

    private void Read(BoundField field)
    {
        if (!Reads.Contains(field)) Reads.Add(field);
    }

    /// <summary>A step that runs what was bound.</summary>
    public Step Made(StepKind kind, int page, BoundField? field, Node? node, string path, int end = 0) =>
        new(kind, page, field, node, path) { EndIndex = end, Reads = Reads, NamedReads = NamedReads, IsPlain = IsPlain && kind != StepKind.Computation };

    private Binder InRowsOf(BoundField other) => new(names, other, owner, report) { Reads = Reads, NamedReads = NamedReads };

    private BoundField? Find(string name) => (group is null ? null : FindColumn(group, name)) ?? names.Fields.GetValueOrDefault(name);

    private static BoundField? FindColumn(BoundField group, string name)
    {
        foreach (var column in group.Columns)
        {
            if (string.Equals(column.Field.Key, name, StringComparison.Ordinal)) return column;
        }

        return null;
    }

    private string LabelOf(string name) => Find(name)?.Field.Label ?? name;

    private Node? Resolve(string name, int? position)
    {
        if (Find(name) is not { } target)
        {
            Report("unknown-field", $"« {name} » ne désigne aucune question. Elle a peut-être été supprimée : choisissez-en une autre.", position);
            return null;
        }

        if (target.Field is InformationField or SectionTitleField or ImageField)
        {
            Report("unanswerable-field", $"« {target.Field.Label} » n'attend pas de réponse : choisissez une question.", position);
            return null;
        }

        if (target.Group is not null && target.Group != group)
        {
            Report("field-of-other-rows", $"« {target.Field.Label} » est répétée dans « {target.Group.Field.Label} » : elle n'a pas de réponse unique.", position);
            return null;
        }

        if (target == owner) Report("cycle", $"« {target.Field.Label} » dépend d'elle-même.", position);
        else Read(target);
        if (target.Field is RepeatedGroupField) return new RowCountNode(target.Slot);
        return target.Group is null ? new FieldNode(target.Slot, target.Type) : new CellNode(target.Slot, target.Type);
    }

    private void Expect(Node node, ValueType expected, int position)
    {
        if (expected == ValueType.Unknown || node.Type == ValueType.Unknown || node.Type == expected) return;
        Report("formula-wrong-type", $"Il faut {FieldTypes.NameOf(expected)} ici, et non {FieldTypes.NameOf(node.Type)}.", position);
    }

    private static bool SameType(Node a, Node b) => a.Type == b.Type || a.Type == ValueType.Unknown || b.Type == ValueType.Unknown;

    private static ConstantNode Constant(decimal value, ValueType type = ValueType.Number) => new(AnswerValue.Of(value), type);

    private static ConstantNode Constant(bool value) => new(AnswerValue.Of(value), ValueType.Boolean);

    private static ValueType TypeOf(AnswerValue value) => FieldTypes.Of(value.Kind);
}
