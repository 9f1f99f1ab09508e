using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Logic;

/// <summary>A field with its place in a <see cref="FormProgram"/>.</summary>
public sealed class BoundField
{
    internal BoundField(Field field, int page, int slot, BoundField? group)
    {
        Field = field;
        Page = page;
        Slot = slot;
        Group = group;
        Type = field.Accept(FieldTypes.Instance);
    }

    /// <summary>The definition's field.</summary>
    public Field Field { get; }

    /// <summary>Zero-based page.</summary>
    public int Page { get; }

    /// <summary>Place among the fields outside groups, or among the group's columns.</summary>
    public int Slot { get; }

    /// <summary>The repeated group that holds it, or null.</summary>
    public BoundField? Group { get; }

    /// <summary>A repeated group's fields; empty for other kinds.</summary>
    public ImmutableArray<BoundField> Columns { get; internal set; } = [];

    /// <summary>The type of its value; a computed field's comes from its formula.</summary>
    public ValueType Type { get; internal set; }

    /// <summary>The choice whose answer decides which options this one offers, or null.</summary>
    public BoundField? LinkedTo { get; internal set; }

    /// <summary>The choices whose options depend on this one's answer.</summary>
    internal List<BoundField> Followers { get; } = [];

    /// <summary>Steps that read it.</summary>
    internal List<Step> Readers { get; } = [];

    internal Step? Visibility { get; set; }

    internal Step? Computation { get; set; }

    /// <summary>The field's own condition, compiled; null when it has none.</summary>
    internal Node? OwnCondition { get; set; }
}

internal enum StepKind
{
    PageVisibility,
    FieldVisibility,
    Computation,
}

/// <summary>One thing to work out again when what it reads changes.</summary>
internal sealed class Step(StepKind kind, int page, BoundField? field, Node? node, string path)
{
    public StepKind Kind { get; } = kind;

    public int Page { get; } = page;

    public BoundField? Field { get; } = field;

    public Node? Node { get; } = node;

    /// <summary>Where its condition or formula stands in the JSON.</summary>
    public string Path { get; } = path;

    /// <summary>Steps that must run after this one.</summary>
    public List<Step> Next { get; } = [];

    /// <summary>Place in the order of evaluation; -1 while in a cycle.</summary>
    public int Rank { get; set; } = -1;
}
